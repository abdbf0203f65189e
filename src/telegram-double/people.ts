import type { InlineKeyboardButton, MenuButton, MessageEntity, RichBlock, User } from '@grammyjs/types';
import { apiMessage, apiShown, originOf } from './api-objects';
import type { Chat, ChatMessage, Media, Profile, ServiceEvent, Topic } from './chats';
import { menuFor, type CommandMenus } from './command-menus';
import { patience, withDeadline } from './deadline';
import { withDetected } from './formatted-text';
import { followLink, joinPublic, type Joining } from './joining';
import { sendMembershipUpdate } from './membership';
import type { MenuButtons } from './menu-buttons';
import { botSees } from './privacy';
import type { Press } from './presses';
import type { Standing } from './standings';
import type { Telegram } from './telegram';
import { openTopic } from './topics';

export interface PersonOptions {
  readonly id: number;
  readonly first_name: string;
  /** Another bot: this one can't write to it. */
  readonly is_bot?: boolean;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
  /** What they say of themselves. The bot learns it only from their join requests and by getChat. */
  readonly bio?: string;
}

/** Where somebody acts: in the private chat with the bot by default. */
export interface Where {
  readonly in?: { readonly chat: Chat };
}

/** Where somebody writes, and what the message refers to. */
export interface Writing extends Where {
  readonly topic?: Topic;
  /** A message in the same chat. */
  readonly replyTo?: ChatMessage;
  /** A message in another chat. */
  readonly answering?: ChatMessage;
  /** The quoted part of that message. */
  readonly quote?: string;
  /** The inline bot through which they write. */
  readonly via?: User;
  /** The formatting they chose, besides what Telegram detects by itself. */
  readonly entities?: readonly MessageEntity[];
}

export interface Attachment {
  readonly media: Media;
  readonly caption?: string;
}

/** Which message to wait for: part of its text, a pattern or a condition. */
export type Wanted = string | RegExp | ((message: ChatMessage) => boolean);
export type WantedButton = string | ((button: InlineKeyboardButton) => boolean);

/** The longest message that clients send, in UTF-16 units. */
const longestMessage = 4096;

/** A Telegram user, and what they can do in their client. */
export class Person {
  /** Their private chat with the bot. */
  readonly chat: Chat;

  constructor(
    private readonly telegram: Telegram,
    private readonly profile: Profile,
    private readonly menus: { readonly commands: CommandMenus; readonly buttons: MenuButtons },
  ) {
    this.chat = telegram.chats.open(profile.user.id, 'private');
    this.chat.members.set(profile.user.id, { status: 'member' });
  }

  get id(): number {
    return this.profile.user.id;
  }

  get user(): User {
    return this.profile.user;
  }

  /** Whether they have ever started the chat with the bot. */
  get hasOpened(): boolean {
    return this.profile.started;
  }

  get hasBlocked(): boolean {
    return this.profile.blocked;
  }

  /** Started the chat with the bot some time ago, without an update about it. */
  hasStarted(): this {
    this.profile.started = true;
    return this;
  }

  /** Presses Start, which also unblocks the bot. */
  start(): ChatMessage {
    if (this.profile.blocked) this.unblock();
    return this.write('/start');
  }

  /** Writes a text. Throws for what no client can send: an empty text, more than 4096 units, or a group they aren't in. */
  write(text: string, where: Writing = {}): ChatMessage {
    mustFit(text);
    return this.send(where, withDetected({ text, entities: where.entities ?? [] }));
  }

  /** Writes a rich text, with blocks such as lists and headings: the message has no `text`. */
  writeRich(blocks: readonly RichBlock[], where: Writing = {}): ChatMessage {
    return this.send(where, { rich: blocks });
  }

  sendPhoto(where: Writing & { readonly caption?: string } = {}): ChatMessage {
    return this.sendMedia('photo', where, where.caption);
  }

  sendDocument(where: Writing & { readonly caption?: string } = {}): ChatMessage {
    return this.sendMedia('document', where, where.caption);
  }

  sendSticker(where: Writing = {}): ChatMessage {
    return this.sendMedia('sticker', where);
  }

  sendVoice(where: Writing = {}): ChatMessage {
    return this.sendMedia('voice', where);
  }

  /** Sends 2 to 10 photos, videos or documents as an album, which is one message for each. */
  sendAlbum(items: readonly Attachment[], where: Writing = {}): readonly ChatMessage[] {
    if (items.length < 2 || items.length > 10) throw new RangeError(`an album has 2 to 10 items, not ${items.length}`);
    const albumId = `${this.telegram.clock.now()}${this.chat.messages.length}`;
    return items.map(({ media, caption = '' }) =>
      this.send(where, { media, albumId, ...withDetected({ text: caption, entities: [] }) }),
    );
  }

  /** Forwards a message they can see, without its buttons. */
  forward(message: ChatMessage, where: Writing = {}): ChatMessage {
    const { text, entities, rich, media } = message;
    const forwardOrigin = originOf(this.telegram.chats, message);
    return this.send(where, { text, entities, rich, media, forwardOrigin });
  }

  /** Pins a message in the private chat. */
  pin(message: ChatMessage): ChatMessage {
    return this.announce({ kind: 'pinned', messageId: message.id });
  }

  /** Sets after how many seconds messages in the private chat are deleted; 0 switches that off. */
  setAutoDelete(after: number): ChatMessage {
    return this.announce({ kind: 'auto_delete', after });
  }

  /** Opens a topic in the private chat. Throws if the bot has no topics there. */
  openTopic(name: string): Topic {
    if (!this.telegram.bot.has_topics_enabled) throw new Error('the bot has no topics in private chats');
    return openTopic(this.chat, this.announce({ kind: 'topic_created', name }), name);
  }

  /** Hides who they are in forwards of their messages. */
  hideWhenForwarded(): void {
    this.profile.hidesWhenForwarded = true;
  }

  /** Edits the text of one of their messages. Throws for the same texts as `write`. */
  edit(message: ChatMessage, text: string): ChatMessage {
    const { chats, clock, updates } = this.telegram;
    if (message.from.id !== this.id) throw new Error('people can only edit their own messages');
    mustFit(text);
    const chat = chats.get(message.chatId);
    const { entities } = withDetected({ text, entities: [] });
    const edited: ChatMessage = { ...message, text, entities, rich: null, editDate: clock.seconds() };
    chat.replace(edited);
    if (botSees(this.telegram, chat, edited)) {
      updates.push({ edited_message: { ...apiMessage(chats, edited), edit_date: clock.seconds() } });
    }
    return edited;
  }

  /** Presses a button of a message as it is now. The button is found by its text, or part of it. Throws if there is none. */
  press(message: ChatMessage, wanted: WantedButton): Press {
    const shown = this.shown(message);
    const buttons = shown.buttons.flat();
    const button =
      typeof wanted === 'string'
        ? (buttons.find(({ text }) => text === wanted) ?? buttons.find(({ text }) => text.includes(wanted)))
        : buttons.find(wanted);
    if (button === undefined || !('callback_data' in button)) {
      throw new Error(`no button ${String(wanted)} on this message:\n${this.chatOf(shown).describe()}`);
    }
    return this.pressData(shown, button.callback_data);
  }

  /** Presses with made-up data, which a modified client can send for any message. */
  pressData(message: ChatMessage, data: string): Press {
    const { chats, presses, updates } = this.telegram;
    const press = presses.make(data);
    updates.push({
      callback_query: {
        id: press.queryId,
        from: this.user,
        message: apiShown(chats, this.chatOf(message).find(message.id) ?? message),
        chat_instance: String(message.chatId),
        data,
      },
    });
    return press;
  }

  block(): void {
    this.profile.blocked = true;
    sendMembershipUpdate(this.telegram, this.chat, this.user, { from: unblocked, to: blocked });
  }

  unblock(): void {
    this.profile.blocked = false;
    sendMembershipUpdate(this.telegram, this.chat, this.user, { from: blocked, to: unblocked });
  }

  /** Opens an invite link and presses what it shows: Join, or Request to join. */
  follow(url: string): Joining {
    return followLink(this.telegram, this.profile, url);
  }

  /** Joins a public group or channel. Throws if it is private. */
  joinPublic(place: { readonly chat: Chat }): Joining {
    return joinPublic(this.telegram, place.chat, this.profile);
  }

  /** Deletes their account. */
  deactivate(): void {
    this.profile.deactivated = true;
  }

  /** Changes their name, username or language. */
  rename(changes: Partial<Omit<PersonOptions, 'id' | 'bio'>>): void {
    this.profile.user = { ...this.profile.user, ...changes };
  }

  /** The commands that their client lists for the bot. */
  commands(where: Where = {}): readonly { command: string; description: string }[] {
    return menuFor(this.menus.commands, where.in?.chat ?? this.chat, this.user);
  }

  /** What is beside the message field of their private chat with the bot. */
  get menuButton(): MenuButton {
    return this.menus.buttons.get(this.chat.id);
  }

  /**
   * Resolves with the newest message by somebody else that is `wanted`, now or once one is sent or edited to be. Ignores `after`
   * and every message before it. Rejects after `within` ms of real time, with the content of the chat.
   */
  sees(
    wanted: Wanted,
    options: Where & { readonly after?: ChatMessage; readonly within?: number } = {},
  ): Promise<ChatMessage> {
    const chat = options.in?.chat ?? this.chat;
    const after = options.after?.id ?? 0;
    const matches = (message: ChatMessage): boolean =>
      message.from.id !== this.id && message.id > after && isWanted(wanted, message);
    const there = chat.newest(matches);
    if (there !== undefined) return Promise.resolve(there);
    let stop = (): void => undefined;
    const arrival = new Promise<ChatMessage>((resolve) => {
      stop = chat.listen(({ kind, message }) => {
        if (kind !== 'deleted' && matches(message)) resolve(message);
      });
    });
    const failure = (): string =>
      `${this.user.first_name} waited for ${String(wanted)}; the chat shows:\n${chat.describe()}`;
    return withDeadline(arrival, options.within ?? patience, failure).finally(stop);
  }

  private sendMedia(media: Media, where: Writing, caption = ''): ChatMessage {
    return this.send(where, { media, ...withDetected({ text: caption, entities: where.entities ?? [] }) });
  }

  private send(where: Writing, content: Partial<ChatMessage>): ChatMessage {
    const chat = where.in?.chat ?? this.chat;
    this.mustBeIn(chat);
    if (chat.kind === 'channel') throw new Error('a channel has no messages of people, only posts');
    if (chat === this.chat) this.profile.started = true;
    return this.post(chat, {
      ...content,
      replyTo: where.replyTo?.id ?? null,
      answersElsewhere: where.answering ?? null,
      quote: where.quote ?? null,
      topicId: where.topic?.id ?? where.replyTo?.topicId ?? null,
      viaBot: where.via ?? null,
    });
  }

  private announce(service: ServiceEvent): ChatMessage {
    return this.post(this.chat, { service });
  }

  private post(chat: Chat, content: Partial<ChatMessage>): ChatMessage {
    const { chats, clock, updates } = this.telegram;
    const message = chat.add({ ...content, from: this.user, date: clock.seconds() });
    if (botSees(this.telegram, chat, message)) updates.push({ message: apiMessage(chats, message) });
    return message;
  }

  private shown(message: ChatMessage): ChatMessage {
    const chat = this.chatOf(message);
    const shown = chat.find(message.id);
    if (shown === undefined) throw new Error(`message ${message.id} was deleted; the chat shows:\n${chat.describe()}`);
    return shown;
  }

  private chatOf(message: ChatMessage): Chat {
    const chat = this.telegram.chats.get(message.chatId);
    this.mustBeIn(chat);
    return chat;
  }

  private mustBeIn(chat: Chat): void {
    if (!chat.has(this.id)) throw new Error(`${this.user.first_name} is not in the chat ${chat.id}`);
  }
}

const unblocked: Standing = { status: 'member' };
const blocked: Standing = { status: 'kicked', until: 0 };

function mustFit(text: string): void {
  if (text === '' || text.length > longestMessage) throw new RangeError(`nobody can send ${text.length} characters`);
}

function isWanted(wanted: Wanted, message: ChatMessage): boolean {
  if (typeof wanted === 'string') return message.text.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(message.text) : wanted(message);
}
