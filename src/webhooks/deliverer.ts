import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Instant, Millis } from '../lifecycle/ids';
import type { Meter } from '../observability/meter';
import type { Random } from '../process/back-off';
import type { OwedWebhook } from '../store/queries/webhooks';
import type { Store } from '../store/store';
import type { Transaction } from '../transaction/transaction';
import type { AppContext } from '../transaction/transactions';
import { Endpoint } from './endpoint';
import { isGone } from './gone';
import { hostOf, type WebhookSettings } from './settings';
import { settle, type Attempt } from './settle';

export interface DelivererPorts extends Omit<AppContext, 'community'> {
  readonly settings: WebhookSettings;
  readonly store: Pick<Store, 'undisputed'>;
  readonly meter: Pick<Meter, 'webhookTried'>;
  readonly random: Random;
  /** The program's version, which the endpoint is told. */
  readonly version: string;
  /** Called at the named steps: a test can end the process there. */
  readonly step: (name: WebhookStep) => void;
}
export type WebhookStep = 'webhook_answered';

/** So many attempts are under way at once: an endpoint that hangs gets no more of the bot. */
const mostUnderWay = 8;
/** What no commit has reported, such as one whose outcome was unknown, is found this soon. */
const tick: Millis = 5_000;
/** How long attempts under way may take when the daemon stops, the record of their outcomes included. */
const lastAttempts: Millis = 2_000;
const pauseAfterBug: Millis = 4_000;

/** What the database says at the end of a round. */
interface Due {
  readonly rows: readonly OwedWebhook[];
  /** When the next one is due; null: none is. */
  readonly next: Instant | null;
  readonly now: Instant;
}

/**
 * Sends owed webhooks. The table is the truth: nothing is claimed, so what was under way when a process ended is due as before
 * and is sent again under the same ID. Round by round, one transaction settles what was answered and asks what is due.
 * A deliverer goes through these modes:
 *
 * running    A round begins when a webhook is committed, an attempt ends, one is due again, and at every tick.
 * gone       The endpoint has answered 410. Nothing is sent or asked; webhooks are owed as before, for another WEBHOOK_URL.
 * stopping   Nothing more is sent. Attempts under way are awaited, then given up.
 */
export class Deliverer {
  private mode: 'running' | 'gone' | 'stopping' = 'running';
  private readonly endpoint: Endpoint;
  /** By the number of the event. An attempt is over when its outcome is committed, or nobody knows it. */
  private readonly underWay = new Set<number>();
  private readonly attempts = new Set<Promise<void>>();
  private answered: Attempt[] = [];
  private isWanted = false;
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly given = new AbortController();

  constructor(private readonly ports: DelivererPorts) {
    const { settings, clock, version } = ports;
    this.endpoint = new Endpoint(settings, clock, `sosekni-bot/${version}`);
    // Every attempt under way listens for the end.
    setMaxListeners(mostUnderWay * 2, this.given.signal);
  }

  /** Sends what an earlier process has left, and goes on. */
  async start(): Promise<void> {
    const { settings, log } = this.ports;
    if (await this.transact((tx) => isGone(tx, settings))) {
      this.mode = 'gone';
      log.warn(`${hostOf(settings)} wanted no more webhooks (410): none is sent until WEBHOOK_URL changes`, {
        action: 'webhook_gone',
      });
    }
    this.wake();
  }

  /** Something may be due. */
  wake(): void {
    if (this.mode === 'running') this.want();
  }

  /** Begins no more attempts, and waits a little for those under way. The others are made again after the next start. */
  async stop(): Promise<void> {
    this.mode = 'stopping';
    clearTimeout(this.timer);
    const timer = setTimeout(() => this.given.abort(), lastAttempts);
    await Promise.all(this.attempts);
    await this.running;
    clearTimeout(timer);
  }

  private want(): void {
    this.isWanted = true;
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    try {
      while (this.isWanted && !this.given.signal.aborted) {
        // What ends in this turn of the event loop shares the commit.
        await nextTurn();
        this.isWanted = false;
        await this.round();
      }
    } catch (error) {
      this.ports.log.warn('webhooks end before all outcomes were recorded', { error });
    } finally {
      // With nothing in between: what is wanted after the last look begins another round.
      this.running = null;
    }
  }

  private async round(): Promise<void> {
    const answered = this.answered.splice(0);
    const { settled, due } = await this.transact(async (tx) => {
      let gone = this.mode === 'gone';
      for (const attempt of answered) gone = (await settle(tx, attempt, this.ports)) === 'gone' || gone;
      return { settled: { gone }, due: gone || this.mode === 'stopping' ? null : await this.ask(tx) };
    });
    for (const { row } of answered) this.underWay.delete(row.eventId);
    if (settled.gone && this.mode === 'running') this.mode = 'gone';
    if (due === null || this.mode !== 'running') return;
    for (const row of due.rows) this.begin(row);
    clearTimeout(this.timer);
    const pause = due.next === null ? tick : Math.min(tick, due.next - due.now);
    this.timer = setTimeout(() => this.wake(), pause);
  }

  private async ask({ store: { webhooks }, now }: Transaction): Promise<Due> {
    await webhooks.dueByWrongClock(now);
    // Those under way are due, too; what was just answered is not.
    const due = await webhooks.due(now, mostUnderWay * 2);
    const rows = due.filter(({ eventId }) => !this.underWay.has(eventId));
    return { rows, next: await webhooks.nextAfter(now), now };
  }

  private begin(row: OwedWebhook): void {
    if (this.underWay.size >= mostUnderWay) return;
    this.underWay.add(row.eventId);
    const attempt = this.attempt(row).finally(() => this.attempts.delete(attempt));
    this.attempts.add(attempt);
  }

  private async attempt(row: OwedWebhook): Promise<void> {
    const { store, step } = this.ports;
    const webhook = { id: `evt_${row.eventId}`, body: row.body };
    // While another process may act on the database, it may send this one: a tick asks again.
    const answer = store.undisputed ? await this.endpoint.post(webhook, this.given.signal) : null;
    if (answer === null || answer.end === 'dropped') {
      this.underWay.delete(row.eventId);
      return;
    }
    step('webhook_answered');
    this.answered.push({ row, answer });
    this.want();
  }

  /** If a transaction fails although the database is available, that is a bug; no webhook is given up for it. */
  private async transact<T>(job: (tx: Transaction) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.ports.transactions.run(job, this.given.signal);
      } catch (error) {
        if (this.given.signal.aborted) throw error;
        this.ports.log.error('the delivery of webhooks failed and is tried again', { error });
        await wait(pauseAfterBug, undefined, { signal: this.given.signal });
      }
    }
  }
}
