import type { PersonId } from '../lifecycle/ids';
import type { PeopleQueries } from '../store/queries/people';

/** Sets the language of messages to a person; null: that of their Telegram app. Ignores unknown people. */
export async function chooseLanguage(
  { store }: { readonly store: { readonly people: PeopleQueries } },
  id: PersonId,
  chosenLanguage: string | null,
): Promise<void> {
  const person = await store.people.get(id);
  if (person !== null) await store.people.save({ ...person, chosenLanguage });
}
