import { forget } from '../../src/erasure/erase';
import { Eraser } from '../../src/erasure/eraser';
import { beginning, forgetOld, type RetentionCursor } from '../../src/erasure/retention';
import { personId, requestId, telegramId, type Instant, type PersonId } from '../../src/lifecycle/ids';
import type { Policy } from '../../src/lifecycle/policy';
import { decide, type AdminDecision } from '../../src/requests/decide';
import { meet } from '../../src/requests/meet';
import { submit, withdraw } from '../../src/requests/submit';
import type { Transaction } from '../../src/transaction/transaction';
import { boris, clara, day, noon, TestApp } from '../requests/app';
import { describeEngines, describeSqlite } from '../store/engines';

const retention = 30 * day;

/** What happens to Anna's first request until somebody looks. */
interface Story {
  readonly app: TestApp;
  readonly anna: PersonId;
}

const on = (app: TestApp, days: number): void => void (app.now = noon + days * day);
const asks = ({ app, anna }: Story, how: 'submit' | 'appeal' = 'submit') =>
  app.transaction((tx) => submit(tx, anna, how, 'the words of Anna'));
const gives = ({ app }: Story) => ({
  rejection: (id = 1) => decides(app, id, { type: 'reject', by: boris, round: null, reason: 'the words of Boris' }),
  approval: (id = 1) => decides(app, id, { type: 'approve', by: boris, round: null }),
  revocation: (id = 1) => decides(app, id, { type: 'revoke', by: boris, reason: null }),
});
const decides = (app: TestApp, id: number, command: AdminDecision) =>
  app.transaction(async (tx) => {
    const outcome = await decide(tx, requestId(id), command);
    if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
  });

/** A daemon's look with RETENTION at that time. */
async function look(app: TestApp, now: Instant): Promise<void> {
  app.now = now;
  const eraser = new Eraser({
    ...app.context,
    store: app.store,
    retention,
    quietFor: () => 0,
    lists: () => [],
    step: () => undefined,
  });
  await eraser.sweep();
  await eraser.stop();
}

const nameOf = (app: TestApp, id: PersonId) => app.transaction(async (tx) => (await tx.store.people.get(id))?.name);
const requestOf = (app: TestApp, id: number) => app.transaction((tx) => tx.store.requests.get(requestId(id)));

const window = { appealAfter: 7 * day, appealWindow: 3 * day };
const endings: readonly [string, Partial<Policy>, number, (story: Story) => Promise<unknown>][] = [
  ['rejected, as of the decision where an appeal stays possible for ever', {}, 0, rejected],
  ['rejected, as of the end of the window for an appeal', window, 10, rejected],
  ['rejected, as of the decision where there are no appeals', { ...window, appealLimit: 0 }, 0, rejected],
  ['rejected for good, as of that decision', { ...window, appealLimit: 1 }, 8, rejectedAgain],
  ['rejected again, as of the end of the window for the next appeal', { ...window, appealLimit: 2 }, 18, rejectedAgain],
  ['revoked, as of the end of the window for an appeal', window, 11, revoked],
  ['revoked, as of that decision where there are no appeals', { ...window, appealLimit: 0 }, 1, revoked],
  ['expired', {}, 7, asks],
  ['withdrawn', {}, 1, withdrawn],
  ['rejected, after an appeal that nobody decided, which prolongs the window', window, 17, appealedInVain],
  [
    'rejected, as of the end of the last appeal where nobody decided that',
    { ...window, appealLimit: 1 },
    14,
    appealedInVain,
  ],
];

async function rejected(story: Story): Promise<void> {
  await asks(story);
  await gives(story).rejection();
}
async function rejectedAgain(story: Story): Promise<void> {
  await rejected(story);
  on(story.app, 7);
  await asks(story, 'appeal');
  on(story.app, 8);
  await gives(story).rejection();
}
async function revoked(story: Story): Promise<void> {
  await asks(story);
  await gives(story).approval();
  on(story.app, 1);
  await gives(story).revocation();
}
async function withdrawn({ app, anna }: Story): Promise<void> {
  await asks({ app, anna });
  on(app, 1);
  await app.transaction((tx) => withdraw(tx, anna));
}
async function appealedInVain(story: Story): Promise<void> {
  await rejected(story);
  on(story.app, 7);
  await asks(story, 'appeal');
  on(story.app, 14);
  await story.app.sweep();
}

describeSqlite('RETENTION forgets somebody whose last request ended that long ago:', (engine) => {
  it.each(endings)('%s', async (_, rules, ends, happens) => {
    const app = await TestApp.open(engine, rules);
    const anna = await app.client(1);
    await app.admins();
    await happens({ app, anna });
    on(app, ends);
    await app.sweep();
    await look(app, noon + ends * day + retention - 1);
    expect(await nameOf(app, anna)).toBe('Client 1');
    await look(app, noon + ends * day + retention);
    expect(await nameOf(app, anna)).toBe(String(anna));
    expect(JSON.stringify(await requestOf(app, 1))).not.toMatch(/words of/);
  });

  it.each([
    ['waits', asks],
    ['is approved', async (story: Story) => void (await asks(story), await gives(story).approval())],
  ])('never, while it %s', async (_, happens) => {
    const app = await TestApp.open(engine, { requestTtl: 10_000 * day });
    const anna = await app.client(1);
    await app.admins();
    await happens({ app, anna });
    await look(app, noon + 5_000 * day);
    expect(await nameOf(app, anna)).toBe('Client 1');
  });

  it('an admin too, who keeps their name since it stands beside what they decide', async () => {
    const app = await TestApp.open(engine);
    await app.admins();
    app.setAdmins([boris]);
    await rejected({ app, anna: clara });
    app.setAdmins([boris, clara]);
    await look(app, noon + retention);
    expect(await nameOf(app, clara)).toBe('Clara');
    expect(JSON.stringify(await requestOf(app, 1))).not.toMatch(/words of/);
  });

  it('and once: whoever asks again later is forgotten that long after their new request', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await asks({ app, anna });
    on(app, 7);
    await app.sweep();
    await look(app, noon + 7 * day + retention);
    await app.client(1);
    await asks({ app, anna });
    await look(app, app.now + day);
    expect(await nameOf(app, anna)).toBe('Client 1');
  });
});

describeEngines('RETENTION', (engine) => {
  it('goes by the last of somebody’s requests, whatever became of those before', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    const story = { app, anna };
    await app.admins();
    await asks(story);
    on(app, 20);
    await app.sweep();
    await asks(story);
    await gives(story).approval(2);
    await look(app, noon + 1_000 * day);
    expect(await nameOf(app, anna)).toBe('Client 1');
    on(app, 1_001);
    await gives(story).revocation(2);
    await look(app, noon + 1_001 * day + retention - 1);
    expect(await nameOf(app, anna)).toBe('Client 1');
    await look(app, noon + 1_001 * day + retention);
    expect(await nameOf(app, anna)).toBe(String(anna));
  });

  it('forgets again whoever came back and asked for nothing, that long after they did', async () => {
    const app = await TestApp.open(engine);
    const [anna, ...others] = [await app.client(1), await app.client(2)] as const;
    await app.admins();
    const greets = (id: PersonId) =>
      app.transaction((tx) =>
        meet(
          tx,
          { telegramId: telegramId(id), name: 'Back again', username: null, language: 'en' },
          { isHere: true, wantsSomething: true },
        ),
      );
    for (const id of [anna, ...others]) await app.transaction((tx) => forget(tx, id, 'chat'));
    on(app, 5);
    for (const id of [anna, ...others]) await greets(id);
    for (const id of others) await asks({ app, anna: id });
    await look(app, noon + 5 * day + retention - 1);
    await greets(anna);
    expect(await nameOf(app, anna)).toBe('Back again');
    await look(app, noon + 5 * day + retention);
    expect(await nameOf(app, anna)).toBe(String(anna));
    // Those who did ask are forgotten by what became of that.
    for (const id of others) expect(await nameOf(app, id)).toBe('Back again');
    await look(app, noon + 1_000 * day);
    for (const id of others) expect(await nameOf(app, id)).toBe('Back again');
    await greets(anna);
    await look(app, noon + 1_000 * day + retention);
    expect(await nameOf(app, anna)).toBe(String(anna));
  });

  it('forgets nobody again while they are an admin, and counts from when they came back once they are none', async () => {
    const app = await TestApp.open(engine);
    await app.admins();
    app.setAdmins([boris]);
    await app.transaction((tx) => forget(tx, clara, 'chat'));
    on(app, 1);
    const known = { telegramId: telegramId(clara), name: 'Clara', username: null, language: 'en' };
    await app.transaction((tx) => meet(tx, known, { isHere: true, wantsSomething: true }));
    app.setAdmins([boris, clara]);
    await look(app, noon + 500 * day);
    expect(await nameOf(app, clara)).toBe('Clara');
    expect(await app.transaction((tx) => tx.store.erasures.after(0, 10))).toHaveLength(1);
    app.setAdmins([boris]);
    await look(app, noon + 500 * day);
    expect(await nameOf(app, clara)).toBe(String(clara));
  });

  it('counts a request anew that is reopened, although a later one of its client has ended', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    const story = { app, anna };
    await app.admins();
    await asks(story);
    on(app, 7);
    await app.sweep();
    on(app, 20);
    await asks(story);
    on(app, 27);
    await app.sweep();
    // The first was looked at, and let go since the second counts.
    await look(app, noon + 7 * day + retention);
    await decides(app, 1, { type: 'reopen', by: boris });
    on(app, 44);
    await app.sweep();
    await look(app, noon + 44 * day + retention - 1);
    expect(await nameOf(app, anna)).toBe('Client 1');
    await look(app, noon + 44 * day + retention);
    expect(await nameOf(app, anna)).toBe(String(anna));
  });

  it('forgets again whoever asked again in the place of an access that they had given up', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    const story = { app, anna };
    await app.admins();
    await asks(story);
    await gives(story).approval();
    await app.transaction((tx) => forget(tx, anna, 'chat'));
    await app.client(1);
    await asks(story);
    on(app, 7);
    await app.sweep();
    await look(app, noon + 7 * day + retention - 1);
    expect(await nameOf(app, anna)).toBe('Client 1');
    await look(app, noon + 7 * day + retention);
    expect(await nameOf(app, anna)).toBe(String(anna));
    expect(JSON.stringify(await requestOf(app, 1))).not.toMatch(/words of/);
  });

  it('forgets everybody whom it concerns, however often a look is interrupted', async () => {
    const app = await TestApp.open(engine, window);
    await app.admins();
    const withdrawing = [await app.client(1), await app.client(2)];
    const rejectedOnes = [await app.client(3), await app.client(4)];
    const back = [await app.client(5), await app.client(6)];
    for (const anna of withdrawing) {
      await asks({ app, anna });
      await app.transaction((tx) => withdraw(tx, anna));
    }
    for (const [n, anna] of rejectedOnes.entries()) {
      await asks({ app, anna });
      await gives({ app, anna }).rejection(n + 3);
    }
    for (const anna of back) {
      await app.transaction((tx) => forget(tx, anna, 'chat'));
      const known = { telegramId: telegramId(anna), name: 'Back again', username: null, language: 'en' };
      await app.transaction((tx) => meet(tx, known, { isHere: true, wantsSomething: true }));
    }
    on(app, 10 + 30);
    let looks = 0;
    for (let cursor: RetentionCursor | null = beginning; cursor !== null; looks += 1) {
      const from: RetentionCursor = cursor;
      cursor = await app.transaction((tx) => forgetOld(tx, retention, from, () => true));
    }
    for (const anna of [...withdrawing, ...rejectedOnes, ...back]) expect(await nameOf(app, anna)).toBe(String(anna));
    expect(looks).toBeGreaterThanOrEqual(6);
  });

  it('forgets people of the form with their address, and takes any number in one look', async () => {
    const app = await TestApp.open(engine, { ...window, appealLimit: 1 }, ['email']);
    await app.admins();
    const vera = personId(2 ** 52 + 7);
    await app.transaction(async (tx) => {
      const known = { telegramId: null, name: 'Vera', username: null, language: null, chosenLanguage: null };
      await tx.store.people.save({ id: vera, ...known, unreachableAt: null });
      const address = { address: 'vera@mail.example', addressKey: 'vera@mail.example', mode: 'both' } as const;
      const state = { verifiedAt: noon, failedAt: null, mutedAt: null };
      await tx.store.contacts.save({ personId: vera, medium: 'email', ...address, ...state });
      await submit({ ...tx, via: 'form' }, vera, 'submit', 'the words of Vera');
    });
    await gives({ app, anna: vera }).rejection();
    // More than one batch, and those who may still appeal among them.
    const others = Array.from({ length: 60 }, (_, n) => personId(5_000_000_000 + n));
    const usedUp = others.slice(0, 55);
    const rejects = (tx: Transaction, n: number) =>
      decide(tx, requestId(n + 2), { type: 'reject', by: boris, round: null, reason: null });
    await app.transaction(async (tx) => {
      for (const [n, id] of others.entries()) {
        const known = { telegramId: telegramId(id), username: null, language: null, chosenLanguage: null };
        await tx.store.people.save({ id, ...known, name: `Client ${n}`, unreachableAt: null });
        await submit(tx, id, 'submit', 'the words of a client');
        await rejects(tx, n);
      }
    });
    on(app, 7);
    await app.transaction(async (tx) => {
      for (const [n, id] of usedUp.entries()) {
        await submit(tx, id, 'appeal', 'more words');
        await rejects(tx, n);
      }
    });
    await look(app, noon + 7 * day + retention);
    const names = await app.transaction((tx) => tx.store.people.names(others));
    for (const [n, id] of others.entries()) expect(names.get(id)?.name).toBe(n < 55 ? String(id) : `Client ${n}`);
    expect(await nameOf(app, vera)).toBe('Vera');
    await look(app, noon + 10 * day + retention);
    expect(await nameOf(app, vera)).toBe(String(vera));
    expect(await app.transaction((tx) => tx.store.contacts.allOf(vera))).toEqual([]);
  });
});
