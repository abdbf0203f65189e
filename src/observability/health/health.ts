import type { Clock } from '../../process/clock';
import type { GroupId, Instant, Millis } from '../../lifecycle/ids';
import type { HealthMeter, PollTrouble, SendOutcome, SentKind } from '../meter';
import type { ContactMedium } from '../../store/rows';
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

/** A reason why the daemon isn't doing its work. */
export interface Reason {
  readonly what: 'start' | 'standby' | 'database' | 'leadership' | 'polling' | 'outbox' | 'stop' | ContactMedium;
  /** For people; holds no secret. */
  readonly why: string;
  /** It won't pass by design: this process hangs, or something it needs has been gone for too long. */
  readonly stuck: boolean;
}

/** The daemon's state. */
export interface HealthReport {
  readonly phase: Phase;
  /** Whether it works as designed, even if it is waiting: no reason is `stuck`. */
  readonly alive: boolean;
  /** Whether it is doing its work at this moment: there is no reason. */
  readonly ready: boolean;
  readonly reasons: readonly Reason[];
  /** The number of pending requests; null if the daemon isn't active, or the database doesn't answer. */
  readonly pending: number | null;
  /** The figures of the database; null in the same cases. */
  readonly figures: Figures | null;
  /** When a poll was last answered; null if none was since the start. */
  readonly lastPoll: Instant | null;
  /** How long ago that was or, if there was none, since the daemon became active; null if it isn't active. */
  readonly quietFor: Millis | null;
  /** Whether it polls and sends, and certainly no other process does. */
  readonly leads: boolean;
}

/** Telegram holds a poll open for 30 s, so without an answer for this long no updates come in. */
const longestQuiet: Millis = 75_000;
/** Some updates of a poll have to be handled within this time, until the next poll. */
const handlingWithin: Millis = 60_000;
/** How long the oldest message may wait while none is accepted or, worse, none is tried: a full group takes a minute. */
const longestWait: Millis = 120_000;
/** How long an unreachable database is waited for. */
const longestSilence: Millis = 60_000;

/** Knows the daemon's state. The daemon reports events to it; the HTTP listener and the service manager ask it. */
export class Health implements HealthMeter {
  private current: Phase = 'opening_database';
  private readonly listeners: ((phase: Phase) => void)[] = [];
  private probe: Probe | null = null;
  private answeredAt: Instant | null = null;
  /** The others are monotonic times. */
  private heardAt: Millis = 0;
  private trouble: PollTrouble | null = null;
  /** The channels that take no messages, and why. */
  private readonly away = new Map<ContactMedium, string>();
  private nextPollBy: Millis = 0;
  private triedAt: Millis = 0;
  private acceptedAt: Millis = 0;

  constructor(private readonly clock: Clock) {}

  get phase(): Phase {
    return this.current;
  }

  /** When a poll was last answered; null if none was since the start. */
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

  /** From now on the daemon is active, with this database. `accessChats`: the chats of ACCESS_CHATS as they are numbered now. */
  act(store: Pick<Store, 'transaction' | 'undisputed'>, accessChats: () => readonly GroupId[] = () => []): void {
    const now = this.clock.monotonic();
    this.probe = new Probe(store, this.clock, accessChats);
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

  /** However long a whole poll takes: its updates are being handled. */
  settled(): void {
    this.nextPollBy = Math.max(this.nextPollBy, this.clock.monotonic() + handlingWithin);
  }

  sent(what: SentKind, outcome: SendOutcome): void {
    // Whether Telegram takes messages: mail says nothing of that.
    if (what === 'email' || what === 'sms') return;
    this.triedAt = this.clock.monotonic();
    if (outcome === 'accepted') this.acceptedAt = this.triedAt;
  }

  channelAway(channel: ContactMedium, reason: string | null): void {
    if (reason === null) this.away.delete(channel);
    else this.away.set(channel, reason);
  }

  /** The current state. Takes 2 s at most and never throws. */
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
        return [{ what: 'database', why: "the database of DATABASE_URL can't be reached", stuck: false }];
      case 'standing_by':
        return [{ what: 'standby', why: 'standby: another process is active on the database', stuck: false }];
      case 'waiting_for_telegram':
        return [{ what: 'start', why: 'Telegram has not answered getMe yet', stuck: false }];
      case 'stopping':
        return [{ what: 'stop', why: 'the daemon is stopping', stuck: false }];
      case 'active':
        return [
          ...this.aboutDatabase(figures),
          ...this.aboutPolling(),
          ...this.aboutOutbox(figures),
          ...this.aboutChannels(),
        ];
    }
  }

  private aboutDatabase(figures: Figures | null): readonly Reason[] {
    if (figures !== null) return [];
    const silent = this.probe?.silentFor ?? 0;
    const why = `the database has not answered for ${seconds(silent)}`;
    return [{ what: 'database', why, stuck: silent > longestSilence }];
  }

  private aboutPolling(): readonly Reason[] {
    if (this.probe?.undisputed === false) {
      const why = 'the lock in PostgreSQL is lost; the bot does not call Telegram until it is back';
      return [{ what: 'leadership', why, stuck: false }];
    }
    const now = this.clock.monotonic();
    const quiet = now - this.heardAt;
    const stuck = now > this.nextPollBy;
    if (this.trouble !== null) return [{ what: 'polling', why: troubles[this.trouble], stuck }];
    if (quiet <= longestQuiet && !stuck) return [];
    return [{ what: 'polling', why: `Telegram has answered no poll for ${seconds(quiet)}`, stuck }];
  }

  private aboutChannels(): readonly Reason[] {
    return [...this.away].map(([what, reason]) => ({ what, why: `no ${what} leaves: ${reason}`, stuck: false }));
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
  unreachable: "Telegram can't be reached for updates",
  malformed: 'Telegram answered a poll with something other than updates',
  webhook: 'a webhook is set for this bot; it is being removed',
  foreign_poller: 'another program is polling with the same token; stop one of the two',
  token_refused: 'Telegram refuses TELEGRAM_BOT_TOKEN',
  refused: 'Telegram refuses a poll',
};

const seconds = (length: Millis): string => `${Math.round(length / 1000)} s`;
