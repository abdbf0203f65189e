import { Pace } from '../../src/web/pace';

/** Readers on a clock that only they and their rests move on. `quiet`: how long nobody has waited for a transaction. */
class Readers {
  now = 0;
  quiet = 1;
  readonly pace = new Pace({
    quietFor: () => this.quiet,
    now: () => this.now,
    wait: (how) => {
      this.now += how;
      return Promise.resolve();
    },
  });

  /** How long somebody waited whose piece of work took so long. */
  async read(who: string | null, took: number): Promise<number> {
    const asked = this.now;
    return this.pace.run(who, () => {
      const waited = this.now - asked;
      this.now += took;
      return waited;
    });
  }
}

const admitted = (...names: readonly string[]): Readers => {
  const readers = new Readers();
  for (const name of names) readers.pace.admit(name);
  return readers;
};

test('where nobody writes, pieces of work follow each other at once', async () => {
  const readers = admitted('Ada');
  readers.quiet = 1_000;
  for (let n = 0; n < 50; n += 1) expect(await readers.read('Ada', 100)).toBe(0);
});

test('while somebody writes, a few clicks wait for nothing, and whoever goes on and on gets a hundred-and-fiftieth of the time', async () => {
  const readers = admitted('Ada');
  for (let n = 0; n < 10; n += 1) expect(await readers.read('Ada', 4.9)).toBe(0);
  const began = readers.now;
  for (let n = 0; n < 100; n += 1) await readers.read('Ada', 5);
  const share = 500 / (readers.now - began);
  expect(share).toBeGreaterThan(0.006);
  expect(share).toBeLessThan(0.008);
});

test('a human’s clicks don’t wait for the rests of whoever goes on and on', async () => {
  const readers = admitted('Ada', 'Ben');
  for (let n = 0; n < 60; n += 1) await readers.read('Ada', 10);
  expect(await readers.read('Ben', 10)).toBe(0);
  expect(await readers.read('Ben', 10)).toBe(0);
});

test('many who go on and on get no more together than one, whatever tokens they make up', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `reader ${n}`);
  for (const readers of [admitted(...names), admitted()]) {
    // What everybody may use at once is used up.
    for (const name of names) await readers.read(name, 500);
    const began = readers.now;
    for (let n = 0; n < 20; n += 1) for (const name of names) await readers.read(name, 5);
    expect((20 * names.length * 5) / (readers.now - began)).toBeLessThan(0.01);
  }
});

test('a rest ends, however long the work took', async () => {
  const readers = admitted('Ada');
  await readers.read('Ada', 60_000);
  expect(await readers.read('Ada', 1)).toBe(2_000);
});

test('once nobody has written for a while, everybody has again what they may use at once', async () => {
  const readers = admitted('Ada', 'Ben');
  for (const name of ['Ada', 'Ben']) await readers.read(name, 500);
  readers.quiet = 1_000;
  await readers.read('Ada', 1);
  readers.quiet = 1;
  for (const name of ['Ada', 'Ben']) expect(await readers.read(name, 10)).toBe(0);
});

test('a rest ends once nobody writes any more', async () => {
  const readers = admitted('Ada');
  await readers.read('Ada', 60_000);
  const waited = readers.read('Ada', 1);
  readers.quiet = 1_000;
  expect(await waited).toBe(100);
});

test('work waits for a moment without a transaction, but not for ever', async () => {
  const readers = admitted('Ada');
  readers.quiet = 0;
  expect(await readers.read('Ada', 1)).toBe(50);
});
