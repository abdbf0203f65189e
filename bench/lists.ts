import { join } from 'node:path';
import type * as Store from '../src/store/store';
import type * as Lists from '../src/requests/read/list';
import type { Reading } from '../src/transaction/transaction';
import { home } from './contestants';
import { quantile } from './quantile';

type Query = Omit<Lists.ListQuery, 'limit'>;

/**
 * A program: says how long pages of the desk's list take on the database of DATABASE_URL, which `seed` has filled, by what is
 * filtered by: of the slowest twentieth of pages the quickest, in milliseconds, as JSON. No daemon may have the database.
 */
async function main(url: string): Promise<void> {
  const { openStore } = built<typeof Store>('store/store.js');
  const { listRequests } = built<typeof Lists>('requests/read/list.js');
  const target = url.startsWith('postgres')
    ? ({ dialect: 'postgres', url } as const)
    : ({ dialect: 'sqlite', path: url.replace(/^file:/, '') } as const);
  const now = Date.now();
  const { signal } = new AbortController();
  const store = await openStore(target, now, { signal, tell() {}, random: Math.random });
  const community = { admins: [], isAdmin: () => true, policy: { approvalsNeeded: 1 } };
  // Only what a list asks of a community.
  const reading = (queries: Reading['store']) => ({ store: queries, community, now }) as unknown as Reading;
  const transactions: Parameters<typeof Lists.listRequests>[0] = {
    read: (job) => store.read((queries) => job(reading(queries))),
    run: () => Promise.reject(new Error('something is not in the index of words yet')),
  };
  const slow: Record<string, number> = {};
  for (const [name, query] of Object.entries(queriesAt(now))) {
    const took: number[] = [];
    let after: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const began = performance.now();
      const asked = { ...query, limit: 50, ...(after !== undefined && { after }) };
      const list = await listRequests(transactions, { kind: 'program' }, asked, signal);
      took.push(performance.now() - began);
      if ('refused' in list) throw new Error(`${name} is refused: ${list.refused}`);
      after = list.next ?? undefined;
    }
    slow[name] = quantile(took, 0.95);
  }
  await store.close();
  process.stdout.write(JSON.stringify(slow));
}

const pages = 40;
const day = 86_400_000;

/** Everything, what is rare, and what is common among what is rare. */
function queriesAt(now: number): Readonly<Record<string, Query>> {
  const old = { from: now - 600 * day, to: now - 590 * day };
  return {
    all: {},
    pending: { statuses: ['pending'] },
    revoked: { statuses: ['revoked'] },
    'long ago': old,
    'long ago, rejected': { ...old, statuses: ['rejected'] },
    'common words': { search: 'would love to join' },
    'common words, rejected': { search: 'love', statuses: ['rejected'] },
    'common words, long ago': { search: 'love', ...old },
    'a number': { search: '4321' },
    'a short word': { search: 'lo' },
    'what nobody wrote': { search: 'nobody wrote this' },
  };
}

/** What `npm run build` has made of a file in src. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is known when it runs
const built = <T>(file: string): T => require(join(home, 'dist', file)) as T;

void main(process.argv[2] ?? '');
