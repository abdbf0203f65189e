import type { Instant, Millis } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';

/** Messages about no request keep their words for so long once they are settled: until then somebody may want to know what was said. */
const kept: Millis = 24 * 60 * 60 * 1000;
/** What is written down of that is no more exact than it needs to be. */
const step: Millis = 60 * 60 * 1000;
/** Messages in one transaction. */
const batch = 1_000;

/** Drops a batch of words that are no longer kept. Returns whether there may be more. */
export async function dropOldWords(tx: Transaction): Promise<boolean> {
  const { outbox, state } = tx.store;
  const from = await droppedUntil(tx);
  const until = tx.now - kept;
  if (until - from < step) return false;
  const next = (await outbox.settledNext(from, until, batch)) ?? until;
  await outbox.dropWords(from, next);
  await state.set('words_dropped_until', String(next));
  return next < until;
}

/** Drops them all, since somebody's may be among them. What is settled from now on has none of theirs. */
export async function dropAllWords(tx: Transaction): Promise<void> {
  await tx.store.outbox.dropWords(await droppedUntil(tx), tx.now);
}

/** Times of a clock that was ahead, and was set back since, say nothing. */
async function droppedUntil({ store, now }: Transaction): Promise<Instant> {
  const until = Number((await store.state.get('words_dropped_until')) ?? 0);
  return until > now ? 0 : until;
}
