import type BetterSqlite from 'better-sqlite3';
import { Column, getTableName, is, Param, Placeholder, SQL, Subquery } from 'drizzle-orm';
import type { DriverValueDecoder, ExtractTablesWithRelations, Query } from 'drizzle-orm';
import { SQLitePreparedQuery, SQLiteSession } from 'drizzle-orm/sqlite-core';
import type {
  PreparedQueryConfig,
  SelectedFieldsOrdered,
  SQLiteAsyncDialect,
  SQLiteExecuteMethod,
} from 'drizzle-orm/sqlite-core';
import type { Schema } from '../database';

/**
 * Runs drizzle's queries on a connection of better-sqlite3. The session that comes with drizzle finds out anew for every value
 * how it is bound or read; this one does so once a query: the queries of a request and its approval take 0.22 ms of CPU time
 * instead of 0.28. A statement is compiled when it is first run: most of them a daemon never needs.
 */
export class SqliteSession extends SQLiteSession<'async', unknown, Schema, ExtractTablesWithRelations<Schema>> {
  constructor(
    private readonly connection: BetterSqlite.Database,
    dialect: SQLiteAsyncDialect,
  ) {
    super(dialect);
  }

  prepareQuery(query: Query, selected: SelectedFieldsOrdered | undefined, method: SQLiteExecuteMethod): SqliteQuery {
    return new SqliteQuery(this.connection, query, selected, method);
  }

  /** Throws: transactions are the engine's, which holds the connection for one at a time. */
  transaction(): Promise<never> {
    throw new Error('a transaction begins in SqliteEngine, not in a query');
  }
}

type Values = Readonly<Record<string, unknown>>;
type Row = readonly unknown[];

class SqliteQuery extends SQLitePreparedQuery<PreparedQueryConfig & { type: 'async' }> {
  /** Set by drizzle for a query that joins tables: false for a table that may have no row in the result. */
  joinsNotNullableMap: Readonly<Record<string, boolean>> | undefined;
  private readonly bind: (values: Values) => Row;
  private read: ((row: Row) => Values) | null = null;
  private returningObjects: BetterSqlite.Statement<unknown[]> | null = null;
  private returningRows: BetterSqlite.Statement<unknown[], Row> | null = null;

  constructor(
    private readonly connection: BetterSqlite.Database,
    query: Query,
    private readonly selected: SelectedFieldsOrdered | undefined,
    method: SQLiteExecuteMethod,
  ) {
    super('async', method, query);
    this.bind = binder(query.params);
  }

  // Asynchronous for drizzle, which gets what SQLite throws as a rejection.
  /* eslint-disable @typescript-eslint/require-await */
  async run(values: Values = {}): Promise<unknown> {
    return this.statement().run(...this.bind(values));
  }

  async all(values: Values = {}): Promise<readonly unknown[]> {
    if (this.selected === undefined) return this.statement().all(...this.bind(values));
    const read = (this.read ??= reader(this.selected, this.joinsNotNullableMap ?? {}));
    return this.rows(values).map(read);
  }

  async get(values: Values = {}): Promise<unknown> {
    return (await this.all(values))[0];
  }

  async values(values: Values = {}): Promise<readonly Row[]> {
    return this.rows(values);
  }
  /* eslint-enable @typescript-eslint/require-await */

  private statement(): BetterSqlite.Statement<unknown[]> {
    return (this.returningObjects ??= this.connection.prepare<unknown[]>(this.query.sql));
  }

  private rows(values: Values): readonly Row[] {
    this.returningRows ??= this.connection.prepare<unknown[], Row>(this.query.sql).raw();
    return this.returningRows.all(...this.bind(values));
  }
}

/** Returns a function that puts the values of placeholders among those that are fixed, in the statement's order. */
function binder(params: readonly unknown[]): (values: Values) => Row {
  if (!params.some((param) => placeholderOf(param) !== null)) return () => params;
  const bindings = params.map((param) => ({
    param,
    name: placeholderOf(param),
    encoder: is(param, Param) ? param.encoder : null,
  }));
  return (values) =>
    bindings.map(({ param, name, encoder }) => {
      if (name === null) return param;
      const value = values[name];
      if (value === undefined && !(name in values)) throw new Error(`there is no value for the placeholder ${name}`);
      return encoder === null ? value : encoder.mapToDriverValue(value);
    });
}

function placeholderOf(param: unknown): string | null {
  const value = is(param, Param) ? param.value : param;
  return is(value, Placeholder) ? value.name : null;
}

interface Field {
  readonly at: number;
  readonly name: string;
  /** What it is a field of, where a whole table is selected; null: of the result itself. */
  readonly table: string | null;
  /** Null: it is read as it is stored. */
  readonly decoder: DriverValueDecoder<unknown, unknown> | null;
}

/** Returns a function that makes of a row what was selected. A joined table without a row is null. */
function reader(
  selected: SelectedFieldsOrdered,
  isAlwaysThere: Readonly<Record<string, boolean>>,
): (row: Row) => Values {
  const optional = new Set<string>();
  const fields = selected.map(({ path, field }, at): Field => {
    const [first = '', second] = path;
    if (second !== undefined && is(field, Column) && isAlwaysThere[getTableName(field.table)] === false)
      optional.add(first);
    const decoder = decoderOf(field);
    return { at, name: second ?? first, table: second === undefined ? null : first, decoder };
  });
  return (row) => {
    const result: Record<string, unknown> = {};
    for (const { at, name, table, decoder } of fields) {
      const stored = row[at];
      const value = stored === null || decoder === null ? stored : decoder.mapFromDriverValue(stored);
      if (table === null) result[name] = value;
      else ((result[table] ??= {}) as Record<string, unknown>)[name] = value;
    }
    for (const table of optional) if (Object.values(result[table] as Values).every(isNull)) result[table] = null;
    return result;
  };
}

const isNull = (value: unknown): boolean => value === null;

function decoderOf(field: SelectedFieldsOrdered[number]['field']): DriverValueDecoder<unknown, unknown> | null {
  if (is(field, Column)) return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : field;
  const expression = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  // A boundary: drizzle's types don't have what `mapWith` sets.
  return (expression as unknown as { readonly decoder: DriverValueDecoder<unknown, unknown> }).decoder;
}
