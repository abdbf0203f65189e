import type { GroupId, TelegramId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import { appointOwners } from './owners';

/** At most this many of the admins who were removed last are returned. */
const mostFormerAdmins = 20;

/**
 * Completes the community when the daemon starts: its owners, by the Telegram IDs of the settings, the admins whom they have
 * added, the group's newer IDs and the chats of ACCESS_CHATS. Returns the Telegram IDs of the admins who were removed last.
 */
export async function loadCommunity(
  tx: Transaction,
  owners: readonly TelegramId[],
  accessChats: readonly GroupId[],
): Promise<readonly TelegramId[]> {
  const { store, community, now } = tx;
  for (const [from, to] of await store.state.movedChats()) community.rememberMove(from, to);
  await appointOwners(tx, owners);
  await store.access.arrange(accessChats, now);
  return store.administrators.removedLast(mostFormerAdmins);
}
