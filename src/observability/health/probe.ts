import type { Clock } from '../../process/clock';
import type { GroupId, Millis } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { AccessFigures } from '../../store/queries/access';
import type { Backlog } from '../../store/queries/backlog';
import type { HistoryEnd } from '../../store/queries/events';
import type { Store } from '../../store/store';

/** The state of the database at one moment. */
export interface Figures extends Backlog {
  readonly requests: Readonly<Record<Status, number>>;
  readonly history: HistoryEnd;
  /** Of each chat of ACCESS_CHATS. */
  readonly access: readonly AccessFigures[];
}

/** How long a check waits for the database. */
const answersWithin: Millis = 2000;

/** Asks the database for its figures. Simultaneous checks share one query. */
export class Probe {
  private running: Promise<Figures> | null = null;
  private failingSince: Millis | null = null;
  /** When the database last answered, even too late for a check. */
  private answeredAt: Millis = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: Pick<Store, 'transaction' | 'undisputed'>,
    private readonly clock: Clock,
    private readonly accessChats: () => readonly GroupId[],
  ) {}

  /** Whether it is certain that no other process acts on the database. */
  get undisputed(): boolean {
    return this.store.undisputed;
  }

  /** How long the database has failed to answer, as far as it was asked; 0 if it answered the last time, and in time. */
  get silentFor(): Millis {
    return this.failingSince === null ? 0 : this.clock.monotonic() - Math.max(this.failingSince, this.answeredAt);
  }

  /** The figures of the database; null if it fails, which is logged elsewhere, or is too slow. */
  async look(): Promise<Figures | null> {
    const asked = this.clock.monotonic();
    const figures = await inTime(this.ask());
    if (figures === null) this.failingSince ??= asked;
    else this.failingSince = null;
    return figures;
  }

  private ask(): Promise<Figures> {
    this.running ??= this.store
      .transaction(async ({ requests, backlog, events, access }) => {
        const chats: AccessFigures[] = [];
        for (const chat of this.accessChats()) chats.push(await access.figures(chat));
        return {
          requests: await requests.counts(),
          ...(await backlog.read(this.clock.now())),
          history: await events.newestDigest(),
          access: chats,
        };
      })
      .then((figures) => {
        this.answeredAt = this.clock.monotonic();
        return figures;
      })
      .finally(() => (this.running = null));
    return this.running;
  }
}

/** Null if it failed or took too long. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), answersWithin);
  });
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer));
}
