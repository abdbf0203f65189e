import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig as postgresConfig, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as postgresSchema from '../../src/store/postgres/schema';
import * as sqliteSchema from '../../src/store/sqlite/schema';

type TableName = keyof typeof sqliteSchema;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** The tables whose rows have another TypeScript type in one schema than in the other. */
type Different = {
  [Name in TableName]: Same<
    (typeof sqliteSchema)[Name]['$inferSelect'],
    (typeof postgresSchema)[Name]['$inferSelect']
  > extends true
    ? never
    : Name;
}[TableName];

const tableNames = Object.keys(sqliteSchema) as TableName[];

test('the two schemas have the same tables', () => {
  expect(Object.keys(postgresSchema).sort()).toEqual([...tableNames].sort());
  // Compiles only if there are none.
  const different: [Different] extends [never] ? 0 : Different = 0;
  expect(different).toBe(0);
});

test.each(tableNames)('table %s is the same in both schemas', (name) => {
  expect(shapeOf(postgresSchema[name])).toEqual(shapeOf(sqliteSchema[name]));
});

/** What must be the same: columns, keys, indexes and checks, but not the databases' own types. */
function shapeOf(table: PgTable | SQLiteTable) {
  const { indexes, checks, foreignKeys, primaryKeys } = is(table, PgTable)
    ? postgresConfig(table)
    : sqliteConfig(table);
  return {
    name: getTableName(table),
    columns: Object.entries(getTableColumns(table)).map(([key, { name, notNull, primary, hasDefault }]) => ({
      key,
      name,
      notNull,
      primary,
      // A key that the database counts up is a default of PostgreSQL's only.
      hasDefault: hasDefault && !primary,
    })),
    indexes: indexes.map(({ config: { name, unique, columns, where } }) => ({
      name,
      unique,
      columns: columns.map((column) => ('name' in column ? column.name : null)),
      partial: where !== undefined,
    })),
    checks: checks.map((check) => check.name),
    keys: primaryKeys.map((key) => key.columns.map((column) => column.name)),
    references: foreignKeys.map((key) => {
      const { columns, foreignTable, foreignColumns } = key.reference();
      const namesOf = (list: readonly { name: string }[]) => list.map((column) => column.name);
      return { from: namesOf(columns), table: getTableName(foreignTable), to: namesOf(foreignColumns) };
    }),
  };
}
