import { join } from 'node:path';
import type { Update } from '@grammyjs/types';
import type { ClientEvent } from '../../src/lifecycle/transition';
import { parse } from '../../src/channels/telegram/messages/callback-data';
import type { Notice } from '../../src/notices/notice';
import { renderNotice } from '../../src/channels/telegram/messages/render';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Call } from '../../src/telegram-double/call-log';
import { loadTexts, type Texts } from '../../src/i18n/texts';
import type { EventRow, Evidence, OutboxRow, RequestRow } from './evidence';

/** What a run came to. */
export interface Findings {
  readonly updates: number;
  readonly decisions: number;
  /** Messages and edits that Telegram accepted. */
  readonly sends: number;
  readonly unknown: number;
  /** Messages that arrived again. */
  readonly repeats: number;
  readonly violations: readonly string[];
}

/** Holds what a run left behind against what the program promises. */
export function check(evidence: Evidence): Findings {
  const story = new Story(evidence);
  const acknowledged = acknowledgedUpdates(evidence);
  const { repeats, violations: unexplained } = repeated(evidence, story);
  const about = byRequest(evidence);
  return {
    updates: acknowledged.size,
    decisions: evidence.events.filter(isDecision).length,
    sends: evidence.calls.filter((call) => call.acted && 'text' in call.params && 'chat_id' in call.params).length,
    unknown: evidence.outbox.reduce((sum, row) => sum + row.unknown_outcomes, 0),
    repeats,
    violations: [
      ...lostOrDoubled(evidence, acknowledged),
      ...unanswered(evidence),
      ...twiceDecided(evidence),
      ...evidence.requests.flatMap((request) => brokenHistory(request, about(request).events)),
      ...evidence.requests.flatMap((request) => wronglyApproved(request, about(request).events)),
      ...evidence.requests.flatMap((request) => wronglyTold(about(request), story, request)),
      ...evidence.requests.flatMap((request) => wrongCards(about(request), request)),
      ...undelivered(evidence, story),
      ...unexplained,
      ...evidence.damage,
      ...leaks(evidence),
      ...evidence.misuse.map(({ method, problem }) => `a call against Telegram's rules, ${method}: ${problem}`),
    ],
  };
}

/** What there is about one request. */
interface About extends Pick<Evidence, 'admins' | 'events' | 'outbox' | 'botMessages'> {
  /** Its cards in an admin's chat. */
  readonly cardsIn: (admin: number) => readonly ChatMessage[];
}

/** Sorts the evidence by request once: a long run has thousands of them. */
function byRequest({ admins, chats, events, outbox, botMessages }: Evidence): (request: RequestRow) => About {
  const eventsOf = grouped(events, ({ request_id }) => request_id);
  const outboxOf = grouped(outbox, ({ request_id }) => request_id);
  const messagesOf = grouped(botMessages, ({ request_id }) => request_id);
  const cards = new Map(admins.map((admin) => [admin, grouped(chats.get(admin).messages, requestOfCard)]));
  return ({ id }) => ({
    admins,
    events: eventsOf.get(id) ?? [],
    outbox: outboxOf.get(id) ?? [],
    botMessages: messagesOf.get(id) ?? [],
    cardsIn: (admin) => cards.get(admin)?.get(id) ?? [],
  });
}

/** The number of the request a message of the bot is a card of; null: it is none. */
function requestOfCard({ text, from }: ChatMessage): number | null {
  const number = from.is_bot ? /^📨 Request #(\d+)[ \n]/.exec(text)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * The updates that the bot has confirmed, by id: those of an answer that the next poll asks to go beyond. A press that came to
 * a daemon that was killed, and that Telegram has dropped since, is not among them.
 */
function acknowledgedUpdates({ calls }: Evidence): ReadonlyMap<number, Update> {
  const acknowledged = new Map<number, Update>();
  let answered: readonly Update[] = [];
  for (const { method, acted, params, answer } of calls) {
    if (method !== 'getUpdates' || !acted) continue;
    const offset = Number(params['offset'] ?? 0);
    for (const update of answered) if (update.update_id < offset) acknowledged.set(update.update_id, update);
    // The boundary: the double's answer to getUpdates.
    answered = answer?.ok === true ? (answer.result as readonly Update[]) : [];
  }
  return acknowledged;
}

function lostOrDoubled(
  { updates, events, waiting }: Evidence,
  acknowledged: ReadonlyMap<number, Update>,
): readonly string[] {
  const recorded = countBy(updates, (id) => id);
  const acted = countBy(
    events.filter(({ event, update_id }) => event !== 'expire' && update_id !== null),
    ({ update_id }) => update_id ?? 0,
  );
  return [
    ...(waiting === 0 ? [] : [`${waiting} updates still wait at Telegram`]),
    ...[...acknowledged.keys()].flatMap((id) => {
      const times = recorded.get(id) ?? 0;
      return times === 1 ? [] : [`update ${id} was acknowledged and is recorded ${times} times`];
    }),
    ...[...acted].flatMap(([id, times]) => (times <= 1 ? [] : [`update ${id} changed a request ${times} times`])),
    ...[...acted.keys()].flatMap((id) => (recorded.has(id) ? [] : [`update ${id} changed a request unrecorded`])),
  ];
}

/** Whatever somebody writes has one answer, no more and no less. */
function unanswered({ written, outbox, admins }: Evidence): readonly string[] {
  const answers = outbox.filter(({ priority, notice }) => priority === 0 && isAnswer(notice));
  const answered = countBy(answers, ({ recipient_id }) => Number(recipient_id));
  return [...written].flatMap(([person, count]) => {
    const owed = answered.get(person) ?? 0;
    const who = admins.includes(person) ? 'admin' : 'client';
    return owed === count ? [] : [`${who} ${person} wrote ${count} messages and was owed ${owed} answers`];
  });
}

/** A card follows a press or a command to show a card; the question for a reason follows a press. */
function isAnswer({ kind }: Notice): boolean {
  return kind !== 'card' && kind !== 'shown_card' && kind !== 'queue_card' && kind !== 'reason_question';
}

function twiceDecided({ events }: Evidence): readonly string[] {
  const decided = countBy(
    events.filter(isDecision),
    ({ request_id, round }) => `request ${request_id}, round ${round}`,
  );
  return [...decided].flatMap(([what, times]) => (times === 1 ? [] : [`${what}: ${times} decisions`]));
}

const isDecision = ({ event }: EventRow): boolean => event === 'approve' || event === 'reject';

/** How many of the admins have to approve a request. */
export const approvalsNeeded = 2;

/** As many different admins as are needed have approved what is approved, each once a round, and no more than those. */
function wronglyApproved({ id }: RequestRow, events: readonly EventRow[]): readonly string[] {
  const violations: string[] = [];
  const approvers: (number | null)[] = [];
  for (const { event, actor_id: admin } of events) {
    if (event === 'vote_withdrawn') {
      const before = approvers.indexOf(admin);
      if (before < 0) violations.push(`request ${id}: ${admin} took back approvals that they had not given`);
      else approvers.splice(before, 1);
      continue;
    }
    if (event === 'vote' || event === 'approve') approvers.push(admin);
    const different = new Set(approvers).size;
    if (different < approvers.length) violations.push(`request ${id}: ${admin} is counted twice among its approvals`);
    if ((event === 'approve') !== different >= approvalsNeeded) {
      violations.push(`request ${id}: ${event} at ${different} approvals of ${approvalsNeeded}`);
    }
    if (event !== 'vote') approvers.length = 0;
  }
  return violations;
}

/** Who has approved the round that waits, by its history. */
function approversIn(events: readonly EventRow[]): readonly (number | null)[] {
  let approvers: (number | null)[] = [];
  for (const { event, actor_id: admin } of events) {
    if (event === 'vote') approvers.push(admin);
    else if (event === 'vote_withdrawn') approvers = approvers.filter((other) => other !== admin);
    else approvers = [];
  }
  return approvers;
}

/** The history is a chain, and its end is the row. */
function brokenHistory(request: RequestRow, events: readonly EventRow[]): readonly string[] {
  const of = `request ${request.id}`;
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return [`${of} has no history`];
  const violations = events.flatMap(({ from_status }, n) => {
    const before = events[n - 1]?.to_status ?? null;
    return from_status === before ? [] : [`${of}: a change from ${from_status} follows one to ${before}`];
  });
  const expect = (what: string, found: unknown, expected: unknown) => {
    if (found !== expected) violations.push(`${of}: ${what} is ${String(found)}, its history says ${String(expected)}`);
  };
  const standing = verdictOf(events);
  expect('the status', request.status, last.to_status);
  expect('the round', request.round, last.round);
  expect('who decided', request.reviewed_by, standing?.actor_id ?? null);
  expect('when it was decided', request.decided_at, standing?.at ?? null);
  expect('the reason', request.reason, standing?.reason ?? null);
  const appeals = events.filter(({ event }) => event === 'appeal').length;
  expect('the number of appeals', request.appeal_count, appeals);
  expect('who has approved it', request.votes.map(({ by }) => by).join(), approversIn(events).join());
  return violations;
}

/** The event by which the request is approved, rejected or revoked; undefined: it is none of them. */
function verdictOf(events: readonly EventRow[]): EventRow | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  switch (last.event) {
    case 'approve':
    case 'reject':
    case 'revoke':
      return last;
    case 'withdraw':
    case 'expire': {
      // What the latest appeal was against stands again.
      const names = events.map(({ event }) => event);
      const appeal = names.lastIndexOf('appeal');
      return appeal < names.lastIndexOf('reopen') || appeal < 0 ? undefined : verdictOf(events.slice(0, appeal));
    }
    case 'submit':
    case 'appeal':
    case 'undo':
    case 'reopen':
    case 'vote':
    case 'vote_withdrawn':
      return undefined;
  }
}

/** A client is told of everything that happened to their request, in that order, and of nothing else. */
function wronglyTold({ outbox, events }: About, story: Story, request: RequestRow): readonly string[] {
  const of = `request ${request.id}`;
  const rows = outbox.flatMap((row) => (row.notice.kind === 'client_news' ? [{ ...row, news: row.notice.news }] : []));
  const happened = events.flatMap((event) => newsOf(event) ?? []).join(', ');
  const owed = rows.flatMap((row, n) => (isToldLate(row, rows.slice(0, n)) ? [] : row.news)).join(', ');
  if (happened !== owed) return [`${of}: the client was owed "${owed}", but what happened was "${happened}"`];

  const seen = story
    .acceptedIn(request.client_id)
    .flatMap(({ key }) => rows.find((row) => story.keyOf(row) === key) ?? []);
  const violations = wasTold(rows, seen, story)
    ? []
    : [`${of}: the client was owed ${rows.map(inShort).join(', ')} and saw ${seen.map(({ news }) => news).join(', ')}`];
  const wasSeen = (row: NewsRow) => seen.some((one) => story.keyOf(one) === story.keyOf(row));
  for (const [n, row] of rows.entries()) {
    const before = rows[n - 1];
    if (before === undefined || !areOpposite(before.news, row.news) || !wasSeen(before) || !wasSeen(row)) continue;
    violations.push(`${of}: the client saw "${before.news}" and then "${row.news}" in one round`);
  }
  return violations;
}

/** Whether it stands for news that couldn’t be delivered before, and is told now that it can be. */
const isToldLate = ({ notice }: NewsRow, before: readonly NewsRow[]): boolean =>
  before.some(
    (row) =>
      row.last_error === 'sent again once they could be written to' &&
      JSON.stringify(row.notice) === JSON.stringify(notice),
  );

type NewsRow = OutboxRow & { readonly news: ClientEvent };

const inShort = ({ news, state, unknown_outcomes }: NewsRow): string =>
  `${news} (${state}, unknown ${unknown_outcomes})`;

/** Whether what a client saw is what was sent, in its order, each as often again at most as its outcome was unknown. */
function wasTold(rows: readonly NewsRow[], seen: readonly NewsRow[], story: Story): boolean {
  // As a pattern, a character for each text: two rows may say the same.
  const keys = [...new Set(rows.map((row) => story.keyOf(row)))];
  const letter = (row: NewsRow) => String.fromCharCode(0x4e00 + keys.indexOf(story.keyOf(row)));
  const pattern = rows.map((row) => {
    const least = row.state === 'sent' ? 1 : 0;
    return `${letter(row)}{${least},${least + row.unknown_outcomes}}`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(seen.map(letter).join(''));
}

const areOpposite = (one: ClientEvent, other: ClientEvent): boolean =>
  (one === 'approved' && other === 'rejected') || (one === 'rejected' && other === 'approved');

/** What the client is told of it; null: nothing. */
function newsOf({ event, to_status }: EventRow): ClientEvent | null {
  const isBack = to_status === 'rejected' || to_status === 'revoked';
  switch (event) {
    case 'submit':
      return 'submitted';
    case 'appeal':
      return 'appeal_submitted';
    case 'approve':
      return 'approved';
    case 'reject':
      return 'rejected';
    case 'undo':
      return 'reopened';
    case 'reopen':
      return 'reconsidered';
    case 'vote':
    case 'vote_withdrawn':
      return null;
    case 'revoke':
      return 'revoked';
    case 'withdraw':
      return isBack ? 'appeal_withdrawn' : 'withdrawn';
    case 'expire':
      return isBack ? 'appeal_expired' : 'expired';
  }
}

/** Every admin has a card that shows how the request stands, and every card whose place is known does. */
function wrongCards({ admins, outbox, botMessages, cardsIn }: About, request: RequestRow): readonly string[] {
  return admins.flatMap((admin) => {
    const of = `request ${request.id}, the cards of admin ${admin}`;
    const owed = outbox.filter(({ recipient_id, notice }) => Number(recipient_id) === admin && notice.kind === 'card');
    if (owed.length === 0) return [`${of}: none was owed`];
    const shown = cardsIn(admin);
    const violations = shown.some((card) => showsState(card, request)) ? [] : [`${of}: none says "${request.status}"`];
    const placed = botMessages.filter(
      ({ recipient_id, kind, round }) => recipient_id === admin && kind === 'card' && round === request.round,
    );
    for (const { message_id } of placed) {
      const card = shown.find(({ id }) => id === message_id);
      if (card !== undefined && !showsState(card, request)) violations.push(`${of}: one is out of date`);
    }
    return violations;
  });
}

const inWords = {
  approved: 'Approved by',
  rejected: 'Rejected by',
  revoked: 'Access ended by',
  expired: 'Expired before anyone',
  withdrawn: 'Withdrawn by',
} as const;

function showsState({ text, buttons }: ChatMessage, { id, status, round, votes }: RequestRow): boolean {
  const approves = buttons.flat().some((button) => {
    const data = 'callback_data' in button ? parse(button.callback_data) : null;
    return data?.type === 'approve' && data.request === id && data.round === round;
  });
  const counted = text.includes(`Approvals: ${votes.length} of ${approvalsNeeded}`);
  return status === 'pending' ? approves && counted : !approves && text.includes(inWords[status]);
}

/** Nothing is owed any more, and what is said to have been sent has been accepted. */
function undelivered({ outbox }: Evidence, story: Story): readonly string[] {
  const places = new Set<string>();
  return outbox.flatMap((row) => {
    const what = `message ${row.id} (${row.notice.kind} to ${row.recipient_id})`;
    if (row.state === 'owed') return [`${what} is still owed: ${row.last_error ?? 'never tried'}`];
    if (row.state !== 'sent') return row.last_error === null ? [`${what} is ${row.state} without a reason`] : [];
    const place = `${row.recipient_id}/${row.message_id}`;
    const accepted = story.acceptedAt(place);
    if (accepted === undefined) return [`${what} was written down as sent, but Telegram never accepted it`];
    if (isDrawnWhenSent(row.notice) || row.edit_message_id !== null) return [];
    if (accepted.key !== story.keyOf(row)) return [`${what} says something else than what was accepted`];
    if (places.has(place)) return [`${what} shares its place with another one`];
    places.add(place);
    return [];
  });
}

/** No message arrives more often than its sends with an unknown outcome explain. */
function repeated({ outbox, chats }: Evidence, story: Story) {
  const violations: string[] = [];
  let repeats = 0;
  for (const chat of chats.byId.keys()) {
    const rows = outbox.filter(({ recipient_id }) => Number(recipient_id) === chat);
    const arrived = countBy(story.acceptedIn(chat), ({ key }) => key);
    const explained = new Map<string, { places: Set<number>; unknown: number }>();
    for (const row of rows) {
      const key = story.keyOf(row);
      const { places, unknown } = explained.get(key) ?? { places: new Set(), unknown: 0 };
      if (row.state === 'sent' && row.message_id !== null) places.add(row.message_id);
      explained.set(key, { places, unknown: unknown + row.unknown_outcomes });
    }
    for (const [key, times] of arrived) {
      const { places, unknown } = explained.get(key) ?? { places: new Set(), unknown: 0 };
      const again = times - places.size;
      repeats += Math.max(0, again);
      if (again > unknown) {
        violations.push(`chat ${chat}: "${key}" arrived ${again} times too often, ${unknown} outcomes were unknown`);
      }
    }
  }
  return { repeats, violations };
}

function leaks({ output, token }: Evidence): readonly string[] {
  const secret = token.split(':')[1] ?? token;
  return output.filter((line) => line.includes(secret)).map(() => 'the token is in what the daemon wrote');
}

interface Accepted {
  readonly messageId: number;
  /** What the message is, whichever of its copies. */
  readonly key: string;
}

/** What people saw arrive, and which of the messages owed each of them was. */
class Story {
  private readonly texts: Texts;
  private readonly inChat = new Map<number, Accepted[]>();
  private readonly byPlace = new Map<string, Accepted>();
  private readonly keys = new Map<number, string>();

  constructor({ calls }: Evidence) {
    const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community: 'Sosekni', timeZone: 'UTC' });
    if (!('texts' in loaded)) throw new Error(`the texts in ${join('src', 'texts')} are wrong`);
    this.texts = loaded.texts;
    for (const call of calls) {
      if (call.method !== 'sendMessage' || !call.acted) continue;
      const accepted = { messageId: messageIdOf(call), key: keyOfCall(String(call.params['text'])) };
      const chat = Number(call.params['chat_id']);
      const inChat = this.inChat.get(chat);
      if (inChat === undefined) this.inChat.set(chat, [accepted]);
      else inChat.push(accepted);
      this.byPlace.set(`${chat}/${accepted.messageId}`, accepted);
    }
  }

  /** The new messages that Telegram accepted for a chat, in the order in which people see them. */
  acceptedIn(chat: number): readonly Accepted[] {
    return this.inChat.get(chat) ?? [];
  }

  acceptedAt(place: string): Accepted | undefined {
    return this.byPlace.get(place);
  }

  /** What a row is recognised by when it arrives: what it says, or which card it is. */
  keyOf({ id, notice }: Pick<OutboxRow, 'id' | 'notice'>): string {
    const known = this.keys.get(id);
    if (known !== undefined) return known;
    const key = this.describe(notice);
    this.keys.set(id, key);
    return key;
  }

  private describe(notice: Notice): string {
    switch (notice.kind) {
      case 'card':
        return cardKey(notice.requestId);
      case 'shown_card':
        return shownKey(notice.requestId);
      case 'queue_card':
        return cardKey(notice.requestId);
      case 'reminder':
      case 'digest':
      case 'digest_update':
        return notice.kind;
      default:
        return renderNotice(notice, { texts: this.texts, language: 'en' }).html;
    }
  }
}

const cardKey = (request: number) => `the card of request ${request}`;
const shownKey = (request: number) => `request ${request} with its history`;

/** These say what is so when they leave. */
const isDrawnWhenSent = ({ kind }: Notice): boolean =>
  kind === 'card' ||
  kind === 'shown_card' ||
  kind === 'queue_card' ||
  kind === 'reminder' ||
  kind === 'digest' ||
  kind === 'digest_update';

function keyOfCall(html: string): string {
  const card = /^📨 <b>Request #(\d+)<\/b>/.exec(html);
  if (card !== null) return html.includes('<b>History</b>') ? shownKey(Number(card[1])) : cardKey(Number(card[1]));
  return html.startsWith('⏰') ? 'reminder' : html;
}

/** The boundary: the double's answer to sendMessage is a message. */
const messageIdOf = ({ answer }: Call): number =>
  answer?.ok === true ? (answer.result as { readonly message_id: number }).message_id : 0;

function countBy<T, K>(list: readonly T[], key: (one: T) => K): ReadonlyMap<K, number> {
  const counted = new Map<K, number>();
  for (const one of list) counted.set(key(one), (counted.get(key(one)) ?? 0) + 1);
  return counted;
}
