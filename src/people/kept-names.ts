import { personId, type PersonId } from '../lifecycle/ids';
import type { Queries } from '../store/queries';
import type { ErasureCause } from '../store/rows';

/** An admin who was forgotten: their name is erased once they are none any more. */
export interface KeptName {
  readonly id: PersonId;
  readonly cause: ErasureCause;
}

type Looking = Pick<Queries, 'state'>;

/** The admins who were forgotten, and whose names stay as long as they are admins. */
export async function keptNames({ state }: Looking): Promise<readonly KeptName[]> {
  const stored = await state.get('names_kept');
  if (stored === null) return [];
  // A boundary: only this file writes it.
  const all = JSON.parse(stored) as readonly { readonly id: number; readonly cause: ErasureCause }[];
  return all.map(({ id, cause }) => ({ id: personId(id), cause }));
}

/** Somebody is forgotten who keeps their name as long as they are an admin. */
export async function keepName(store: Looking, name: KeptName): Promise<void> {
  await dropKeptName(store, name.id);
  await store.state.set('names_kept', JSON.stringify([...(await keptNames(store)), name]));
}

/** Nothing of theirs is kept any more. */
export async function dropKeptName(store: Looking, id: PersonId): Promise<void> {
  const all = await keptNames(store);
  const others = all.filter((one) => one.id !== id);
  if (others.length < all.length) await store.state.set('names_kept', JSON.stringify(others));
}
