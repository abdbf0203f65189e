import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { moveMark } from '../half-moved';
import * as schema from '../postgres/schema';

/**
 * What a column holds, on both engines: a flag is 0 or 1, an instant the milliseconds since 1970. JSON is a text, and moves byte for
 * byte.
 */
export type ColumnKind = 'integer' | 'flag' | 'instant' | 'text';

export interface MovedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  /** Its primary key, by which rows are read in the same order on both engines. */
  readonly key: readonly MovedColumn[];
  /** Whether the database numbers its rows, in `id`. */
  readonly isNumbered: boolean;
  /** SQL for the rows that move. */
  readonly which: string;
}

/**
 * All tables of the schema, each after those that it refers to. What triggers keep up (counts, states) is moved like the rest, with
 * the triggers off; only the words that `/find` looks through are in no schema, as each engine has its own, and are made anew.
 */
export function movedTables(): readonly MovedTable[] {
  const waiting = new Set<PgTable>(Object.values(schema));
  const ordered: MovedTable[] = [];
  while (waiting.size > 0) {
    const before = waiting.size;
    for (const table of waiting) {
      const { foreignKeys } = getTableConfig(table);
      if (
        foreignKeys.some((key) => waiting.has(key.reference().foreignTable) && key.reference().foreignTable !== table)
      )
        continue;
      waiting.delete(table);
      ordered.push(describe(table));
    }
    if (waiting.size === before) throw new Error('the tables refer to each other in a circle');
  }
  return ordered;
}

function describe(table: PgTable): MovedTable {
  const { columns, primaryKeys } = getTableConfig(table);
  const described = columns.map((column) => ({ name: column.name, kind: kindOf(column.getSQLType()) }));
  const inKey = new Set([
    ...columns.filter((column) => column.primary).map((column) => column.name),
    ...primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
  ]);
  const key = described.filter((column) => inKey.has(column.name));
  const name = getTableName(table);
  if (key.length === 0) throw new Error(`table ${name} has no primary key`);
  return {
    name,
    columns: described,
    key,
    isNumbered: columns.some((column) => column.getSQLType() === 'bigserial'),
    which: table === schema.daemonState ? `name not in ('leader', '${moveMark}', 'vacuumed')` : 'true',
  };
}

function kindOf(type: string): ColumnKind {
  switch (type) {
    case 'bigint':
    case 'bigserial':
    case 'integer':
      return 'integer';
    case 'boolean':
      return 'flag';
    case 'timestamptz(3)':
      return 'instant';
    case 'text':
      return 'text';
    default:
      throw new Error(`a column of type ${type} can't be moved yet`);
  }
}
