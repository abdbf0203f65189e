import type { Instant, RecipientId, RequestId } from '../lifecycle/ids';
import type { Notice } from '../notices/notice';
import type { Queries } from '../store/queries';
import type { NewOwed, Owed } from '../store/queries/outbox';

/**
 * The messages that one transaction owes. They are written together when its job is done, or earlier if the job looks for them in
 * the database.
 */
export class OutboxBuffer {
  private readonly inDatabase: Owed[] = [];
  private readonly toWrite: NewOwed[] = [];

  constructor(
    private readonly outbox: Queries['outbox'],
    private readonly now: Instant,
  ) {}

  /** The rows already in the database, in order. */
  get written(): readonly Owed[] {
    return this.inDatabase;
  }

  /** The messages not in the database yet. */
  get unwritten(): readonly NewOwed[] {
    return this.toWrite;
  }

  add(message: NewOwed): void {
    this.toWrite.push(message);
  }

  /** Whether a send or an edit of the bot message is owed that is not in the database yet, and shows this request if it shows one. */
  holds(botMessageId: number, requestId: RequestId | null = null): boolean {
    return this.toWrite.some(
      ({ botMessageId: id, notice }) =>
        id === botMessageId && (!('requestId' in notice) || notice.requestId === requestId),
    );
  }

  /** Whether the chat is owed a digest that is not in the database yet. */
  owesDigest(recipientId: RecipientId): boolean {
    return this.toWrite.some((owed) => owed.recipientId === recipientId && owed.notice.kind === 'digest');
  }

  /** Unsent messages to a chat about a request that match are never sent, whether this transaction or an earlier one owes them. */
  async takeBack(
    { requestId, recipientId }: { readonly requestId: RequestId; readonly recipientId: RecipientId },
    matches: (notice: Notice) => boolean,
    why: string,
  ): Promise<void> {
    await this.write();
    const waiting = await this.outbox.waitingAbout(requestId, recipientId);
    const unsent = waiting.filter(({ notice }) => matches(notice));
    await this.outbox.supersede(
      unsent.map(({ id }) => id),
      why,
      this.now,
    );
  }

  /** Writes what is owed so far, some of it already claimed. Returns the claimed rows. */
  async write(claimed: ReadonlySet<NewOwed> = new Set()): Promise<readonly Owed[]> {
    const messages = this.toWrite.splice(0);
    const isClaimed = messages.map((message) => claimed.has(message));
    const rows = await this.outbox.add(messages, claimed, this.now);
    for (const row of rows) this.inDatabase.push(row);
    return rows.filter((_, n) => isClaimed[n]);
  }
}
