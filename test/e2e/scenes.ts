import { setTimeout as wait } from 'node:timers/promises';
import { patience } from '../../src/telegram-double/deadline';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person, PersonOptions } from '../../src/telegram-double/people';
import type { Row, World } from './world';

// What the people of these tests do again and again.

export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => count * 24 * 60 * 60_000;

/** A message's text as people see it, without the invisible marks that keep names in other scripts apart. */
export const shown = (message: ChatMessage): string => message.text.replace(/[\u2068\u2069]/g, '');

/** The messages that say all of this. */
export const saying =
  (...parts: readonly (string | RegExp)[]) =>
  (message: ChatMessage): boolean => {
    const text = shown(message);
    return parts.every((part) => (typeof part === 'string' ? text.includes(part) : part.test(text)));
  };

/** The texts of a message's buttons. */
export const buttons = (message: ChatMessage): readonly string[] => message.buttons.flat().map(({ text }) => text);

/** Someone new who writes to the bot in English, if nothing else is said. IDs are above 32 bits, as new accounts' are. */
export function newcomer(world: World, profile: Partial<PersonOptions> = {}): Person {
  const id = 6_000_000_001 + world.double.chats.people.size;
  return world.double.person({ id, first_name: `Anna${id % 1000}`, language_code: 'en', ...profile });
}

/** Asks for access and gives the request's number, as the client is told it. */
export async function asks(client: Person, message = 'Hello, it’s me'): Promise<number> {
  const sent = client.write(`/request ${message}`);
  const confirmation = await client.sees(/^✅/, { after: sent });
  return Number(/[#№](\d+)/.exec(shown(confirmation))?.[1]);
}

/** The newest card of a request in an admin's private chat, or in a group, once it says all of `parts`. */
export function cardOf(
  admin: Person,
  request: number,
  parts: readonly (string | RegExp)[] = [],
  { before, ...where }: { readonly in?: Group; readonly after?: ChatMessage; readonly before?: ChatMessage } = {},
): Promise<ChatMessage> {
  const heading = new RegExp(`^📨 (Request #|Запрос №)${request}( |\\n)`);
  const said = saying(heading, ...parts);
  return admin.sees((message) => said(message) && (before === undefined || message.id < before.id), where);
}

/** Writes, and gives the bot's next message. */
export function answerTo(person: Person, text: string, where: { readonly replyTo?: ChatMessage } = {}) {
  return person.sees(() => true, { after: person.write(text, where) });
}

/** The row of a request. */
export async function rowOf(world: World, request: number): Promise<Row> {
  const [row] = await world.rows(`SELECT * FROM requests WHERE id = ${request}`);
  if (row === undefined) throw new Error(`there is no request ${request}`);
  return row;
}

/** What has happened to a request, oldest first. */
export async function eventsOf(world: World, request: number): Promise<readonly unknown[]> {
  const rows = await world.rows(`SELECT event FROM request_events WHERE request_id = ${request} ORDER BY id`);
  return rows.map(({ event }) => event);
}

/** Resolves once it is so, for what nothing announces. Rejects after a while, with what `failure` says. */
export async function comesTrue(isSo: () => boolean | Promise<boolean>, failure: () => string): Promise<void> {
  for (const end = Date.now() + patience; !(await isSo()); await wait(10)) {
    if (Date.now() > end) throw new Error(failure());
  }
}
