import { privateChat, type ChatId, type PersonId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';

/** What the use cases know about the community they work for. */
export class Community {
  private readonly moved = new Map<ChatId, ChatId>();

  constructor(
    readonly policy: Policy,
    readonly admins: readonly PersonId[],
    private readonly adminGroup: ChatId | null,
    private readonly adminTopic: number | null = null,
  ) {}

  /** The chats that get the cards: each admin's private chat, or the one group. */
  adminChats(): readonly ChatId[] {
    return this.adminGroup === null ? this.admins.map(privateChat) : [this.placeOf(this.adminGroup)];
  }

  /** The topic in which a chat gets the cards and all that admins are told unasked; null: none. */
  topicOf(chat: ChatId): number | null {
    return this.adminGroup !== null && chat === this.placeOf(this.adminGroup) ? this.adminTopic : null;
  }

  isAdmin(person: PersonId): boolean {
    return this.admins.includes(person);
  }

  /** Whether there is an admin who may decide a request of this client's: nobody decides their own. */
  canDecideFor(client: PersonId): boolean {
    return this.admins.some((admin) => admin !== client);
  }

  /** Whether a chat is one in which admins decide: their group, also under an ID it had before, or the private chat of one of them. */
  isAdminChat(chat: ChatId): boolean {
    return this.adminChats().includes(this.placeOf(chat)) || this.admins.some((admin) => privateChat(admin) === chat);
  }

  /** A group has a new ID. Telegram says so once for all, so this outlives a transaction that is rolled back. */
  rememberMove(from: ChatId, to: ChatId): void {
    this.moved.set(from, to);
  }

  private placeOf(chat: ChatId): ChatId {
    return this.moved.get(chat) ?? chat;
  }
}
