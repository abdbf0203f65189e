import { Writable } from 'node:stream';
import { LogOutput, longestQueue, type LogOutputEvent } from '../../src/observability/log-output';

test('lines beyond a limit are dropped while the reader hangs, and both the start and the end are reported', async () => {
  let read = (): void => {};
  const out = new Writable({ write: (_chunk, _encoding, done) => (read = done) });
  const output = new LogOutput(out);
  const news: LogOutputEvent[] = [];
  const told = new Promise<void>((resolve) => {
    output.onEvent = (each) => {
      news.push(each);
      if (each.kind === 'resumed') resolve();
    };
  });
  const line = `${'x'.repeat(64 * 1024 - 1)}\n`;
  for (let n = 0; n < 200; n += 1) output.write(line);
  expect(out.writableLength).toBeLessThan(longestQueue + 2 * line.length);
  const kept = out.writableLength / line.length;
  while (out.writableLength > 0) {
    read();
    await new Promise((resolve) => setImmediate(resolve));
  }
  output.write(line);
  await told;
  expect(news).toEqual([{ kind: 'blocked' }, { kind: 'resumed', lost: 200 - kept }]);
});
