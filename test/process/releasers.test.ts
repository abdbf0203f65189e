import { withReleasers } from '../../src/process/releasers';

const unexpected = (error: unknown): never => {
  throw error;
};

test('what was acquired is released in reverse, one after the other, when the work is done', async () => {
  const done: string[] = [];
  const release = (name: string) => async () => {
    done.push(`${name} begins`);
    await Promise.resolve();
    done.push(`${name} ends`);
  };
  const result = await withReleasers((acquired) => {
    acquired(release('first'));
    acquired(release('second'));
    done.push('works');
    return Promise.resolve('result');
  }, unexpected);
  expect(result).toBe('result');
  expect(done).toEqual(['works', 'second begins', 'second ends', 'first begins', 'first ends']);
});

test('where an acquisition fails, what was acquired before it is released', async () => {
  const released: string[] = [];
  const opening = withReleasers((acquired) => {
    acquired(() => released.push('first'));
    throw new Error('the second can not be opened');
  }, unexpected);
  await expect(opening).rejects.toThrow('the second can not be opened');
  expect(released).toEqual(['first']);
});

test('a release that fails keeps no other from being tried, and what went wrong first is thrown', async () => {
  const released: string[] = [];
  const others: unknown[] = [];
  const work = (acquired: (release: () => unknown) => void) => {
    acquired(() => released.push('first'));
    acquired(() => Promise.reject(new Error('the second')));
    acquired(() => {
      throw new Error('the third');
    });
    return Promise.resolve();
  };
  await expect(withReleasers(work, (error) => others.push(error))).rejects.toThrow('the third');
  expect(others).toEqual([new Error('the second')]);
  expect(released).toEqual(['first']);
  const failing = withReleasers(
    (acquired) => work(acquired).then(() => Promise.reject(new Error('the work'))),
    (error) => others.push(error),
  );
  await expect(failing).rejects.toThrow('the work');
  expect(others.slice(1)).toEqual([new Error('the third'), new Error('the second')]);
});
