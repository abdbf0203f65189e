import { apiChat, apiPost } from './api-objects';
import type { ChatKind, ChatMessage } from './chats';
import { withDetected } from './formatted-text';
import { Group, supergroupsBelow, type Member } from './groups';
import { newLink, type InviteLink, type LinkOptions } from './invite-links';
import { answerJoinRequest } from './joining';
import { moveBot, moveMember, standingOf } from './membership';
import { botSees } from './privacy';
import { channelWriter } from './stand-in-senders';
import { allRights, isIn, type Rights, type Standing } from './standings';
import type { Telegram } from './telegram';

export interface CommunityOptions {
  /** Below -1000000000000; of a basic group, above. */
  readonly id: number;
  /** A supergroup by default. */
  readonly kind?: Exclude<ChatKind, 'private'>;
  readonly title: string;
  readonly owner: Member;
  /** Administrators with all rights. */
  readonly administrators?: readonly Member[];
  readonly members?: readonly Member[];
  /** The rights of the bot, an administrator with all of them by default; null: it is a plain member. */
  readonly botRights?: Rights | null;
  /** Makes it public. */
  readonly username?: string;
}

/**
 * A group or channel whose members come and go, which the bot may manage, and what its people do there. Where the bot is an
 * administrator and asked for the kind, it gets a `chat_member` update about each.
 */
export class Community extends Group {
  /** Creates the chat without any update about it. */
  static found(telegram: Telegram, options: CommunityOptions): Community {
    const { id, kind = 'supergroup', title, owner, administrators = [], members = [], botRights = allRights } = options;
    if (id >= 0 || (kind === 'group') !== id >= supergroupsBelow) throw new Error(`no ${kind} has the id ${id}`);
    const chat = telegram.chats.open(id, kind, title);
    chat.bot = asBot(botRights);
    chat.username = options.username ?? null;
    for (const member of members) chat.members.set(member.id, { status: 'member' });
    for (const { id: userId } of administrators)
      chat.members.set(userId, { status: 'administrator', rights: allRights });
    chat.members.set(owner.id, { status: 'creator' });
    return new Community(telegram, chat);
  }

  /** What somebody is here. */
  standing(person: Member): Standing {
    return standingOf(this.telegram, this.chat, person.id);
  }

  /** Whether somebody is in it. */
  has(person: Member): boolean {
    return isIn(this.standing(person));
  }

  /** Whether their join request waits. */
  isAskedBy(person: Member): boolean {
    return this.chat.joinRequests.has(person.id);
  }

  /** How many join requests wait. */
  get waiting(): number {
    return this.chat.joinRequests.size;
  }

  /** An administrator makes an invite link. */
  makeLink(by: Member, options: LinkOptions = {}): InviteLink {
    const link = newLink(by.user, options);
    this.chat.links.push(link);
    return link;
  }

  /** The links that the bot made, oldest first. */
  get botLinks(): readonly InviteLink[] {
    return this.chat.links.filter(({ creator }) => creator.id === this.telegram.bot.id);
  }

  /** The owner revokes a link, the bot's for example. The bot gets no update about it. */
  revokeLink(link: InviteLink): void {
    link.isRevoked = true;
  }

  /** An administrator accepts a join request. Throws if there is none. */
  approve(by: Member, person: Member): void {
    this.answer(by, person, true);
  }

  /** An administrator declines a join request: nobody gets an update. Throws if there is none. */
  decline(by: Member, person: Member): void {
    this.answer(by, person, false);
  }

  /** Somebody takes their join request back: nobody gets an update. */
  cancelRequest(person: Member): void {
    this.chat.joinRequests.delete(person.id);
  }

  /** An administrator writes to somebody about their join request, after which the bot can't any more. */
  contact(person: Member): void {
    const request = this.chat.joinRequests.get(person.id);
    if (request !== undefined) request.letsBotWrite = false;
  }

  /** A member adds somebody. */
  add(by: Member, person: Member): void {
    this.move(by, person, { status: 'member' });
  }

  /** An administrator bans somebody, by default for ever. `until`: seconds since 1970. */
  ban(by: Member, person: Member, until = 0): void {
    this.move(by, person, { status: 'kicked', until });
  }

  /** An administrator lifts a ban: the person isn't in, and can come back. */
  unban(by: Member, person: Member): void {
    if (this.standing(person).status === 'kicked') this.move(by, person, { status: 'left' });
  }

  /** An administrator takes away a member's right to write. */
  restrict(by: Member, person: Member): void {
    this.move(by, person, { status: 'restricted', isMember: this.has(person) });
  }

  /** The owner makes a member an administrator. */
  promote(by: Member, person: Member, rights: Rights = allRights): void {
    this.move(by, person, { status: 'administrator', rights });
  }

  /** The owner makes an administrator a plain member. */
  demote(by: Member, person: Member): void {
    this.move(by, person, { status: 'member' });
  }

  /** Sets what the bot may do; null: it is no administrator any more. It gets an update. */
  setBotRights(by: Member, rights: Rights | null): void {
    moveBot(this.telegram, this.chat, by.user, asBot(rights));
  }

  /** Makes it public, or private again. The bot gets no update about this and what follows. */
  setUsername(username: string | null): void {
    this.chat.username = username;
  }

  /** Links a channel to its discussion group, or undoes it. */
  linkTo(chatId: number | null): void {
    this.chat.linkedChatId = chatId;
  }

  /** Sets whether members may add members. */
  letMembersInvite(allowed: boolean): void {
    this.chat.membersInvite = allowed;
  }

  /** Sets whether those who join a public group have to be approved. */
  approveNewMembers(needed: boolean): void {
    this.chat.joinByRequest = needed;
  }

  /** The owner makes the bot the one that Telegram asks about each join request. */
  guardByBot(): void {
    this.chat.isGuardedByBot = true;
  }

  /** A channel's post, which names no author. */
  publish(text: string): ChatMessage {
    const { chats, clock, updates } = this.telegram;
    if (this.chat.kind !== 'channel') throw new Error('only channels have posts');
    const content = { ...withDetected({ text, entities: [] }), date: clock.seconds() };
    const post = this.chat.add({ ...content, from: channelWriter, senderChat: apiChat(chats, this.chat) });
    if (botSees(this.telegram, this.chat, post)) updates.push({ channel_post: apiPost(chats, post) });
    return post;
  }

  override leave(person: Member): void {
    const standing = this.standing(person);
    this.move(person, person, standing.status === 'restricted' ? { ...standing, isMember: false } : { status: 'left' });
  }

  override upgrade(by: Member, newId?: number): Community {
    return new Community(this.telegram, this.migrate(by, newId));
  }

  private move(by: Member, { user }: Member, to: Standing): void {
    moveMember(this.telegram, this.chat, { user, by: by.user, to });
  }

  private answer(by: Member, person: Member, approve: boolean): void {
    if (!answerJoinRequest(this.telegram, this.chat, person.id, { by: by.user, approve })) {
      throw new Error(`${person.user.first_name} has no join request in ${this.chat.title}`);
    }
  }
}

const asBot = (rights: Rights | null): Standing =>
  rights === null ? { status: 'member' } : { status: 'administrator', rights };
