import { personId, requestId } from '../../src/lifecycle/ids';
import { decide } from '../../src/requests/decide';
import { cardView } from '../../src/requests/read/card';
import { submit } from '../../src/requests/submit';
import { describeEngines } from '../store/engines';
import { boris, TestApp } from './app';

const clara = personId(7_000_000_002);
const first = requestId(1);

describeEngines('a request that needs two approvals', (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open(engine, { approvalsNeeded: 2 });
    const client = await app.client(1);
    await app.transaction((tx) => submit({ ...tx, via: 'chat' }, client, 'submit', 'Please'));
  });
  const approve = (by = boris) =>
    app.transaction((tx) => decide({ ...tx, via: 'chat' }, first, { type: 'approve', by, round: null }));
  const undo = (by = boris) =>
    app.transaction((tx) => decide({ ...tx, via: 'chat' }, first, { type: 'undo', by, round: null }));
  const stored = () => app.transaction((tx) => tx.store.requests.get(first));

  test('is written only over the votes that it was read with, so that of two last approvals one counts', async () => {
    const before = await stored();
    await approve();
    const voted = await stored();
    if (before === null || voted === null) throw new Error('there is a request');
    const write = (over: typeof voted) =>
      app.transaction(({ store, now }) =>
        store.requests.replace(first, over.request, { ...voted.request, message: 'changed' }, now, []),
      );
    expect(await write(before)).toBe(false);
    await undo();
    expect(await write(voted)).toBe(false);
    await approve(clara);
    expect(await write(voted)).toBe(false);
    expect((await stored())?.request).toMatchObject({ message: 'Please', votes: [{ by: clara }] });
  });

  test('counts each vote, and each that is taken back, once it is committed', async () => {
    await approve();
    await approve();
    await undo();
    await approve();
    await approve(clara);
    expect(app.voted).toEqual(['vote', 'vote_withdrawn', 'vote']);
  });

  test('is shown with an Undo to who has approved it, and to the group once anybody has', async () => {
    const undoable = async () => {
      const views = ([boris, clara, 'group'] as const).map((viewer) =>
        app.transaction(({ store, now, community }) => cardView(store, first, viewer, now, community)),
      );
      return (await Promise.all(views)).map((view) => view?.undoable);
    };
    expect(await undoable()).toEqual([false, false, false]);
    await approve();
    expect(await undoable()).toEqual([true, false, true]);
  });
});
