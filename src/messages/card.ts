import type { Say } from '../texts/sentences';
import { excess, shorten } from './fit';
import type { CardView, DecisionView, HistoryEvent } from './notice';
import { beside, button, lines, paragraphs, rendering, type Keyboard, type Rendering } from './rendering';

/** A request as admins see it, with the buttons that decide it. It fits into one message, whatever people wrote. */
export function renderCard(card: CardView, say: Say): Rendering {
  return rendering(
    fitted(card, (view) => draw(view, say)),
    keyboard(card, say),
  );
}

/** A card with its history, the newest events as far as they fit; how many are left out is said. */
export function renderHistory(card: CardView, events: readonly HistoryEvent[], older: number, say: Say): Rendering {
  // The history tells of the earlier decision.
  const top = renderCard({ ...card, earlier: null }, say);
  const all = events.map((event) => historyLine(event, say));
  for (let left = 0; left <= all.length; left += 1) {
    const missing = older + left;
    const html = paragraphs(
      top.html,
      lines(
        say('history_heading'),
        missing === 0 ? null : say('history_older', { count: missing }),
        ...all.slice(left),
      ),
    );
    if (excess(html) === 0) return { ...top, html };
  }
  return top;
}

function draw(card: CardView, say: Say): string {
  const { client } = card;
  const pending = card.status === 'pending';
  return paragraphs(
    lines(
      beside(
        say('card_heading', { request: card.id }),
        card.appealCount === 0 ? null : say('card_appeal', { appeal: card.appealCount }),
      ),
      beside(
        say('card_client', { client: client.name }),
        client.username === null ? null : say('card_username', { username: client.username }),
        say('card_id', client),
      ),
      client.unreachable ? say('card_unreachable') : null,
    ),
    say('card_message', card),
    lines(say('card_submitted', card), say(pending ? 'card_expires' : 'card_was_open_until', card)),
    card.earlier === null ? null : earlierDecisions(card.earlier, say),
    outcome(card, say),
  );
}

function earlierDecisions({ last, older }: NonNullable<CardView['earlier']>, say: Say): string {
  return lines(
    say(`card_earlier_${last.status}`, { admin: last.byName, at: last.at }),
    reasonLine(last, say),
    older === 0 ? null : say('card_older', { count: older }),
  );
}

function outcome({ status, decision }: CardView, say: Say): string | null {
  switch (status) {
    case 'pending':
      return null;
    case 'expired':
    case 'withdrawn':
      return say(`card_${status}`);
    case 'approved':
    case 'rejected':
    case 'revoked':
      if (decision === null) return null;
      return lines(say(`card_${status}`, { admin: decision.byName, at: decision.at }), reasonLine(decision, say));
  }
}

const reasonLine = ({ reason }: DecisionView, say: Say): string | null =>
  reason === null ? null : say('card_reason', { reason });

function keyboard({ id, round, status, undoable }: CardView, say: Say): Keyboard | null {
  const request = { request: id, round };
  if (status === 'pending') {
    return [
      [button(say, 'approve', { type: 'approve', ...request }), button(say, 'reject', { type: 'reject', ...request })],
      [button(say, 'reject_with_reason', { type: 'reject_with_reason', ...request })],
    ];
  }
  return undoable ? [[button(say, 'undo', { type: 'undo', ...request })]] : null;
}

function historyLine({ at, event, actor, reason }: HistoryEvent, say: Say): string {
  const by = actor === null ? say('history_by_system') : say('history_by', { actor: actor.name });
  const why = reason === null ? null : say('history_reason', { reason: shorten(reason, longestHistoryReason) });
  return lines(`${say(`history_${event}`, { at })} ${by}`, why);
}

/** Long enough to recognise it by; the whole reason of the decision that stands is on the card. */
const longestHistoryReason = 200;

type Shortening = (card: CardView, over: number) => CardView;

/** Draws `card`; as long as that is too long for a message, with ever less of what matters least. The message stays whole. */
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
  (card, over) =>
    card.earlier === null ? card : { ...card, earlier: { ...card.earlier, last: withLess(card.earlier.last, over) } },
  (card, over) => (card.decision === null ? card : { ...card, decision: withLess(card.decision, over) }),
  (card) => ({
    ...card,
    client: { ...card.client, name: shorten(card.client.name, longestName) },
    decision: card.decision === null ? null : withShortName(card.decision),
    earlier: card.earlier === null ? null : { ...card.earlier, last: withShortName(card.earlier.last) },
  }),
];

/** With names of this length, no reasons and the longest message, a card fits in every language that ships. */
const longestName = 64;

function withLess(decision: DecisionView, over: number): DecisionView {
  if (decision.reason === null) return decision;
  const reason = shorten(decision.reason, decision.reason.length - over);
  return { ...decision, reason: reason.length <= 1 ? null : reason };
}

const withShortName = (decision: DecisionView): DecisionView => ({
  ...decision,
  byName: shorten(decision.byName, longestName),
});
