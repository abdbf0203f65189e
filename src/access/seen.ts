import type { Expects } from '../channels/telegram/answer';
import type { WhyUnmanageable } from '../notices/notice';
import { seenStates, type Seen } from '../store/rows';

/** A member of a chat, as far as access needs it (https://core.telegram.org/bots/api#chatmember). */
export interface ChatMember {
  readonly status: string;
  readonly is_member?: boolean;
  readonly can_invite_users?: boolean;
  readonly can_restrict_members?: boolean;
}

export const isChatMember: Expects<ChatMember> = (value): value is ChatMember =>
  typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'string';

/** Where somebody is. Who is restricted is in, or has left. */
export function seenIn({ status, is_member: isMember }: ChatMember): Seen {
  switch (status) {
    case 'creator':
    case 'administrator':
      return 'admin';
    case 'restricted':
      return isMember === true ? 'member' : 'left';
    default:
      return seenStates.find((seen) => seen === status) ?? 'unknown';
  }
}

/** Why the bot can't manage a chat in which it is this; null: it can. */
export function whyUnmanageable(member: ChatMember): WhyUnmanageable | null {
  if (member.status !== 'administrator') return 'no_administrator';
  const missing = missingRights(member);
  if (missing.length > 1) return 'may_neither';
  const [only] = missing;
  if (only === undefined) return null;
  return only === 'can_invite_users' ? 'may_not_add' : 'may_not_ban';
}

/** The rights that access needs and the bot, an administrator, doesn't have. */
export const missingRights = (member: ChatMember): readonly Right[] => rights.filter((right) => member[right] !== true);

const rights = ['can_invite_users', 'can_restrict_members'] as const;
type Right = (typeof rights)[number];
