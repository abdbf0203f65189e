import { and, asc, eq, getTableColumns, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Instant, PersonId, TelegramId } from '../../lifecycle/ids';
import type { Database } from '../database';
import { given } from './given';
import { inPieces } from './many';

/** Someone as Telegram last described them. */
export interface Person {
  readonly id: PersonId;
  /** Null: they are not on Telegram. */
  readonly telegramId: TelegramId | null;
  readonly name: string;
  readonly username: string | null;
  /** The language set in their Telegram app. */
  readonly language: string | null;
  /** The language they chose with the bot, which takes precedence. */
  readonly chosenLanguage: string | null;
  /** When they became unreachable; null: they can be reached. */
  readonly unreachableAt: Instant | null;
}

/** Somebody who was forgotten, and since when they are known again. */
export interface BackPosition {
  readonly id: PersonId;
  readonly at: Instant;
}

export type PeopleQueries = ReturnType<typeof peopleQueries>;

/**
 * The same queries for one transaction, reading each person once: admins are looked up for nearly every message. Nothing
 * else writes meanwhile, so people change only through these queries.
 */
export function rememberingPeople(people: PeopleQueries): PeopleQueries {
  const known = new Map<PersonId, Promise<Person | null>>();
  /** Null: nobody has it. */
  const onTelegram = new Map<TelegramId, PersonId | null>();
  const remember = (person: Person): void => {
    known.set(person.id, Promise.resolve(person));
    if (person.telegramId !== null) onTelegram.set(person.telegramId, person.id);
  };
  const get = (id: PersonId): Promise<Person | null> => {
    const person = known.get(id) ?? people.get(id);
    known.set(id, person);
    return person;
  };
  return {
    ...people,
    get,
    async byTelegramId(telegramId) {
      const id = onTelegram.get(telegramId);
      if (id !== undefined) return id === null ? null : get(id);
      const person = await people.byTelegramId(telegramId);
      if (person === null) onTelegram.set(telegramId, null);
      else remember(person);
      return person;
    },
    async save(person) {
      await people.save(person);
      remember(person);
    },
    leaveTelegram(id) {
      known.delete(id);
      for (const [telegramId, person] of onTelegram) if (person === id) onTelegram.delete(telegramId);
      return people.leaveTelegram(id);
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
  const { unitedWith, backSince, ...columns } = getTableColumns(people);
  const byId = db
    .select(columns)
    .from(people)
    .where(eq(people.id, p('id')))
    .prepare();
  const byTelegramId = db
    .select(columns)
    .from(people)
    .where(eq(people.telegramId, p('telegramId')))
    .prepare();
  const byNumberHere = db
    .select(columns)
    .from(people)
    .where(
      eq(
        people.id,
        sql`coalesce((select old.united_with from ${people} as old where old.id = ${p('id')}), ${p('id')})`,
      ),
    )
    .prepare();
  const save = db
    .insert(people)
    .values({
      id: p('id'),
      telegramId: p('telegramId'),
      name: p('name'),
      username: p('username'),
      language: p('language'),
      chosenLanguage: p('chosenLanguage'),
      unreachableAt: p('unreachableAt'),
    })
    .onConflictDoUpdate({
      target: people.id,
      set: {
        telegramId: given('telegramId', people.telegramId),
        name: given('name', people.name),
        username: given('username', people.username),
        language: given('language', people.language),
        chosenLanguage: given('chosenLanguage', people.chosenLanguage),
        unreachableAt: given('unreachableAt', people.unreachableAt),
      },
      setWhere: sql`${people.telegramId} is null or ${people.telegramId} = ${given('telegramId', people.telegramId)}`,
    })
    .returning({ id: people.id })
    .prepare();
  return {
    async get(id: PersonId): Promise<Person | null> {
      const [person] = await byId.execute({ id });
      return person ?? null;
    },

    async byTelegramId(telegramId: TelegramId): Promise<Person | null> {
      const [person] = await byTelegramId.execute({ telegramId });
      return person ?? null;
    },

    /** The names of these people, and their Telegram IDs. */
    async names(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Pick<Person, 'name' | 'telegramId'>>> {
      const names = new Map<PersonId, Pick<Person, 'name' | 'telegramId'>>();
      for (const piece of inPieces(ids)) {
        const rows = await db
          .select({ id: people.id, name: people.name, telegramId: people.telegramId })
          .from(people)
          .where(inArray(people.id, [...piece]));
        for (const { id, ...person } of rows) names.set(id, person);
      }
      return names;
    },

    /** The person with this Telegram ID or, where nobody has it, with this number here: whoever has had it is who they have become. */
    async byNumber(number: number): Promise<Person | null> {
      const [onTelegram] = await byTelegramId.execute({ telegramId: number });
      const [person] = onTelegram === undefined ? await byNumberHere.execute({ id: number }) : [onTelegram];
      return person ?? null;
    },

    /** Who somebody turned out to be; null: they are who they are. */
    async becameOf(id: PersonId): Promise<PersonId | null> {
      const [row] = await db.select({ unitedWith }).from(people).where(eq(people.id, id));
      return row?.unitedWith ?? null;
    },

    /** Those who turned out to be this person. */
    async unitedInto(kept: PersonId): Promise<readonly Person[]> {
      return db
        .select(columns)
        .from(people)
        .where(and(eq(unitedWith, kept), isNotNull(unitedWith)));
    },

    /** Writes down what is known of somebody. Throws where their `id` is that of somebody else on Telegram. */
    async save(person: Person): Promise<void> {
      const saved = await save.execute({ ...person });
      if (saved.length === 0) throw new Error(`person ${person.id} is somebody else on Telegram`);
    },

    /** Their account turns out to be that of somebody else, to whom it goes next. */
    async leaveTelegram(id: PersonId): Promise<void> {
      await db.update(people).set({ telegramId: null, unreachableAt: null }).where(eq(people.id, id));
    },

    /** Since when somebody who was forgotten is known again; null: they are not, or RETENTION goes by what they have asked for. */
    async setBackSince(id: PersonId, at: Instant | null): Promise<void> {
      await db.update(people).set({ backSince: at }).where(eq(people.id, id));
    },

    /** Those who have been known again since then or longer, after a position, the earliest first. */
    async back(before: Instant, after: BackPosition | null, limit: number): Promise<readonly BackPosition[]> {
      const rows = await db
        .select({ id: people.id, at: backSince })
        .from(people)
        .where(
          and(
            isNotNull(backSince),
            lte(backSince, before),
            after === null
              ? undefined
              : sql`(${backSince}, ${people.id}) > (${sql.param(after.at, backSince)}, ${after.id})`,
          ),
        )
        .orderBy(asc(backSince), asc(people.id))
        .limit(limit);
      return rows.map(({ id, at }) => ({ id, at: at ?? before }));
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
