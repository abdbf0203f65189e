import type { User } from '@grammyjs/types';
import { badRequest, forbidden, migratedTo, type Refusal } from './answer';
import { apiChat, apiMessage } from './api-objects';
import type { Chat, ServiceEvent } from './chats';
import { apiLink, type InviteLink } from './invite-links';
import { botSees } from './privacy';
import { apiMember, isIn, type Standing } from './standings';
import type { Telegram } from './telegram';

/** Sends the bot an update: somebody added, removed, blocked or unblocked it, or changed its rights. */
export function sendMembershipUpdate(
  { bot, chats, clock, updates }: Telegram,
  chat: Chat,
  by: User,
  change: { readonly from: Standing; readonly to: Standing },
): void {
  updates.push({
    my_chat_member: {
      chat: apiChat(chats, chat),
      from: by,
      date: clock.seconds(),
      old_chat_member: apiMember(bot, change.from, chat.kind === 'channel'),
      new_chat_member: apiMember(bot, change.to, chat.kind === 'channel'),
    },
  });
}

/** Makes the bot something else in a group or channel, and tells it. */
export function moveBot(telegram: Telegram, chat: Chat, by: User, to: Standing): void {
  const from = chat.bot;
  chat.bot = to;
  sendMembershipUpdate(telegram, chat, by, { from, to });
}

/** What somebody is in a chat now: a ban with an end may be over. */
export function standingOf({ bot, clock }: Telegram, chat: Chat, userId: number): Standing {
  if (userId === bot.id) return chat.bot;
  const standing = chat.members.get(userId);
  if (standing === undefined) return { status: 'left' };
  const isOver = standing.status === 'kicked' && standing.until !== 0 && standing.until <= clock.seconds();
  return isOver ? { status: 'left' } : standing;
}

export interface Move {
  readonly user: User;
  readonly to: Standing;
  /** Who did it: the person, an administrator or the bot. */
  readonly by: User;
  /** The link by which they came. */
  readonly link?: InviteLink | undefined;
  /** Whether an administrator accepted their join request, which they sent without a link. */
  readonly viaJoinRequest?: boolean;
}

/**
 * Makes somebody something else in a group or channel. The bot gets a `chat_member` update where it is an administrator, and in
 * groups everybody sees who came or went. A join request of somebody who is in or banned is gone.
 */
export function moveMember(telegram: Telegram, chat: Chat, { user, to, by, link, viaJoinRequest = false }: Move): void {
  const { bot, chats, clock, updates } = telegram;
  const inChannel = chat.kind === 'channel';
  const from = standingOf(telegram, chat, user.id);
  if (to.status === 'left') chat.members.delete(user.id);
  else chat.members.set(user.id, to);
  if (isIn(to) || to.status === 'kicked') chat.joinRequests.delete(user.id);
  for (const each of chat.links) if (!isIn(to)) each.joined.delete(user.id);
  if (link !== undefined && isIn(to)) link.joined.add(user.id);
  if (chat.bot.status === 'administrator') {
    updates.push({
      chat_member: {
        chat: apiChat(chats, chat),
        from: by,
        date: clock.seconds(),
        old_chat_member: apiMember(user, from, inChannel),
        new_chat_member: apiMember(user, to, inChannel),
        ...(link !== undefined && { invite_link: apiLink(link, bot, chat.requestsBy(link)) }),
        ...(viaJoinRequest && { via_join_request: true }),
      },
    });
  }
  if (isIn(from) === isIn(to)) return;
  announce(telegram, chat, by, isIn(to) ? { kind: 'joined', users: [user] } : { kind: 'left', user });
}

/** A service message about a member. Channels have none. */
function announce(telegram: Telegram, chat: Chat, from: User, service: ServiceEvent): void {
  if (chat.kind === 'channel') return;
  const message = chat.add({ from, service, date: telegram.clock.seconds() });
  if (botSees(telegram, chat, message)) telegram.updates.push({ message: apiMessage(telegram.chats, message) });
}

/**
 * Why the bot can't do anything in a group or channel; undefined if it can. `look`: it only reads, which it may do in a basic
 * group after it was removed, and in public chats without having been in them.
 */
export function accessRefusal(chat: Chat, wants: 'look' | 'members' | 'act'): Refusal | undefined {
  if (chat.kind === 'group' && wants === 'look') return undefined;
  if (chat.migratedTo !== null) return migratedTo(chat.migratedTo);
  if (chat.bot.status === 'kicked') return forbidden(`bot was kicked from the ${chat.kind} chat`);
  const mayLook = chat.username !== null && wants !== 'act';
  if (chat.bot.status === 'left' && !mayLook) return forbidden(`bot is not a member of the ${chat.kind} chat`);
  return undefined;
}

/** Why the bot can't write in a group or channel; undefined if it can. */
export function writeRefusal(chat: Chat): Refusal | undefined {
  const refused = accessRefusal(chat, 'act');
  if (refused !== undefined || chat.bot.status === 'administrator') return refused;
  if (chat.kind === 'channel') return badRequest('need administrator rights in the channel chat');
  const mayWrite = chat.bot.status !== 'restricted' && chat.membersWrite;
  return mayWrite ? undefined : badRequest('not enough rights to send text messages to the chat');
}
