import { requestId, type RequestId } from '../lifecycle/ids';
import type { Notice } from '../notices/notice';
import type { Person } from '../store/queries/people';

/** By what is found that something is about somebody. */
export interface Traces {
  /** The person, and rows of others who turned out to be them. */
  readonly people: readonly Person[];
  readonly requests: ReadonlySet<RequestId>;
  readonly messages: readonly string[];
}

/** A shorter text stands in others' words by chance. */
const tellingLength = 12;

/** Whether somebody's name, number, request or words are anywhere in it. It may hold others' as well. */
export function aboutThem(value: unknown, { people, requests, messages }: Traces): boolean {
  const numbers = new Set<number>(
    people.flatMap(({ id, telegramId }) => (telegramId === null ? [id] : [id, telegramId])),
  );
  const names = new Set(people.flatMap(({ name, username }) => (username === null ? [name] : [name, username])));
  const texts = messages.filter(({ length }) => length >= tellingLength);
  // What could only be kept as a text, since it was too long or too deep, has the numbers in it.
  const inDigits = new RegExp(`(?<!\\d)(?:${[...numbers].join('|')})(?!\\d)`);
  const isTheirs = (one: unknown, key: string): boolean => {
    switch (typeof one) {
      case 'number':
        return numbers.has(one) || (nameRequests.has(key) && requests.has(requestId(one)));
      case 'string':
        return names.has(one) || inDigits.test(one) || texts.some((text) => one.includes(text));
      case 'object':
        return (
          one !== null && Object.entries(one).some(([name, part]) => isTheirs(part, Array.isArray(one) ? key : name))
        );
      default:
        return false;
    }
  };
  return isTheirs(value, '');
}

/** Whether somebody's name or @username is anywhere in it. */
export function namesThem(value: unknown, { name, username }: Pick<Person, 'name' | 'username'>): boolean {
  if (typeof value === 'string') return value === name || value === username;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((part) => namesThem(part, { name, username }))
  );
}

/** The fields of notices that hold the number of a request. */
const nameRequests: ReadonlySet<string> = new Set(['requestId', 'requestIds', 'id', 'request']);

/** A notice about a request without what anybody wrote and without names; null: it has neither. */
export function withoutTexts(notice: Notice): Notice | null {
  switch (notice.kind) {
    case 'card':
    case 'shown_card':
    case 'queue_card':
    case 'erased_card':
    case 'join_question':
    case 'address_code':
      return null;
    case 'client_news': {
      const { kind, news, request } = notice;
      return { kind, news, request: { ...request, reason: null } };
    }
    case 'appeal_open':
      return { ...notice, request: { ...notice.request, reason: null } };
    default:
      // A boundary: it is settled, and what is kept of it is only ever counted and named.
      return { kind: notice.kind } as Notice;
  }
}
