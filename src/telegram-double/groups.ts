import type { User } from '@grammyjs/types';
import { apiChat, apiMessage } from './api-objects';
import type { Chat, ChatMessage, NewMessage, ServiceEvent, Topic } from './chats';
import { anonymousAdministrator, apiChannel, channelWriter, telegramItself, type Channel } from './stand-in-senders';
import { withDetected } from './formatted-text';
import { moveBot, moveMember } from './membership';
import { botSees } from './privacy';
import { allRights, type Standing } from './standings';
import type { Telegram } from './telegram';
import { openTopic } from './topics';

/** Anyone who can be a member of a group. */
export interface Member {
  readonly id: number;
  readonly user: User;
}

export interface GroupOptions {
  /** Below -1000000000000 it is a supergroup, as in Telegram. */
  readonly id: number;
  readonly title: string;
  readonly members: readonly Member[];
  /** Whether it has topics; only a supergroup can. */
  readonly forum?: boolean;
}

/** Where in the group a message is written. */
interface Place {
  readonly replyTo?: ChatMessage;
  readonly topic?: Topic;
}

/** The IDs of supergroups and channels are below this. */
export const supergroupsBelow = -1_000_000_000_000;

/** A group that the bot is in, and what happens to it. */
export class Group {
  protected constructor(
    protected readonly telegram: Telegram,
    readonly chat: Chat,
  ) {}

  /** Creates the group without any update about it. */
  static open(telegram: Telegram, { id, title, members, forum = false }: GroupOptions): Group {
    if (id >= 0) throw new Error(`a group's id is negative, not ${id}`);
    const chat = telegram.chats.open(id, id < supergroupsBelow ? 'supergroup' : 'group', title);
    if (forum && chat.kind !== 'supergroup') throw new Error('only a supergroup can have topics');
    chat.isForum = forum;
    for (const member of members) chat.members.set(member.id, { status: 'member' });
    return new Group(telegram, chat);
  }

  get id(): number {
    return this.chat.id;
  }

  join(person: Member): void {
    moveMember(this.telegram, this.chat, { user: person.user, by: person.user, to: { status: 'member' } });
  }

  leave(person: Member): void {
    moveMember(this.telegram, this.chat, { user: person.user, by: person.user, to: { status: 'left' } });
  }

  /** Bans the bot: it gets an update, and its messages are refused from then on. */
  kickBot(by: Member): void {
    this.moveBot(by, { status: 'kicked', until: 0 });
  }

  /** Adds the bot (again), or gives it back a member's rights. */
  addBot(by: Member): void {
    this.moveBot(by, { status: 'member' });
  }

  /** Makes the bot an administrator: privacy mode no longer applies to it. */
  promoteBot(by: Member): void {
    this.moveBot(by, { status: 'administrator', rights: allRights });
  }

  /** Takes away the bot's right to write: it gets an update, and its messages are refused from then on. */
  restrictBot(by: Member): void {
    this.moveBot(by, { status: 'restricted', isMember: true });
  }

  /** Sets whether members who aren't administrators may write. The bot gets no update, but its messages are refused. */
  letMembersWrite(allowed: boolean): void {
    this.chat.membersWrite = allowed;
  }

  /** Sets whether members who aren't administrators may send photos. The bot gets no update, but its photos are refused. */
  letMembersSendPhotos(allowed: boolean): void {
    this.chat.membersSendPhotos = allowed;
  }

  /** Pins a message. */
  pin(by: Member, message: ChatMessage): void {
    this.announce(by, { kind: 'pinned', messageId: message.id }, message.topicId);
  }

  /** Sets after how many seconds messages are deleted; 0 switches that off. */
  setAutoDelete(by: Member, after: number): void {
    this.announce(by, { kind: 'auto_delete', after });
  }

  /** Opens a topic. Throws if the group has no topics. */
  openTopic(by: Member, name: string): Topic {
    if (!this.chat.isForum) throw new Error(`group ${this.id} has no topics`);
    return openTopic(this.chat, this.announce(by, { kind: 'topic_created', name }), name);
  }

  /** Closes a topic: only administrators can write in it. */
  closeTopic(by: Member, topic: Topic): void {
    topic.isClosed = true;
    this.announce(by, { kind: 'topic_closed' }, topic.id);
  }

  reopenTopic(by: Member, topic: Topic): void {
    topic.isClosed = false;
    this.announce(by, { kind: 'topic_reopened' }, topic.id);
  }

  /** Deletes a topic with all its messages. The bot gets no update. */
  deleteTopic(topic: Topic): void {
    this.chat.topics.delete(topic.id);
    for (const message of this.chat.messages) {
      if (message.topicId === topic.id || message.id === topic.id) this.chat.remove(message);
    }
  }

  /** Writes as an anonymous administrator. */
  writeAnonymously(text: string, place: Place = {}): ChatMessage {
    return this.say({ from: anonymousAdministrator, senderChat: apiChat(this.telegram.chats, this.chat) }, text, place);
  }

  /** Writes on behalf of a channel. */
  writeAsChannel(channel: Channel, text: string, place: Place = {}): ChatMessage {
    return this.say({ from: channelWriter, senderChat: apiChannel(channel) }, text, place);
  }

  /** A post in the group's linked channel, which Telegram forwards to the group. */
  receivePost(channel: Channel, text: string): ChatMessage {
    const senderChat = apiChannel(channel);
    const date = this.telegram.clock.seconds();
    const forwardOrigin = { type: 'channel', date, chat: senderChat, message_id: 1 } as const;
    return this.say({ from: telegramItself, senderChat, forwardOrigin, isAutomaticForward: true }, text, {});
  }

  /** Upgrades the group to a supergroup: a new chat with the same people and another ID. The bot gets an update in both chats. */
  upgrade(by: Member, newId?: number): Group {
    return new Group(this.telegram, this.migrate(by, newId));
  }

  protected migrate(by: Member, newId = supergroupsBelow + this.id): Chat {
    const chat = this.telegram.chats.open(newId, 'supergroup', this.chat.title);
    chat.bot = this.chat.bot;
    for (const [id, standing] of this.chat.members) chat.members.set(id, standing);
    this.announce(by, { kind: 'migrated_to', chatId: newId });
    this.chat.migratedTo = newId;
    new Group(this.telegram, chat).announce(by, { kind: 'migrated_from', chatId: this.id });
    return chat;
  }

  private announce(by: Member, service: ServiceEvent, topicId: number | null = null): ChatMessage {
    return this.post({ from: by.user, service, topicId });
  }

  private say(sender: Omit<NewMessage, 'date'>, text: string, { replyTo, topic }: Place): ChatMessage {
    const topicId = topic?.id ?? replyTo?.topicId ?? null;
    return this.post({ ...sender, ...withDetected({ text, entities: [] }), replyTo: replyTo?.id ?? null, topicId });
  }

  private post(content: Omit<NewMessage, 'date'>): ChatMessage {
    const { chats, clock, updates } = this.telegram;
    const message = this.chat.add({ ...content, date: clock.seconds() });
    if (botSees(this.telegram, this.chat, message)) updates.push({ message: apiMessage(chats, message) });
    return message;
  }

  private moveBot(by: Member, to: Standing): void {
    moveBot(this.telegram, this.chat, by.user, to);
  }
}
