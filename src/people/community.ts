import { isGroup, type GroupId, type PersonId, type RecipientId, type TelegramId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';

/** What the use cases need to know about the community. */
export class Community {
  private readonly moved = new Map<GroupId, GroupId>();
  private listed: readonly PersonId[];

  constructor(
    readonly policy: Policy,
    /** Each admin, by their Telegram ID. */
    private adminsOnTelegram: ReadonlyMap<TelegramId, PersonId>,
    private readonly adminGroup: GroupId | null,
    private readonly adminTopic: number | null = null,
  ) {
    this.listed = [...adminsOnTelegram.values()];
  }

  get admins(): readonly PersonId[] {
    return this.listed;
  }

  /** These are the admins from now on, each by their Telegram ID. */
  appoint(admins: ReadonlyMap<TelegramId, PersonId>): void {
    this.adminsOnTelegram = admins;
    this.listed = [...admins.values()];
  }

  /** Who gets the cards: each admin in their private chat, or the one group. */
  adminChats(): readonly RecipientId[] {
    return this.adminGroup === null ? this.admins : [this.placeOf(this.adminGroup)];
  }

  /** The topic in which a chat gets the cards and unsolicited messages to admins; null: none. */
  topicOf(chat: RecipientId): number | null {
    return this.adminGroup !== null && chat === this.placeOf(this.adminGroup) ? this.adminTopic : null;
  }

  isAdmin(person: PersonId): boolean {
    return this.admins.includes(person);
  }

  /** The admin who has this Telegram ID; null: it is no admin's. */
  adminOnTelegram(id: TelegramId): PersonId | null {
    return this.adminsOnTelegram.get(id) ?? null;
  }

  /** How many admins may decide a request of this client's: nobody decides their own. */
  deciders(client: PersonId): number {
    return this.admins.filter((admin) => admin !== client).length;
  }

  /** Whether admins decide in this chat: their group, also under an earlier ID, or an admin's private chat. */
  isAdminChat(chat: RecipientId): boolean {
    return this.adminChats().includes(this.placeOf(chat)) || this.admins.some((admin) => admin === chat);
  }

  /** A group has a new ID. Telegram says so once, so this outlives a transaction that is rolled back. */
  rememberMove(from: GroupId, to: GroupId): void {
    this.moved.set(from, to);
  }

  private placeOf(chat: RecipientId): RecipientId {
    return isGroup(chat) ? (this.moved.get(chat) ?? chat) : chat;
  }
}
