import { StoreError } from './errors';

/** The row of `daemon_state` that a database has while another is moved into it: whoever finds it has found half a move. */
export const moveMark = 'move';

/** For a database that a move has begun to fill and not finished. */
export const halfMoved = (name: string): StoreError =>
  new StoreError(
    'half_moved',
    `${name} is half filled: a move into it has begun and not ended. Use the database that was to be moved, which is as it was, or run the move again with --start-over, which empties this one first.`,
  );

/** For a database that can't be moved into. `what` continues a sentence that starts with its name. */
export const notEmpty = (name: string, what: string): StoreError =>
  new StoreError(
    'not_empty',
    `${name} ${what}. A database is moved into an empty one only: name another, or create it.`,
  );

/** For a database that would be moved into itself. */
export const isSource = (name: string): StoreError => notEmpty(name, 'is the database that is to be moved');
