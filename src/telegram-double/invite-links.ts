import { randomBytes } from 'node:crypto';
import type { ChatInviteLink, User } from '@grammyjs/types';

/** An invite link of a group or channel. */
export interface InviteLink {
  /** `https://t.me/+…` */
  readonly url: string;
  readonly creator: User;
  name: string;
  /** Whether those who use it have to be approved. */
  createsJoinRequest: boolean;
  /** In seconds since 1970; null: it never ends. */
  expireDate: number | null;
  /** How many of those it brought may be in the chat at the same time. */
  memberLimit: number | null;
  isRevoked: boolean;
  /** The people in the chat whom it brought. */
  readonly joined: Set<number>;
}

export type LinkOptions = Partial<Pick<InviteLink, 'name' | 'createsJoinRequest' | 'expireDate' | 'memberLimit'>>;

/** A new link. Whoever creates it adds it to those of its chat. */
export function newLink(creator: User, options: LinkOptions): InviteLink {
  return {
    url: `https://t.me/+${randomBytes(12).toString('base64url')}`,
    creator,
    name: options.name ?? '',
    createsJoinRequest: options.createsJoinRequest ?? false,
    expireDate: options.expireDate ?? null,
    memberLimit: options.memberLimit ?? null,
    isRevoked: false,
    joined: new Set(),
  };
}

/** Whether a link still lets people in. */
export const isOpen = (link: InviteLink, seconds: number): boolean =>
  !link.isRevoked &&
  (link.expireDate === null || link.expireDate > seconds) &&
  (link.memberLimit === null || link.joined.size < link.memberLimit);

/**
 * A link as the Bot API returns it to `bot`, which sees only the beginning of somebody else's:
 * https://core.telegram.org/bots/api#chatinvitelink. `waiting`: how many join requests by this link nobody has answered.
 */
export function apiLink(link: InviteLink, bot: User, waiting: number): ChatInviteLink {
  return {
    invite_link: link.creator.id === bot.id ? link.url : `${link.url.slice(0, -8)}...`,
    ...(link.name !== '' && { name: link.name }),
    creator: link.creator,
    ...(link.expireDate !== null && { expire_date: link.expireDate }),
    ...(link.memberLimit !== null && { member_limit: link.memberLimit }),
    ...(waiting > 0 && { pending_join_request_count: waiting }),
    creates_join_request: link.createsJoinRequest,
    is_primary: false,
    is_revoked: link.isRevoked,
  };
}
