import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Dialect } from './engine';
import type * as sqliteSchema from './sqlite/schema';

export type Schema = typeof sqliteSchema;

/** A connection as the queries use it: PostgreSQL's is cast to this type where it is opened. */
export interface Database {
  readonly dialect: Dialect;
  readonly db: BaseSQLiteDatabase<'async', unknown, Schema>;
  readonly schema: Schema;
}
