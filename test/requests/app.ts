import { codeKeyOf } from '../../src/contacts/codes';
import type { Clock } from '../../src/process/clock';
import { personId, telegramId, type Instant, type PersonId } from '../../src/lifecycle/ids';
import type { VoteEvent } from '../../src/lifecycle/transition';
import type { Policy } from '../../src/lifecycle/policy';
import type { Log } from '../../src/observability/log';
import type { Notice } from '../../src/notices/notice';
import { Community } from '../../src/people/community';
import { Transactions, type AppContext } from '../../src/transaction/transactions';
import type { Reading, Transaction } from '../../src/transaction/transaction';
import { sweep, tidyUp } from '../../src/scheduler/scheduler';
import type { ContactMedium } from '../../src/store/rows';
import type { Store } from '../../src/store/store';
import { buildQueries } from '../../src/store/queries';
import type { TestEngine } from '../store/engines';

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;
export const noon: Instant = Date.UTC(2026, 2, 1, 12);

export const policy: Policy = {
  requestTtl: 7 * day,
  appealAfter: 7 * day,
  appealWindow: null,
  appealLimit: null,
  undoWindow: 10 * 60 * 1000,
  approvalsNeeded: 1,
};

/** What codes are made with. */
export const codeKey = codeKeyOf('123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123');

export const boris = personId(7_000_000_001);
export const clara = personId(7_000_000_002);
const admins = new Map([boris, clara].map((id) => [telegramId(id), id]));

/** The use cases on a real database, with a clock that a test sets. */
export class TestApp {
  now = noon;
  /** A clock that only goes on, whatever that of the wall says. */
  monotonic = (): number => performance.now();
  /** What was owed, in the order of the commits. */
  readonly owed: { readonly recipientId: number; readonly notice: Notice }[] = [];
  /** The votes, and those taken back, that are committed. */
  readonly voted: VoteEvent[] = [];
  readonly context: AppContext;
  readonly transactions: Transactions;

  private constructor(
    readonly store: Store,
    rules: Policy,
    media: readonly ContactMedium[],
  ) {
    const clock: Clock = { now: () => this.now, monotonic: () => this.monotonic() };
    const community = new Community(rules, admins, null, null, new Map(), null, media);
    const meter = {
      owed: (rows: readonly TestApp['owed'][number][]) => void this.owed.push(...rows),
      voted: (event: VoteEvent) => void this.voted.push(event),
    };
    this.transactions = new Transactions({
      store,
      community,
      clock,
      random: Math.random,
      log: silent,
      meter,
      webhooks: null,
      codeKey,
    });
    this.context = { transactions: this.transactions, community, clock, log: silent };
  }

  /** `media`: what reaches people besides Telegram. */
  static async open(
    engine: TestEngine,
    rules: Partial<Policy> = {},
    media: readonly ContactMedium[] = [],
  ): Promise<TestApp> {
    return new TestApp(await engine.open(buildQueries), { ...policy, ...rules }, media);
  }

  /** On a database that is open. */
  static on(store: Store): TestApp {
    return new TestApp(store, policy, []);
  }

  /** What a way in other than the chat works with. */
  get work() {
    const { community, clock } = this.context;
    return { transactions: this.transactions, community, clock };
  }

  /** From now on these are the admins. */
  setAdmins(ids: readonly PersonId[]): void {
    this.context.community.appoint(new Map(ids.map((id) => [telegramId(id), id])));
  }

  /** The admins have written to the bot. */
  async admins(): Promise<void> {
    for (const [id, name] of [
      [boris, 'Boris'],
      [clara, 'Clara'],
    ] as const) {
      const known = { telegramId: telegramId(id), name, username: null, language: 'en', chosenLanguage: null };
      await this.transaction((tx) => tx.store.people.save({ id, ...known, unreachableAt: null }));
    }
  }

  transaction<T>(job: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.context.transactions.run(job, new AbortController().signal);
  }

  read<T>(job: (reading: Reading) => Promise<T>): Promise<T> {
    return this.transactions.read(job);
  }

  /** One look at the clock; `stopAfter` batches it is interrupted, as by a kill. */
  async sweep({ remindBefore = day, stopAfter = Infinity }: { remindBefore?: number; stopAfter?: number } = {}) {
    const interrupted = new AbortController();
    let batches = 0;
    const step = () => {
      batches += 1;
      if (batches > stopAfter) interrupted.abort();
    };
    const ports = { ...this.context, timing: { remindBefore }, hasForm: false, step };
    await tidyUp(ports, await sweep(ports, interrupted.signal), interrupted.signal);
  }

  /** Somebody new. */
  async client(n: number): Promise<PersonId> {
    const id = personId(5_000_000_000 + n);
    const person = {
      id,
      telegramId: telegramId(id),
      name: `Client ${n}`,
      username: null,
      language: 'en',
      chosenLanguage: null,
      unreachableAt: null,
    };
    await this.transaction((tx) => tx.store.people.save(person));
    return id;
  }

  /** What a chat has been told since the last time somebody asked, by kind; cards and edits of cards are left out. */
  told(chat?: PersonId): string[] {
    const mine = this.owed.filter(
      ({ recipientId, notice }) => (chat === undefined || recipientId === chat) && notice.kind !== 'card',
    );
    for (const row of mine) this.owed.splice(this.owed.indexOf(row), 1);
    return mine.map(({ notice }) => (notice.kind === 'client_news' ? notice.news : notice.kind));
  }
}

const silent: Log = { error() {}, warn() {}, info() {}, debug() {}, child: () => silent };
