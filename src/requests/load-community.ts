import type { TelegramId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import type { Transaction } from '../transaction/transaction';
import { arrangeAccessChats } from './access';
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
  log: Log,
): Promise<readonly TelegramId[]> {
  const { store, community } = tx;
  for (const [from, to] of await store.state.movedChats()) community.rememberMove(from, to);
  await appointOwners(tx, owners);
  await arrangeAccessChats(tx, log);
  return store.administrators.removedLast(mostFormerAdmins);
}
