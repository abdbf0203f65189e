import { postgresAddress } from '../../../src/store/postgres/address';

test('an address that URL can parse stays as it is', () => {
  for (const text of [
    'postgres://u:p@h:5432/d?sslmode=require',
    'postgresql:///d?host=/run/postgresql',
    'postgres://u@%2Frun%2Fpostgresql/d',
    'postgres://h',
    'postgres://u:p@[::1]:5432/d?options=-c%20search_path%3Dx',
  ]) {
    expect(postgresAddress(text)).toBe(text);
  }
});

test('a user, a password and a port without a host become parameters', () => {
  expect(postgresAddress('postgres://bot@/db?host=/run/postgresql')).toBe(
    'postgres:///db?host=%2Frun%2Fpostgresql&user=bot',
  );
  expect(postgresAddress('postgresql://bot:p%40s+s@:5433/db')).toBe(
    'postgresql:///db?user=bot&password=p%40s%2Bs&port=5433',
  );
  expect(postgresAddress('postgres://:5433/db?port=5434')).toBe('postgres:///db?port=5434');
  expect(postgresAddress('postgres://bot@?host=/run/postgresql')).toContain('user=bot');
});

test('an invalid address or parameter is refused', () => {
  for (const text of [
    'mysql://h/d',
    'postgres:d',
    'postgres://u:a/b@h/d',
    'postgres://u:100%@h/d',
    'postgres://h:99999/d',
    'postgres://h/d?port=abc',
    'postgres://h/d?sslmode=requried',
  ]) {
    expect(postgresAddress(text)).toBeUndefined();
  }
});
