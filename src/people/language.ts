import type { PersonId } from '../lifecycle/ids';
import type { PeopleQueries } from '../store/queries/people';

/** From now on a person is written to in this language; null: in that of their Telegram. Nothing is kept of whom nobody knows. */
export async function chooseLanguage(
  { store }: { readonly store: { readonly people: PeopleQueries } },
  id: PersonId,
  chosenLanguage: string | null,
): Promise<void> {
  const person = await store.people.get(id);
  if (person !== null) await store.people.save({ ...person, chosenLanguage });
}
