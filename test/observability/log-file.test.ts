import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { createLog } from '../../src/observability/log';
import { LogFile, type LogFileEvent } from '../../src/observability/log-file';
import { run, testWith } from '../programs';

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

test('a restart appends to the existing file', () => {
  written(new LogFile(join(folder, 'bot.log')), 'aaa', 'bbb');
  written(new LogFile(join(folder, 'bot.log')), 'ccc');
  expect(contents()).toEqual({ 'bot.log': 'aaa\nbbb\nccc\n' });
});

test('a file that is removed, moved or truncated while in use is continued under its name', () => {
  const place = join(folder, 'bot.log');
  const file = new LogFile(place);
  written(file, 'aaa');
  rmSync(place);
  written(file, 'bbb');
  expect(contents()).toEqual({ 'bot.log': 'bbb\n' });
  renameSync(place, join(folder, 'by-somebody'));
  written(file, 'ccc');
  expect(contents()).toEqual({ 'bot.log': 'ccc\n', 'by-somebody': 'bbb\n' });
  truncateSync(place);
  written(file, 'ddd', 'eee');
  expect(contents()).toEqual({ 'bot.log': 'ddd\neee\n', 'by-somebody': 'bbb\n' });
});

test('two processes that write to one file lose no line when it is moved', () => {
  const place = join(folder, 'bot.log');
  const [one, other] = [new LogFile(place), new LogFile(place)];
  written(one, 'aaa');
  written(other, 'bbb');
  renameSync(place, `${place}.1`);
  written(other, 'ccc');
  written(one, 'ddd');
  written(other, 'eee');
  expect(contents()).toEqual({ 'bot.log': 'ccc\nddd\neee\n', 'bot.log.1': 'aaa\nbbb\n' });
});

describe('logrotate, with the installer’s rule,', () => {
  const rule = readFileSync(join(__dirname, '..', '..', 'systemd', 'sosekni-bot.logrotate'), 'utf8');
  let logs: string;
  let args: readonly string[];
  beforeEach(() => {
    logs = join(folder, 'logs');
    mkdirSync(logs, { mode: 0o700 });
    const here = join(folder, 'rule');
    writeFileSync(here, rule.replaceAll('/var/log/sosekni-bot', logs), { mode: 0o600 });
    args = ['--state', join(folder, 'state'), here];
  });

  testWith('logrotate')('loses no line that is written while it moves the file, and keeps them in order', async () => {
    const file = new LogFile(join(logs, 'bot.log'));
    let lines = 0;
    const writes = () => {
      written(file, `${lines}`);
      lines += 1;
    };
    for (let times = 0; times < 4; times += 1) {
      // It leaves an empty file where it is, and may look before the next line.
      writes();
      const logrotate = spawn('logrotate', ['--force', ...args]);
      const ended = once(logrotate, 'close');
      while (logrotate.exitCode === null) {
        writes();
        await setImmediate();
      }
      expect(await ended).toEqual([0, null]);
    }
    writes();
    const oldestFirst = ['bot.log.4.gz', 'bot.log.3.gz', 'bot.log.2.gz', 'bot.log.1', 'bot.log'];
    expect(readdirSync(logs).sort()).toEqual([...oldestFirst].sort());
    const found = oldestFirst.map((name) => {
      const content = readFileSync(join(logs, name));
      return (name.endsWith('.gz') ? gunzipSync(content) : content).toString();
    });
    expect(found.join('')).toBe(Array.from({ length: lines }, (_, n) => `${n}\n`).join(''));
    for (const name of oldestFirst) expect([name, statSync(join(logs, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  testWith('logrotate')(
    'moves a file of 10 MiB and no smaller one, keeps ten, and misses none that is not there',
    () => {
      const place = join(logs, 'bot.log');
      const file = new LogFile(place);
      expect(run('logrotate', args)).toEqual({ code: 0, said: '' });
      truncateSync(place, 10 * 1024 * 1024 - 1);
      expect(run('logrotate', args)).toEqual({ code: 0, said: '' });
      expect(readdirSync(logs)).toEqual(['bot.log']);
      for (let times = 0; times < 12; times += 1) {
        written(file, 'a');
        truncateSync(place, 10 * 1024 * 1024 + 1);
        expect(run('logrotate', args)).toEqual({ code: 0, said: '' });
      }
      const moved = Array.from({ length: 10 }, (_, n) => (n === 0 ? 'bot.log.1' : `bot.log.${n + 1}.gz`));
      expect(readdirSync(logs).sort()).toEqual(moved.sort());
      expect(run('logrotate', args)).toEqual({ code: 0, said: '' });
      expect(readdirSync(logs).sort()).toEqual(moved);
    },
  );
});

test('only its owner can read it', () => {
  written(new LogFile(join(folder, 'bot.log')), 'a');
  expect(statSync(join(folder, 'bot.log')).mode & 0o777).toBe(0o600);
});

test('a full disk is reported once and blocks nothing', async () => {
  // Linux' own full disk: every write to it fails with ENOSPC.
  const place = join(folder, 'bot.log');
  symlinkSync('/dev/full', place);
  const file = new LogFile(place);
  const news: LogFileEvent[] = [];
  const told = new Promise<void>((resolve) => {
    file.onEvent = (each) => {
      news.push(each);
      resolve();
    };
  });
  written(file, 'a', 'b', 'c');
  await told;
  expect(news).toMatchObject([{ kind: 'failing', error: { code: 'ENOSPC' } }]);
});

test('a failing file is reported on stdout, which has all events, and the file gets the same redaction', async () => {
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
  const file = new LogFile(place);
  const log = createLog({ level: 'info', format: 'pretty', secrets: ['hunter2hunter2'], out: stdout, file });
  log.info('the password is hunter2hunter2', { action: 'first' });
  const [line] = readFileSync(place, 'utf8').split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ 'event.action': 'first', message: 'the password is [redacted]' });

  // It can't be replaced by the next one.
  rmSync(join(folder, 'logs'), { recursive: true });
  const complained = new Promise<void>((resolve) => {
    stdoutHas = (text) => text.includes("LOG_FILE can't be written") && resolve();
  });
  for (let n = 0; n < 5; n += 1) log.info('more', { action: 'more' });
  await complained;
  expect(out.filter((text) => text.includes('more'))).toHaveLength(5);
  expect(out.filter((text) => text.includes("LOG_FILE can't be written"))).toHaveLength(1);

  mkdirSync(join(folder, 'logs'));
  chmodSync(join(folder, 'logs'), 0o700);
  const again = new Promise<void>((resolve) => {
    stdoutHas = (text) => text.includes('LOG_FILE is written again') && resolve();
  });
  log.info('and again');
  await again;
  expect(readFileSync(place, 'utf8')).toContain('and again');
});
