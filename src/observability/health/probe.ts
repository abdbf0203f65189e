import type { Clock } from '../../process/clock';
import type { Millis } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Backlog } from '../../store/queries/backlog';
import type { Store } from '../../store/store';

/** What stands in the database at one moment. */
export interface Figures extends Backlog {
  readonly requests: Readonly<Record<Status, number>>;
}

/** Whoever asks how the daemon is waits no longer than this for the database. */
const answersWithin: Millis = 2000;

/** Asks the database how things stand. However many ask at once, it is asked once. */
export class Probe {
  private running: Promise<Figures> | null = null;
  private failingSince: Millis | null = null;
  /** When the database last gave an answer, be it too late for whoever asked. */
  private answeredAt: Millis = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: Pick<Store, 'transaction' | 'undisputed'>,
    private readonly clock: Clock,
  ) {}

  /** Whether it is certain that no other process acts on the database. */
  get undisputed(): boolean {
    return this.store.undisputed;
  }

  /** How long the database has given no answer, as far as it was asked; 0: it did when it was last asked, and in time. */
  get silentFor(): Millis {
    return this.failingSince === null ? 0 : this.clock.monotonic() - Math.max(this.failingSince, this.answeredAt);
  }

  /** What stands in the database; null: it fails, which the work that needs it logs, or gives no answer in time. */
  async look(): Promise<Figures | null> {
    const asked = this.clock.monotonic();
    const figures = await inTime(this.ask());
    if (figures === null) this.failingSince ??= asked;
    else this.failingSince = null;
    return figures;
  }

  private ask(): Promise<Figures> {
    this.running ??= this.store
      .transaction(async ({ requests, backlog }) => ({
        requests: await requests.counts(),
        ...(await backlog.read(this.clock.now())),
      }))
      .then((figures) => {
        this.answeredAt = this.clock.monotonic();
        return figures;
      })
      .finally(() => (this.running = null));
    return this.running;
  }
}

/** Null: it failed, or took too long. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), answersWithin);
  });
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer));
}
