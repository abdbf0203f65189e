import { setTimeout as wait } from 'node:timers/promises';
import { parse, type CallbackData } from '../../src/channels/telegram/messages/callback-data';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Person } from '../../src/telegram-double/people';
import { newcomer } from '../e2e/scenes';
import type { World } from '../e2e/world';
import type { Doors } from './doors';
import type { Outside } from './evidence';
import type { Mailboxes } from './mailboxes';
import type { Random } from './random';

const clientsAtFirst = 30;
/** How many of them are approved before anything goes wrong. */
const membersAtFirst = 8;
/** So long, in milliseconds, they are waited for. */
const soon = 3000;
/** The names of those whom the owners make admins in the chat, and remove again. */
const helperNames = ['Ella', 'Finn'];
/** Milliseconds between two things that somebody does, at least and at most. */
const pause = [5, 30] as const;
/** How many of the newest messages admins look at. */
const screen = 60;
/** With so many updates waiting, people wait as well: a crowd that goes on writing to a bot that is down would only test a flood. */
const mostWaiting = 30;

/** The people of a chaos run: they do what people do, all at once, and know nothing of kills and faults. */
export class Crowd {
  /** How many messages each person has written that are to be answered in words, by Telegram ID. */
  private readonly written = new Map<number, number>();
  /** How often each client pressed a button under a text that the bot had offered to send. */
  private readonly pressed = new Map<number, number>();
  /** Measures how soon service is there again; no fault is for them alone. */
  readonly probe: Person;
  private readonly adminActions: Readonly<Record<AdminAction, number>>;
  private readonly clients: Person[] = [];
  private readonly helpers: readonly Person[];
  private readonly blocked = new Set<Person>();
  private readonly unreachable = new Set<number>();
  /** The questions of the bot that somebody has replied to. */
  private readonly answered = new Set<ChatMessage>();
  /** The numbers of the requests of those who were let in at first. */
  private firstRequests: readonly string[] = [];
  private count = 0;
  private busy = true;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly random: Random,
    readonly doors: Doors,
    readonly mailboxes: Mailboxes,
    often?: AdminAction,
  ) {
    this.adminActions = often === undefined ? adminActions : { ...adminActions, [often]: 100 };
    this.probe = newcomer(world, { first_name: 'Probe' });
    for (let n = 0; n < clientsAtFirst; n += 1) this.clients.push(newcomer(world));
    this.helpers = helperNames.map((first_name) => newcomer(world, { first_name }).hasStarted());
  }

  /** From now on everybody does what they do. */
  begin(): void {
    this.working = this.work();
  }

  /** Some are approved before anything goes wrong, and go in. A program that is broken is not waited for. */
  async letSomeIn(): Promise<void> {
    const some = this.clients.slice(0, membersAtFirst);
    for (const client of some) this.write(client, `/request ${this.words('ask')}`);
    const confirmed = await Promise.all(some.map((client) => seesSoon(client, /^✅/)));
    this.firstRequests = confirmed.flatMap((message) => /[#№](\d+)/.exec(message?.text ?? '')?.[1] ?? []);
    if (this.firstRequests.length === 0) return;
    for (const admin of this.world.admins) this.write(admin, `/approve ${this.firstRequests.join(' ')}`);
    for (const client of some) await seesSoon(client, /is approved/);
    for (const client of some) for (const chat of this.doors.chats) this.doors.knock(client, chat);
    await Promise.all(some.map((client, n) => this.proveAddress(client, n % 2 === 0 ? 'both' : 'fallback')));
  }

  /** Somebody proves their email address, and never changes anything about it. */
  private async proveAddress(client: Person, mode: 'fallback' | 'both'): Promise<void> {
    const { mailboxes } = this;
    this.write(client, mailboxes.name(client));
    const code = await mailboxes.awaitCode(client, soon);
    if (code === null) return;
    this.write(client, code);
    if ((await seesSoon(client, /is confirmed/)) === null) return;
    if (mode === 'both') {
      this.write(client, '/email both');
      if ((await seesSoon(client, /Always by email as well/)) === null) return;
    }
    mailboxes.settled.set(client.id, { mode, since: Date.now() });
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

  /** For the checker. */
  get people(): Omit<Outside, 'webhooks'> {
    const { written, pressed, unreachable, mailboxes } = this;
    const { named, typed, settled } = mailboxes;
    const { delivered } = mailboxes.post;
    const addressOf = (person: { readonly id: number }) => mailboxes.addressOf(person);
    const mail = { delivered, named, typed, settled, addressOf };
    const { chats: doors, acts } = this.doors;
    return { written, pressed, unreachable, doors, acts, ...mail, helpers: this.helpers.map(({ id }) => id) };
  }

  /** Those whom mail reaches only where Telegram doesn't block the bot, most of them, and don't come back. */
  leaveTelegram(): void {
    for (const client of this.clients.slice(0, membersAtFirst)) {
      if (this.mailboxes.settled.get(client.id)?.mode === 'fallback' && this.random.chance(0.7)) this.block(client);
    }
  }

  /** An owner ends the access of about half of those who were let in at first. */
  endAccessOfSome(): void {
    const some = this.firstRequests.filter(() => this.random.chance(0.5));
    if (some.length > 0) this.write(this.random.pick(this.world.admins), `/revoke ${some.join(' ')}`);
  }

  /** Very many ask to join at once, whether they are approved or not. */
  knockTogether(): void {
    for (const client of this.clients) {
      for (const chat of this.doors.chats) if (this.random.chance(0.6)) this.doors.knock(client, chat);
    }
  }

  /** Whoever acts as an admin, whether they are one at the moment or not. */
  private get everyAdmin(): readonly Person[] {
    return [...this.world.admins, ...this.helpers];
  }

  /** Somebody writes. */
  write(person: Person, text: string, replyTo?: ChatMessage): ChatMessage {
    this.written.set(person.id, (this.written.get(person.id) ?? 0) + 1);
    return person.write(text, replyTo && { replyTo });
  }

  private async work(): Promise<void> {
    while (this.busy) {
      if (this.world.double.updates.pending < mostWaiting) {
        if (this.random.chance(0.45)) this.someClient();
        else this.someAdmin();
      }
      await wait(this.random.between(...pause));
    }
  }

  private someClient(): void {
    if (this.random.chance(0.15) && this.someone((one) => this.answer(one, 'answer') || this.takeOffer(one))) return;
    if (this.random.chance(0.25)) return this.atTheDoors();
    if (this.random.chance(0.08)) this.clients.push(newcomer(this.world));
    const client = this.random.pick(this.clients);
    // Who can be reached by mail has less reason to come back.
    if (this.blocked.has(client) && this.mailboxes.has(client) && this.random.chance(0.8)) return;
    if (this.blocked.delete(client)) client.unblock();
    const weights = {
      request: 45,
      appeal: 18,
      cancel: 12,
      status: 9,
      question: 6,
      text: 14,
      mail: 12,
      block: this.mailboxes.has(client) ? 20 : 3,
    };
    switch (this.random.weighted(weights)) {
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
      case 'mail': {
        const text = this.mailboxes.somethingFrom(client);
        if (text !== null) this.write(client, text);
        return;
      }
      case 'block':
        this.block(client);
    }
  }

  private block(client: Person): void {
    if (this.blocked.has(client)) return;
    client.block();
    this.blocked.add(client);
    this.unreachable.add(client.id);
  }

  private atTheDoors(): void {
    if (this.random.chance(0.5)) return this.someone((client) => this.doors.followButton(client));
    if (this.random.chance(0.2)) {
      // The bot can write to them only as long as their join request waits, or once they write.
      const stranger = newcomer(this.world, { bio: this.random.chance(0.5) ? this.words('bio') : '' });
      this.clients.push(stranger);
      this.unreachable.add(stranger.id);
      this.doors.knock(stranger, this.random.pick(this.doors.chats));
      return;
    }
    this.doors.someone(this.random.pick(this.clients), this.random.pick(this.world.admins), this.random);
  }

  private someAdmin(): void {
    if (this.random.chance(0.5) && this.everyAdmin.some((one) => this.answer(one, 'because'))) return;
    const admin = this.random.pick(this.everyAdmin);
    const action = this.random.weighted(this.adminActions);
    const card = this.button(admin, onCard);
    if (action === 'staff') this.changeStaff(admin);
    else if (card !== null) this.act(admin, action, card);
    else if (this.random.chance(0.3)) this.write(admin, '/pending');
  }

  private act(admin: Person, action: Exclude<AdminAction, 'staff'>, { message, raw, data }: Button<OnCard>): void {
    switch (action) {
      case 'opposite':
        this.pressOpposite();
        return;
      case 'together':
        this.pressTogether();
        return;
      case 'twice':
        if (data.type === 'approve') for (let n = 0; n < 2; n += 1) admin.pressData(message, raw);
        return;
      case 'press':
        admin.pressData(message, raw);
        return;
      case 'reply':
        this.write(admin, this.random.pick(['approve', `reject ${this.words('because')}`, 'hm']), message);
        return;
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
        this.write(admin, this.random.pick(['/pending', '/stats', '/admins']));
        // Admins are answered with a card, not with words: that is not counted.
        if (!this.helpers.includes(admin)) admin.write(`/show ${data.request}`);
        return;
      case 'list': {
        // A list shows many buttons, and the request that it has open only two that lead on.
        const onward = this.random.chance(0.6) ? this.button(admin, ['list_in_place', 'next_in_place']) : null;
        const inList = onward ?? this.button(admin, inLists);
        if (inList === null) this.write(admin, '/pending');
        else admin.pressData(inList.message, inList.raw);
        return;
      }
      case 'note':
        this.write(admin, `note ${this.words('note')}`, message);
        return;
      case 'ask': {
        const ask = this.button(admin, ['ask_client']);
        if (ask !== null) admin.pressData(ask.message, ask.raw);
        return;
      }
      case 'reopen':
        this.write(admin, `/reopen ${data.request}`);
        return;
      case 'find':
        this.write(admin, `/find ${this.random.pick(['ask', 'appeal quotes', `${data.request}`, 'Anna', '👍'])}`);
        return;
      case 'leave':
        this.voteAndLeave();
    }
  }

  private changeStaff(admin: Person): void {
    const who = this.random.pick(this.helpers);
    // An admin who is no owner may try as well.
    const by = this.random.chance(0.9) ? this.random.pick(this.world.admins) : admin;
    this.write(by, `/admins ${this.random.chance(0.7) ? 'add' : 'remove'} ${who.id}`);
  }

  /** One of the clients does this, if any of a few can. */
  private someone(does: (client: Person) => boolean): void {
    for (let n = 0; n < 40; n += 1) {
      const client = this.random.pick(this.clients);
      if (!this.blocked.has(client) && does(client)) return;
    }
  }

  /** Replies to the bot's newest question, once. */
  private answer(person: Person, how: string): boolean {
    const question = person.chat.newest(({ forceReply }) => forceReply !== null);
    if (question === undefined || this.answered.has(question)) return false;
    this.answered.add(question);
    this.write(person, this.words(how), question);
    return true;
  }

  /** Presses the button under a text that the bot offers to send. */
  private takeOffer(client: Person): boolean {
    const offer = this.button(client, ['send_draft', 'add_draft']);
    if (offer === null) return false;
    this.pressed.set(client.id, (this.pressed.get(client.id) ?? 0) + 1);
    client.pressData(offer.message, offer.raw);
    return true;
  }

  /** Two admins decide one request at the same instant, each their own way. */
  private pressOpposite(): void {
    const one = this.random.pick(this.everyAdmin);
    const other = this.random.pick(this.everyAdmin.filter((admin) => admin !== one));
    const theirs = buttonsOf(other, ['reject']);
    const both = buttonsOf(one, ['approve']).flatMap((button) => {
      const twin = theirs.find(({ data }) => isSame(data, button.data));
      return twin === undefined ? [] : [{ button, twin }];
    });
    if (both.length === 0) return;
    const { button, twin } = this.random.pick(both);
    one.pressData(button.message, button.raw);
    other.pressData(twin.message, twin.raw);
  }

  /** All admins approve one request at the same instant. */
  private pressTogether(): void {
    const open = buttonsOf(this.random.pick(this.everyAdmin), ['approve']);
    if (open.length === 0) return;
    const { data } = this.random.pick(open);
    for (const admin of this.everyAdmin) this.approve(admin, data);
  }

  /** A helper approves a request, is removed, approves another, and an owner approves the first: all at the same instant. */
  private voteAndLeave(): void {
    const helper = this.random.pick(this.helpers);
    const [owner, other] = [this.random.pick(this.world.admins), this.random.pick(this.world.admins)];
    const open = buttonsOf(helper, ['approve']);
    if (open.length === 0) return;
    const { data } = this.random.pick(open);
    this.approve(helper, data);
    this.write(owner, `/admins remove ${helper.id}`);
    this.approve(helper, this.random.pick(open).data);
    this.approve(other, data);
  }

  /** Presses Approve on the newest card of a request that an admin sees, if any. */
  private approve(admin: Person, request: OnRequest): void {
    const card = buttonsOf(admin, ['approve']).findLast(({ data }) => isSame(data, request));
    if (card !== undefined) admin.pressData(card.message, card.raw);
  }

  /** One of these buttons that somebody sees now, if any. */
  private button<T extends CallbackData['type']>(person: Person, types: readonly T[]): Button<T> | null {
    const seen = buttonsOf(person, types);
    return seen.length === 0 ? null : this.random.pick(seen);
  }

  /** A text that nobody has written before. */
  private words(what: string): string {
    this.count += 1;
    return `${what} ${this.count}: <b>& “quotes” 👍`;
  }
}

const seesSoon = (person: Person, wanted: RegExp): Promise<ChatMessage | null> =>
  person.sees(wanted, { within: soon }).catch(() => null);

const onCard = ['approve', 'reject', 'reject_with_reason', 'ask_client', 'undo'] as const;
const inLists = [
  'open_in_place',
  'list_in_place',
  'next_in_place',
  'pending_after',
  'pending_before',
  'found_newer',
  'found_older',
  'show',
] as const;

type OnCard = (typeof onCard)[number];

/** What admins do, and how often, compared to each other. */
const adminActions = {
  opposite: 20,
  together: 20,
  twice: 5,
  press: 20,
  reply: 12,
  command: 8,
  revoke: 8,
  look: 4,
  list: 28,
  note: 6,
  ask: 12,
  reopen: 4,
  find: 4,
  leave: 14,
  staff: 14,
};
export type AdminAction = keyof typeof adminActions;

/** What a button of a card is about. */
type OnRequest = Extract<CallbackData, { readonly round: number }>;
const isSame = (one: OnRequest, other: OnRequest) => one.request === other.request && one.round === other.round;

interface Button<T extends CallbackData['type']> {
  readonly message: ChatMessage;
  readonly data: Extract<CallbackData, { readonly type: T }>;
  /** The data as it stands on the message. */
  readonly raw: string;
}

/** The buttons of these types that somebody sees now. */
function buttonsOf<T extends CallbackData['type']>({ chat }: Person, types: readonly T[]): readonly Button<T>[] {
  return chat.messages.slice(-screen).flatMap((message) =>
    message.buttons.flat().flatMap((button) => {
      if (!('callback_data' in button)) return [];
      const raw = button.callback_data;
      const data = parse(raw);
      return data !== null && isOneOf(data, types) ? [{ message, data, raw }] : [];
    }),
  );
}

const isOneOf = <T extends CallbackData['type']>(
  data: CallbackData,
  types: readonly T[],
): data is Extract<CallbackData, { readonly type: T }> => types.some((type) => type === data.type);
