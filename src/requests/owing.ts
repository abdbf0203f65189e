import type { Instant } from '../lifecycle/ids';
import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Queries } from '../store/queries';
import type { Departure } from './departure';
import type { Work } from './work';

/**
 * The messages that one transaction owes. They are written down together when its work is done; whoever looks for them in
 * the database before that has them written first.
 */
export class Owing {
  private readonly unwritten: NewOwed[] = [];
  private readonly written: Owed[] = [];

  constructor(
    private readonly outbox: Queries['outbox'],
    private readonly now: Instant,
  ) {}

  add(message: NewOwed): void {
    this.unwritten.push(message);
  }

  /** Whether a sending or an edit of the bot message is owed that is not written down yet. */
  holds(botMessageId: number): boolean {
    return this.unwritten.some((message) => message.botMessageId === botMessageId);
  }

  /** Writes down what is owed so far. None of it leaves with the commit. */
  async write(): Promise<void> {
    await this.writeDown(new Set());
  }

  /** Writes down the rest, what leaves with the commit as such. Answers with all that the transaction owes. */
  async finish(work: Work, departure: Departure | null): Promise<readonly Owed[]> {
    const leaving = departure === null ? new Set<NewOwed>() : await departure.choose(this.written, this.unwritten);
    const before = this.written.length;
    const chosen = this.unwritten.map((message) => leaving.has(message));
    await this.writeDown(leaving);
    await departure?.depart(
      work,
      this.written.filter((_, n) => n >= before && chosen[n - before] === true),
    );
    return this.written;
  }

  private async writeDown(leaving: ReadonlySet<NewOwed>): Promise<void> {
    this.written.push(...(await this.outbox.add(this.unwritten.splice(0), leaving, this.now)));
  }
}
