import { isGroup, type ChatId, type GroupId, type PersonId, type RecipientId, type TelegramId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';
import type { ContactMedium } from '../store/rows';
import type { AccessPolicy } from './access-policy';

/** The admins who were added, and those who were removed. */
export interface AdminsChange {
  readonly joined: readonly TelegramId[];
  readonly left: readonly TelegramId[];
}

/** What the use cases need to know about the community. */
export class Community {
  private added: ReadonlyMap<TelegramId, PersonId> = new Map();
  private onTelegram: ReadonlyMap<TelegramId, PersonId>;
  private listed: readonly PersonId[] = [];
  private readonly followers: ((change: AdminsChange) => void)[] = [];

  constructor(
    readonly policy: Policy,
    /** The admins whom the settings name, each by their Telegram ID. */
    private owners: ReadonlyMap<TelegramId, PersonId>,
    private readonly adminGroup: GroupId | null,
    private readonly adminTopic: number | null = null,
    /** Under which ID each group that Telegram has renumbered is known now. */
    private readonly newIds = new Map<GroupId, GroupId>(),
    /** What an approval opens; null: it is a record and nothing more. */
    readonly access: AccessPolicy | null = null,
    /** What reaches people besides Telegram. */
    readonly media: readonly ContactMedium[] = [],
  ) {
    this.onTelegram = owners;
    this.list();
  }

  get admins(): readonly PersonId[] {
    return this.listed;
  }

  /** The admins whom the settings name: they decide who else is one. */
  get ownerIds(): readonly PersonId[] {
    return [...this.owners.values()];
  }

  /** Each admin's Telegram ID. */
  get adminTelegramIds(): readonly TelegramId[] {
    return [...this.onTelegram.keys()];
  }

  isOwner(person: PersonId): boolean {
    return this.ownerIds.includes(person);
  }

  /** The settings name these, each by their Telegram ID. */
  appoint(owners: ReadonlyMap<TelegramId, PersonId>): void {
    this.owners = owners;
    this.list();
  }

  /** Besides the owners these are the admins, each by their Telegram ID. */
  appointAdded(added: ReadonlyMap<TelegramId, PersonId>): void {
    this.added = added;
    this.list();
  }

  /** The same with a list of admins of its own, in which a transaction can change it: nobody else sees that before the commit. */
  copy(): Community {
    const { policy, owners, adminGroup, adminTopic, newIds, access, media } = this;
    const copy = new Community(policy, owners, adminGroup, adminTopic, newIds, access, media);
    copy.appointAdded(this.added);
    return copy;
  }

  /** Whether the admins are unchanged since this copy was made. */
  hasAdminsOf(other: Community): boolean {
    return this.added === other.added && this.owners === other.owners;
  }

  /** What a transaction has made of the list is committed, and is the list from now on. */
  adopt(changed: Community): void {
    const before = this.onTelegram;
    this.owners = changed.owners;
    this.appointAdded(changed.added);
    const joined = [...this.onTelegram.keys()].filter((id) => !before.has(id));
    const left = [...before.keys()].filter((id) => !this.onTelegram.has(id));
    if (joined.length === 0 && left.length === 0) return;
    for (const follow of this.followers) follow({ joined, left });
  }

  /** The follower is called whenever an admin is added or removed. It must not throw. */
  follow(follower: (change: AdminsChange) => void): void {
    this.followers.push(follower);
  }

  /** Who gets the cards, and what else all admins are told: each admin in their private chat, or the one group. */
  cardRecipients(): readonly RecipientId[] {
    return this.adminGroup === null ? this.admins : [this.currentId(this.adminGroup)];
  }

  /** Whether the cards go to this chat. An admin's private chat gets none where there is a group. */
  getsCards(chat: RecipientId): boolean {
    return this.cardRecipients().includes(chat);
  }

  /** The topic in which a chat gets the cards and unsolicited messages to admins; null: none. */
  topicOf(chat: RecipientId): number | null {
    return this.adminGroup !== null && chat === this.currentId(this.adminGroup) ? this.adminTopic : null;
  }

  isAdmin(person: PersonId): boolean {
    return this.admins.includes(person);
  }

  /** The admin with this Telegram ID; null: no admin has it. */
  adminOnTelegram(id: TelegramId): PersonId | null {
    return this.onTelegram.get(id) ?? null;
  }

  /** How many admins may decide this client's requests: nobody decides their own. */
  deciders(client: PersonId): number {
    return this.admins.filter((admin) => admin !== client).length;
  }

  /** Whether admins decide in this chat: their group, also under an earlier ID, or an admin's private chat. */
  isAdminChat(chat: RecipientId): boolean {
    return this.getsCards(this.currentId(chat)) || this.admins.some((admin) => admin === chat);
  }

  /** The chats that an approval opens: those of ACCESS_CHATS, under the IDs they have now. */
  accessChats(): readonly GroupId[] {
    return [...new Set(this.access?.chats.map((chat) => this.currentGroup(chat)))];
  }

  /** Whether this is one of the chats that an approval opens, also under an earlier ID. */
  isAccessChat(chat: ChatId): boolean {
    return this.access !== null && isGroup(chat) && this.accessChats().includes(this.currentGroup(chat));
  }

  /** A group has a new ID. Telegram says so once, so this outlives a transaction that is rolled back. */
  rememberMove(from: GroupId, to: GroupId): void {
    const newest = this.currentGroup(to);
    if (newest === from) return;
    for (const [old, id] of this.newIds) if (id === from) this.newIds.set(old, newest);
    this.newIds.set(from, newest);
  }

  /** The ID that a group has now. */
  currentGroup(group: GroupId): GroupId {
    return this.newIds.get(group) ?? group;
  }

  private list(): void {
    this.onTelegram = this.added.size === 0 ? this.owners : new Map([...this.owners, ...this.added]);
    this.listed = [...this.onTelegram.values()];
  }

  private currentId(chat: RecipientId): RecipientId {
    return isGroup(chat) ? this.currentGroup(chat) : chat;
  }
}
