import type { Update } from '@grammyjs/types';
import type { ClientEvent } from '../../src/lifecycle/transition';
import { parse } from '../../src/channels/telegram/messages/callback-data';
import type { Notice } from '../../src/notices/notice';
import type { ChatMessage } from '../../src/telegram-double/chats';
import { wrongAccess } from './access';
import { countBy, grouped } from './counting';
import type { EventRow, Evidence, OutboxRow, RequestRow } from './evidence';
import { unasked, wronglyKept } from './said';
import { actedWithoutRight, Staff, untoldChanges, wrongStaff } from './staff';
import { wrongMails } from './mails';
import { isDrawnWhenSent, Story } from './story';
import { wrongWebhooks } from './webhooks';

/** What a run came to. */
export interface Findings {
  readonly updates: number;
  readonly decisions: number;
  /** Approvals that needed another one. */
  readonly votes: number;
  /** How often somebody was made an admin in the chat, or removed. */
  readonly staffChanges: number;
  /** Notes, questions, answers and additions. */
  readonly texts: number;
  /** Join requests that the bot approved. */
  readonly joins: number;
  /** Members whom it removed. */
  readonly removals: number;
  /** Webhooks that the endpoint took. */
  readonly webhooks: number;
  /** Messages and edits that Telegram accepted. */
  readonly sends: number;
  /** Mails that the relay has. */
  readonly mails: number;
  /** Of messages and mails. */
  readonly unknown: number;
  /** Messages and mails that arrived again. */
  readonly repeats: number;
  readonly violations: readonly string[];
}

/** Holds what a run left behind against what the program promises. */
export function check(evidence: Evidence): Findings {
  const story = new Story(evidence);
  const acknowledged = acknowledgedUpdates(evidence);
  const { repeats, violations: unexplained } = repeated(evidence, story);
  const mails = wrongMails(evidence);
  const about = byRequest(evidence);
  const staff = new Staff(evidence.admins, evidence.helpers, acknowledged);
  return {
    updates: acknowledged.size,
    decisions: evidence.events.filter(isDecision).length,
    votes: evidence.events.filter(({ event }) => event === 'vote').length,
    staffChanges: staff.changes.length,
    texts: evidence.notes.length + evidence.talk.length,
    joins: done(evidence, 'approveChatJoinRequest'),
    removals: done(evidence, 'unbanChatMember'),
    webhooks: evidence.webhooks.length,
    sends: evidence.calls.filter((call) => call.acted && 'text' in call.params && 'chat_id' in call.params).length,
    mails: evidence.delivered.length,
    unknown: [...evidence.outbox, ...evidence.mails].reduce((sum, row) => sum + row.unknown_outcomes, 0),
    repeats: repeats + mails.repeats,
    violations: [
      ...lostOrDoubled(evidence, acknowledged),
      ...unanswered(evidence),
      ...twiceDecided(evidence),
      ...evidence.requests.flatMap((request) => brokenHistory(request, about(request).events)),
      ...evidence.requests.flatMap((request) => wronglyApproved(request, about(request).events, staff)),
      ...evidence.requests.flatMap((request) => wronglyTold(about(request), story, request)),
      ...evidence.requests.flatMap((request) => wrongCards(about(request), request, staff)),
      ...wrongLists(evidence),
      ...wrongStaff(evidence, staff),
      ...actedWithoutRight(evidence, staff),
      ...untoldChanges(evidence, staff),
      ...wronglyKept(evidence, acknowledged, staff),
      ...unasked(evidence, story),
      ...wrongAccess(evidence, acknowledged),
      ...wrongWebhooks(evidence),
      ...undelivered(evidence, story),
      ...unexplained,
      ...mails.violations,
      ...evidence.damage,
      ...leaks(evidence),
      ...evidence.misuse.map(({ method, problem }) => `a call against Telegram's rules, ${method}: ${problem}`),
    ],
  };
}

/** How often a call had its effect. */
const done = ({ calls }: Evidence, name: string): number =>
  calls.filter(({ method, acted, answer }) => method === name && acted && answer?.ok === true).length;

/** What there is about one request. */
interface About extends Pick<Evidence, 'admins' | 'events' | 'outbox' | 'botMessages' | 'notes' | 'talk'> {
  /** Its cards in an admin's chat. */
  readonly cardsIn: (admin: number) => readonly ChatMessage[];
}

/** Sorts the evidence by request once: a long run has thousands of them. */
function byRequest({
  admins,
  chats,
  events,
  outbox,
  botMessages,
  notes,
  talk,
}: Evidence): (request: RequestRow) => About {
  const eventsOf = grouped(events, ({ request_id }) => request_id);
  const outboxOf = grouped(outbox, ({ request_id }) => request_id);
  const messagesOf = grouped(botMessages, ({ request_id }) => request_id);
  const notesOf = grouped(notes, ({ request_id }) => request_id);
  const talkOf = grouped(talk, ({ request_id }) => request_id);
  const cards = new Map(admins.map((admin) => [admin, grouped(chats.get(admin).messages, requestOfCard)]));
  return ({ id }) => ({
    admins,
    events: eventsOf.get(id) ?? [],
    outbox: outboxOf.get(id) ?? [],
    botMessages: messagesOf.get(id) ?? [],
    notes: notesOf.get(id) ?? [],
    talk: talkOf.get(id) ?? [],
    cardsIn: (admin) => cards.get(admin)?.get(id) ?? [],
  });
}

/** The number of the request a message of the bot is a card of; null: it is none. */
function requestOfCard({ text, from }: ChatMessage): number | null {
  const number = from.is_bot ? /^📨 Request #(\d+)[ \n]/.exec(text)?.[1] : undefined;
  return number === undefined ? null : Number(number);
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
  { updates, events, waiting, doors }: Evidence,
  acknowledged: ReadonlyMap<number, Update>,
): readonly string[] {
  const recorded = countBy(updates, (id) => id);
  const caused = events.filter(({ event, update_id }) => event !== 'expire' && update_id !== null);
  // A command may name several requests.
  const acted = countBy(caused, ({ update_id, request_id }) => `update ${update_id} changed request ${request_id}`);
  return [
    ...(waiting === 0 ? [] : [`${waiting} updates still wait at Telegram`]),
    ...[...acknowledged.values()].flatMap((update) => {
      const id = update.update_id;
      const times = recorded.get(id) ?? 0;
      // What is said in the chats of the community leaves no row.
      const expected = doors.some((chat) => chat.id === update.message?.chat.id) ? 0 : 1;
      return times === expected ? [] : [`update ${id} was acknowledged and is recorded ${times} times`];
    }),
    ...[...acted].flatMap(([what, times]) => (times === 1 ? [] : [`${what} ${times} times`])),
    ...caused.flatMap(({ update_id: id }) =>
      recorded.has(id ?? 0) ? [] : [`update ${id} changed a request unrecorded`],
    ),
  ];
}

/**
 * Whatever somebody writes has one answer, no more and no less. A press on a text that the bot has offered to send takes the
 * place of the offer, and may be answered by a message as well.
 */
function unanswered({ written, pressed, outbox, admins, helpers }: Evidence): readonly string[] {
  const answered = countBy(outbox.filter(isAnswer), ({ recipient_id }) => Number(recipient_id));
  const placed = (kind: Notice['kind']) =>
    countBy(
      outbox.filter(({ notice, edit_message_id }) => notice.kind === kind && edit_message_id !== null),
      ({ recipient_id }) => Number(recipient_id),
    );
  const [sent, added] = [placed('draft_sent'), placed('passed_on')];
  return [...written].flatMap(([person, count]) => {
    const owed = answered.get(person) ?? 0;
    const least = count + (sent.get(person) ?? 0);
    const most = count + (pressed.get(person) ?? 0) - (added.get(person) ?? 0);
    const who = [...admins, ...helpers].includes(person) ? 'admin' : 'client';
    return owed >= least && owed <= most
      ? []
      : [`${who} ${person} wrote ${count} messages and was owed ${owed} answers`];
  });
}

/**
 * What people are told in answer to a message; the rest follows a press, or what somebody else did: a welcome comes with
 * becoming an admin, since nobody writes /start in these runs.
 */
function isAnswer({ priority, notice, edit_message_id }: OutboxRow): boolean {
  if (priority !== 0 || edit_message_id !== null) return false;
  switch (notice.kind) {
    case 'card':
    case 'shown_card':
    case 'queue_card':
    case 'reason_question':
    case 'ask_question':
    case 'join_question':
    case 'welcome':
    case 'admin_joined':
    case 'admin_left':
    case 'admins_changed':
      return false;
    default:
      return true;
  }
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

/**
 * As many different admins as are needed have approved what is approved, and fewer what still waits. Only those count who are
 * admins at that moment; who is one again counts again.
 */
function wronglyApproved({ id }: RequestRow, events: readonly EventRow[], staff: Staff): readonly string[] {
  const violations: string[] = [];
  let approvers: readonly (number | null)[] = [];
  for (const { event, actor_id: admin, update_id: update } of events) {
    if (leavesVotes(event)) continue;
    if (event === 'vote_withdrawn') {
      if (!approvers.includes(admin)) violations.push(`request ${id}: ${admin} took back no approval of theirs`);
      approvers = approvers.filter((other) => other !== admin);
      continue;
    }
    if (event === 'vote' && approvers.includes(admin)) {
      violations.push(`request ${id}: ${admin} is counted twice among its approvals`);
    }
    if (event === 'vote' || event === 'approve') {
      approvers = [...approvers.filter((other) => other !== admin), admin];
      const standing = approvers.filter((other) => staff.isAdminAt(update ?? 0, other)).length;
      if ((event === 'approve') !== standing >= approvalsNeeded) {
        violations.push(`request ${id}: ${event} at ${standing} approvals of ${approvalsNeeded}`);
      }
    }
    if (event !== 'vote') approvers = [];
  }
  return violations;
}

/** What is said about a request, or as its message, leaves the approvals that it has. */
const leavesVotes = (event: EventRow['event']): boolean =>
  event === 'ask' || event === 'answer' || event === 'add' || event === 'describe';

/** Who has approved the round that waits, by its history. */
function approversIn(events: readonly EventRow[]): readonly (number | null)[] {
  let approvers: (number | null)[] = [];
  for (const { event, actor_id: admin } of events) {
    if (leavesVotes(event)) continue;
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
    case 'ask':
    case 'answer':
    case 'add':
    case 'describe':
      return undefined;
  }
}

/** A client is told of everything that happened to their request, in that order, and of nothing else. */
function wronglyTold({ outbox, events }: About, story: Story, request: RequestRow): readonly string[] {
  const of = `request ${request.id}`;
  const rows = outbox.flatMap((row) => (row.notice.kind === 'client_news' ? [{ ...row, news: row.notice.news }] : []));
  const happened = events.flatMap((event) => newsOf(event, request) ?? []).join(', ');
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
function newsOf({ event, to_status }: EventRow, { source }: RequestRow): ClientEvent | null {
  const isBack = to_status === 'rejected' || to_status === 'revoked';
  switch (event) {
    case 'submit':
      // Whoever asked to join is asked for a few words instead.
      return source === 'join' ? null : 'submitted';
    case 'describe':
      return 'submitted';
    case 'appeal':
      return 'appeal_submitted';
    case 'approve':
      return 'approved';
    case 'reject':
      return 'rejected';
    case 'undo':
      return 'decision_undone';
    case 'reopen':
      return 'request_reopened';
    case 'vote':
    case 'vote_withdrawn':
    case 'ask':
    case 'answer':
    case 'add':
      return null;
    case 'revoke':
      return 'revoked';
    case 'withdraw':
      return isBack ? 'appeal_withdrawn' : 'withdrawn';
    case 'expire':
      return isBack ? 'appeal_expired' : 'expired';
  }
}

/** Every owner has a card that shows how the request stands, and every card whose place is known does. */
function wrongCards(about: About, request: RequestRow, staff: Staff): readonly string[] {
  const { admins, outbox, botMessages, cardsIn } = about;
  return admins.flatMap((admin) => {
    const of = `request ${request.id}, the cards of admin ${admin}`;
    const owed = outbox.filter(({ recipient_id, notice }) => Number(recipient_id) === admin && notice.kind === 'card');
    if (owed.length === 0) return [`${of}: none was owed`];
    const shown = cardsIn(admin);
    const isRight = (card: ChatMessage) => showsState(card, request, staff) && showsTalk(card, about);
    const violations = shown.some(isRight) ? [] : [`${of}: none says "${request.status}" and what was said`];
    const placed = botMessages.filter(
      ({ recipient_id, kind, round }) => recipient_id === admin && kind in cardKinds && round === request.round,
    );
    for (const { id: place, kind, message_id } of placed) {
      const card = shown.find(({ id }) => id === message_id);
      if (card === undefined || isRight(card)) continue;
      const sends = outbox.flatMap(({ bot_message_id, id, state, last_error, created_at }) =>
        bot_message_id === place ? [{ id, state, last_error, created_at }] : [],
      );
      const { status, votes } = request;
      const facts = { status, votes, newest: about.talk.at(-1), notes: about.notes.length, sends };
      violations.push(`${of}: a ${kind} is out of date: ${JSON.stringify(facts)}\n${card.text}`);
    }
    return violations;
  });
}

const cardKinds = { card: true, shown_card: true, queue_card: true };

/** Where a list has a request open it shows that one, and where it has none it shows the list. */
function wrongLists({ admins, botMessages, chats }: Evidence): readonly string[] {
  return botMessages.flatMap(({ kind, recipient_id, message_id, request_id }) => {
    if (kind !== 'queue_card' || message_id === null || !admins.includes(recipient_id)) return [];
    const message = chats.get(recipient_id).find(message_id);
    const shown = message === undefined ? null : requestOfCard(message);
    return shown === request_id
      ? []
      : [`list ${message_id} of admin ${recipient_id} shows request ${shown}, and should show ${request_id}`];
  });
}

const inWords = {
  approved: 'Approved by',
  rejected: 'Rejected by',
  revoked: 'Access ended by',
  expired: 'Expired without a decision',
  withdrawn: 'Withdrawn by',
} as const;

function showsState({ text, buttons }: ChatMessage, request: RequestRow, staff: Staff): boolean {
  const { id, status, round, votes } = request;
  const approves = buttons.flat().some((button) => {
    const data = 'callback_data' in button ? parse(button.callback_data) : null;
    return data?.type === 'approve' && data.request === id && data.round === round;
  });
  const standing = votes.filter(({ by }) => staff.isAdminNow(by)).length;
  const counted = text.includes(`Approvals: ${standing} of ${approvalsNeeded}`);
  return status === 'pending' ? approves && counted : !approves && text.includes(inWords[status]);
}

/** Whether it has the newest of what was said about the request, and the number of notes; the history has the notes themselves. */
function showsTalk({ text }: ChatMessage, { talk, notes }: About): boolean {
  const isHistory = text.includes('History');
  const newest = talk.at(-1);
  return (
    (newest === undefined || text.includes(newest.text)) &&
    (notes.length === 0 || isHistory || text.includes(`Notes: ${notes.length} `))
  );
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
      // What takes the place of another message has not arrived as a new one.
      const isNew = row.edit_message_id === null && row.notice.kind !== 'queue_card';
      if (isNew && row.state === 'sent' && row.message_id !== null) places.add(row.message_id);
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
  return [
    ...output.filter((line) => line.includes(secret)).map(() => 'the token is in what the daemon wrote'),
    ...output.filter((line) => line.includes('@mail.example')).map(() => 'an address is in what the daemon wrote'),
  ];
}
