import type { Say } from '../../../i18n/sentences';
import type { Notice } from '../../../notices/notice';
import type { RefusalView, RequestSnapshot, Standing } from '../../../requests/read/views';
import { asking, button, lines, paragraphs, rendering, whatIsLeftOut, type Button, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** /start and /help: what this bot is for and what the person can do now. */
export function renderWelcome({ you, admin }: Of<'welcome'>, say: Say): Rendering {
  const next = nextStep(you, say);
  // An admin who never asked for access hardly means to.
  const asClient = admin !== null && you.state === 'none' ? null : paragraphs(standingLine(you, say), next.line);
  const buttons = asClient === null ? [] : next.buttons;
  if (admin === null) return rendering(paragraphs(say('welcome'), asClient), rows(buttons));
  const waiting = admin.waiting > 0 ? [button(say, 'pending', { type: 'pending_new' })] : [];
  return rendering(paragraphs(say('welcome'), asClient, say('welcome_admin', admin)), rows(buttons, waiting));
}

/** /status: state, dates, the reason, and when an appeal opens. */
export function renderStatus({ you }: Of<'status'>, say: Say): Rendering {
  const next = nextStep(you, say);
  if (you.state === 'none') return rendering(paragraphs(say('no_request'), next.line), rows(next.buttons));
  const { request } = you;
  const facts = lines(
    standingLine(you, say),
    request.appealCount === 0 ? null : say('standing_appeal', { appeal: request.appealCount }),
    say('submitted_at', request),
    request.status === 'pending' ? say('expires_at', request) : null,
    request.decidedAt === null ? null : say('decided_at', { decidedAt: request.decidedAt }),
    reasonLine(request, say),
  );
  return rendering(paragraphs(facts, next.line), rows(next.buttons));
}

/** What happened to the client's request. */
export function renderClientNews(notice: Of<'client_news'>, say: Say): Rendering {
  const { news, request, nobodyCanDecide = false, leftOut = [] } = notice;
  const headline = say(`news_${news}`, { request: request.id });
  switch (news) {
    case 'submitted':
    case 'appeal_submitted':
    case 'reopened':
      return rendering(
        paragraphs(
          headline,
          whatIsLeftOut(leftOut, say),
          lines(say('expires_at', request), say('next_pending')),
          nobodyCanDecide ? say('nobody_can_decide') : null,
        ),
      );
    case 'withdrawn':
    case 'expired':
      return rendering(paragraphs(headline, say('next_again')), rows([askButton(say)]));
    case 'approved':
      return rendering(headline);
    case 'rejected':
    case 'revoked':
      return rendering(
        paragraphs(
          headline,
          reasonLine(request, say),
          request.appealOpensAt === null ? null : say('appeal_not_open', { opensAt: request.appealOpensAt }),
        ),
      );
    case 'appeal_withdrawn':
    case 'appeal_expired':
      return request.appealOpensAt === null
        ? rendering(headline)
        : rendering(paragraphs(headline, appealOpen(request.appealClosesAt, say)), rows([appealButton(request, say)]));
  }
}

/** The wait is over: an appeal can begin. */
export function renderAppealOpen({ request, closesAt }: Of<'appeal_open'>, say: Say): Rendering {
  const headline = say('news_appeal_open', { request: request.id });
  return rendering(paragraphs(headline, appealOpen(closesAt, say)), rows([appealButton(request, say)]));
}

/** An answer to what this bot has no use for: it says what would help. */
export function renderHint({ got, ...reader }: Of<'hint'>, say: Say): Rendering {
  return withNextStep(say(`hint_${got}`), reader, say);
}

/** Somebody wrote without saying what for: what they wrote becomes their request or appeal at a press. */
export function renderOffer({ about, draft, leftOut = [] }: Of<'offer'>, say: Say): Rendering {
  return rendering(paragraphs(say(`offer_${about}`), whatIsLeftOut(leftOut, say)), [
    [button(say, `send_${about}`, { type: 'send_draft', draft })],
  ]);
}

/** Somebody said thank you. */
export function renderYouAreWelcome({ you, toAdmin }: Of<'you_are_welcome'>, say: Say): Rendering {
  const headline = say('you_are_welcome');
  return you.state === 'known' && you.request.status === 'approved'
    ? rendering(headline)
    : withNextStep(headline, { you, toAdmin }, say);
}

/** An edit of an earlier message changes nothing; this says what would. */
export function renderEditChangesNothing(reader: Of<'edit_changes_nothing'>, say: Say): Rendering {
  return withNextStep(say('edit_changes_nothing'), reader, say);
}

/** The question whose answer becomes the request or the appeal. */
export function renderQuestion({ about, answerWithin }: Of<'question'>, say: Say): Rendering {
  return asking(say(`question_${about}`, { within: answerWithin }), say(`placeholder_${about}`), false);
}

/** Why a client can't have what they asked for. Names no admin. */
export function renderClientRefusal(refusal: RefusalView, say: Say): Rendering {
  const { code, request, opensAt, closedAt, limit } = refusal;
  const notPossible = rendering(say('not_possible'));
  const stands = request === null ? null : say(`standing_${request.status}`, { request: request.id });
  switch (code) {
    case 'no_request':
    case 'nothing_to_appeal':
      return rendering(paragraphs(say(code), say('next_none')), rows([askButton(say)]));
    case 'already_pending':
      return request === null ? notPossible : rendering(say(code, { ...request, request: request.id }));
    case 'already_approved':
      return rendering(say(code));
    case 'not_pending':
      return rendering(lines(say('nothing_waits'), stands));
    case 'expired':
      if (request === null) return notPossible;
      return rendering(paragraphs(say('expired_before_that', { request: request.id }), say('next_again')));
    case 'appeal_not_open':
      return opensAt === null ? notPossible : rendering(lines(stands, say(code, { opensAt })));
    case 'appeal_closed':
      return closedAt === null ? notPossible : rendering(lines(stands, say(code, { closedAt })));
    case 'appeals_used_up':
      return limit === null ? notPossible : rendering(lines(stands, say(code, { limit })));
    case 'own_request':
      return rendering(say(code));
    case 'not_due':
    case 'earlier_round':
    case 'already_voted':
    case 'no_vote':
    case 'nothing_to_undo':
    case 'not_your_decision':
    case 'undo_too_late':
    case 'not_approved':
      return notPossible;
  }
}

interface NextStep {
  readonly line: string;
  readonly buttons: readonly Button[];
}

/** What the client can do now. */
function nextStep(you: Standing, say: Say): NextStep {
  if (you.state === 'none') return { line: say('next_none'), buttons: [askButton(say)] };
  const { request, window } = you;
  switch (request.status) {
    case 'pending':
      return { line: say('next_pending'), buttons: [] };
    case 'approved':
      return { line: say('next_approved'), buttons: [] };
    case 'expired':
    case 'withdrawn':
      return { line: say('next_again'), buttons: [askButton(say)] };
    case 'rejected':
    case 'revoked':
      break;
  }
  switch (window?.state) {
    case undefined:
      return { line: '', buttons: [] };
    case 'not_open':
      return { line: say('appeal_not_open', window), buttons: [] };
    case 'open':
      return { line: appealOpen(window.closesAt, say), buttons: [appealButton(request, say)] };
    case 'closed':
      return { line: say('appeal_closed', window), buttons: [] };
    case 'used_up':
      return { line: say('appeals_used_up', window), buttons: [] };
  }
}

/** Whom an answer is for. */
interface Asker {
  readonly you: Standing;
  readonly toAdmin: boolean;
}

function withNextStep(html: string, { you, toAdmin }: Asker, say: Say): Rendering {
  // An admin who never asked for access hardly means to.
  if (toAdmin && you.state === 'none') return rendering(paragraphs(html, say('next_admin')));
  const next = nextStep(you, say);
  return rendering(paragraphs(html, next.line), rows(next.buttons));
}

const standingLine = (you: Standing, say: Say): string | null =>
  you.state === 'none' ? null : say(`standing_${you.request.status}`, { request: you.request.id });

const reasonLine = ({ reason }: RequestSnapshot, say: Say): string | null =>
  reason === null ? null : say('client_reason', { reason });

const appealOpen = (closesAt: number | null, say: Say): string =>
  closesAt === null ? say('appeal_open') : say('appeal_open_until', { closesAt });

const askButton = (say: Say): Button => button(say, 'ask', { type: 'request' });
const appealButton = ({ id }: RequestSnapshot, say: Say): Button =>
  button(say, 'appeal', { type: 'appeal', request: id });

/** Empty rows are none. */
const rows = (...all: readonly (readonly Button[])[]): (readonly Button[])[] => all.filter((row) => row.length > 0);
