import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Middleware } from 'telegraf';
import type { Update } from 'telegraf/types';
import { isGroup, type Instant, type Millis, type TelegramId } from '../lifecycle/ids';
import { parkUpdate, recordUpdate, type SeenUpdate } from '../inbox/updates';
import type { ResolvedNotice } from '../notices/resolved-notice';
import type { Meter, SettledUpdate } from '../observability/meter';
import { timebox } from '../transaction/timebox';
import { isUnavailable, type AppContext } from '../transaction/transactions';
import type { Transaction } from '../transaction/transaction';
import { delay, type Random } from '../process/back-off';
import { BotContext, type BotFacts, type JoinAnswer } from './context';
import { abridged, whyUnreadable } from './readable';
import { sanitized } from './sanitize';
import { seenUnreadable, seenUpdate } from './seen-update';
import { chatIn, chatOf, contentOf, kindOf } from './update';

export interface ReceiverPorts extends AppContext {
  readonly facts: BotFacts;
  readonly routes: Middleware<BotContext>;
  /** Answers a press, best effort. `toast` null: only stops the spinner. */
  readonly answerPress: (pressId: string, toast: ResolvedNotice | null, language: string | null) => void;
  /** Answers a join request that Telegram asks the bot itself about, best effort: it gives up after 10 s. */
  readonly answerJoinQuery: (answer: JoinAnswer) => void;
  /** Somebody did something in their private chat with the bot, and is written to in this language; null: it is unknown. */
  readonly heardFrom: (user: TelegramId, language: string | null) => void;
  readonly random: Random;
  readonly step: (name: ReceiverStep) => void;
  readonly meter: Pick<Meter, 'settled' | 'handlingFailed'>;
}
export type ReceiverStep = 'received' | 'handled' | 'committed';

/** The most updates that share a commit; fewer if they take too long. */
const batchSize = 32;
/** People notice a longer wait. */
const slow: Millis = 1000;
/** How many attempts a failing handler gets, if the database is not the reason. */
const attempts = 5;
const pauses = { min: 100, max: 1000 };

interface Handled extends SettledUpdate {
  readonly update: Update;
  readonly toast: ResolvedNotice | null;
  readonly joinAnswer: JoinAnswer | null;
  /** The language used with its sender. */
  readonly language: string | null;
}

/**
 * Gives every update its effect, exactly once however often it is delivered, in the order of the batch. Resolves when all
 * effects are committed: only then may the updates be confirmed to Telegram.
 */
export async function receive(ports: ReceiverPorts, updates: readonly Update[], signal: AbortSignal): Promise<void> {
  const came = ports.clock.monotonic();
  const readable: Update[] = [];
  for (const update of updates) {
    const why = whyUnreadable(update);
    if (why === null) readable.push(update);
    else await parkUnreadable(ports, update, why, signal);
  }
  const tried: Tried = new Map();
  for (let done = 0; done < readable.length;) {
    // A call is written to its connection one turn of the event loop after it is made: those made so far leave first.
    await nextTurn();
    const batch = readable.slice(done, done + batchSize);
    const received = await receiveOrFail(ports, batch, { came, tried }, signal);
    if ('error' in received) {
      // Nothing of the batch is committed. One by one, all take effect except the update that fails.
      for (const update of batch) await receiveAlone(ports, update, { came, tried }, signal);
    }
    done += 'error' in received ? batch.length : received.count;
  }
}

/**
 * How updates were handled in transactions whose commit is uncertain. An update found to have had its effect by now had it in
 * one of those.
 */
type Tried = Map<Update, Handled>;

interface Reception {
  /** When the updates came. */
  readonly came: Millis;
  readonly tried: Tried;
}

async function receiveAlone(
  ports: ReceiverPorts,
  update: Update,
  reception: Reception,
  signal: AbortSignal,
): Promise<void> {
  const { came } = reception;
  const log = ports.log.child({ updateId: update.update_id });
  for (let count = 1; ; count += 1) {
    const failure = await receiveOrFail(ports, [update], reception, signal);
    if (!('error' in failure)) return;
    ports.meter.handlingFailed();
    log.error('an update could not be handled', { error: failure.error, details: { attempts: count } });
    if (count === attempts) {
      await park(ports, { update, error: failure.error, attempts }, recognised(update, ports.clock.now()), signal);
      ports.meter.settled([{ kind: kindOf(update), outcome: 'parked' }], ports.clock.monotonic() - came);
      return;
    }
    await wait(delay(count, pauses, ports.random), undefined, { signal });
  }
}

/**
 * Handles the first of these updates, or all, in one transaction, and returns how many; or the error that a handler threw,
 * in which case nothing is committed.
 */
async function receiveOrFail(
  ports: ReceiverPorts,
  batch: readonly Update[],
  reception: Reception,
  signal: AbortSignal,
): Promise<{ readonly count: number } | { readonly error: unknown }> {
  try {
    return { count: await receiveTogether(ports, batch, reception, signal) };
  } catch (error) {
    if (isUnavailable(error) || signal.aborted) throw error;
    return { error };
  }
}

async function receiveTogether(
  ports: ReceiverPorts,
  batch: readonly Update[],
  { came, tried }: Reception,
  signal: AbortSignal,
): Promise<number> {
  ports.step('received');
  const handled = await ports.transactions.run(
    async (tx) => {
      const handled: Handled[] = [];
      const isOver = timebox(ports.clock);
      for (const update of batch) {
        const how = await handleOnce(ports, update, { ...tx, updateId: update.update_id, via: 'chat' });
        handled.push(how.outcome === 'repeated' ? (tried.get(update) ?? how) : how);
        if (isOver()) break;
      }
      for (const [n, how] of handled.entries()) tried.set(batch[n] ?? how.update, how);
      ports.step('handled');
      tx.onCommit(() => ports.step('committed'));
      return handled;
    },
    signal,
    { awaited: true },
  );
  const took = ports.clock.monotonic() - came;
  ports.meter.settled(handled, took);
  if (took > slow) {
    ports.log.warn('updates took long to handle', {
      action: 'slow_updates',
      took,
      details: { updates: handled.length },
    });
  }
  for (const { update, toast, joinAnswer, outcome, language } of handled) {
    const content = contentOf(update);
    const { press } = content;
    const place = chatIn(content);
    const chat = place === null ? null : chatOf(place);
    if (chat !== null && !isGroup(chat)) ports.heardFrom(chat, language);
    if (press !== null && outcome !== 'repeated') ports.answerPress(press.id, toast, language);
    if (joinAnswer !== null) ports.answerJoinQuery(joinAnswer);
  }
  return handled.length;
}

/** Does nothing if the update has already had its effect. */
async function handleOnce(ports: ReceiverPorts, raw: Update, tx: Transaction): Promise<Handled> {
  const update = sanitized(raw);
  const kind = kindOf(update);
  if (!(await recordUpdate(tx, seenUpdate(update, tx.now)))) {
    return { update, kind, outcome: 'repeated', toast: null, joinAnswer: null, language: null };
  }
  const ctx = new BotContext(update, raw, ports.facts, tx);
  await runRoutes(ports.routes, ctx);
  const { toast, joinAnswer, language } = ctx;
  return { update, kind, outcome: ctx.ignored ? 'ignored' : 'handled', toast, joinAnswer, language };
}

async function runRoutes(routes: Middleware<BotContext>, ctx: BotContext): Promise<void> {
  const run = typeof routes === 'function' ? routes : routes.middleware();
  await run(ctx, async () => {});
}

/** Parks an update that Telegram can't have sent without examining it: examining it could block the bot or crash it. */
async function parkUnreadable(ports: ReceiverPorts, update: Update, why: string, signal: AbortSignal): Promise<void> {
  const error = new Error(`the update is ${why}: it is not one of Telegram's`);
  ports.log.error("an update can't be read", { updateId: update.update_id, error });
  const came = ports.clock.monotonic();
  await park(ports, { update, error, attempts: 1 }, seenUnreadable(update, ports.clock.now()), signal);
  ports.meter.settled([{ kind: kindOf(update), outcome: 'parked' }], ports.clock.monotonic() - came);
}

/** Computing how to recognise the update may itself be what failed. */
function recognised(update: Update, at: Instant): SeenUpdate {
  try {
    return seenUpdate(sanitized(update), at);
  } catch {
    return seenUnreadable(update, at);
  }
}

interface Failed {
  readonly update: Update;
  readonly error: unknown;
  readonly attempts: number;
}

/**
 * Stores the update for a person to look at, whole or as much of it as can be stored, and goes on: it must not block the
 * updates after it. If not even its number can be stored, the database has failed. An update with no record is never
 * confirmed to Telegram.
 */
async function park(ports: ReceiverPorts, failed: Failed, seen: SeenUpdate, signal: AbortSignal): Promise<void> {
  const { updateId } = seen;
  const numberOnly = { update_id: updateId };
  const asItCame = failed.attempts > 1 ? [failed.update] : [];
  const kept = [...asItCame, abridged(failed.update), numberOnly];
  for (let failures = 0; ; failures += 1) {
    try {
      return await keepAside(ports, { ...failed, update: kept[failures] ?? numberOnly }, seen, signal);
    } catch (error) {
      if (isUnavailable(error) || signal.aborted) throw error;
      ports.log.error('an update could not be put aside', { updateId, error });
    }
    if (failures + 1 >= kept.length) await wait(delay(failures + 1, pauses, ports.random), undefined, { signal });
  }
}

async function keepAside(
  ports: ReceiverPorts,
  { update, error, attempts }: Omit<Failed, 'update'> & { readonly update: object },
  seen: SeenUpdate,
  signal: AbortSignal,
): Promise<void> {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { updateId } = seen;
  const isNew = await ports.transactions.run(
    (tx) => parkUpdate(tx, seen, { update, error: sanitized(text), attempts }),
    signal,
  );
  if (isNew) ports.log.error('an update was parked', { action: 'update_parked', updateId });
}
