import type {
  Chat as ApiChat,
  ForceReply,
  InlineKeyboardButton,
  MessageEntity,
  MessageOrigin,
  RichBlock,
  User,
} from '@grammyjs/types';
import { MessageIds } from './message-ids';

/** A message as its chat shows it now. Edits make a new one with the same id. */
export interface ChatMessage {
  readonly chatId: number;
  /** Unique within its chat only. */
  readonly id: number;
  /** A stand-in of Telegram's where the message was sent in the name of a chat. */
  readonly from: User;
  /** The group or channel in whose name it was sent. */
  readonly senderChat: ApiChat | null;
  /** Seconds since 1970, as in Telegram. */
  readonly date: number;
  readonly editDate: number | null;
  /** What it says; the caption, if it is no text message. Empty for service messages. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** The blocks of a rich message, which has neither text nor entities. */
  readonly rich: readonly RichBlock[] | null;
  readonly media: Media | null;
  /** The album it belongs to. */
  readonly albumId: string | null;
  readonly service: ServiceEvent | null;
  /** The message of the same chat it answers. */
  readonly replyTo: number | null;
  /** The message of another chat it answers. */
  readonly answersElsewhere: ChatMessage | null;
  /** The part of the answered message that its sender chose to quote. */
  readonly quote: string | null;
  /** The topic it stands in; null outside of topics, and in the General one. */
  readonly topicId: number | null;
  /** Where it was first, if it was forwarded. */
  readonly forwardOrigin: MessageOrigin | null;
  /** Whether Telegram forwarded it from the channel that the group belongs to. */
  readonly isAutomaticForward: boolean;
  /** The inline bot that made it for its sender. */
  readonly viaBot: User | null;
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
  /** Opens the reply form of whoever sees it. */
  readonly forceReply: ForceReply | null;
}

export type Media = 'photo' | 'video' | 'document' | 'sticker' | 'voice';

export type ServiceEvent =
  | { readonly kind: 'joined'; readonly users: readonly User[] }
  | { readonly kind: 'left'; readonly user: User }
  | { readonly kind: 'migrated_to'; readonly chatId: number }
  | { readonly kind: 'migrated_from'; readonly chatId: number }
  | { readonly kind: 'pinned'; readonly messageId: number }
  /** Seconds; 0 switches it off. */
  | { readonly kind: 'auto_delete'; readonly after: number }
  | { readonly kind: 'topic_created'; readonly name: string }
  | { readonly kind: 'topic_closed' }
  | { readonly kind: 'topic_reopened' };

export interface ChatEvent {
  readonly kind: 'sent' | 'edited' | 'deleted';
  readonly message: ChatMessage;
}
export type ChatListener = (event: ChatEvent) => void;

/** What a message needs to be told apart from an empty one. */
export type NewMessage = Pick<ChatMessage, 'from' | 'date'> & Partial<Omit<ChatMessage, 'chatId' | 'id'>>;

/** Someone on Telegram, and how they stand with the bot. */
export interface Profile {
  user: User;
  /** Whether they ever opened the chat with the bot: before that it can't write to them. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** Whether messages of theirs that others forward don't lead to them. */
  hidesWhenForwarded: boolean;
}

export type ChatKind = 'private' | 'group' | 'supergroup';

/** A topic of a forum, or of a private chat with a bot that has topics enabled there. */
export interface Topic {
  /** The `message_thread_id`: the id of the message that opened it. */
  readonly id: number;
  readonly name: string;
  isClosed: boolean;
}

/** How the bot stands in a group; `restricted`: it is in, and may not write. */
export type BotMembership = 'member' | 'administrator' | 'restricted' | 'left' | 'kicked';

/** A chat with the bot in it: a person's, or a group. */
export class Chat {
  /** People in it, by Telegram ID; the bot is not among them. */
  readonly members = new Set<number>();
  bot: BotMembership = 'member';
  /** Whether members may write who are no administrators. Nobody is told of a change. */
  membersWrite = true;
  /** The supergroup this group became. */
  migratedTo: number | null = null;
  /** Whether it is a supergroup with topics. */
  isForum = false;
  /** By `message_thread_id`; a forum has its General topic besides. */
  readonly topics = new Map<number, Topic>();
  /** Whether the General topic of a forum is closed. */
  isGeneralClosed = false;
  private readonly byId = new Map<number, ChatMessage>();
  private readonly listeners = new Set<ChatListener>();

  constructor(
    readonly id: number,
    readonly kind: ChatKind,
    /** A group's name; empty for a private chat. */
    readonly title: string,
    private readonly messageIds: MessageIds,
    private readonly onEvent: ChatListener,
  ) {}

  /** Whether the bot is in it, in whatever way. */
  get hasBot(): boolean {
    return this.bot !== 'left' && this.bot !== 'kicked';
  }

  /** What the chat shows, oldest first. */
  get messages(): readonly ChatMessage[] {
    return [...this.byId.values()];
  }

  find(messageId: number): ChatMessage | undefined {
    return this.byId.get(messageId);
  }

  /** The newest message for which `matches` holds. */
  newest(matches: (message: ChatMessage) => boolean): ChatMessage | undefined {
    let found: ChatMessage | undefined;
    for (const message of this.byId.values()) if (matches(message)) found = message;
    return found;
  }

  add(message: NewMessage): ChatMessage {
    const added: ChatMessage = { ...emptyMessage, ...message, chatId: this.id, id: this.messageIds.next() };
    this.byId.set(added.id, added);
    this.tell({ kind: 'sent', message: added });
    return added;
  }

  /** Puts an edited message in the place of the one it was. */
  replace(message: ChatMessage): void {
    this.byId.set(message.id, message);
    this.tell({ kind: 'edited', message });
  }

  remove(message: ChatMessage): void {
    this.byId.delete(message.id);
    this.tell({ kind: 'deleted', message });
  }

  /** Hears of everything that happens here from now on, until the returned function is called. */
  listen(listener: ChatListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What the chat shows, to be read in a test's failure. */
  describe(): string {
    const lines = this.messages.slice(-10).map(describe);
    return lines.length === 0 ? '(no messages)' : lines.join('\n');
  }

  private tell(event: ChatEvent): void {
    for (const listener of this.listeners) listener(event);
    this.onEvent(event);
  }
}

/** Everyone and every chat there is. */
export class Chats {
  readonly people = new Map<number, Profile>();
  readonly byId = new Map<number, Chat>();
  private readonly listeners = new Set<ChatListener>();
  private readonly accountIds = MessageIds.ofAccount();

  /** Makes a chat. Refuses an id that is taken. */
  open(id: number, kind: ChatKind, title = ''): Chat {
    if (this.byId.has(id)) throw new Error(`there is a chat ${id} already`);
    const messageIds = kind === 'supergroup' ? MessageIds.ofSupergroup() : this.accountIds;
    const chat = new Chat(id, kind, title, messageIds, (event) => {
      for (const listener of this.listeners) listener(event);
    });
    this.byId.set(id, chat);
    return chat;
  }

  /** The chat with this id. Throws if there is none: only tests ask like that. */
  get(id: number): Chat {
    const chat = this.byId.get(id);
    if (chat === undefined) throw new Error(`there is no chat ${id}`);
    return chat;
  }

  /** Hears of everything that happens in any chat from now on, until the returned function is called. */
  listen(listener: ChatListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const emptyMessage = {
  senderChat: null,
  editDate: null,
  text: '',
  entities: [],
  rich: null,
  media: null,
  albumId: null,
  service: null,
  replyTo: null,
  answersElsewhere: null,
  quote: null,
  topicId: null,
  forwardOrigin: null,
  isAutomaticForward: false,
  viaBot: null,
  buttons: [],
  forceReply: null,
} as const;

function describe(message: ChatMessage): string {
  const what =
    message.service?.kind ?? [message.media, message.rich && 'rich message', message.text].filter(Boolean).join(': ');
  const buttons = message.buttons.map((row) => row.map((button) => `[${button.text}]`).join(' ')).join(' / ');
  return `#${message.id} ${message.from.first_name}: ${what}${buttons === '' ? '' : `  ${buttons}`}`;
}
