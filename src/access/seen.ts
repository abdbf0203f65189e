import type { Expects } from '../channels/telegram/answer';
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
export function whyUnmanageable(member: ChatMember): string | null {
  if (member.status !== 'administrator') return 'the bot is no administrator there';
  const missing = missingRights(member);
  return missing.length === 0 ? null : `the bot has no right ${missing.join(', no right ')}`;
}

/** The rights that access needs and the bot, an administrator, doesn't have. */
export const missingRights = (member: ChatMember): readonly string[] =>
  rights.filter((right) => member[right] !== true);

const rights = ['can_invite_users', 'can_restrict_members'] as const;
