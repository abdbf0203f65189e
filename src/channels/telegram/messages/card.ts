import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import type { CallbackData } from './callback-data';
import { deskRow, type OpenAtDesk } from './desk';
import { shorten } from '../../wording/shorten';
import { excess } from './fit';
import type { CardView, DecisionView, HistoryEntry, RoundText, TalkLine } from '../../../requests/read/views';
import { beside, lines, paragraphs } from '../../wording/layout';
import { wordAlsoApproved } from '../../wording/request';
import { button, rendering, type Keyboard, type Rendering } from './rendering';

/** A request as admins see it, with the buttons that decide it. It fits into one message, whatever people wrote. */
export function renderCard(card: CardView, openAtDesk: OpenAtDesk, say: TelegramSay): Rendering {
  return rendering(
    fitted(card, (view) => draw(view, say)),
    [...keyboard(card, say), ...deskRow(card.id, openAtDesk, say)],
  );
}

/** The same in the place of the list it is in, with the ways back to the list and on to what waits next. */
export function renderQueueCard(card: CardView, openAtDesk: OpenAtDesk, say: TelegramSay): Rendering {
  const { html, keyboard: ofCard } = renderCard(card, openAtDesk, say);
  const seen = { request: card.id, round: card.round, submittedAt: card.submittedAt };
  const onward = [
    button(say, 'list_in_place', { type: 'list_in_place', ...seen }),
    button(say, 'next_in_place', { type: 'next_in_place', ...seen }),
  ];
  return rendering(html, [...(ofCard ?? []), onward]);
}

/** A card with its history, the newest of it as far as that fits; how many are left out is said. Notes are whole where there is room. */
export function renderHistory(
  card: CardView,
  events: readonly HistoryEntry[],
  older: number,
  openAtDesk: OpenAtDesk,
  say: TelegramSay,
): Rendering {
  // The history includes the earlier decision, and needs the room.
  const otherTexts = card.otherTexts.map((text) => ({ ...text, message: shorten(text.message, longestHistoryText) }));
  const shown = { ...card, earlier: null, otherTexts, talk: shortTalk(card.talk), notes: 0 };
  const top = renderCard(shown, openAtDesk, say);
  const below = (left: number, longestNote: number): string =>
    paragraphs(
      top.html,
      lines(
        say('history_heading'),
        older + left === 0 ? null : say('history_older', { count: older + left }),
        ...events.slice(left).map((event) => historyLine(event, longestNote, say)),
      ),
    );
  const whole = below(0, Infinity);
  if (excess(whole) === 0) return { ...top, html: whole };
  for (let left = 0; left <= events.length; left += 1) {
    const html = below(left, longestHistoryReason);
    if (excess(html) === 0) return { ...top, html };
  }
  return top;
}

function draw(card: CardView, say: TelegramSay): string {
  const { client } = card;
  return paragraphs(
    lines(
      beside(
        say('card_heading', { request: card.id }),
        card.appeal === 0 ? null : say('card_appeal', { appeal: card.appeal }),
      ),
      beside(
        say('card_client', { client: client.name }),
        client.username === null ? null : say('telegram_card_username', { username: client.username }),
        client.telegramId === null ? null : say('telegram_card_id', { id: client.telegramId }),
        client.telegramId === null || card.byForm === true ? addressLine(client, say) : null,
      ),
      whyUnreachable(client, say),
    ),
    words(card, say),
    card.joining === true && card.status === 'pending' ? say('telegram_card_joining') : null,
    conversation(card.talk, say),
    lines(say('card_submitted', card), term(card, say), approvals(card.approvals, say), notes(card, say)),
    lines(...card.otherTexts.map((text) => otherText(text, say))),
    card.earlier === null ? null : earlierDecisions(card.earlier, say),
    outcome(card, say),
    lines(...(card.access ?? []).map(({ title, state }) => say(`telegram_card_access_${state}`, { chat: title }))),
  );
}

/** Where somebody is who is not on Telegram, or has asked by the form; null: nowhere that is known. A dead address has a line of its own. */
function addressLine({ contacts = [] }: CardView['client'], say: TelegramSay): string | null {
  const contact = contacts.find(({ state }) => state !== 'dead');
  return contact === undefined ? null : say('card_address', contact);
}

const words = (card: CardView, say: TelegramSay): string =>
  card.message !== '' ? say('card_message', card) : say(card.erased === true ? 'card_erased' : 'card_no_message');

/** How somebody is reached whom Telegram can't reach or who is not there, and which of their addresses are dead. */
function whyUnreachable(client: CardView['client'], say: TelegramSay): string | null {
  const { telegramId, unreachable, contacts = [] } = client;
  const dead = contacts.filter(({ state }) => state === 'dead');
  const works = contacts.filter(({ state }) => state === 'works');
  const isOnTelegram = telegramId !== null;
  const aboutTelegram =
    isOnTelegram && !unreachable
      ? null
      : works.length > 0
        ? lines(...works.map(({ medium }) => say(`card_${isOnTelegram ? 'reached_by' : 'only_by'}_${medium}`)))
        : say(isOnTelegram ? 'card_unreachable' : 'card_not_on_telegram');
  return lines(aboutTelegram, ...dead.map((contact) => say(`card_dead_${contact.medium}`, contact)));
}

/** Once it is decided or withdrawn, its expiry no longer matters. */
function term(card: CardView, say: TelegramSay): string | null {
  if (card.status === 'pending') return say('card_expires', card);
  return card.status === 'expired' ? say('card_was_open_until', card) : null;
}

function approvals(view: CardView['approvals'], say: TelegramSay): string | null {
  if (view === null) return null;
  const names = view.by.map((admin) => say('card_approver', { admin })).join(', ');
  return beside(say('card_approvals', view), names);
}

const notes = (card: CardView, say: TelegramSay): string | null =>
  card.notes === 0 ? null : say('telegram_card_notes', { count: card.notes, request: card.id });

function otherText({ appeal, at, erased, ...text }: RoundText, say: TelegramSay): string {
  const message = erased === true ? plainText(say('text_erased')) : text.message;
  return appeal === 0 ? say('card_first_text', { at, message }) : say('card_appeal_text', { appeal, at, message });
}

const conversation = ({ said, older }: CardView['talk'], say: TelegramSay): string =>
  lines(
    older === 0 ? null : say('card_talk_older', { count: older }),
    ...said.map(({ kind, byName, at, message }) => say(`card_${kind}`, { author: byName, at, message })),
  );

function earlierDecisions({ last, older }: NonNullable<CardView['earlier']>, say: TelegramSay): string {
  return lines(
    say(`card_earlier_${last.status}`, { admin: last.byName, at: last.at }),
    wordAlsoApproved(last.alsoApprovedBy ?? [], say),
    reasonLine(last, say),
    older === 0 ? null : say('card_older', { count: older }),
  );
}

function outcome({ status, decision }: CardView, say: TelegramSay): string | null {
  switch (status) {
    case 'pending':
      return null;
    case 'expired':
    case 'withdrawn':
      return say(`card_${status}`);
    case 'approved':
    case 'rejected':
    case 'revoked':
      if (decision === null) return status === 'revoked' ? say('card_given_up') : null;
      return lines(
        say(`card_${status}`, { admin: decision.byName, at: decision.at }),
        wordAlsoApproved(decision.alsoApprovedBy ?? [], say),
        reasonLine(decision, say),
      );
  }
}

const reasonLine = ({ reason }: DecisionView, say: TelegramSay): string | null =>
  reason === null ? null : say('card_reason', { reason });

function keyboard({ id, round, status, undoable }: CardView, say: TelegramSay): Keyboard {
  const request = { request: id, round };
  const undo: CallbackData = { type: 'undo', ...request };
  if (status === 'pending') {
    return [
      [button(say, 'approve', { type: 'approve', ...request }), button(say, 'reject', { type: 'reject', ...request })],
      [
        button(say, 'reject_with_reason', { type: 'reject_with_reason', ...request }),
        button(say, 'ask_client', { type: 'ask_client', ...request }),
      ],
      ...(undoable ? [[button(say, 'undo_approval', undo)]] : []),
    ];
  }
  return undoable ? [[button(say, 'undo', undo)]] : [];
}

function historyLine(entry: HistoryEntry, longestNote: number, say: TelegramSay): string {
  if (entry.event === 'note') {
    const { at, actor, note } = entry;
    const by = say('history_by', { actor: actor.name });
    return lines(`${say('history_note', { at })} ${by}`, say('history_reason', { reason: shorten(note, longestNote) }));
  }
  const { at, event, actor, reasonErased } = entry;
  const reason = reasonErased === true ? plainText(say('text_erased')) : entry.reason;
  const by = actor === null ? say('history_by_system') : say('history_by', { actor: actor.name });
  const why = reason === null ? null : say('history_reason', { reason: shorten(reason, longestHistoryReason) });
  return lines(`${say(`history_${event}`, { at })} ${by}`, why);
}

/** Long enough to recognise it; the full reason of the current decision is on the card. */
const longestHistoryReason = 200;
/** Long enough to see what was asked in another round. */
const longestHistoryText = 400;

/** The end of a conversation, beside a history. */
function shortTalk({ said, older }: CardView['talk']): CardView['talk'] {
  const newest = said.slice(-mostSaidBesideHistory);
  return {
    said: newest.map((line) => ({ ...line, message: shorten(line.message, longestHistoryReason) })),
    older: older + said.length - newest.length,
  };
}

const mostSaidBesideHistory = 4;

type Shortening = (card: CardView, over: number) => CardView;

/** Draws `card`, cutting the least important parts until it fits into a message. The client's text stays whole. */
function fitted(card: CardView, drawing: (view: CardView) => string): string {
  let view = card;
  let html = drawing(view);
  for (const shortened of shortenings) {
    const over = excess(html);
    if (over === 0) break;
    view = shortened(view, over);
    html = drawing(view);
  }
  return html;
}

const shortenings: readonly Shortening[] = [
  (card, over) => ({ ...card, otherTexts: withLessText(card.otherTexts, over) }),
  (card, over) =>
    card.earlier === null ? card : { ...card, earlier: { ...card.earlier, last: withLess(card.earlier.last, over) } },
  (card, over) => ({ ...card, talk: withLessTalk(card.talk, over) }),
  (card, over) => (card.decision === null ? card : { ...card, decision: withLess(card.decision, over) }),
  (card) => ({
    ...card,
    client: { ...card.client, name: shorten(card.client.name, longestName) },
    decision: card.decision === null ? null : withShortName(card.decision),
    earlier: card.earlier === null ? null : { ...card.earlier, last: withShortName(card.earlier.last) },
    approvals: card.approvals === null ? null : { ...card.approvals, by: fewNames(card.approvals.by) },
  }),
  // Where somebody's own words around each text are longer than all of that.
  (card) => ({ ...card, talk: { said: [], older: card.talk.older + card.talk.said.length } }),
];

/** With names of this length, no reasons and the longest message, a card fits in every language that ships. */
const longestName = 64;

/** The newest are cut first, since the first says who the client is; a text that would be empty is dropped. */
function withLessText(texts: readonly RoundText[], over: number): readonly RoundText[] {
  let surplus = over;
  const kept: RoundText[] = [];
  for (const text of texts.toReversed()) {
    const message = shorten(text.message, Math.max(1, text.message.length - surplus));
    surplus -= text.message.length - message.length;
    if (message.length > 1 || message === text.message) kept.unshift({ ...text, message });
  }
  return kept;
}

/** A line of a conversation has at least so many characters besides its text, in every language; how many went takes fewer. */
const aroundTalk = 30;

/** The oldest go first: the newest is what nobody has read yet. How many went is said. */
function withLessTalk({ said, older }: CardView['talk'], over: number): CardView['talk'] {
  let surplus = over + aroundTalk;
  const kept: TalkLine[] = [];
  for (const full of said) {
    const line = { ...full, byName: shorten(full.byName, longestName) };
    if (surplus <= 0) {
      kept.push(line);
    } else if (line.message.length > surplus + aroundTalk) {
      kept.push({ ...line, message: shorten(line.message, line.message.length - surplus) });
      surplus = 0;
    } else {
      surplus -= full.message.length + full.byName.length + aroundTalk;
    }
  }
  return { said: kept, older: older + said.length - kept.length };
}

function withLess(decision: DecisionView, over: number): DecisionView {
  if (decision.reason === null) return decision;
  const reason = shorten(decision.reason, decision.reason.length - over);
  return { ...decision, reason: reason.length <= 1 ? null : reason };
}

/** The first of the admins who approved are named; the count includes all. */
const mostApprovers = 5;

const fewNames = (names: readonly string[]): readonly string[] =>
  names.slice(0, mostApprovers).map((name) => shorten(name, longestName));

const withShortName = ({ alsoApprovedBy, ...decision }: DecisionView): DecisionView => ({
  ...decision,
  byName: shorten(decision.byName, longestName),
  ...(alsoApprovedBy && { alsoApprovedBy: fewNames(alsoApprovedBy) }),
});
