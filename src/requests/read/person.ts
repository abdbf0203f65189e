import type { Instant, PersonId, RequestId, TelegramId } from '../../lifecycle/ids';
import { languageOf } from '../../people/person';
import type { Reading } from '../../transaction/transaction';
import type { NotAnAdmin } from '../authorise';
import { chatsOf, type DetailedAccess } from './details';
import { itemsOf, type NamedPerson, type RequestItem } from './item';
import { authoriseReader, type Reader } from './reader';

/** Somebody, with what they have sent. */
export interface PersonView extends NamedPerson {
  readonly telegramId: TelegramId | null;
  readonly username: string | null;
  /** Of somebody who is not on Telegram; null: they are, or none is known. */
  readonly address: string | null;
  /** The language they are written to in; null: the default one. */
  readonly language: string | null;
  readonly isAdmin: boolean;
  /** Since when the bot can't write to them; null: it can. */
  readonly unreachableSince: Instant | null;
  /** Since when they have access; null: they have none. */
  readonly accessSince: Instant | null;
  readonly access: readonly DetailedAccess[];
  /** Newest first. */
  readonly requests: readonly RequestItem[];
  /** How many older ones there are; 10,000 at most are counted. */
  readonly older: number;
}

export interface NoSuchPerson {
  readonly refused: 'no_such_person';
}

/** So many requests at once. */
const page = 200;
const mostCounted = 10_000;

/** Somebody, by any number they have had, and their newest requests, or the newest older ones than one of them. */
export async function personView(
  reading: Reading,
  reader: Reader,
  number: PersonId,
  before: RequestId | null = null,
): Promise<PersonView | NotAnAdmin | NoSuchPerson> {
  const forbidden = authoriseReader(reading, reader);
  if (forbidden !== null) return forbidden;
  const { store, community } = reading;
  const person = await store.people.byNumber(number);
  if (person === null) return { refused: 'no_such_person' };
  const { id } = person;
  const stretch = before === null ? ({ from: 'newest' } as const) : ({ from: 'before', request: before } as const);
  const { ids } = await store.search.ofClient(id, stretch, page);
  const state = await store.access.stateOf(id);
  const last = ids.at(-1);
  return {
    id,
    name: person.name,
    telegramId: person.telegramId,
    username: person.username,
    address: person.telegramId === null ? ((await store.contacts.addressesOf([id])).get(id) ?? null) : null,
    language: languageOf(person),
    isAdmin: community.isAdmin(id),
    unreachableSince: person.unreachableAt,
    accessSince: state?.access === true ? state.since : null,
    access: await chatsOf(reading, person),
    requests: await itemsOf(store, community, ids),
    older: last === undefined || ids.length < page ? 0 : await store.requests.countOlder(id, last, mostCounted),
  };
}
