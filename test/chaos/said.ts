import type { Update } from '@grammyjs/types';
import { countBy, grouped } from './counting';
import type { EventRow, Evidence, NoteRow, TalkRow } from './evidence';
import type { Staff } from './staff';
import type { Story } from './story';

/** What was confirmed to whoever wrote it is kept once, and nothing else is. */
export function wronglyKept(
  { notes, talk, outbox, events }: Evidence,
  acknowledged: ReadonlyMap<number, Update>,
  staff: Staff,
): readonly string[] {
  const confirmed = (kind: 'noted' | 'question_sent' | 'passed_on', isEdit = false) =>
    outbox.flatMap(({ recipient_id, notice, edit_message_id }) =>
      notice.kind === kind && (edit_message_id !== null) === isEdit
        ? [{ author_id: Number(recipient_id), request_id: Number(notice.requestId) }]
        : [],
    );
  const happened = (event: EventRow['event']) =>
    events.flatMap((row) =>
      row.event === event ? [{ author_id: row.actor_id ?? 0, request_id: row.request_id }] : [],
    );
  const said = (kind: TalkRow['kind']) => talk.filter((row) => row.kind === kind);
  return [
    ...mismatch('notes', notes, confirmed('noted'), 'confirmed'),
    ...mismatch('questions', said('question'), confirmed('question_sent'), 'confirmed'),
    ...mismatch('questions', said('question'), happened('ask'), 'in the history'),
    ...mismatch('answers', said('answer'), confirmed('passed_on'), 'confirmed'),
    ...mismatch('answers', said('answer'), happened('answer'), 'in the history'),
    ...mismatch('additions', said('addition'), confirmed('passed_on', true), 'confirmed'),
    ...mismatch('additions', said('addition'), happened('add'), 'in the history'),
    ...keptTwice([...notes, ...talk]),
    ...notWritten(notes, talk, acknowledged, staff),
  ];
}

interface About {
  readonly author_id: number;
  readonly request_id: number;
}

/** As many of each author about each request are kept as there is other evidence of. */
function mismatch(what: string, kept: readonly About[], others: readonly About[], how: string): readonly string[] {
  const key = ({ author_id, request_id }: About) => `of ${author_id} about request ${request_id}`;
  const [here, there] = [countBy(kept, key), countBy(others, key)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((about) => {
    const [count, expected] = [here.get(about) ?? 0, there.get(about) ?? 0];
    return count === expected ? [] : [`${count} ${what} ${about} are kept, ${expected} are ${how}`];
  });
}

/** In these runs nobody writes the same twice. */
function keptTwice(rows: readonly NoteRow[]): readonly string[] {
  const times = countBy(rows, ({ text }) => text);
  return [...times].flatMap(([text, count]) => (count === 1 ? [] : [`"${text}" is kept ${count} times`]));
}

/** What is kept was written like that, what is the admins' by somebody who was one then. */
function notWritten(
  notes: readonly NoteRow[],
  talk: readonly TalkRow[],
  acknowledged: ReadonlyMap<number, Update>,
  staff: Staff,
): readonly string[] {
  const updates = new Map<string, number>();
  for (const { update_id, message } of acknowledged.values()) {
    if (message?.text !== undefined) updates.set(`${message.from.id}: ${message.text}`, update_id);
  }
  const missing = (author: number, text: string, isOfAdmins: boolean) => {
    const update = updates.get(`${author}: ${text}`);
    if (update === undefined) return [`"${text}" is kept as what ${author} wrote, who never did`];
    return !isOfAdmins || staff.isAdminAt(update, author)
      ? []
      : [`"${text}" is kept of ${author}, who was no admin then`];
  };
  return [
    ...notes.flatMap(({ author_id, text }) => missing(author_id, `note ${text}`, true)),
    ...talk.flatMap(({ author_id, text, kind }) => missing(author_id, text, kind === 'question')),
  ];
}

/** Every question has reached its client, unless the request was decided before or they could not be written to. */
export function unasked({ talk, events, outbox, requests, unreachable }: Evidence, story: Story): readonly string[] {
  const asks = grouped(
    events.filter(({ event }) => event === 'ask'),
    ({ request_id }) => request_id,
  );
  const before = new Map<number, number>();
  return talk.flatMap(({ kind, request_id, text }) => {
    if (kind !== 'question') return [];
    const nth = before.get(request_id) ?? 0;
    before.set(request_id, nth + 1);
    const asked = asks.get(request_id)?.[nth]?.id ?? 0;
    const client = requests.find(({ id }) => id === request_id)?.client_id ?? 0;
    const owed = outbox.filter(
      ({ recipient_id, notice }) => Number(recipient_id) === client && notice.kind === 'asked' && notice.text === text,
    );
    const what = `the question "${text}" about request ${request_id}`;
    if (owed.length === 0) return [`${what} was never owed to the client`];
    const arrived = story.acceptedIn(client).some(({ key }) => owed.some((row) => story.keyOf(row) === key));
    const wasOver = events.some(
      (event) => event.request_id === request_id && event.id > asked && event.to_status !== 'pending',
    );
    return arrived || wasOver || unreachable.has(client) ? [] : [`${what} never reached the client`];
  });
}
