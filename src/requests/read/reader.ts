import type { PersonId } from '../../lifecycle/ids';
import { authorise, type AdminsNow, type NotAnAdmin } from '../authorise';

/** Who reads: an admin, or a program that has been given the right to read everything and to change nothing. */
export type Reader = { readonly kind: 'admin'; readonly id: PersonId } | { readonly kind: 'program' };

/** Why the reader may not see what admins see; null: they may. */
export function authoriseReader(now: AdminsNow, reader: Reader): NotAnAdmin | null {
  switch (reader.kind) {
    case 'admin':
      return authorise(now, reader.id);
    case 'program':
      return null;
  }
}
