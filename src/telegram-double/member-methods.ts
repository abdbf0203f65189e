import { setTimeout as pause } from 'node:timers/promises';
import type { ChatMember, User } from '@grammyjs/types';
import { accepted, badRequest, forbidden, type Answer, type Refusal } from './answer';
import { inChat, type ChatRef } from './chat-lookup';
import type { Chat } from './chats';
import { apiLink, newLink, type InviteLink } from './invite-links';
import { answerJoinRequest } from './joining';
import { moveBot, moveMember, standingOf } from './membership';
import { apiMember, hasRight, isIn, type Standing } from './standings';
import type { Telegram } from './telegram';

/** The parameters of the methods about members and invite links, as far as the double uses them. */
export interface MemberParams {
  getChatMember: OfMember;
  getChatAdministrators: OfChat;
  getChatMemberCount: OfChat;
  createChatInviteLink: OfChat & LinkParams;
  editChatInviteLink: OfChat & LinkParams & { readonly invite_link: string };
  revokeChatInviteLink: OfChat & { readonly invite_link: string };
  approveChatJoinRequest: OfMember;
  declineChatJoinRequest: OfMember;
  answerChatJoinRequestQuery: { readonly chat_join_request_query_id: string; readonly result: string };
  banChatMember: OfMember & { readonly until_date?: number };
  unbanChatMember: OfMember & { readonly only_if_banned?: boolean };
}
interface OfChat {
  readonly chat_id: ChatRef;
}
interface OfMember extends OfChat {
  readonly user_id: number;
}
interface LinkParams {
  readonly name?: string;
  readonly expire_date?: number;
  readonly member_limit?: number;
  readonly creates_join_request?: boolean;
}

/** Bans that end sooner or later than this (seconds) are for ever. */
const shortestBan = 30;
const longestBan = 366 * 86_400;
/** How long unbanChatMember bans a member whom it removes, in case the second step never comes (seconds). */
const banOfRemoval = 60;

/** The methods about members, join requests and invite links. Their descriptions of errors are those of TDLib and of MTProto. */
export class MemberMethods {
  constructor(
    private readonly telegram: Telegram,
    /** How long unbanChatMember waits between ban and lifting it (ms). */
    private readonly removalPause: number,
  ) {}

  getChatMember({ chat_id, user_id }: MemberParams['getChatMember']): Answer {
    return inChat(this.telegram, chat_id, this.isBot(user_id) ? 'look' : 'members', (chat) => {
      if (isHidden(chat)) return badRequest('member list is inaccessible');
      const member = this.member(chat, user_id);
      return member === undefined ? badRequest('member not found') : accepted(member);
    });
  }

  /** Other bots are left out, since the double has none. */
  getChatAdministrators({ chat_id }: MemberParams['getChatAdministrators']): Answer {
    return inChat(this.telegram, chat_id, 'members', (chat) => {
      if (chat.kind === 'private') return badRequest('there are no administrators in the private chat');
      if (isHidden(chat)) return badRequest('member list is inaccessible');
      const all = [this.telegram.bot.id, ...chat.members.keys()].map((id) => this.member(chat, id));
      return accepted(all.filter((member) => member?.status === 'administrator' || member?.status === 'creator'));
    });
  }

  getChatMemberCount({ chat_id }: MemberParams['getChatMemberCount']): Answer {
    return inChat(this.telegram, chat_id, 'members', (chat) => {
      const people = [...chat.members.values()].filter(isIn).length;
      return accepted(people + (chat.hasBot ? 1 : 0));
    });
  }

  createChatInviteLink({ chat_id, ...params }: MemberParams['createChatInviteLink']): Answer {
    return this.managingLinks(chat_id, (chat) => {
      const problem = this.linkProblem(params);
      if (problem !== undefined) return problem;
      const link = newLink(this.asUser(), linkOptions(params));
      chat.links.push(link);
      return this.linkAnswer(chat, link);
    });
  }

  /** What the call doesn't name is unset, as in Telegram: a link edited without `creates_join_request` lets everybody in. */
  editChatInviteLink({ chat_id, invite_link, ...params }: MemberParams['editChatInviteLink']): Answer {
    return this.managingLinks(chat_id, (chat) => {
      const problem = this.linkProblem(params);
      if (problem !== undefined) return problem;
      return this.withOwnLink(chat, invite_link, (link) => Object.assign(link, linkOptions(params)));
    });
  }

  revokeChatInviteLink({ chat_id, invite_link }: MemberParams['revokeChatInviteLink']): Answer {
    return this.managingLinks(chat_id, (chat) =>
      this.withOwnLink(chat, invite_link, (link) => {
        link.isRevoked = true;
      }),
    );
  }

  answerJoinRequest({ chat_id, user_id }: MemberParams['approveChatJoinRequest'], approve: boolean): Answer {
    return inChat(this.telegram, chat_id, 'act', (chat) => {
      if (chat.kind === 'private') return badRequest("the chat can't have join requests");
      if (!hasRight(chat.bot, 'invite')) return badRequest('not enough rights to manage chat join requests');
      const profile = this.telegram.chats.people.get(user_id);
      if (profile === undefined) return badRequest('USER_ID_INVALID');
      if (profile.deactivated) return forbidden('user is deactivated');
      if (chat.has(user_id)) return badRequest('USER_ALREADY_PARTICIPANT');
      return answerJoinRequest(this.telegram, chat, user_id, { by: this.asUser(), approve })
        ? accepted(true)
        : badRequest('HIDE_REQUESTER_MISSING');
    });
  }

  /** https://core.telegram.org/bots/api#answerchatjoinrequestquery: within 10 seconds, once. */
  answerJoinQuery({ chat_join_request_query_id: id, result }: MemberParams['answerChatJoinRequestQuery']): Answer {
    if (!['approve', 'decline', 'queue'].includes(result)) return badRequest('wrong result specified');
    for (const chat of this.telegram.chats.byId.values()) {
      for (const request of chat.joinRequests.values()) {
        if (request.queryId !== id || this.telegram.clock.now() - request.at > queryWithin) continue;
        request.queryId = null;
        const how = { by: this.asUser(), approve: result === 'approve' };
        if (result !== 'queue') answerJoinRequest(this.telegram, chat, request.user.id, how);
        return accepted(true);
      }
    }
    return badRequest('QUERY_ID_INVALID');
  }

  banChatMember({ chat_id, user_id, until_date = 0 }: MemberParams['banChatMember']): Answer {
    return inChat(this.telegram, chat_id, 'act', (chat) => {
      if (chat.kind === 'private') return badRequest("can't ban members in private chats");
      if (this.isBot(user_id)) return badRequest("can't restrict self");
      const standing = standingOf(this.telegram, chat, user_id);
      const refused = this.restrictionProblem(chat, user_id, standing);
      if (refused !== undefined) return refused;
      const left = until_date - this.telegram.clock.seconds();
      const until = left < shortestBan || left > longestBan ? 0 : until_date;
      // In basic groups nobody can be banned: the method only removes.
      if (chat.kind === 'group') this.move(chat, user_id, { status: 'left' });
      else if (standing.status !== 'kicked' || standing.until !== until) {
        this.move(chat, user_id, { status: 'kicked', until });
      }
      return accepted(true);
    });
  }

  /**
   * Lifts a ban, also a human's. Removes a member, as Telegram does: bans, waits a second, and lifts it; whoever is already out is
   * no error. With `only_if_banned`, does nothing to those who aren't banned.
   */
  unbanChatMember(params: MemberParams['unbanChatMember']): Answer | Promise<Answer> {
    const { chat_id, user_id, only_if_banned = false } = params;
    return inChat(this.telegram, chat_id, 'act', (chat) => {
      if (chat.kind !== 'supergroup' && chat.kind !== 'channel') {
        return badRequest('method is available for supergroup and channel chats only');
      }
      if (isHidden(chat)) return badRequest('member list is inaccessible');
      if (this.isBot(user_id)) {
        if (!only_if_banned) moveBot(this.telegram, chat, this.asUser(), { status: 'left' });
        return accepted(true);
      }
      if (this.member(chat, user_id) === undefined) return badRequest('member not found');
      const standing = standingOf(this.telegram, chat, user_id);
      if (only_if_banned && standing.status !== 'kicked') return accepted(true);
      if (standing.status === 'left') return accepted(true);
      const refused = this.restrictionProblem(chat, user_id, standing);
      if (refused !== undefined) return refused;
      if (isIn(standing)) return this.remove(chat, user_id);
      this.move(chat, user_id, { status: 'left' });
      return accepted(true);
    });
  }

  /** If the bot loses its right between the two steps, the ban ends by itself. */
  private async remove(chat: Chat, userId: number): Promise<Answer> {
    this.move(chat, userId, { status: 'kicked', until: this.telegram.clock.seconds() + banOfRemoval });
    await pause(this.removalPause);
    if (!hasRight(chat.bot, 'restrict')) return noRightToRestrict;
    if (standingOf(this.telegram, chat, userId).status === 'kicked') this.move(chat, userId, { status: 'left' });
    return accepted(true);
  }

  private restrictionProblem(chat: Chat, userId: number, { status }: Standing): Refusal | undefined {
    if (this.telegram.chats.people.get(userId) === undefined) return badRequest('member not found');
    if (status === 'creator') return badRequest("can't remove chat owner");
    if (!hasRight(chat.bot, 'restrict')) return noRightToRestrict;
    return status === 'administrator' ? badRequest('user is an administrator of the chat') : undefined;
  }

  private managingLinks(ref: ChatRef, use: (chat: Chat) => Answer): Answer {
    return inChat(this.telegram, ref, 'act', (chat) => {
      if (chat.kind === 'private') return badRequest("can't invite members to a private chat");
      return hasRight(chat.bot, 'invite') ? use(chat) : badRequest('not enough rights to manage chat invite link');
    });
  }

  private linkProblem({
    member_limit = 0,
    expire_date = 0,
    creates_join_request = false,
  }: LinkParams): Refusal | undefined {
    if (creates_join_request && member_limit > 0) {
      return badRequest("member limit can't be specified for links requiring administrator approval");
    }
    const isPast = expire_date > 0 && expire_date <= this.telegram.clock.seconds();
    return isPast ? badRequest('EXPIRE_DATE_INVALID') : undefined;
  }

  /** Bots manage only the links that they made, as long as they are valid. */
  private withOwnLink(chat: Chat, url: string, change: (link: InviteLink) => void): Answer {
    if (url === '') return badRequest('invite link must be non-empty');
    const link = chat.links.find((each) => each.url === url && this.isBot(each.creator.id) && !each.isRevoked);
    if (link === undefined) return badRequest('INVITE_HASH_EXPIRED');
    change(link);
    return this.linkAnswer(chat, link);
  }

  private linkAnswer(chat: Chat, link: InviteLink): Answer {
    return accepted(apiLink(link, this.telegram.bot, chat.requestsBy(link)));
  }

  private move(chat: Chat, userId: number, to: Standing): void {
    const profile = this.telegram.chats.people.get(userId);
    if (profile !== undefined) moveMember(this.telegram, chat, { user: profile.user, by: this.asUser(), to });
  }

  /** Undefined for people Telegram doesn't know. */
  private member(chat: Chat, userId: number): ChatMember | undefined {
    const user = this.isBot(userId) ? this.asUser() : this.telegram.chats.people.get(userId)?.user;
    return user && apiMember(user, standingOf(this.telegram, chat, userId), chat.kind === 'channel');
  }

  private isBot(userId: number): boolean {
    return userId === this.telegram.bot.id;
  }

  private asUser(): User {
    const { id, first_name, username } = this.telegram.bot;
    return { id, is_bot: true, first_name, username };
  }
}

/** How long Telegram waits for the answer to a join request query (ms). */
const queryWithin = 10_000;

const noRightToRestrict = badRequest('not enough rights to restrict/unrestrict chat member');

/** Bots that aren't administrators of a channel can't see who follows it. */
const isHidden = (chat: Chat): boolean => chat.kind === 'channel' && chat.bot.status !== 'administrator';

const linkOptions = (params: LinkParams): Omit<InviteLink, 'url' | 'creator' | 'isRevoked' | 'joined'> => ({
  name: params.name ?? '',
  createsJoinRequest: params.creates_join_request ?? false,
  expireDate: params.expire_date ?? null,
  memberLimit: params.member_limit ?? null,
});
