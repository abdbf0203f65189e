import type { Clock } from '../process/clock';
import type { Millis } from '../lifecycle/ids';

/** The shortest time between two updates of the line. */
const every: Millis = 100;
const startOfLine = '\r\x1b[K';

/** One line on a terminal that shows progress. Writes nothing unless it is `watched`. */
export class Progress {
  private shownAt: Millis = Number.NEGATIVE_INFINITY;
  private shown = false;

  constructor(
    private readonly stderr: Pick<NodeJS.WriteStream, 'write'>,
    private readonly clock: Clock,
    private readonly watched: boolean,
  ) {}

  /** Replaces the line, unless that was done a moment ago. */
  show(text: string): void {
    const now = this.clock.monotonic();
    if (!this.watched || now - this.shownAt < every) return;
    this.shownAt = now;
    this.shown = true;
    this.stderr.write(`${startOfLine}${text}`);
  }

  /** Clears the line for the next output. */
  clear(): void {
    if (this.shown) this.stderr.write(startOfLine);
    this.shown = false;
  }
}
