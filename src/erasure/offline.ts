import { randomBytes } from 'node:crypto';
import { appendErasures, type ListedErasure } from '../backup/erasure-list';
import type { GroupId, PersonId, TelegramId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';
import type { Log } from '../observability/log';
import type { AccessPolicy } from '../people/access-policy';
import { Community } from '../people/community';
import type { Clock } from '../process/clock';
import { loadCommunity } from '../requests/load-community';
import { nameOfUnknown } from '../people/person';
import type { Person } from '../store/queries/people';
import type { DatabaseTarget } from '../store/engine';
import type { SqliteHold } from '../store/sqlite/lock';
import { openStore } from '../store/store';
import { Transactions } from '../transaction/transactions';
import type { Transaction } from '../transaction/transaction';
import { eraseAsked, eraseBegun, eraseNextAsked, forget } from './erase';

/** What a daemon on the same settings would go by. */
export interface OfflineSettings {
  readonly admins: readonly TelegramId[];
  readonly adminChatId: GroupId | null;
  readonly adminTopicId: number | null;
  readonly policy: Policy;
  readonly access: AccessPolicy | null;
  /** Whether webhooks are owed. */
  readonly hasWebhook: boolean;
}

export interface OfflinePorts {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A single process has nobody to stay out of step with. */
const noChance = (): number => 0;

/** A command says itself what there is to say. */
const silent: Log = { error() {}, warn() {}, info() {}, debug() {}, child: () => silent };

/** In a database on which no daemon acts: what a daemon would do in a transaction, and then what is left in its files is removed. */
async function withoutDaemon<T>(
  target: DatabaseTarget,
  { admins, adminChatId, adminTopicId, policy, access, hasWebhook }: OfflineSettings,
  { clock, signal }: OfflinePorts,
  hold: SqliteHold | null,
  work: (run: <Result>(job: (tx: Transaction) => Promise<Result>) => Promise<Result>) => Promise<T>,
): Promise<T> {
  const store = await openStore(target, clock.now(), { signal, tell: () => {}, random: noChance }, hold);
  try {
    const community = new Community(policy, new Map(), adminChatId, adminTopicId, new Map(), access);
    const transactions = new Transactions({
      store,
      community,
      clock,
      random: noChance,
      log: silent,
      meter: { owed: () => {}, voted: () => {} },
      webhooks: hasWebhook ? { wake: () => {} } : null,
      // No code leaves here, and nobody types one.
      codeKey: randomBytes(32),
    });
    const run = <Result>(job: (tx: Transaction) => Promise<Result>) => transactions.run(job, signal);
    await run((tx) => loadCommunity(tx, admins, silent));
    const result = await work(run);
    // Nobody waits. What can't be removed for want of room, the daemon tries again, and tells of.
    const { isRewriteDue } = await store.scrub();
    if (isRewriteDue && (await store.rewrite(signal)) === null) await store.scrub();
    return result;
  } finally {
    await store.close();
  }
}

/** Whether who somebody is stands in the database: it does not once they are forgotten, unless they are an admin. */
export const hasName = ({ id, telegramId, name }: Person): boolean => name !== nameOfUnknown(telegramId ?? id);

/** Forgets somebody, by their Telegram ID or their number here, and writes them down in these lists. Returns whether there is such a person. */
export function forgetOffline(
  target: DatabaseTarget,
  settings: OfflineSettings,
  ports: OfflinePorts,
  { hold, lists, who }: { readonly hold: SqliteHold | null; readonly lists: readonly string[]; readonly who: number },
): Promise<boolean> {
  return withoutDaemon(target, settings, ports, hold, async (run) => {
    const person = await run((tx) => tx.store.people.byNumber(who));
    if (person === null) return false;
    await run((tx) => forget(tx, person.id, 'command'));
    // A daemon was asked that has ended before it came to them.
    for (let more = true; more;) more = await run(eraseNextAsked);
    await run(async (tx) => {
      const done = await tx.store.erasures.unfinished(mostUnfinished);
      for (const file of lists) appendErasures(file, done);
      await tx.store.erasures.finish(
        done.map(({ id }) => id),
        tx.now,
      );
    });
    return true;
  });
}

/** Those of a daemon that died before it could finish are among them. */
const mostUnfinished = 10_000;

/** What a restored database brings back is erased again. Returns how many people that concerned. */
export function eraseAgain(
  target: DatabaseTarget,
  settings: OfflineSettings,
  ports: OfflinePorts,
  erasures: readonly ListedErasure[],
): Promise<number> {
  return withoutDaemon(target, settings, ports, null, async (run) => {
    const back = new Set<PersonId>();
    for (const { personId, askedAt } of erasures) {
      const isBack = await run(async (tx) => {
        const { people, erasures: known } = tx.store;
        if ((await people.get(personId)) === null) {
          // They were nobody yet when the backup was made, and had filled in the form.
          await eraseBegun(tx, personId);
          return false;
        }
        if (await known.isKnown(personId, askedAt)) return false;
        // Whoever they have become is in the list as well.
        if ((await people.becameOf(personId)) !== null) return false;
        const id = await known.ask(personId, 'restore', askedAt);
        await eraseAsked(tx, { id, personId, cause: 'restore' });
        await known.finish([id], tx.now);
        return true;
      });
      if (isBack) back.add(personId);
    }
    return back.size;
  });
}
