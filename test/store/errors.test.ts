import { DrizzleQueryError } from 'drizzle-orm/errors';
import { isConnectionLost, isUnavailable, isUniqueViolation, StoreError } from '../../src/store/errors';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });

describe('a temporary error', () => {
  test.each([
    ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_CANTOPEN'],
    ...['08006', '53100', '53300', '55P03', '57014', '57P01', '57P03', '40001', '40P01', '25006'],
    ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'],
  ])('is recognised by its code %s, even as a cause', (code) => {
    expect(isUnavailable(withCode(code))).toBe(true);
    expect(isUnavailable(new DrizzleQueryError('select', [], withCode(code)))).toBe(true);
  });

  test.each([
    'Connection terminated unexpectedly',
    'Connection terminated',
    'Query read timeout',
    'timeout expired',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
  ])('is recognised by node-postgres’s message: %s', (message) => {
    expect(isUnavailable(new Error(message))).toBe(true);
    expect(isConnectionLost(new Error(message))).toBe(true);
  });

  test('includes a failed reconnection, but not a wrong database', () => {
    expect(isUnavailable(new StoreError('unreachable', ''))).toBe(true);
    expect(isUnavailable(new StoreError('refused', ''))).toBe(true);
    expect(isUnavailable(new StoreError('newer_schema', ''))).toBe(false);
  });

  test('ends the connection if another may work', () => {
    for (const code of ['08006', '57P01', '25006', '26000']) expect(isConnectionLost(withCode(code))).toBe(true);
    const oldPlan = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' });
    expect(isUnavailable(oldPlan) && isConnectionLost(oldPlan)).toBe(true);
    expect(isUnavailable(withCode('0A000'))).toBe(false);
  });

  test('keeps the connection if it is about one statement', () => {
    for (const code of ['40001', '55P03', '53100', '57014']) expect(isConnectionLost(withCode(code))).toBe(false);
  });
});

test.each(['SQLITE_CONSTRAINT_CHECK', 'SQLITE_ERROR', 'SQLITE_CORRUPT', '23505', '23514', '22P02', '42601', ''])(
  'code "%s" is a fault of the statement, not of the database',
  (code) => expect(isUnavailable(withCode(code))).toBe(false),
);

test('a value that is no error is not temporary', () => {
  for (const thrown of [undefined, null, 'SQLITE_BUSY', {}]) {
    expect(isUnavailable(thrown)).toBe(false);
  }
});

test('errors that are each other’s cause are looked at once', () => {
  const first = new Error('first');
  const second = new Error('second', { cause: first });
  first.cause = second;
  expect(isUnavailable(first)).toBe(false);
});

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])(
  'code %s is a duplicate key',
  (code) => {
    expect(isUniqueViolation(new DrizzleQueryError('insert', [], withCode(code)))).toBe(true);
    expect(isUniqueViolation(withCode('SQLITE_CONSTRAINT_CHECK'))).toBe(false);
  },
);
