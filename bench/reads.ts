import { join } from 'node:path';
import type * as Store from '../src/store/store';
import type * as Ids from '../src/lifecycle/ids';
import type * as Texts from '../src/i18n/texts';
import type * as Finding from '../src/requests/find';
import type * as Views from '../src/requests/read/pending-page';
import { home } from './contestants';
import { quantile } from './quantile';

/** Microseconds that one read takes. */
export interface Reads {
  readonly status: number;
  readonly list: number;
  readonly sentence: number;
  /** Milliseconds, of the slowest twentieth of searches the quickest. */
  readonly find: number;
}

/**
 * A program: says what reads from the SQLite file named on its command line cost once the statements are prepared, as JSON.
 * It runs what the daemon runs, and no daemon may have the file.
 */
async function main(file: string): Promise<void> {
  const { openStore } = built<typeof Store>('store/store.js');
  const { loadTexts } = built<typeof Texts>('i18n/texts.js');
  const { personId } = built<typeof Ids>('lifecycle/ids.js');
  const { find } = built<typeof Finding>('requests/find.js');
  const { pendingPage } = built<typeof Views>('requests/read/pending-page.js');
  const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community: 'Sosekni' });
  if (!('texts' in loaded)) throw new Error('the texts have mistakes in them');
  const say = loaded.texts.in('en');
  const now = Date.now();
  const store = await openStore({ dialect: 'sqlite', path: file }, now, {
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
    if (waiting === null) throw new Error(`nothing waits in ${file}`);
    const { clientId } = waiting.request;
    return {
      status: await microseconds(() => queries.requests.latestOf(clientId)),
      list: await microseconds(firstPage),
      sentence: await microseconds(() => say('expires_at', { expiresAt: now })),
      find: await slowSearch((words) => find(tx, personId(1), words)),
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

/** In milliseconds: as long as 19 of 20 searches take at most. */
async function slowSearch(search: (words: string) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let times = 0; times < 10; times += 1) {
    for (const words of searches) {
      const began = performance.now();
      await search(words);
      took.push(performance.now() - began);
    }
  }
  return quantile(took, 0.95);
}

void main(process.argv[2] ?? '');
