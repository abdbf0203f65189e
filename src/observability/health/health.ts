import type { Clock } from '../../process/clock';
import type { Instant, Millis } from '../../lifecycle/ids';
import type { Meter, PollTrouble, SendMethod, SendOutcome } from '../meter';
import type { Store } from '../../store/store';
import { Probe, type Figures } from './probe';

/**
 * Where the daemon is on its way from start to end. `standing_by`: another process acts on the same PostgreSQL database,
 * which answers; `waiting_for_telegram`: the database is open, and Telegram has not said yet who we are.
 */
export const phases = [
  'opening_database',
  'migrating',
  'waiting_for_database',
  'standing_by',
  'waiting_for_telegram',
  'active',
  'stopping',
] as const;
export type Phase = (typeof phases)[number];

/** What stands in the way of the daemon's work. */
export interface Reason {
  readonly what: 'start' | 'standby' | 'database' | 'leadership' | 'polling' | 'outbox' | 'stop';
  /** For people; holds no secret. */
  readonly why: string;
  /** It does not pass as designed: this process hangs, or what it needs has been away for long. */
  readonly stuck: boolean;
}

/** How the daemon is. */
export interface HealthReport {
  readonly phase: Phase;
  /** Whether it goes on as designed, be it by waiting: no reason is `stuck`. */
  readonly alive: boolean;
  /** Whether it does its work, here and now: there is no reason. */
  readonly ready: boolean;
  readonly reasons: readonly Reason[];
  /** How many requests wait; null: the daemon does not act, or the database gives no answer. */
  readonly pending: number | null;
  /** All that stands in the database; null: the same. */
  readonly figures: Figures | null;
  /** When a poll was last answered; null: not since the start. */
  readonly lastPoll: Instant | null;
  /** How long ago that was or, if it was not, the daemon began to act; null: it does not act. */
  readonly quietFor: Millis | null;
  /** Whether it takes updates and sends messages, with no doubt that no other process does. */
  readonly leads: boolean;
}

/** With no poll answered for this long, updates do not come in: Telegram holds one open for 30 s. */
const longestQuiet: Millis = 75_000;
/** Of what a poll brought, some has to be handled within this time, until the next is asked. */
const handlingWithin: Millis = 60_000;
/** As long may the oldest message wait, with none accepted or, worse, none even tried: a full group takes a minute. */
const longestWait: Millis = 120_000;
/** A database that is away for no longer than this is waited for. */
const longestSilence: Millis = 60_000;

/** Knows how the daemon is. Told by the daemon what happens; asked by the HTTP listener and the service manager. */
export class Health implements Pick<Meter, 'polled' | 'settled' | 'sent'> {
  private current: Phase = 'opening_database';
  private readonly listeners: ((phase: Phase) => void)[] = [];
  private probe: Probe | null = null;
  private answeredAt: Instant | null = null;
  /** The rest are monotonic times. */
  private heardAt: Millis = 0;
  private trouble: PollTrouble | null = null;
  private nextPollBy: Millis = 0;
  private triedAt: Millis = 0;
  private acceptedAt: Millis = 0;

  constructor(private readonly clock: Clock) {}

  get phase(): Phase {
    return this.current;
  }

  /** When a poll was last answered; null: not since the start. */
  get lastPoll(): Instant | null {
    return this.answeredAt;
  }

  /** The daemon has come to this phase. */
  enter(phase: Exclude<Phase, 'active'>): void {
    this.come(phase);
  }

  /** Calls `listener` at once with the phase, and again as soon as there is another. */
  onPhase(listener: (phase: Phase) => void): void {
    this.listeners.push(listener);
    listener(this.current);
  }

  /** The daemon takes updates and sends messages from now on, with this database. */
  act(store: Pick<Store, 'transaction' | 'undisputed'>): void {
    const now = this.clock.monotonic();
    this.probe = new Probe(store, this.clock);
    this.heardAt = this.triedAt = this.acceptedAt = now;
    this.nextPollBy = now + longestQuiet;
    this.come('active');
  }

  polled(end: 'answered' | PollTrouble, nextWithin: Millis): void {
    const now = this.clock.monotonic();
    this.nextPollBy = now + nextWithin + handlingWithin;
    this.trouble = end === 'answered' ? null : end;
    if (end !== 'answered') return;
    this.heardAt = now;
    this.answeredAt = this.clock.now();
  }

  /** However long all of a poll takes: what it brought is being worked off. */
  settled(): void {
    this.nextPollBy = Math.max(this.nextPollBy, this.clock.monotonic() + handlingWithin);
  }

  sent(_method: SendMethod, outcome: SendOutcome): void {
    this.triedAt = this.clock.monotonic();
    if (outcome === 'accepted') this.acceptedAt = this.triedAt;
  }

  /** How the daemon is at this moment. Takes 2 s at the most and never throws. */
  async check(): Promise<HealthReport> {
    const figures = this.current === 'active' && this.probe !== null ? await this.probe.look() : null;
    const reasons = this.reasons(figures);
    return {
      phase: this.current,
      alive: reasons.every(({ stuck }) => !stuck),
      ready: reasons.length === 0,
      reasons,
      pending: figures?.requests.pending ?? null,
      figures,
      lastPoll: this.lastPoll,
      quietFor: this.current === 'active' ? this.clock.monotonic() - this.heardAt : null,
      leads: this.current === 'active' && this.probe?.undisputed === true,
    };
  }

  private come(phase: Phase): void {
    this.current = phase;
    for (const listener of this.listeners) listener(phase);
  }

  private reasons(figures: Figures | null): readonly Reason[] {
    switch (this.current) {
      case 'opening_database':
        return [{ what: 'start', why: 'the database is being opened', stuck: false }];
      case 'migrating':
        return [{ what: 'start', why: 'the database is being migrated', stuck: false }];
      case 'waiting_for_database':
        return [{ what: 'database', why: 'the database of DATABASE_URL can not be reached', stuck: false }];
      case 'standing_by':
        return [{ what: 'standby', why: 'standby: another process acts on the database', stuck: false }];
      case 'waiting_for_telegram':
        return [{ what: 'start', why: 'Telegram has not answered getMe yet', stuck: false }];
      case 'stopping':
        return [{ what: 'stop', why: 'the daemon stops', stuck: false }];
      case 'active':
        return [...this.aboutDatabase(figures), ...this.aboutPolling(), ...this.aboutOutbox(figures)];
    }
  }

  private aboutDatabase(figures: Figures | null): readonly Reason[] {
    if (figures !== null) return [];
    const silent = this.probe?.silentFor ?? 0;
    const why = `the database has given no answer for ${seconds(silent)}`;
    return [{ what: 'database', why, stuck: silent > longestSilence }];
  }

  private aboutPolling(): readonly Reason[] {
    if (this.probe?.undisputed === false) {
      const why = 'the lock in PostgreSQL is lost; until it is back, nothing is asked of Telegram';
      return [{ what: 'leadership', why, stuck: false }];
    }
    const now = this.clock.monotonic();
    const quiet = now - this.heardAt;
    const stuck = now > this.nextPollBy;
    if (this.trouble !== null) return [{ what: 'polling', why: troubles[this.trouble], stuck }];
    if (quiet <= longestQuiet && !stuck) return [];
    return [{ what: 'polling', why: `Telegram has answered no poll for ${seconds(quiet)}`, stuck }];
  }

  private aboutOutbox(figures: Figures | null): readonly Reason[] {
    if (figures === null || figures.oldestSendable === null) return [];
    const now = this.clock.monotonic();
    const waits = this.clock.now() - figures.oldestSendable;
    if (waits <= longestWait || now - this.acceptedAt <= longestWait) return [];
    const { waiting, in_flight } = figures.outbox;
    const why = `${waiting + in_flight} messages wait, the oldest for ${seconds(waits)}, and Telegram has accepted none for ${seconds(now - this.acceptedAt)}`;
    return [{ what: 'outbox', why, stuck: now - this.triedAt > longestWait }];
  }
}

const troubles: Readonly<Record<PollTrouble, string>> = {
  unreachable: 'Telegram can not be reached for updates',
  malformed: 'Telegram answered a poll with something else than updates',
  webhook: 'a webhook is set for this bot; it is being removed',
  foreign_poller: 'another program polls with the same token; stop one of the two',
  token_refused: 'Telegram refuses TELEGRAM_BOT_TOKEN',
  refused: 'Telegram refuses a poll',
};

const seconds = (length: Millis): string => `${Math.round(length / 1000)} s`;
