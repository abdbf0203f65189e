import type { TelegramId } from '../lifecycle/ids';
import type { Membership } from '../store/queries/access';
import type { Seen } from '../store/rows';
import type { AccessState } from './read/views';

/** Whether somebody who was last seen like this is in the chat. */
export const isIn = (seen: Seen): boolean => seen === 'member' || seen === 'admin';

/** Where somebody is whom an approval has let into a chat, or whom its end should have taken out of it. */
export function accessState(
  { wanted, seen, toRemove, joinedAt }: Membership,
  telegramId: TelegramId | null,
): AccessState | null {
  if (wanted === 'out') return toRemove && seen === 'admin' ? 'by_hand' : null;
  if (telegramId === null) return 'not_on_telegram';
  switch (seen) {
    case 'member':
    case 'admin':
      return 'in';
    case 'kicked':
      return 'banned';
    case 'left':
    case 'unknown':
      return joinedAt === null ? 'invited' : 'left';
  }
}
