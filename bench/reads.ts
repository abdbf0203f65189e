import { join } from 'node:path';
import type * as Store from '../src/store/store';
import type * as Ids from '../src/lifecycle/ids';
import type * as Texts from '../src/i18n/texts';
import type * as Finding from '../src/requests/find';
import type * as Statistics from '../src/requests/read/stats';
import type * as Views from '../src/requests/read/pending-page';
import { home } from './contestants';
import { quantile } from './quantile';

/** Microseconds that one read takes. */
export interface Reads {
  readonly status: number;
  readonly list: number;
  readonly sentence: number;
  /** Milliseconds that all but a twentieth take at most. */
  readonly find: number;
  readonly stats: number;
}

/**
 * A program: says what reads from the database whose `DATABASE_URL` is its argument cost once the statements are prepared, as JSON.
 * It runs what the daemon runs, and no daemon may use the database.
 */
async function main(url: string): Promise<void> {
  const { openStore } = built<typeof Store>('store/store.js');
  const { loadTexts } = built<typeof Texts>('i18n/texts.js');
  const { personId } = built<typeof Ids>('lifecycle/ids.js');
  const { find } = built<typeof Finding>('requests/find.js');
  const { pendingPage } = built<typeof Views>('requests/read/pending-page.js');
  const { stats } = built<typeof Statistics>('requests/read/stats.js');
  const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community: 'Sosekni' });
  if (!('texts' in loaded)) throw new Error('the texts have mistakes in them');
  const say = loaded.texts.in('en');
  const now = Date.now();
  const target = url.startsWith('file:')
    ? ({ dialect: 'sqlite', path: url.replace(/^file:/, '') } as const)
    : ({ dialect: 'postgres', url } as const);
  const store = await openStore(target, now, {
    signal: new AbortController().signal,
    tell() {},
    random: Math.random,
  });
  const policy = {
    requestTtl: 1,
    appealAfter: 1,
    appealWindow: null,
    appealLimit: null,
    undoWindow: 0,
    approvalsNeeded: 1,
  };
  // As sweeps do, after what the load has brought.
  while (await store.transaction((queries) => queries.search.index(1000)));
  const reads = await store.transaction(async (queries): Promise<Reads> => {
    const tx = { store: queries, now, community: { isAdmin: () => true, admins: [], policy } };
    const firstPage = () => pendingPage(tx, personId(1), { page: 1 });
    const page = await firstPage();
    const [line] = 'refused' in page ? [] : page.lines;
    const waiting = line === undefined ? null : await queries.requests.get(line.id);
    if (waiting === null) throw new Error(`nothing waits in ${target.dialect}`);
    const { clientId } = waiting.request;
    return {
      status: await microseconds(() => queries.requests.latestOf(clientId)),
      list: await microseconds(firstPage),
      sentence: await microseconds(() => say('expires_at', { expiresAt: now })),
      find: await slowest(searches, 10, (words) => find(tx, personId(1), words)),
      stats: await slowest([personId(1)], 60, (admin) => stats(tx, admin)),
    };
  });
  await store.close();
  process.stdout.write(JSON.stringify(reads));
}

/** What `npm run build` has made of a file in src: the texts and migrations that it reads are where it looks for them. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is known when it runs
const built = <T>(file: string): T => require(join(home, 'dist', file)) as T;

const times = 5000;

/** How long `read` takes on average, once the compiler has seen it often. */
async function microseconds(read: () => unknown): Promise<number> {
  for (let n = 0; n < times; n += 1) await read();
  const began = performance.now();
  for (let n = 0; n < times; n += 1) await read();
  return ((performance.now() - began) * 1000) / times;
}

/** Common and rare words, names, numbers, an ID, parts of words, what nobody wrote, and what no index holds. */
const searches = [
  ...['love', 'client 4321', 'hello would join', '4321', '#17', '12', '5000000123', 'lov jo', '“Hello,”', 'анна'],
  ...[
    'nobody wrote this',
    'love zebra',
    '99999',
    'client 31',
    'ЖЖ',
    '🎉',
    'I’m',
    'would love to join.',
    '@nobody',
    'a',
  ],
];

/** In milliseconds: as long as 19 of 20 reads take at most. */
async function slowest<T>(all: readonly T[], times: number, read: (one: T) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const one of all) {
      const began = performance.now();
      await read(one);
      took.push(performance.now() - began);
    }
  }
  return quantile(took, 0.95);
}

void main(process.argv[2] ?? '');
