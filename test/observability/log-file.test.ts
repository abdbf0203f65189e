import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createLog } from '../../src/observability/log';
import { LogFile, type LogFileNews } from '../../src/observability/log-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sosekni-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const contents = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const written = (file: LogFile, ...lines: readonly string[]) => {
  for (const line of lines) file.write(`${line}\n`);
};

test('a full file makes room for a new one, and the oldest goes', () => {
  const file = new LogFile(join(folder, 'bot.log'), { size: 8, files: 3 });
  written(file, 'aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff', 'ggg');
  expect(contents()).toEqual({ 'bot.log': 'ggg\n', 'bot.log.1': 'eee\nfff\n', 'bot.log.2': 'ccc\nddd\n' });
});

test('a line longer than a file is written all the same, and a start goes on where the last one ended', () => {
  const limits = { size: 8, files: 3 };
  written(new LogFile(join(folder, 'bot.log'), limits), 'aaa', 'a line that is long');
  written(new LogFile(join(folder, 'bot.log'), limits), 'bbb');
  expect(contents()).toEqual({ 'bot.log': 'bbb\n', 'bot.log.1': 'a line that is long\n', 'bot.log.2': 'aaa\n' });
});

test('a file that is removed, moved away or cut short while it is written to goes on under its name', () => {
  const place = join(folder, 'bot.log');
  const file = new LogFile(place, { size: 8, files: 3 });
  written(file, 'aaa');
  rmSync(place);
  written(file, 'bbb');
  expect(contents()).toEqual({ 'bot.log': 'bbb\n' });
  renameSync(place, join(folder, 'by-somebody'));
  written(file, 'ccc');
  expect(contents()).toEqual({ 'bot.log': 'ccc\n', 'by-somebody': 'bbb\n' });
  truncateSync(place);
  written(file, 'ddd', 'eee', 'fff');
  expect(contents()).toEqual({ 'bot.log': 'fff\n', 'bot.log.1': 'ddd\neee\n', 'by-somebody': 'bbb\n' });
});

test('two processes that write to one file lose no line when it is full', () => {
  const limits = { size: 8, files: 3 };
  const [one, other] = [new LogFile(join(folder, 'bot.log'), limits), new LogFile(join(folder, 'bot.log'), limits)];
  written(one, 'aaa');
  written(other, 'bbb', 'ccc');
  written(one, 'ddd', 'eee');
  written(other, 'fff');
  expect(contents()).toEqual({ 'bot.log': 'eee\nfff\n', 'bot.log.1': 'ccc\nddd\n', 'bot.log.2': 'aaa\nbbb\n' });
});

test('only its owner can read it', () => {
  written(new LogFile(join(folder, 'bot.log')), 'a');
  expect(statSync(join(folder, 'bot.log')).mode & 0o777).toBe(0o600);
});

test('a full disk is told once and holds nothing up', async () => {
  // Linux' own full disk: every write to it fails with ENOSPC.
  const place = join(folder, 'bot.log');
  symlinkSync('/dev/full', place);
  const file = new LogFile(place, { size: 1000, files: 2 });
  const news: LogFileNews[] = [];
  const told = new Promise<void>((resolve) => {
    file.news = (each) => {
      news.push(each);
      resolve();
    };
  });
  written(file, 'a', 'b', 'c');
  await told;
  expect(news).toMatchObject([{ kind: 'failing', error: { code: 'ENOSPC' } }]);
});

test('the log tells on stdout of a file that fails, with all events, and the file gets the same redaction', async () => {
  const out: string[] = [];
  let stdoutHas = (_text: string): void => {};
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out.push(chunk.toString());
      stdoutHas(chunk.toString());
      done();
    },
  });
  const place = join(folder, 'logs', 'bot.log');
  mkdirSync(join(folder, 'logs'));
  const file = new LogFile(place, { size: 400, files: 2 });
  const log = createLog({ level: 'info', format: 'pretty', secrets: ['hunter2hunter2'], out: stdout, file });
  log.info('the password is hunter2hunter2', { action: 'first' });
  const [line] = readFileSync(place, 'utf8').split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ 'event.action': 'first', message: 'the password is [redacted]' });

  // It can't be replaced by the next one.
  rmSync(join(folder, 'logs'), { recursive: true });
  const complained = new Promise<void>((resolve) => {
    stdoutHas = (text) => text.includes('LOG_FILE can not be written') && resolve();
  });
  for (let n = 0; n < 5; n += 1) log.info('more', { action: 'more' });
  await complained;
  expect(out.filter((text) => text.includes('more'))).toHaveLength(5);
  expect(out.filter((text) => text.includes('LOG_FILE can not be written'))).toHaveLength(1);

  mkdirSync(join(folder, 'logs'));
  chmodSync(join(folder, 'logs'), 0o700);
  const again = new Promise<void>((resolve) => {
    stdoutHas = (text) => text.includes('LOG_FILE is written again') && resolve();
  });
  log.info('and again');
  await again;
  const files = [place, `${place}.1`].map((name) => readFileSync(name, 'utf8'));
  expect(files.join('')).toContain('and again');
});
