import type { Millis } from '../../lifecycle/ids';
import type { Pace } from '../../outbox/channel';
import { longestPause } from '../retry-schedule';

/** Connections to the relay at once. Many refuse more from one machine. */
const mostConnections = 5;

/** Only the connections are limited: how fast mail goes on from the relay is the relay's. */
export class EmailPace implements Pace {
  readonly longestLimit = 0;
  readonly longestWait = longestPause;
  private connections = 0;

  freeAt(): Millis {
    return this.connections < mostConnections ? 0 : Number.POSITIVE_INFINITY;
  }

  chatFreeAt(): Millis {
    return 0;
  }

  spareAt(): Millis {
    return 0;
  }

  spareLeaves(): void {
    // Nothing of the kind leaves by mail.
  }

  leaves(): void {
    this.connections += 1;
  }

  arrived(): void {
    this.connections -= 1;
  }

  remember(): void {
    // What an earlier process sent counts against nothing.
  }

  timeFor(): Millis {
    return 0;
  }

  forget(): void {
    // Nothing is kept about a recipient.
  }
}
