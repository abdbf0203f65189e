import type {
  Chat as ApiChat,
  ForceReply,
  InlineKeyboardButton,
  MessageEntity,
  MessageOrigin,
  RichBlock,
  User,
} from '@grammyjs/types';
import type { InviteLink } from './invite-links';
import { MessageIds } from './message-ids';
import { isIn, type Standing } from './standings';
import type { Photo } from './pictures';

/** A message as its chat shows it now. An edit makes a new object with the same ID. */
export interface ChatMessage {
  readonly chatId: number;
  /** Unique only within its chat. */
  readonly id: number;
  /** One of Telegram's stand-in accounts if the message was sent on behalf of a chat. */
  readonly from: User;
  /** The group or channel on whose behalf it was sent. */
  readonly senderChat: ApiChat | null;
  /** Seconds since 1970, as in the Bot API. */
  readonly date: number;
  readonly editDate: number | null;
  /** The text, or the caption of media. Empty for service messages. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** The blocks of a rich message, which has no text and no entities. */
  readonly rich: readonly RichBlock[] | null;
  readonly media: Media | null;
  /** What is to be seen of a photo that the bot sent. */
  readonly photo: Photo | null;
  /** The album it belongs to. */
  readonly albumId: string | null;
  readonly service: ServiceEvent | null;
  /** The message in the same chat that it replies to. */
  readonly replyTo: number | null;
  /** The message in another chat that it replies to. */
  readonly answersElsewhere: ChatMessage | null;
  /** The part of that message that its sender quoted. */
  readonly quote: string | null;
  /** Its topic. Null outside of topics and in General. */
  readonly topicId: number | null;
  /** The origin of a forwarded message. */
  readonly forwardOrigin: MessageOrigin | null;
  /** Whether Telegram forwarded it from the group's linked channel. */
  readonly isAutomaticForward: boolean;
  /** The inline bot through which it was sent. */
  readonly viaBot: User | null;
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
  /** Makes the clients of those who see it open a reply. */
  readonly forceReply: ForceReply | null;
}

export type Media = 'photo' | 'video' | 'document' | 'sticker' | 'voice';

export type ServiceEvent =
  | { readonly kind: 'joined'; readonly users: readonly User[] }
  | { readonly kind: 'left'; readonly user: User }
  | { readonly kind: 'migrated_to'; readonly chatId: number }
  | { readonly kind: 'migrated_from'; readonly chatId: number }
  | { readonly kind: 'pinned'; readonly messageId: number }
  /** In seconds; 0 switches it off. */
  | { readonly kind: 'auto_delete'; readonly after: number }
  | { readonly kind: 'topic_created'; readonly name: string }
  | { readonly kind: 'topic_closed' }
  | { readonly kind: 'topic_reopened' };

export interface ChatEvent {
  readonly kind: 'sent' | 'edited' | 'deleted';
  readonly message: ChatMessage;
}
export type ChatListener = (event: ChatEvent) => void;

/** The fields a new message must have; the others default to empty. */
export type NewMessage = Pick<ChatMessage, 'from' | 'date'> & Partial<Omit<ChatMessage, 'chatId' | 'id'>>;

/** A Telegram user and their relation to the bot. */
export interface Profile {
  user: User;
  /** What they say of themselves; empty if nothing. */
  bio: string;
  /** Whether they ever started the chat with the bot: before that it can't write to them. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** Whether forwards of their messages hide who they are. */
  hidesWhenForwarded: boolean;
}

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

/** A topic of a forum, or of a private chat with a bot that has topics enabled. */
export interface Topic {
  /** The `message_thread_id`: the ID of the message that opened it. */
  readonly id: number;
  readonly name: string;
  isClosed: boolean;
}

/** A join request that nobody has answered yet. */
export interface JoinRequest {
  readonly user: User;
  /** By the double's clock (ms). */
  readonly at: number;
  /** The link they used; null in a public group that approves its new members. */
  readonly link: InviteLink | null;
  /** Whether the bot may write to them: it got the request, and no administrator has written to them. */
  letsBotWrite: boolean;
  /** Telegram asks the bot itself, and waits for its answer; null: it doesn't, or the bot has answered. */
  queryId: string | null;
}

/** A chat that the bot is in: a private chat, a group or a channel. */
export class Chat {
  /** The people who are or were here, by Telegram ID, without the bot and those who just left. */
  readonly members = new Map<number, Standing>();
  bot: Standing = { status: 'member' };
  /** Whether members who aren't administrators may write. The bot gets no update about a change. */
  membersWrite = true;
  /** Whether they may add members. The bot gets no update about a change. */
  membersInvite = false;
  /** The name of a public group or channel. */
  username: string | null = null;
  /** Whether those who join a public group have to be approved. */
  joinByRequest = false;
  /** Whether the owner has made the bot the one that Telegram asks about join requests. */
  isGuardedByBot = false;
  /** The channel of a discussion group, or the group of a channel. */
  linkedChatId: number | null = null;
  readonly links: InviteLink[] = [];
  /** Those that wait, by Telegram ID. */
  readonly joinRequests = new Map<number, JoinRequest>();
  /** Whether members who aren't administrators may send photos. The bot gets no update about a change. */
  membersSendPhotos = true;
  /** The supergroup that this group has become. */
  migratedTo: number | null = null;
  /** Whether it is a supergroup with topics. */
  isForum = false;
  /** By `message_thread_id`, without General. */
  readonly topics = new Map<number, Topic>();
  /** Whether a forum's General topic is closed. */
  isGeneralClosed = false;
  private readonly byId = new Map<number, ChatMessage>();
  private readonly listeners = new Set<ChatListener>();

  constructor(
    readonly id: number,
    readonly kind: ChatKind,
    /** The name of a group or channel; empty for a private chat. */
    readonly title: string,
    private readonly messageIds: MessageIds,
    private readonly onEvent: ChatListener,
  ) {}

  /** Whether the bot is a member, with whatever rights. */
  get hasBot(): boolean {
    return isIn(this.bot);
  }

  /** Whether somebody is a member. */
  has(userId: number): boolean {
    const standing = this.members.get(userId);
    return standing !== undefined && isIn(standing);
  }

  /** How many join requests by this link wait. */
  requestsBy(link: InviteLink): number {
    return [...this.joinRequests.values()].filter((request) => request.link === link).length;
  }

  /** The messages in the chat, oldest first. */
  get messages(): readonly ChatMessage[] {
    return [...this.byId.values()];
  }

  find(messageId: number): ChatMessage | undefined {
    return this.byId.get(messageId);
  }

  /** The newest message that `matches` accepts. */
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

  /** Replaces a message by its edited version. */
  replace(message: ChatMessage): void {
    this.byId.set(message.id, message);
    this.tell({ kind: 'edited', message });
  }

  remove(message: ChatMessage): void {
    this.byId.delete(message.id);
    this.tell({ kind: 'deleted', message });
  }

  /** Calls `listener` for everything that happens in this chat, until the returned function is called. */
  listen(listener: ChatListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The content of the chat, for the message of a failed test. */
  describe(): string {
    const lines = this.messages.slice(-10).map(describe);
    return lines.length === 0 ? '(no messages)' : lines.join('\n');
  }

  private tell(event: ChatEvent): void {
    for (const listener of this.listeners) listener(event);
    this.onEvent(event);
  }
}

/** All people and chats. */
export class Chats {
  readonly people = new Map<number, Profile>();
  readonly byId = new Map<number, Chat>();
  private readonly listeners = new Set<ChatListener>();
  private readonly accountIds = MessageIds.ofAccount();

  /** Creates a chat. Throws if the ID is taken. */
  open(id: number, kind: ChatKind, title = ''): Chat {
    if (this.byId.has(id)) throw new Error(`chat ${id} already exists`);
    const messageIds = kind === 'supergroup' || kind === 'channel' ? MessageIds.ofSupergroup() : this.accountIds;
    const chat = new Chat(id, kind, title, messageIds, (event) => {
      for (const listener of this.listeners) listener(event);
    });
    this.byId.set(id, chat);
    return chat;
  }

  /** The chat with this ID. Throws if there is none: only tests ask for one. */
  get(id: number): Chat {
    const chat = this.byId.get(id);
    if (chat === undefined) throw new Error(`there is no chat ${id}`);
    return chat;
  }

  /** Calls `listener` for everything that happens in any chat, until the returned function is called. */
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
  photo: null,
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
