import { randomBytes } from 'node:crypto';
import type { User } from '@grammyjs/types';
import { apiChat } from './api-objects';
import type { Chat, Profile } from './chats';
import { apiLink, isOpen, type InviteLink } from './invite-links';
import { moveMember, standingOf } from './membership';
import { hasRight, isIn, type Standing } from './standings';
import type { Telegram } from './telegram';

/**
 * What comes of an attempt to join. `expired`: the link doesn't exist, was revoked or is used up, or they are banned: the client
 * says the same of all.
 */
export type Joining = 'joined' | 'requested' | 'in already' | 'expired';

/** How long the bot may write to somebody who sent a join request (ms). */
const writableFor = 5 * 60_000;

/** Somebody opens an invite link and presses what it shows: Join, or Request to join. */
export function followLink(telegram: Telegram, profile: Profile, url: string): Joining {
  for (const chat of telegram.chats.byId.values()) {
    const link = chat.links.find((each) => each.url === url);
    if (link === undefined || chat.migratedTo !== null) continue;
    const standing = standingOf(telegram, chat, profile.user.id);
    if (isIn(standing)) return 'in already';
    if (standing.status === 'kicked' || !isOpen(link, telegram.clock.seconds())) return 'expired';
    if (link.createsJoinRequest) return requestToJoin(telegram, chat, profile, link);
    moveMember(telegram, chat, { user: profile.user, by: profile.user, to: returning(standing), link });
    return 'joined';
  }
  return 'expired';
}

/** Somebody joins a public group or channel. Throws if it is private: nobody finds it. */
export function joinPublic(telegram: Telegram, chat: Chat, profile: Profile): Joining {
  if (chat.username === null) throw new Error(`the chat ${chat.id} is private`);
  const standing = standingOf(telegram, chat, profile.user.id);
  if (isIn(standing)) return 'in already';
  if (standing.status === 'kicked') return 'expired';
  if (chat.joinByRequest) return requestToJoin(telegram, chat, profile, null);
  moveMember(telegram, chat, { user: profile.user, by: profile.user, to: returning(standing) });
  return 'joined';
}

/** Answers a join request. Returns false if there is none. */
export function answerJoinRequest(
  telegram: Telegram,
  chat: Chat,
  userId: number,
  { by, approve }: { readonly by: User; readonly approve: boolean },
): boolean {
  const request = chat.joinRequests.get(userId);
  if (request === undefined) return false;
  chat.joinRequests.delete(userId);
  if (!approve) return true;
  const { user, link } = request;
  const to = returning(standingOf(telegram, chat, userId));
  moveMember(telegram, chat, { user, by, to, link: link ?? undefined, viaJoinRequest: link === null });
  return true;
}

/**
 * Whether the bot may write to somebody who has never started the chat with it, because of a join request:
 * https://core.telegram.org/bots/api#chatjoinrequest, `user_chat_id`
 */
export function mayWriteToRequester({ chats, clock }: Telegram, userId: number): boolean {
  for (const { joinRequests } of chats.byId.values()) {
    const request = joinRequests.get(userId);
    if (request?.letsBotWrite === true && clock.now() - request.at < writableFor) return true;
  }
  return false;
}

/** Somebody who asks again while their request waits changes nothing. */
function requestToJoin(telegram: Telegram, chat: Chat, { user, bio }: Profile, link: InviteLink | null): Joining {
  if (chat.joinRequests.has(user.id)) return 'requested';
  const { bot, chats, clock, updates } = telegram;
  const hears = hasRight(chat.bot, 'invite');
  const queryId = chat.isGuardedByBot ? randomBytes(8).toString('hex') : null;
  chat.joinRequests.set(user.id, { user, at: clock.now(), link, letsBotWrite: hears, queryId });
  const where = apiChat(chats, chat);
  if (where.type !== 'supergroup' && where.type !== 'channel') {
    throw new Error('the double has no join requests in basic groups');
  }
  if (!hears) return 'requested';
  updates.push({
    chat_join_request: {
      chat: where,
      from: user,
      user_chat_id: user.id,
      date: clock.seconds(),
      ...(bio !== '' && { bio }),
      ...(queryId !== null && { query_id: queryId }),
      ...(link !== null && { invite_link: apiLink(link, bot, chat.requestsBy(link)) }),
    },
  });
  return 'requested';
}

/** Restrictions outlast an absence. */
const returning = (standing: Standing): Standing =>
  standing.status === 'restricted' ? { ...standing, isMember: true } : { status: 'member' };
