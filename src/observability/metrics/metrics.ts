import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../../process/clock';
import { phases, type Health, type HealthReport } from '../health/health';
import type { Figures } from '../health/probe';
import type { Instant, Millis } from '../../lifecycle/ids';
import {
  pollTroubles,
  sendOutcomes,
  sentKinds,
  measuredUpdateKinds,
  updateOutcomes,
  webhookOutcomes,
  type BackupsSeen,
  type Meter,
  type PollTrouble,
  type SendOutcome,
  type SentKind,
  type SettledUpdate,
  type WebhookOutcome,
} from '../meter';
import { clientEvents, voteEvents, type VoteEvent } from '../../lifecycle/transition';
import type { Owed } from '../../store/queries/outbox';
import type { ContactMedium } from '../../store/rows';
import type { CallResult } from '../../channels/telegram/api';

/** What the metrics need. */
export interface MetricsPorts {
  readonly health: Health;
  readonly clock: Clock;
  /** The program's version, from package.json. */
  readonly version: string;
}

const seconds = (length: Millis): number => length / 1000;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** For fast operations: a statement, a batch of updates. */
const quick = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** For calls over the network; a send times out after 25 s. */
const calls = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];
/** For what people do. */
const human = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, day, 2 * day, 4 * day, 7 * day, 14 * day];

/** prom-client's own metrics that say nothing about this program, with names in _total, which only counters may have. */
const misnamed = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/**
 * All metrics, with names and units as Prometheus recommends (https://prometheus.io/docs/practices/naming). docs/metrics.md says
 * what each means and what to do about it.
 */
export class Metrics implements Meter {
  private readonly registry = new Registry();
  readonly contentType = this.registry.contentType;

  private readonly updates = this.counter('updates_total', 'Updates from Telegram whose effects are committed.', [
    'kind',
    'outcome',
  ]);
  private readonly updateFailures = this.counter('update_failures_total', 'Attempts to handle an update that failed.');
  private readonly handling = this.histogram(
    'update_handling_seconds',
    'Time from an update coming in to the commit of its effects.',
    quick,
  );
  private readonly changes = this.counter(
    'request_changes_total',
    'Changes of requests, by what the client is told of each, and approvals that need more of them.',
    ['change'],
  );
  private readonly decisionTime = this.histogram(
    'decision_seconds',
    'Time a request or an appeal waited for its decision.',
    human,
    ['decision'],
  );
  private readonly requests = this.gauge('requests', 'Requests there are.', ['status']);
  private readonly oldestPending = this.gauge(
    'oldest_pending_age_seconds',
    'Age of the oldest pending request; 0: none.',
  );
  private readonly outbox = this.gauge(
    'outbox_messages',
    'Messages that wait, are being sent, or could not be delivered.',
    ['state'],
  );
  private readonly oldestOwed = this.gauge(
    'outbox_oldest_age_seconds',
    'Age of the oldest message still owed; 0: none.',
  );
  private readonly oldestSendable = this.gauge(
    'outbox_oldest_sendable_age_seconds',
    'The same, without the chats that Telegram has asked to leave alone for now.',
  );
  private readonly sends = this.counter('sends_total', 'Attempts to send or edit a message.', ['method', 'outcome']);
  private readonly away = this.gauge(
    'channel_away',
    'Whether the channel takes no messages: 1 while no mail leaves, or no SMS.',
    ['channel'],
  );
  private readonly smsParts = this.counter(
    'sms_parts_total',
    'Parts of SMS that the gateway has taken: each is paid for.',
  );
  private readonly webhookAttempts = this.counter('webhook_attempts_total', 'Attempts to send a webhook.', ['outcome']);
  private readonly webhooks = this.gauge('webhooks_owed', 'Webhooks that are not delivered yet.');
  private readonly historyEvents = this.gauge('history_events', 'Number of the newest event in the history; 0: none.');
  private readonly historyDigest = this.gauge(
    'history_digest_info',
    'Always 1; the digest over the whole history (docs/history.md).',
    ['digest'],
  );
  private readonly oldestWebhook = this.gauge(
    'webhook_oldest_age_seconds',
    'Age of the oldest webhook still owed; 0: none.',
  );
  private readonly accessWanted = this.gauge(
    'access_members_wanted',
    'People who are let into a chat of ACCESS_CHATS.',
    ['chat'],
  );
  private readonly accessSeen = this.gauge('access_members_seen', 'Those of them who were last seen in it.', ['chat']);
  private readonly accessPending = this.gauge(
    'access_pending',
    'People about whom there is something to do in a chat of ACCESS_CHATS.',
    ['chat'],
  );
  private readonly accessFailing = this.gauge('access_failing', 'Those of them with whom that has failed so far.', [
    'chat',
  ]);
  private readonly oldestAccess = this.gauge(
    'access_oldest_pending_age_seconds',
    'How long the one of them who waits longest does; 0: nobody waits.',
    ['chat'],
  );
  private readonly telegramCalls = this.counter('telegram_calls_total', 'Calls of the Bot API.', ['method', 'outcome']);
  private readonly callTime = this.histogram(
    'telegram_call_seconds',
    'Time to the end of a call of the Bot API; getUpdates, which waits for updates, is left out.',
    calls,
  );
  private readonly polls = this.counter('polls_total', 'Polls for updates, by how they ended.', ['end']);
  private readonly pollAge = this.gauge(
    'last_poll_age_seconds',
    'Time since Telegram last answered a poll, or since the daemon began to act.',
  );
  private readonly sweeps = this.histogram('sweep_seconds', 'Time a look at what is due took.', quick, ['end']);
  private readonly transactions = this.histogram(
    'database_transaction_seconds',
    'Time of a transaction, from its begin to its end.',
    quick,
    ['end'],
  );
  private readonly turns = this.histogram(
    'database_wait_seconds',
    'Time a transaction waited for those before it.',
    quick,
  );
  private readonly databaseUp = this.gauge('database_up', 'Whether the database gave an answer to this scrape.');
  private readonly backupAge = this.gauge('backup_age_seconds', 'Age of the newest whole backup.');
  private readonly backupMaxAge = this.gauge(
    'backup_max_age_seconds',
    'Age that the newest backup should not exceed, by BACKUP_MAX_AGE or the schedule.',
  );
  private readonly backupSize = this.gauge('backup_size_bytes', 'Size of the newest whole backup, compressed.');
  private readonly backupFailing = this.gauge('backup_failing', 'Whether the last attempt to make a backup failed.');
  private readonly drillAge = this.gauge(
    'backup_drill_age_seconds',
    'Time since a backup was last restored to see that it can be.',
  );
  private backups: BackupsSeen | null = null;
  private readonly deskRequests = this.counter('desk_requests_total', 'Requests to the desk.', ['route', 'status']);
  private readonly deskTime = this.histogram(
    'desk_request_seconds',
    'Time from a request to the desk to the end of its answer; streams of events are left out.',
    quick,
    ['route'],
  );
  private readonly openStreams = this.gauge('desk_streams', 'Streams of events that are open at the desk.');
  private readonly logged = this.counter(
    'log_events_total',
    'Errors and warnings, in the log or left out of it by LOG_LEVEL.',
    ['level'],
  );
  private readonly ready = this.gauge('ready', 'Whether the daemon does its work, as /readyz says.');
  private readonly leader = this.gauge(
    'leader',
    'Whether this process takes updates and sends messages: 1, or not, as a standby: 0.',
  );
  private readonly phase = this.gauge('phase', 'Where the daemon is on its way from start to end: 1 for its phase.', [
    'phase',
  ]);

  constructor(private readonly ports: MetricsPorts) {
    const { version } = ports;
    this.gauge('build_info', 'Always 1; the version that runs.', ['version']).set({ version }, 1);
    this.beginAtZero();
    collectDefaultMetrics({ register: this.registry });
    for (const name of misnamed) this.registry.removeSingleMetric(name);
  }

  /**
   * So that the first event of each kind is an increase, which alert rules look for: a counter that starts at 1 has never
   * increased.
   */
  private beginAtZero(): void {
    for (const end of ['answered', ...pollTroubles]) this.polls.inc({ end }, 0);
    for (const level of loudLevels) this.logged.inc({ level }, 0);
    for (const kind of measuredUpdateKinds)
      for (const outcome of updateOutcomes) this.updates.inc({ kind, outcome }, 0);
    for (const what of sentKinds)
      for (const outcome of sendOutcomes) this.sends.inc({ method: methods[what], outcome }, 0);
    for (const outcome of webhookOutcomes) this.webhookAttempts.inc({ outcome }, 0);
    for (const change of [...clientEvents, ...voteEvents]) this.changes.inc({ change }, 0);
    for (const decision of decisions) this.decisionTime.zero({ decision });
    for (const end of ['done', 'failed']) this.sweeps.zero({ end });
    for (const end of ['committed', 'rolled_back']) this.transactions.zero({ end });
  }

  polled(end: 'answered' | PollTrouble): void {
    this.polls.inc({ end });
  }

  settled(updates: readonly SettledUpdate[], took: Millis): void {
    for (const { kind, outcome } of updates) {
      this.updates.inc({ kind, outcome });
      this.handling.observe(seconds(took));
    }
  }

  handlingFailed(): void {
    this.updateFailures.inc();
  }

  /** Every change of a request but a vote owes its client the news of it, in the same transaction. */
  owed(rows: readonly Owed[]): void {
    for (const { notice } of rows) {
      if (notice.kind !== 'client_news' || notice.isCopy === true) continue;
      const { news, request } = notice;
      this.changes.inc({ change: news });
      const decision = decisions.find((each) => each === news);
      if (decision !== undefined && request.decidedAt !== null) {
        this.decisionTime.observe({ decision }, seconds(request.decidedAt - request.submittedAt));
      }
    }
  }

  voted(event: VoteEvent): void {
    this.changes.inc({ change: event });
  }

  sent(what: SentKind, outcome: SendOutcome): void {
    this.sends.inc({ method: methods[what], outcome });
  }

  channelAway(channel: ContactMedium, reason: string | null): void {
    this.away.set({ channel }, reason === null ? 0 : 1);
  }

  smsTaken(parts: number): void {
    this.smsParts.inc(parts);
  }

  webhookTried(outcome: WebhookOutcome): void {
    this.webhookAttempts.inc({ outcome });
  }

  swept(took: Millis, end: 'done' | 'failed'): void {
    this.sweeps.observe({ end }, seconds(took));
  }

  backupsSeen(backups: BackupsSeen): void {
    this.backups = backups;
  }

  deskAnswered(route: string, status: number, took: Millis): void {
    this.deskRequests.inc({ route, status: String(status) });
    if (route !== 'GET /admin/events') this.deskTime.observe({ route }, seconds(took));
  }

  deskStreams(open: number): void {
    this.openStreams.set(open);
  }

  called(method: string, result: CallResult<unknown>, took: Millis): void {
    this.telegramCalls.inc({ method, outcome: outcomeOf(result) });
    if (method !== 'getUpdates') this.callTime.observe(seconds(took));
  }

  transacted(waited: Millis, took: Millis, end: 'committed' | 'rolled_back'): void {
    this.turns.observe(seconds(waited));
    this.transactions.observe({ end }, seconds(took));
  }

  loggedAt(level: LoudLevel): void {
    this.logged.inc({ level });
  }

  /** The current values of all metrics, as text. Unknown values are left out. */
  async scrape(): Promise<string> {
    const report = await this.ports.health.check();
    this.showReport(report);
    this.showFigures(report.figures);
    this.showBackups();
    return this.registry.metrics();
  }

  private showReport({ phase, ready, leads, quietFor, figures }: HealthReport): void {
    for (const each of phases) this.phase.set({ phase: each }, each === phase ? 1 : 0);
    this.ready.set(ready ? 1 : 0);
    this.leader.set(leads ? 1 : 0);
    show(this.pollAge, quietFor === null ? null : seconds(quietFor));
    show(this.databaseUp, phase === 'active' ? Number(figures !== null) : null);
  }

  private showFigures(figures: Figures | null): void {
    this.requests.reset();
    this.outbox.reset();
    show(this.oldestPending, figures && (this.age(figures.oldestPending) ?? 0));
    show(this.oldestOwed, figures && (this.age(figures.oldestOwed) ?? 0));
    show(this.oldestSendable, figures && (this.age(figures.oldestSendable) ?? 0));
    show(this.webhooks, figures && figures.webhooks.owed);
    show(this.oldestWebhook, figures && (this.age(figures.webhooks.oldest) ?? 0));
    this.historyDigest.reset();
    show(this.historyEvents, figures && figures.history.event);
    this.showAccess(figures?.access ?? []);
    if (figures === null) return;
    this.historyDigest.set({ digest: figures.history.digest }, 1);
    for (const [status, count] of Object.entries(figures.requests)) this.requests.set({ status }, count);
    for (const [state, count] of Object.entries(figures.outbox)) this.outbox.set({ state }, count);
  }

  private showAccess(chats: Figures['access']): void {
    const { accessWanted, accessSeen, accessPending, accessFailing, oldestAccess } = this;
    for (const gauge of [accessWanted, accessSeen, accessPending, accessFailing, oldestAccess]) gauge.reset();
    for (const { chatId, wantedIn, seenIn, pending, failing, oldestPending } of chats) {
      const chat = String(chatId);
      accessWanted.set({ chat }, wantedIn);
      accessSeen.set({ chat }, seenIn);
      accessPending.set({ chat }, pending);
      accessFailing.set({ chat }, failing);
      // Another attempt may be due later only.
      oldestAccess.set({ chat }, Math.max(0, this.age(oldestPending) ?? 0));
    }
  }

  /** Not shown before the first check, and so never by a standby: the active process makes backups. */
  private showBackups(): void {
    const { newest = null, maxAge = null, failing = null, lastDrill = null } = this.backups ?? {};
    show(this.backupAge, newest && this.age(newest.at));
    show(this.backupSize, newest && newest.bytes);
    show(this.backupMaxAge, maxAge === null ? null : seconds(maxAge));
    show(this.backupFailing, failing === null ? null : Number(failing));
    show(this.drillAge, this.age(lastDrill));
  }

  /** Seconds since `since`; null: never. */
  private age(since: Instant | null): number | null {
    return since === null ? null : seconds(this.ports.clock.now() - since);
  }

  private counter<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
    return new Counter({ name: prefix + name, help, labelNames, registers: [this.registry] });
  }

  private gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge({ name: prefix + name, help, labelNames, registers: [this.registry] });
  }

  private histogram<L extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[] = [],
  ): Histogram<L> {
    return new Histogram({ name: prefix + name, help, buckets, labelNames, registers: [this.registry] });
  }
}

const prefix = 'sosekni_';

const decisions = ['approved', 'rejected'] as const;
/** The label of each kind of message: the Bot API's method that sends it, or the channel. */
const methods: Readonly<Record<SentKind, string>> = {
  message: 'sendMessage',
  picture: 'sendPhoto',
  edit: 'editMessageText',
  email: 'email',
  sms: 'sms',
};
const loudLevels = ['error', 'warn'] as const;
export type LoudLevel = (typeof loudLevels)[number];

/** Sets a gauge without labels; null removes it from the output. */
function show(gauge: Gauge, value: number | null): void {
  if (value === null) gauge.remove();
  else gauge.set(value);
}

function outcomeOf(result: CallResult<unknown>): string {
  if (result.end !== 'refused') return result.end;
  return result.code === 429 ? 'limited' : 'refused';
}
