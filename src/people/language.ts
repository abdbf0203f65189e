import type { PersonId, TelegramId } from '../lifecycle/ids';
import type { PeopleQueries } from '../store/queries/people';
import { languageOf } from './person';

/**
 * Sets the language of messages to a person; null: that of their Telegram app. Returns the language they are written to in from now
 * on. Ignores unknown people.
 */
export async function chooseLanguage(
  { store }: Looking,
  id: PersonId,
  chosenLanguage: string | null,
): Promise<string | null> {
  const person = await store.people.get(id);
  if (person === null) return null;
  const changed = { ...person, chosenLanguage };
  await store.people.save(changed);
  return languageOf(changed);
}

/** The language that somebody on Telegram is written to in; null: it is unknown. */
export const languageOnTelegram = async ({ store }: Looking, id: TelegramId): Promise<string | null> =>
  languageOf(await store.people.byTelegramId(id));

interface Looking {
  readonly store: { readonly people: PeopleQueries };
}
