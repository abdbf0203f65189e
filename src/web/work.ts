import type { Millis, TelegramId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import type { Community } from '../people/community';
import type { Clock } from '../process/clock';
import type { Pace } from './pace';
import type { Transactions } from '../transaction/transactions';

/** A file as somebody gets it. */
interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What became of a file: `unknown`: it may have arrived; `later`: it has not, and Telegram wants to be asked `after` that long. */
export type FileResult =
  | { readonly end: 'sent' }
  | { readonly end: 'unreachable' | 'unknown'; readonly error: string }
  | { readonly end: 'later'; readonly after: Millis | null; readonly error: string };

/** What the API needs of a bot that acts. */
export interface Work {
  readonly transactions: Pick<Transactions, 'run' | 'read' | 'watchWith' | 'quietFor'>;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
  /** The name of the community. */
  readonly communityName: string;
  readonly botToken: string;
  /** Without @. Its owner can change it. */
  readonly botUsername: () => string;
  /** Sends a file to somebody’s private chat, once. Never throws. */
  readonly sendFile: (to: TelegramId, file: SentFile, signal: AbortSignal) => Promise<FileResult>;
  /** Aborted when the bot stops. */
  readonly signal: AbortSignal;
}

/** The same work with reads that are done when it is the turn of whoever has this token. */
export function paced(work: Work, pace: Pace, token: string | null): Work {
  const { transactions } = work;
  return {
    ...work,
    transactions: {
      run: (job, signal) => transactions.run(job, signal),
      read: (job) => pace.run(token, () => transactions.read(job)),
      watchWith: (watcher) => transactions.watchWith(watcher),
      quietFor: () => transactions.quietFor(),
    },
  };
}

/** How long a request waits for a database that is unavailable. */
const patience = 5_000;

/** Aborted when it makes no sense any more to go on with a request. */
export const inTime = ({ signal }: Work): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(patience)]);
