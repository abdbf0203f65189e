import type { Instant } from '../lifecycle/ids';
import type { DatabaseTarget, Engine } from './engine';
import type { Opening } from './store-event';
import { openEngine } from './dialects';
import type { SqliteHold } from './sqlite/lock';
import { buildQueries, type Queries } from './queries';

/** The open database with all queries of the program. */
export type Store = Engine<Queries>;

/** `openEngine` with all queries of the program. */
export function openStore(
  target: DatabaseTarget,
  now: Instant,
  opening: Opening,
  hold: SqliteHold | null = null,
): Promise<Store> {
  return openEngine(target, buildQueries, now, opening, hold);
}
