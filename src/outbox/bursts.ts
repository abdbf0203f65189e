import type { Clock } from '../process/clock';
import type { RecipientId, Millis } from '../lifecycle/ids';
import type { Owed } from '../store/queries/outbox';
import type { Queue } from './queue';

/** The new cards that one chat would need longer than this for become one digest. */
export const longestBurst: Millis = 10_000;

/** Finds the new cards that a digest is to stand in for. */
export class Bursts {
  /** Chats that got something new: they may owe a digest by now. */
  private readonly grown = new Set<RecipientId>();
  /** The newest digest owed to a chat: it counts whatever was owed before it. */
  private readonly digests = new Map<RecipientId, number>();

  constructor(
    private readonly clock: Clock,
    private readonly queue: Queue,
  ) {}

  /** These have just been committed. */
  owed(rows: readonly Owed[]): void {
    for (const { recipientId, id, notice } of rows) if (notice.kind === 'digest') this.digests.set(recipientId, id);
  }

  /** Something new waits for the chat. */
  grew(chat: RecipientId): void {
    this.grown.add(chat);
  }

  /** The bursts there are, one for a chat at most; they are no longer in the queue. */
  take(): Owed[][] {
    const now = this.clock.monotonic();
    const bursts = [...this.grown].map((chat) => this.queue.takeBurst(chat, longestBurst, now));
    this.grown.clear();
    return bursts.filter((burst) => burst.length > 0);
  }

  /** Whether a digest that waits, or has left since these were owed, counts them. */
  isCounted(burst: readonly Owed[]): (chat: RecipientId) => boolean {
    const newest = burst.reduce((most, { id }) => Math.max(most, id), 0);
    return (chat) => this.queue.holdsDigest(chat) || (this.digests.get(chat) ?? 0) > newest;
  }
}
