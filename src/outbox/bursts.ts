import type { Clock } from '../process/clock';
import type { RecipientId, Millis } from '../lifecycle/ids';
import type { Owed } from '../store/queries/outbox';
import type { Queue } from './queue';

/** New cards that would take one chat longer than this become a digest. */
export const longestBurst: Millis = 10_000;

/** Finds the new cards that a digest will replace. */
export class Bursts {
  /** Chats with new messages, for which a digest may be due. */
  private readonly grown = new Set<RecipientId>();
  /** The newest digest for each chat: it counts everything that was owed before it. */
  private readonly digests = new Map<RecipientId, number>();

  constructor(
    private readonly clock: Clock,
    private readonly queue: Queue,
  ) {}

  /** These messages were just committed. */
  owed(rows: readonly Owed[]): void {
    for (const { recipientId, id, notice } of rows) if (notice.kind === 'digest') this.digests.set(recipientId, id);
  }

  /** A new message waits for the chat. */
  grew(chat: RecipientId): void {
    this.grown.add(chat);
  }

  /** The bursts, one per chat at most; their messages are taken from the queue. */
  take(): Owed[][] {
    const now = this.clock.monotonic();
    const bursts = [...this.grown].map((chat) => this.queue.takeBurst(chat, longestBurst, now));
    this.grown.clear();
    return bursts.filter((burst) => burst.length > 0);
  }

  /** Whether a digest that is waiting, or was sent after these cards, counts them. */
  isCounted(burst: readonly Owed[]): (chat: RecipientId) => boolean {
    const newest = burst.reduce((most, { id }) => Math.max(most, id), 0);
    return (chat) => this.queue.holdsDigest(chat) || (this.digests.get(chat) ?? 0) > newest;
  }
}
