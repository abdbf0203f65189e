import type { Millis, RecipientId } from '../lifecycle/ids';
import type { Pace } from '../outbox/channel';
import { longestPause } from './retry-schedule';

/** Limits only how many messages are under way at once: how fast they go on from the server is the server's. */
export class ConcurrencyPace implements Pace {
  readonly holdsBack = 'lane';
  readonly longestLimit: Millis = 0;
  readonly longestWait = longestPause;
  protected underWay = 0;

  constructor(private readonly most: number) {}

  freeAt(): Millis {
    return this.underWay < this.most ? 0 : Number.POSITIVE_INFINITY;
  }

  chatFreeAt(): Millis {
    return 0;
  }

  spareAt(): Millis {
    return 0;
  }

  spareLeaves(): void {
    // Nothing of low priority leaves by it.
  }

  leaves(): void {
    this.underWay += 1;
  }

  arrived(): void {
    this.underWay -= 1;
  }

  remember(_recipient: RecipientId, _at: Millis): void {
    // What an earlier process sent counts against nothing.
  }

  timeFor(): Millis {
    return 0;
  }

  forget(): void {
    // Nothing is kept about a recipient.
  }
}
