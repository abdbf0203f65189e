import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type RecipientId, type Instant, type Millis } from '../lifecycle/ids';
import type { Meter, SentKind } from '../observability/meter';
import type { Random } from '../process/back-off';
import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Store } from '../store/store';
import type { FastPath } from '../transaction/fast-path';
import type { Transaction } from '../transaction/transaction';
import type { AppContext, Transactions } from '../transaction/transactions';
import { Bursts, longestBurst } from './bursts';
import type { Channel, SendResult } from './channel';
import { OutboxFastPath } from './fast-path';
import { Loader } from './loader';
import { Outage } from './outage';
import { outcomeOf } from './outcome';
import { Queue } from './queue';
import type { ResolvedMessage } from './resolve';
import { SendLoop } from './send-loop';
import { mostInFlight, InFlight } from './in-flight';
import { WakeUps } from './wake-ups';

/** What the dispatcher needs. */
export interface DispatcherPorts extends AppContext {
  readonly transactions: Pick<Transactions, 'run' | 'dispatchWith'>;
  readonly store: Pick<Store, 'undisputed' | 'uncertainCommits'>;
  readonly channel: Channel;
  readonly meter: Pick<Meter, 'sent'>;
  readonly random: Random;
  /** Called at the named steps of sending: a test can end the process there. */
  readonly step: (name: DispatchStep) => void;
}
export type DispatchStep = 'claimed' | 'answered' | 'settled';

/** How long sends under way may take when the daemon stops, plus the time to record their outcomes. */
const lastSends: Millis = 5000;
const lastWrites: Millis = 1500;
const pauseAfterBug: Millis = 4000;

/**
 * Sends the messages that are owed in one channel. The outbox is the truth; the queue only indexes the next ones, and the rest is loaded as it drains.
 * A dispatcher goes through these modes:
 *
 * new        Nothing is read or sent. Owed messages wait in the table.
 * starting   Takes over from an earlier daemon: interrupted sends are owed again, the limits count what it sent, and the
 *            first rows are loaded. From now on, transactions hand over their messages.
 * running    A message gets into the queue as its transaction is committed, or is loaded in its turn (`Loader`). When it
 *            is its turn, a pass of the `SendLoop` claims it, it is sent, and the next pass settles it. What nothing is ahead of
 *            is claimed by the transaction that owes it, and needs no pass (`OutboxFastPath`).
 * stopping   Nothing more leaves. Sends under way are awaited, then given up.
 * finishing  Answered sends are recorded, or given up. Owed messages stay owed.
 * stopped    As new.
 */
export class Dispatcher {
  private mode: 'new' | 'starting' | 'running' | 'stopping' | 'finishing' | 'stopped' = 'new';
  private readonly queue: Queue;
  private readonly loader: Loader;
  private readonly bursts: Bursts;
  private readonly outage: Outage;
  private readonly inFlight: InFlight;
  private readonly sendLoop: SendLoop;
  private readonly wakeUps: WakeUps;
  private readonly abort = new AbortController();

  constructor(private readonly ports: DispatcherPorts) {
    const { clock, random, log, channel, community, store, step } = ports;
    const { pace } = channel;
    const isAdminChat = (chat: RecipientId) => community.isAdminChat(chat);
    const transact = <T>(job: (tx: Transaction) => Promise<T>) => this.transact(job);
    this.wakeUps = new WakeUps(clock, (whom) => this.wake(whom));
    const wakeAt = (time: Millis, whom: RecipientId | 'all') => this.wakeUps.at(time, whom);
    this.queue = new Queue(pace, (chat, at) => wakeAt(at, chat), isAdminChat);
    this.outage = new Outage(channel.title, log, random, channel.outagePauses);
    this.inFlight = new InFlight(clock, pace, this.outage, wakeAt);
    this.bursts = new Bursts(clock, this.queue);
    this.loader = new Loader({
      channel: channel.name,
      store,
      log,
      isAdminChat,
      transact,
      enqueue: (rows) => this.enqueue(rows),
    });
    this.sendLoop = new SendLoop({
      clock,
      random,
      log,
      queue: this.queue,
      loader: this.loader,
      bursts: this.bursts,
      inFlight: this.inFlight,
      transact,
      sendOff: (leaving) => this.sendOff(leaving),
      channel,
      step,
      signal: this.abort.signal,
    });
    // Every send under way listens for the end.
    setMaxListeners(mostInFlight * 2, this.abort.signal);
  }

  /** Takes over what an earlier daemon left, and starts. */
  async start(): Promise<void> {
    this.mode = 'starting';
    const { name } = this.ports.channel;
    const { unknown, sent, now } = await this.transact(async ({ store: { outbox }, now }) => {
      const unknown = await outbox.releaseInFlight(name);
      return { unknown, sent: await outbox.sentSince(name, now - this.ports.channel.pace.longestLimit), now };
    });
    // The channel's limits count on where the earlier daemon left off.
    const {
      channel: { pace },
      clock,
      log,
      community,
      transactions,
    } = this.ports;
    const began = clock.monotonic();
    for (const { recipientId, settledAt } of sent)
      pace.remember(recipientId, began - Math.max(0, now - (settledAt ?? now)));
    for (const recipientId of unknown) pace.remember(recipientId, began);
    if (unknown.length > 0)
      log.warn('sends whose outcome is unknown are repeated', { details: { count: unknown.length } });
    this.loader.begin(community.cardRecipients());
    transactions.dispatchWith(name, () => this.fastPath());
    await this.loader.loadFirst();
    this.mode = 'running';
  }

  private fastPath(): FastPath {
    return new OutboxFastPath({
      clock: this.ports.clock,
      takeUnhindered: (written, unwritten) => this.takeUnhindered(written, unwritten),
      ended: (message) => {
        this.inFlight.end(message);
        // Something else may have found no room meanwhile.
        this.sendLoop.ready();
      },
      committed: (leaving, waiting) => {
        for (const { row } of leaving) {
          this.loader.hold(row);
          this.queue.begin(row);
        }
        // First of all: a pass that begins meanwhile would have its commit before they are on their way.
        this.sendOff(leaving);
        this.bursts.owed(waiting);
        this.enqueue(this.loader.take(waiting));
        this.loader.load();
      },
    });
  }

  async stop(): Promise<void> {
    this.mode = 'stopping';
    this.wakeUps.stop();
    this.loader.stop();
    this.sendLoop.claimNothing();
    const giveUpAfter = (ms: Millis): NodeJS.Timeout => setTimeout(() => this.abort.abort(), ms);
    const sending = giveUpAfter(lastSends);
    await this.inFlight.over();
    clearTimeout(sending);
    this.mode = 'finishing';
    const writing = giveUpAfter(lastWrites);
    await Promise.all([this.sendLoop.finish(), this.loader.over()]);
    clearTimeout(writing);
    this.mode = 'stopped';
  }

  private enqueue(rows: readonly Owed[]): void {
    if (rows.length === 0) return;
    const { clock, channel } = this.ports;
    for (const row of rows) {
      this.queue.add(row);
      this.bursts.grew(row.recipientId);
      const forbidden = restOfWait(row, clock.now(), channel.pace.longestWait);
      if (forbidden > 0) this.queue.block(row, clock.monotonic() + forbidden);
    }
    this.sendLoop.ready();
  }

  /** Of messages not in the queue yet, those that could be sent at once if they were. */
  private takeUnhindered(written: readonly NewOwed[], unwritten: readonly NewOwed[]): NewOwed[] {
    if (this.mode !== 'running' && this.mode !== 'starting') return [];
    const now = this.ports.clock.monotonic();
    const taken: NewOwed[] = [];
    for (const message of this.queue.unhindered([...written, ...unwritten], longestBurst, now)) {
      if (written.includes(message) || this.sendLoop.movesTo(message.recipientId)) continue;
      if (this.loader.isBehind(message) || !this.inFlight.hasRoomFor(message.recipientId)) continue;
      this.inFlight.begin(message);
      taken.push(message);
    }
    return taken;
  }

  private sendOff(leaving: readonly ResolvedMessage[]): void {
    if (leaving.length > 0) this.ports.step('claimed');
    for (const message of leaving) void this.dispatch(message);
  }

  private async dispatch(message: ResolvedMessage): Promise<void> {
    const { channel, store, meter, step, clock } = this.ports;
    const result: SendResult = store.undisputed
      ? await channel.send(message, this.abort.signal)
      : { end: 'again', outcomeUnknown: false, after: null, error: 'another daemon may be sending it' };
    step('answered');
    this.inFlight.end(message.row);
    meter.sent(kindOf(message), outcomeOf(result));
    // What went nowhere says nothing of whether the channel takes messages.
    const wasSent = result.end !== 'no_address' && result.end !== 'unworded';
    const { recipient } = message;
    if (wasSent) this.outage.ended(recipient.id, result, clock.monotonic(), channel.logFields(recipient));
    this.sendLoop.end({ message, result });
  }

  private wake(whom: RecipientId | 'all'): void {
    if (whom !== 'all') {
      const now = this.ports.clock.monotonic();
      this.queue.wake(whom, now);
      this.ports.channel.pace.forget(whom, now);
    }
    this.sendLoop.want();
  }

  /** If a transaction fails although the database is available, that is a bug; no message is given up for it. */
  private async transact<T>(job: (tx: Transaction) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.ports.transactions.run(job, this.abort.signal);
      } catch (error) {
        if (this.abort.signal.aborted) throw error;
        this.ports.log.error('sending failed and is tried again', { error });
        await wait(pauseAfterBug, undefined, { signal: this.abort.signal });
      }
    }
  }
}

function kindOf({ row, edits, notice }: ResolvedMessage): SentKind {
  if (row.channel !== 'telegram') return row.channel;
  if (edits !== null) return 'edit';
  return notice.kind === 'stats_picture' ? 'picture' : 'message';
}

/** How long the chat is still to be left alone; however the clock has jumped, no longer than was asked for. */
function restOfWait({ notBefore, toldToWaitAt }: Owed, now: Instant, longestWait: Millis): Millis {
  if (notBefore === null) return 0;
  const asked = toldToWaitAt === null ? longestWait : notBefore - toldToWaitAt;
  return Math.min(asked, notBefore - now);
}
