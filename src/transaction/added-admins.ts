import type { TelegramId } from '../lifecycle/ids';
import type { AddedAdmin } from '../people/community';
import type { Queries } from '../store/queries';

/** The admins who were added in the chat, each by their Telegram ID, as the database has them. */
export async function addedAdmins({
  administrators,
}: Pick<Queries, 'administrators'>): Promise<ReadonlyMap<TelegramId, AddedAdmin>> {
  const current = await administrators.current();
  return new Map(current.map(({ telegramId, person, addedAt }) => [telegramId, { person, since: addedAt }]));
}
