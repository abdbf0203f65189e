import { ReadPace } from '../../src/store/read-pace';

/** Reads on a clock that only they and their rests move on. Says how long a read waited that took so long, with so many transactions meanwhile. */
function reads(rest: number): (took: number, written: number) => Promise<number> {
  let now = 0;
  let transactions = 0;
  const wait = (how: number): Promise<void> => {
    now += how;
    return Promise.resolve();
  };
  const pace = new ReadPace(rest, () => transactions, { now: () => now, wait });
  return async (took, written) => {
    const asked = now;
    return pace.run(() => {
      const waited = now - asked;
      now += took;
      transactions += written;
      return Promise.resolve(waited);
    });
  };
}

test('while there are transactions, a read is followed by a rest in proportion to it, which has an end', async () => {
  const read = reads(5);
  expect(await read(4, 1)).toBe(0);
  expect(await read(400, 1)).toBe(20);
  expect(await read(1, 0)).toBe(50);
});

test('where nobody writes, reads follow each other at once', async () => {
  const read = reads(5);
  for (let n = 0; n < 5; n += 1) expect(await read(100, 0)).toBe(0);
});
