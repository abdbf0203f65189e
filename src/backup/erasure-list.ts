import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { personId, telegramId, type Instant, type PersonId, type TelegramId } from '../lifecycle/ids';
import type { DatabaseTarget } from '../store/engine';
import { giveToOwnerOfFolder, makeFolder } from '../store/owner';
import { fieldsOf } from './manifest';

/** Somebody who was forgotten, by their numbers alone. Whoever restores a backup from before erases them again. */
export interface ListedErasure {
  readonly personId: PersonId;
  /** Null: they were not on Telegram. */
  readonly telegramId: TelegramId | null;
  readonly askedAt: Instant;
}

/** What makes two the same. */
export const keyOfErasure = ({ personId: person, askedAt }: ListedErasure): string => `${person} ${askedAt}`;

/** The list's name in a place of backups: JSON, one object a line. */
export const erasureList = 'erasures.jsonl';

/** The list beside a SQLite file, which outlives it; null: PostgreSQL has none beside it. */
export const listBeside = (database: DatabaseTarget): string | null =>
  database.dialect === 'sqlite' ? `${database.path}.${erasureList}` : null;

/** The lines of a list. */
export const writeErasures = (erasures: readonly ListedErasure[]): string =>
  erasures
    .map(({ personId: person, telegramId: user, askedAt }) => {
      const fields = { person_id: person, telegram_id: user, asked_at: new Date(askedAt).toISOString() };
      return `${JSON.stringify(fields)}\n`;
    })
    .join('');

/** What a list says. A line that was not written to its end, or is damaged, is left out. */
export function readErasures(text: string): readonly ListedErasure[] {
  return text.split('\n').flatMap((line) => {
    const { person_id: person, telegram_id: user, asked_at: at } = fieldsOf(line);
    const askedAt = typeof at === 'string' ? Date.parse(at) : NaN;
    if (!isNumber(person) || (user !== null && !isNumber(user)) || Number.isNaN(askedAt)) return [];
    return [{ personId: personId(person), telegramId: user === null ? null : telegramId(user), askedAt }];
  });
}

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);

/** Adds lines to a list in a file, which is made as needed for its owner alone, and waits for the disk. */
export function appendErasures(file: string, erasures: readonly ListedErasure[]): void {
  const isNew = !existsSync(file);
  // After a line that was cut off by a crash the next one begins anew.
  const begin = isNew || readFileSync(file, 'utf8').endsWith('\n') || readFileSync(file, 'utf8') === '' ? '' : '\n';
  const descriptor = openSync(file, 'a', 0o600);
  try {
    appendFileSync(descriptor, begin + writeErasures(erasures));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (isNew) giveToOwnerOfFolder(file);
}

/** The list in a file; nothing where there is none. */
export const erasuresIn = (file: string): readonly ListedErasure[] =>
  existsSync(file) ? readErasures(readFileSync(file, 'utf8')) : [];

/** Where somebody who is forgotten is written down besides the database: beside it, and where its backups are, if there are any. */
export function erasureLists(database: DatabaseTarget, backups: string): readonly string[] {
  const beside = listBeside(database);
  return [...(beside === null ? [] : [beside]), ...(existsSync(backups) ? [path.join(backups, erasureList)] : [])];
}

/** The same, to be written to. Where there is a bucket, its list is sent from the folder, which is made as needed. */
export function listsToWrite(
  database: DatabaseTarget,
  { folder, bucket }: { readonly folder: string; readonly bucket: object | null },
): readonly string[] {
  if (bucket !== null) makeFolder(folder, 0o700);
  return erasureLists(database, folder);
}

/** What changes whenever the list in a folder does; null: it has none. */
export function listState(folder: string): string | null {
  const found = statSync(path.join(folder, erasureList), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeMs}`;
}
