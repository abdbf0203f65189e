import { requestId } from '../../src/lifecycle/ids';
import { submit } from '../../src/requests/submit';
import { startScheduler } from '../../src/scheduler/scheduler';
import { day, TestApp } from '../requests/app';
import { describeSqlite } from '../store/engines';

describeSqlite('the scheduler', (engine) => {
  let stop: () => Promise<void>;
  afterEach(() => stop());

  test('lets requests expire on schedule while what nobody waits for takes as long as it likes', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await app.transaction((tx) => submit(tx, anna, 'submit', 'Please'));
    let looks = 0;
    let begins = (): void => {};
    let ends = (): void => {};
    let swept = (): void => {};
    const hasBegun = new Promise<void>((resolve) => (begins = resolve));
    const isOver = new Promise<void>((resolve) => (ends = resolve));
    const scheduler = startScheduler({
      ...app.context,
      ...{ timing: { remindBefore: null }, hasForm: false, schedule: '* * * * * *', meter: { swept() {} } },
      step: () => swept(),
      erase: () => {
        looks += 1;
        begins();
        return isOver;
      },
    });
    stop = () => {
      ends();
      return scheduler.stop();
    };
    await hasBegun;
    app.now += 7 * day;
    const isPending = () =>
      app.transaction(async (tx) => (await tx.store.requests.get(requestId(1)))?.request.status === 'pending');
    while (await isPending()) await new Promise<void>((resolve) => (swept = resolve));
    expect(looks).toBe(1);
  });
});
