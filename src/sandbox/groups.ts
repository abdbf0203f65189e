import type { User } from '@grammyjs/types';
import { apiMessage } from './api-objects';
import type { Chat, ServiceEvent } from './chats';
import { tellBotMembership, type BotMembership } from './membership';
import type { Telegram } from './telegram';

/** Anyone who can be in a group. */
export interface Member {
  readonly id: number;
  readonly user: User;
}

export interface GroupOptions {
  /** Below -1000000000000 it is a supergroup, as in Telegram. */
  readonly id: number;
  readonly title: string;
  readonly members: readonly Member[];
}

const supergroupsBelow = -1_000_000_000_000;

/** A group with the bot in it, and what happens to it. */
export class Group {
  private constructor(
    private readonly telegram: Telegram,
    readonly chat: Chat,
  ) {}

  /** Makes the group without any message about it. */
  static open(telegram: Telegram, { id, title, members }: GroupOptions): Group {
    if (id >= 0) throw new Error(`a group's id is negative, not ${id}`);
    const chat = telegram.chats.open(id, id < supergroupsBelow ? 'supergroup' : 'group', title);
    for (const member of members) chat.members.add(member.id);
    return new Group(telegram, chat);
  }

  get id(): number {
    return this.chat.id;
  }

  join(person: Member): void {
    this.chat.members.add(person.id);
    this.announce(person, { kind: 'joined', users: [person.user] });
  }

  leave(person: Member): void {
    this.chat.members.delete(person.id);
    this.announce(person, { kind: 'left', user: person.user });
  }

  /** Someone removes the bot for good: it is told, and its messages are refused from then on. */
  kickBot(by: Member): void {
    this.moveBot(by, 'kicked');
  }

  /** Someone adds the bot (again). */
  addBot(by: Member): void {
    this.moveBot(by, 'member');
  }

  /** Someone makes it a supergroup: a new chat with the same people and another id, which the bot is told of in both. */
  upgrade(by: Member, newId = supergroupsBelow + this.id): Group {
    const members = [...this.chat.members];
    const upgraded = new Group(this.telegram, this.telegram.chats.open(newId, 'supergroup', this.chat.title));
    for (const id of members) upgraded.chat.members.add(id);
    this.announce(by, { kind: 'migrated_to', chatId: newId });
    this.chat.migratedTo = newId;
    upgraded.announce(by, { kind: 'migrated_from', chatId: this.id });
    return upgraded;
  }

  private announce(by: Member, service: ServiceEvent): void {
    const { clock, updates, chats } = this.telegram;
    const message = this.chat.add({ from: by.user, date: clock.seconds(), service });
    if (this.chat.bot === 'member') updates.push({ message: apiMessage(chats, message) });
  }

  private moveBot(by: Member, to: BotMembership): void {
    const from = this.chat.bot;
    this.chat.bot = to;
    tellBotMembership(this.telegram, this.chat, by.user, { from, to });
  }
}
