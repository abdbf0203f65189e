import { isForAdmins } from '../messages/audience';
import type { Work } from './work';

const rowsAtOnce = 1000;

/**
 * What is owed to somebody who has been taken out of ADMIN_TELEGRAM_ID, or to a group that is no longer ADMIN_CHAT_ID,
 * never leaves. What they are owed as clients does. Meant for the start: while the daemon runs the settings don't change.
 */
export async function takeBackFromFormerAdmins({ store, house, now }: Work): Promise<void> {
  const { outbox } = store;
  for (let page = await outbox.owedAfter(0, rowsAtOnce); page.length > 0;) {
    const takenBack = page.filter(({ chatId, notice }) => isForAdmins(notice) && !house.isAdminChat(chatId));
    await outbox.supersede(
      takenBack.map(({ id }) => id),
      'whoever it is for decides here no more',
      now,
    );
    page = await outbox.owedAfter(page.at(-1)?.id ?? 0, rowsAtOnce);
  }
}
