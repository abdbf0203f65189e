import { setTimeout as wait } from 'node:timers/promises';
import { parse, type CallbackData } from '../../src/channels/telegram/messages/callback-data';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Person } from '../../src/telegram-double/people';
import { newcomer } from '../e2e/scenes';
import type { World } from '../e2e/world';
import type { Random } from './random';

type OnCard = Extract<CallbackData, { readonly round: number }>;

const clientsAtFirst = 30;
/** Milliseconds between two things that somebody does, at least and at most. */
const pause = [5, 30] as const;
/** How many of the newest messages admins look at. */
const screen = 60;
/** With so many updates waiting, people wait as well: a crowd that goes on writing to a bot that is down would only test a flood. */
const mostWaiting = 100;

/** The people of a chaos run: they do what people do, all at once, and know nothing of kills and faults. */
export class Crowd {
  /** How many messages each person has written that are to be answered in words, by Telegram ID. */
  readonly written = new Map<number, number>();
  /** Measures how soon service is there again; no fault is for them alone. */
  readonly probe: Person;
  private readonly clients: Person[] = [];
  private readonly blocked = new Set<Person>();
  private count = 0;
  private busy = true;
  private readonly working: Promise<void>;

  constructor(
    private readonly world: World,
    private readonly random: Random,
  ) {
    this.probe = newcomer(world, { first_name: 'Probe' });
    for (let n = 0; n < clientsAtFirst; n += 1) this.clients.push(newcomer(world));
    this.working = this.work();
  }

  /** From now on nobody does anything. */
  async stop(): Promise<void> {
    this.busy = false;
    await this.working;
  }

  /** The clients so far. */
  get everyClient(): readonly Person[] {
    return this.clients;
  }

  /** Somebody writes. */
  write(person: Person, text: string, replyTo?: ChatMessage): ChatMessage {
    this.written.set(person.id, (this.written.get(person.id) ?? 0) + 1);
    return person.write(text, replyTo && { replyTo });
  }

  private async work(): Promise<void> {
    while (this.busy) {
      if (this.world.double.updates.pending < mostWaiting) {
        if (this.random.chance(0.55)) this.someClient();
        else this.someAdmin();
      }
      await wait(this.random.between(...pause));
    }
  }

  private someClient(): void {
    if (this.random.chance(0.08)) this.clients.push(newcomer(this.world));
    const client = this.random.pick(this.clients);
    if (this.blocked.delete(client)) client.unblock();
    switch (this.random.weighted({ request: 45, appeal: 18, cancel: 12, status: 9, question: 6, text: 7, block: 3 })) {
      case 'request':
        this.write(client, `/request ${this.words('ask')}`);
        return;
      case 'appeal':
        this.write(client, `/appeal ${this.words('appeal')}`);
        return;
      case 'cancel':
        this.write(client, '/cancel');
        return;
      case 'status':
        this.write(client, '/status');
        return;
      case 'question':
        this.write(client, '/request');
        return;
      case 'text':
        this.write(client, this.words('text'));
        return;
      case 'block':
        client.block();
        this.blocked.add(client);
    }
  }

  private someAdmin(): void {
    const admin = this.random.pick(this.world.admins);
    const cards = buttonsOf(admin);
    if (cards.length === 0) {
      this.write(admin, '/pending');
      return;
    }
    const { message, data } = this.random.pick(cards);
    switch (
      this.random.weighted({
        opposite: 20,
        together: 20,
        twice: 5,
        press: 25,
        reply: 14,
        reason: 6,
        command: 8,
        revoke: 8,
        look: 4,
      })
    ) {
      case 'opposite':
        this.pressOpposite();
        return;
      case 'together':
        this.pressTogether();
        return;
      case 'twice':
        if (data.type === 'approve') {
          for (let n = 0; n < 2; n += 1) admin.pressData(message, rawData(message, data));
        }
        return;
      case 'press':
        admin.pressData(message, rawData(message, data));
        return;
      case 'reply':
        this.write(admin, this.random.pick(['approve', `reject ${this.words('because')}`, 'hm']), message);
        return;
      case 'reason': {
        const question = admin.chat.newest(({ forceReply }) => forceReply !== null);
        if (question !== undefined) this.write(admin, this.words('because'), question);
        return;
      }
      case 'command':
        this.write(
          admin,
          this.random.pick([`/approve ${data.request}`, `/reject ${data.request} ${this.words('because')}`]),
        );
        return;
      case 'revoke':
        this.write(admin, `/revoke ${data.request} ${this.words('because')}`);
        return;
      case 'look':
        this.write(admin, this.random.pick(['/pending', '/stats']));
        // Answered with a card, not with words: that is not counted.
        admin.write(`/show ${data.request}`);
    }
  }

  /** Two admins decide one request at the same instant, each their own way. */
  private pressOpposite(): void {
    const one = this.random.pick(this.world.admins);
    const other = this.random.pick(this.world.admins.filter((admin) => admin !== one));
    const theirs = buttonsOf(other).filter(({ data }) => data.type === 'reject');
    const both = buttonsOf(one).flatMap(({ message, data }) => {
      const twin = theirs.find((seen) => seen.data.request === data.request && seen.data.round === data.round);
      return data.type === 'approve' && twin !== undefined ? [{ message, data, twin }] : [];
    });
    if (both.length === 0) return;
    const { message, data, twin } = this.random.pick(both);
    one.pressData(message, rawData(message, data));
    other.pressData(twin.message, rawData(twin.message, twin.data));
  }

  /** All admins approve one request at the same instant. */
  private pressTogether(): void {
    const seen = this.world.admins.map((admin) => ({
      admin,
      open: buttonsOf(admin).filter(({ data }) => data.type === 'approve'),
    }));
    const numbers = seen[0]?.open.map(({ data }) => data.request) ?? [];
    if (numbers.length === 0) return;
    const request = this.random.pick(numbers);
    for (const { admin, open } of seen) {
      const card = open.findLast(({ data }) => data.request === request);
      if (card !== undefined) admin.pressData(card.message, rawData(card.message, card.data));
    }
  }

  /** A text that nobody has written before. */
  private words(what: string): string {
    this.count += 1;
    return `${what} ${this.count}: <b>& “quotes” 👍`;
  }
}

interface Button {
  readonly message: ChatMessage;
  readonly data: OnCard;
}

/** The buttons of cards that an admin sees now. */
function buttonsOf({ chat }: Person): readonly Button[] {
  return chat.messages.slice(-screen).flatMap((message) =>
    message.buttons.flat().flatMap((button) => {
      const data = 'callback_data' in button ? parse(button.callback_data) : null;
      return data !== null && 'round' in data ? [{ message, data }] : [];
    }),
  );
}

/** The button's data as it stands on the message. */
function rawData(message: ChatMessage, data: OnCard): string {
  const raw = message.buttons.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
  return raw.find((text) => JSON.stringify(parse(text)) === JSON.stringify(data)) ?? '';
}
