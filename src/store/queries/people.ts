import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';
import { given } from './given';
import { inPieces } from './many';

/** Someone as Telegram last described them. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly username: string | null;
  /** The language of their Telegram. */
  readonly language: string | null;
  /** The language they have chosen here, which comes first. */
  readonly chosenLanguage: string | null;
  /** Since when messages to them are refused for good; null while they can be reached. */
  readonly unreachableAt: Instant | null;
}

/** The language that a person is written to in; null: the default one. */
export const languageOf = (person: Person | null): string | null => person?.chosenLanguage ?? person?.language ?? null;

export type PeopleQueries = ReturnType<typeof peopleQueries>;

/**
 * The same queries for one transaction, in which whoever is looked up again is not read again: admins are in nearly every
 * message. Nobody else writes meanwhile, so only what goes through these changes what is known.
 */
export function rememberingPeople(people: PeopleQueries): PeopleQueries {
  const known = new Map<PersonId, Promise<Person | null>>();
  return {
    ...people,
    get(id) {
      const person = known.get(id) ?? people.get(id);
      known.set(id, person);
      return person;
    },
    async save(person) {
      await people.save(person);
      known.set(person.id, Promise.resolve(person));
    },
    markUnreachable(id, at) {
      known.delete(id);
      return people.markUnreachable(id, at);
    },
    markReachable(id) {
      known.delete(id);
      return people.markReachable(id);
    },
  };
}

export function peopleQueries({ db, schema: { people } }: Database) {
  const p = sql.placeholder;
  const byId = db
    .select()
    .from(people)
    .where(eq(people.id, p('id')))
    .prepare();
  const save = db
    .insert(people)
    .values({
      id: p('id'),
      name: p('name'),
      username: p('username'),
      language: p('language'),
      chosenLanguage: p('chosenLanguage'),
      unreachableAt: p('unreachableAt'),
    })
    .onConflictDoUpdate({
      target: people.id,
      set: {
        name: given('name', people.name),
        username: given('username', people.username),
        language: given('language', people.language),
        chosenLanguage: given('chosenLanguage', people.chosenLanguage),
        unreachableAt: given('unreachableAt', people.unreachableAt),
      },
    })
    .prepare();
  return {
    async get(id: PersonId): Promise<Person | null> {
      const [person] = await byId.execute({ id });
      return person ?? null;
    },

    async names(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
      const names = new Map<PersonId, string>();
      for (const piece of inPieces(ids)) {
        const rows = await db
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(inArray(people.id, [...piece]));
        for (const { id, name } of rows) names.set(id, name);
      }
      return names;
    },

    async save(person: Person): Promise<void> {
      await save.execute({ ...person });
    },

    /** Returns whether that is news. Someone who never wrote has no row and gets none: there is nobody to mark. */
    async markUnreachable(id: PersonId, at: Instant): Promise<boolean> {
      const marked = await db
        .update(people)
        .set({ unreachableAt: at })
        .where(and(eq(people.id, id), sql`${people.unreachableAt} is null`))
        .returning({ id: people.id });
      return marked.length > 0;
    },

    /** Returns whether they were unreachable until now. */
    async markReachable(id: PersonId): Promise<boolean> {
      const marked = await db
        .update(people)
        .set({ unreachableAt: null })
        .where(and(eq(people.id, id), isNotNull(people.unreachableAt)))
        .returning({ id: people.id });
      return marked.length > 0;
    },
  };
}
