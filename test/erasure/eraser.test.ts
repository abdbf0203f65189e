import { forget } from '../../src/erasure/erase';
import { Eraser, type EraserStep } from '../../src/erasure/eraser';
import { TestApp } from '../requests/app';
import { describeSqlite } from '../store/engines';

const many = 20;

describeSqlite('what is to be erased', (engine) => {
  let app: TestApp;
  /** An eraser that calls this at each of its steps. */
  const eraserOf = (retention: number | null, step: (name: EraserStep) => void): Eraser => {
    const eraser = new Eraser({
      ...app.context,
      store: app.store,
      retention,
      quietFor: () => 0,
      lists: () => [],
      step,
    });
    app.transactions.wakeForErasures(() => eraser.wake());
    return eraser;
  };
  let time: number;
  beforeEach(async () => {
    app = await TestApp.open(engine);
    time = 0;
    app.monotonic = () => time;
  });

  it('keeps no sweep from its end, however many people forget themselves meanwhile', async () => {
    const people = await Promise.all(Array.from({ length: many }, (_, n) => app.client(n)));
    let rounds = 0;
    const forgetting: Promise<unknown>[] = [];
    const next = () => {
      const person = people.pop();
      if (person !== undefined) forgetting.push(app.transaction((tx) => forget(tx, person, 'chat')));
    };
    const eraser = eraserOf(null, (name) => {
      if (name !== 'listed') return;
      rounds += 1;
      next();
    });
    next();
    await eraser.sweep();
    expect(rounds).toBeLessThan(many / 2);
    while (people.length > 0) await eraser.sweep();
    await Promise.all(forgetting);
    await eraser.sweep();
    await eraser.stop();
    expect(rounds).toBe(many);
  });

  it('at somebody’s wish is erased at once in the middle of a long look with RETENTION', async () => {
    const anna = await app.client(1);
    const steps: EraserStep[] = [];
    let asking: Promise<number> | null = null;
    const eraser = eraserOf(1, (name) => {
      steps.push(name);
      if (name !== 'retention_looked') return;
      time += 5_000;
      asking ??= app.transaction((tx) => {
        tx.wakeEraser();
        return tx.store.erasures.ask(anna, 'command', tx.now);
      });
    });
    await eraser.sweep();
    await eraser.stop();
    expect(steps.indexOf('listed')).toBeLessThan(steps.lastIndexOf('retention_looked'));
  });
});
