import { requestId } from '../../lifecycle/ids';
import type { ListPosition } from '../../store/queries/lists';

/** Where a page of a list ends: among those that wait, among the others, or in a search that goes by number. */
export interface ListCursor extends ListPosition {
  readonly part: 'waiting' | 'others' | 'by_number';
}

const parts = { w: 'waiting', o: 'others', n: 'by_number' } as const;

/** The cursor as people pass it on: it means nothing to them. */
export function writeCursor({ part, at, id }: ListCursor): string {
  const letter = Object.entries(parts).find(([, name]) => name === part)?.[0] ?? '';
  return Buffer.from(`${letter}.${at}.${id}`).toString('base64url');
}

/** Null: `writeCursor` has not written that. A time of more digits is none that PostgreSQL reads. */
export function readCursor(text: string): ListCursor | null {
  const [, letter, at, id] = /^([won])\.(\d{1,14})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (letter === undefined) return null;
  const cursor = { part: parts[letter as keyof typeof parts], at: Number(at), id: requestId(Number(id)) };
  return writeCursor(cursor) === text ? cursor : null;
}
