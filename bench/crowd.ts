import { setTimeout as wait } from 'node:timers/promises';
import { withDeadline } from '../src/telegram-double/deadline';
import type { ChatEvent, ChatMessage } from '../src/telegram-double/chats';
import type { TelegramDouble } from '../src/telegram-double/double';
import type { Person } from '../src/telegram-double/people';

/** Milliseconds that any part of a measurement may take. */
const longest = 120_000;

/** The clients and the two admins of one run, and how soon a bot serves them. */
export class Crowd {
  readonly admins: readonly [Person, Person];
  private lastId: number;

  /** IDs begin above `firstId`: no two runs on one database have a person in common. */
  constructor(
    private readonly double: TelegramDouble,
    firstId: number,
  ) {
    this.lastId = firstId;
    this.admins = [this.newcomer('Ada'), this.newcomer('Ben')];
  }

  /** So many clients ask at once. Resolves, with the seconds it took, when each has a confirmation and each admin each card. */
  async ask(count: number): Promise<{ readonly seconds: number; readonly cards: Cards }> {
    const clients = this.newClients(count);
    const cards = new Cards(this.admins);
    const began = performance.now();
    let missing = count * 3;
    const served = this.until((event) => {
      if (event.kind !== 'sent' || !(cards.add(event.message) || this.isToClient(event))) return false;
      missing -= 1;
      return missing === 0;
    });
    for (const client of clients) client.write(requestText(client));
    await served;
    return { seconds: (performance.now() - began) / 1000, cards };
  }

  /**
   * All cards are decided at once, by both admins in turn. Resolves, with the seconds it took, when every press is
   * answered, every client told and both cards of every request are edited.
   */
  async approve(cards: Cards): Promise<{ readonly seconds: number }> {
    const presses = cards.inTurn();
    const began = performance.now();
    let missing = presses.length * 3;
    const served = this.until((event) => {
      if (cards.has(event.message) || this.isToClient(event)) missing -= 1;
      return missing === 0;
    });
    const answered = presses.map(({ admin, card }) => admin.press(card, 'Approve').answered(longest));
    await Promise.all([served, ...answered]);
    return { seconds: (performance.now() - began) / 1000 };
  }

  /** Clients ask one by one, so many a second. Resolves with the milliseconds each had to wait for the confirmation. */
  async askSteadily(perSecond: number, seconds: number): Promise<readonly number[]> {
    const clients = this.newClients(perSecond * seconds);
    const writtenAt = new Map<number, number>();
    const waits: number[] = [];
    const cards = new Cards(this.admins);
    let missing = clients.length * 3;
    const served = this.until((event) => {
      if (!(cards.add(event.message) || this.isToClient(event))) return false;
      const began = writtenAt.get(event.message.chatId);
      if (began !== undefined) waits.push(performance.now() - began);
      missing -= 1;
      return missing === 0;
    });
    const began = performance.now();
    for (const [n, client] of clients.entries()) {
      // By the time since the beginning, so that a late timer makes nobody after it late.
      const early = began + (n * 1000) / perSecond - performance.now();
      if (early > 0) await wait(early);
      writtenAt.set(client.id, performance.now());
      client.write(requestText(client));
    }
    await served;
    return waits;
  }

  private isToClient({ message }: ChatEvent): boolean {
    return message.from.is_bot && this.admins.every(({ id }) => id !== message.chatId);
  }

  private newClients(count: number): readonly Person[] {
    return Array.from({ length: count }, () => this.newcomer('Client'));
  }

  private newcomer(name: string): Person {
    this.lastId += 1;
    return this.double
      .person({ id: this.lastId, first_name: `${name} ${this.lastId}`, language_code: 'en' })
      .hasStarted();
  }

  private until(isDone: (event: ChatEvent) => boolean): Promise<void> {
    const { promise, stop } = listenUntil(this.double, isDone);
    return withDeadline(promise, longest, () => 'the bot has not served everybody').finally(stop);
  }
}

/** The cards that both admins have of the same requests. */
export class Cards {
  private readonly byAdmin: readonly [Map<string, ChatMessage>, Map<string, ChatMessage>] = [new Map(), new Map()];
  private readonly messages = new Set<string>();

  constructor(private readonly admins: readonly [Person, Person]) {}

  /**
   * Takes a message up if it is a card: its first button approves a request and names it. False for what else admins are sent,
   * such as the number of requests that waited before they came.
   */
  add(message: ChatMessage): boolean {
    const button = message.buttons[0]?.[0];
    const admin = this.admins.findIndex(({ id }) => id === message.chatId);
    if (button === undefined || !('callback_data' in button) || !button.text.includes('Approve')) return false;
    this.byAdmin[admin]?.set(button.callback_data, message);
    this.messages.add(`${message.chatId}/${message.id}`);
    return true;
  }

  has({ id, chatId }: ChatMessage): boolean {
    return this.messages.has(`${chatId}/${id}`);
  }

  /** One card of each request, of either admin in turn. */
  inTurn(): readonly { readonly admin: Person; readonly card: ChatMessage }[] {
    return [...this.byAdmin[0].keys()].map((request, n) => {
      const turn = n % 2 === 0 ? 0 : 1;
      const card = this.byAdmin[turn].get(request);
      if (card === undefined) throw new Error(`only one admin has the card ${request}`);
      return { admin: this.admins[turn], card };
    });
  }
}

const requestText = ({ id }: Person): string =>
  `/request Hello, I’m client ${id}. I know Anna & Boris from the choir and would love to join <you>.`;

function listenUntil(double: TelegramDouble, isDone: (event: ChatEvent) => boolean) {
  let stop = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    stop = double.chats.listen((event) => {
      if (isDone(event)) resolve();
    });
  });
  return { promise, stop };
}
