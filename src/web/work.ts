import type { Log } from '../observability/log';
import type { Community } from '../people/community';
import type { Clock } from '../process/clock';
import type { Transactions } from '../transaction/transactions';

/** What the API needs of a bot that acts. */
export interface Work {
  readonly transactions: Pick<Transactions, 'run' | 'read' | 'watchWith'>;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
  /** The name of the community. */
  readonly communityName: string;
  readonly botToken: string;
  /** Aborted when the bot stops. */
  readonly signal: AbortSignal;
}

/** How long a request waits for a database that is unavailable. */
const patience = 5_000;

/** Aborted when it makes no sense any more to go on with a request. */
export const inTime = ({ signal }: Work): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(patience)]);
