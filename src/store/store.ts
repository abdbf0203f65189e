import type { Instant } from '../lifecycle/ids';
import type { DatabaseTarget, Engine } from './engine';
import { openEngine } from './open';
import { buildQueries, type Queries } from './queries';

/** The open database with every query of the program. */
export type Store = Engine<Queries>;

/** Opens the database, creating or migrating it as needed. Throws a `StoreError` where a person has to do something. */
export function openStore(target: DatabaseTarget, now: Instant): Promise<Store> {
  return openEngine(target, buildQueries, now);
}
