import { Writable } from 'node:stream';
import { chatId, requestId, telegramId } from '../../src/lifecycle/ids';
import { createLog, type LogOptions } from '../../src/observability/log';

const token = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';
const password = 'p@ss "w0rd"';

/** A log and what it has written. */
function logTo(options: Partial<LogOptions> = {}) {
  let written = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const log = createLog({ level: 'debug', format: 'json', secrets: [token, password], out, ...options });
  return {
    log,
    written: () => written,
    events: () =>
      written
        .split('\n')
        .slice(0, -1)
        // The boundary to JSON: the tests below say what is in it.
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

test('an event is one line of JSON with ECS field names', () => {
  const { log, events } = logTo();
  log.info('two\nlines', {
    action: 'decided',
    updateId: 1,
    requestId: requestId(2),
    chatId: chatId(-3),
    telegramId: telegramId(4),
    took: 1.5,
    details: { attempts: 3 },
  });
  expect(events()).toEqual([
    {
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      'log.level': 'info',
      message: 'two\nlines',
      'ecs.version': '8.10.0',
      'service.name': 'sosekni-bot',
      'event.dataset': 'sosekni-bot',
      'event.action': 'decided',
      'telegram.update_id': 1,
      'sosekni.request_id': 2,
      'telegram.chat_id': -3,
      'user.id': '4',
      'event.duration': 1_500_000,
      'labels.attempts': 3,
    },
  ]);
});

test('a child adds its fields to every event, and an event may replace them', () => {
  const { log, events } = logTo();
  const child = log.child({ updateId: 1, details: { a: 1 } }).child({ chatId: chatId(2) });
  child.info('a');
  child.warn('b', { chatId: chatId(3), details: { b: 2 } });
  log.info('c');
  expect(events()).toMatchObject([
    { 'telegram.update_id': 1, 'telegram.chat_id': 2 },
    { 'telegram.update_id': 1, 'telegram.chat_id': 3, 'labels.a': 1, 'labels.b': 2 },
    expect.not.objectContaining({ 'telegram.update_id': 1 }),
  ]);
});

test('events below the level are dropped', () => {
  const { log, events } = logTo({ level: 'warn' });
  log.debug('a');
  log.info('b');
  log.warn('c');
  log.error('d');
  expect(events().map(({ message }) => message)).toEqual(['c', 'd']);
});

test('people’s texts are only logged at debug level', () => {
  const { log, written } = logTo();
  log.child({ text: 'let me in' }).info('a', { text: 'please' });
  log.error('b', { text: 'please' });
  expect(written()).not.toMatch(/let me in|please/);
  log.debug('c', { text: 'please' });
  expect(written()).toContain('please');
});

test('an error is logged with its causes', () => {
  const { log, events } = logTo();
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  log.error('no database', { error: new TypeError('outer', { cause: new AggregateError([refused]) }) });
  const [event] = events();
  expect(event).toMatchObject({
    'error.type': 'TypeError',
    'error.code': 'ECONNREFUSED',
    'error.message': 'outer, caused by: AggregateError, caused by: connect ECONNREFUSED',
  });
  expect(event?.['error.stack_trace']).toMatch(
    /^TypeError: outer\n {4}at .*\nCaused by: AggregateError.*\n {4}at .*\nCaused by: Error: connect ECONNREFUSED\n {4}at /s,
  );
});

test('an error that causes itself, and a value that is no error, are logged too', () => {
  const { log, events } = logTo();
  const error = new Error('round');
  error.cause = error;
  log.error('a', { error });
  log.error('b', { error: 'a string' });
  log.error('c', { error: null });
  expect(events()).toMatchObject([
    { 'error.message': 'round' },
    { 'error.type': 'string', 'error.message': 'a string' },
    { message: 'c' },
  ]);
});

test('the parameters of a failed query, which hold people’s texts, are not logged', () => {
  const { log, written } = logTo();
  const error = new Error('Failed query: insert into requests values (?, ?)\nparams: 1,please\nadmit me');
  log.error('a', { error: new Error('outer', { cause: error }) });
  expect(written()).toContain('insert into requests');
  expect(written()).toContain('log.test.ts');
  expect(written()).not.toMatch(/please|admit me/);
});

describe.each(['json', 'pretty'] as const)('a secret in the %s log', (format) => {
  const nested = new Error(`https://api.telegram.org/bot${token}/getMe`, {
    cause: new Error(`fetch /bot${encodeURIComponent(token)}`, {
      cause: new AggregateError([new Error(`password ${password}`)], JSON.stringify({ password })),
    }),
  });
  nested.name = token;

  test('is removed wherever it comes from', () => {
    const { log, written } = logTo({ format });
    log.info(`message ${token} ${encodeURIComponent(password)}`);
    log.warn('field', {
      action: token,
      details: { url: `postgres://u:${password}@h`, body: JSON.stringify({ password }) },
    });
    log.child({ details: { token } }).debug('text', { text: token });
    log.error('error', { error: nested });
    log.error('thrown', { error: token });
    expect(written()).toContain('[redacted]');
    expect(written()).not.toMatch(/AAF_|p@ss|p%40ss|w0rd/);
  });

  test('that is short is only removed where secrets are expected', () => {
    const { log, written } = logTo({ format, secrets: ['p', 'message', '":"', '1', ''] });
    log.info('please keep a message of 1', { updateId: 1, details: { key: 'a message of 1 p' } });
    expect(written()).toContain('please keep a message of 1');
    expect(written()).toContain('a message of 1 p');
    expect(written()).not.toContain('[redacted]');
    expect(written().trim().split('\n')).toHaveLength(1);
    if (format === 'json') expect(JSON.parse(written())).toMatchObject({ 'telegram.update_id': 1 });
    log.warn('postgres://bot:p@host/app', {
      details: { env: 'PGPASSWORD=p', body: JSON.stringify({ password: 'p' }) },
    });
    expect(written()).toContain('postgres://bot:[redacted]@host/app');
    expect(written()).toContain('PGPASSWORD=[redacted]');
    expect(written()).toMatch(/password\W+\[redacted\]/);
  });
});

describe('the pretty log', () => {
  test('has local time, level, message and short names, and a stack trace below', () => {
    const { log, written } = logTo({ format: 'pretty' });
    const before = new Date();
    log.warn('slow', {
      action: 'slow_updates',
      updateId: 7,
      took: 1512.4,
      telegramId: telegramId(5),
      details: { attempts: 3, reason: 'no such host' },
      error: new Error('boom'),
    });
    expect(written()).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} warn {2}slow action=slow_updates update=7 person=5 took=1\.5s attempts=3 reason="no such host" error=boom\n {4}Error: boom\n {8}at /,
    );
    const at = new Date(written().slice(0, 23).replace(' ', 'T'));
    expect(at.getTime() - before.getTime()).toBeGreaterThanOrEqual(0);
    log.info('quick', { took: 3.2 });
    expect(written()).toContain(' took=3ms\n');
  });

  test('lets no outside text move the cursor or start a line', () => {
    const { log, written } = logTo({ format: 'pretty' });
    log.warn('two\nlines', { details: { reason: '\u001b[2Jgone\r\u202e', title: 'a "b"' } });
    expect(written()).toMatch(/ two\\nlines reason="\\u001b\[2Jgone\\r\\u202e" title="a \\"b\\""\n$/);
  });
});

test('a stdout whose reader has gone does not end the program', async () => {
  const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('write EPIPE')) });
  const closed = new Promise((resolve) => out.once('close', resolve));
  const { log } = logTo({ out });
  log.info('a');
  await closed;
  expect(() => log.info('b')).not.toThrow();
});
