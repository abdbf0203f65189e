import type { PersonId, TelegramId } from '../lifecycle/ids';
import type { Queries } from '../store/queries';

/** The admins who were added in the chat, each by their Telegram ID, as the database has them. */
export async function addedAdmins({
  administrators,
}: Pick<Queries, 'administrators'>): Promise<ReadonlyMap<TelegramId, PersonId>> {
  const current = await administrators.current();
  return new Map(current.map(({ telegramId, person }) => [telegramId, person]));
}
