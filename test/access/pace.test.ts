import { groupId, type PersonId } from '../../src/lifecycle/ids';
import { nextJob, type Memory } from '../../src/access/jobs';
import { lookedAgain } from '../../src/access/look-again';
import { noMembership } from '../../src/store/queries/access';
import type { Transaction } from '../../src/transaction/transaction';
import { TestApp, noon } from '../requests/app';
import { describeEngines } from '../store/engines';
import { statements } from '../store/statements';

const garden = groupId(-1_001_000_000_001);
const members = 30;

describeEngines('the worker of a chat', (engine) => {
  /** A chat in which everybody is where they should be. */
  async function settledChat(): Promise<TestApp> {
    const app = await TestApp.open(engine);
    const people: PersonId[] = [];
    for (let n = 1; n <= members; n += 1) people.push(await app.client(n));
    await app.transaction(async ({ store: { access } }) => {
      await access.arrange([garden], noon);
      await access.change(garden, { title: 'The garden', inviteLink: 'https://t.me/+garden', enteredThrough: null });
      for (const person of people) {
        const known = { seen: 'member', seenAt: noon, joinedAt: noon, invitedAt: noon } as const;
        await access.save({ ...noMembership(person, garden), wanted: 'in', ...known });
      }
    });
    return app;
  }

  const remembered = (): Memory => ({ probedAt: null, pacedAt: null, row: null });

  it('that finds nothing to do asks one question, whose plan is tested, however many are in', async () => {
    const app = await settledChat();
    const { job, asked } = await app.transaction(async (tx) => {
      const asked: string[] = [];
      return {
        job: await nextJob(watched(tx, asked), garden, remembered(), { monotonic: 0, isLinkSeenTo: true }),
        asked,
      };
    });
    expect(job.kind).toBe('sleep');
    expect(asked).toEqual(['access.outlook']);
    expect(Object.keys(statements)).toEqual(expect.arrayContaining(asked));
  });

  it('looks for one person a second when everybody is looked for again', async () => {
    const app = await settledChat();
    await app.transaction((tx) => tx.store.access.lookAgain());
    const memory = remembered();
    const looks: number[] = [];
    // In milliseconds that pass only here.
    for (let time = 0; ;) {
      const job = await app.transaction((tx) => nextJob(tx, garden, memory, { monotonic: time, isLinkSeenTo: true }));
      if (job.kind === 'sleep') {
        expect(job.for).toBeGreaterThan(0);
        time += job.for;
      } else if (job.kind === 'look_again' && job.who !== null) {
        const { row } = job.who;
        looks.push(time);
        memory.pacedAt = time;
        await app.transaction((tx) => lookedAgain(tx, row, 'member'));
      } else {
        expect(job.kind).toBe('look_again');
        break;
      }
    }
    expect(looks).toEqual(Array.from({ length: members }, (_, n) => n * 1000));
  });
});

/** The transaction, which notes the names of its questions about access. */
function watched(tx: Transaction, asked: string[]): Transaction {
  const access = new Proxy(tx.store.access, {
    get(queries, name, receiver) {
      asked.push(`access.${String(name)}`);
      return Reflect.get(queries, name, receiver) as unknown;
    },
  });
  return { ...tx, store: { ...tx.store, access } };
}
