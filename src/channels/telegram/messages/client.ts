import type { TelegramSay } from '../../../i18n/sentences';
import type { Notice } from '../../../notices/notice';
import {
  isAdminOnly,
  type ChatLink,
  type RefusalView,
  type RequestSnapshot,
  type LatestRequest,
} from '../../../requests/read/views';
import { lines, paragraphs } from '../../wording/layout';
import {
  standingLine,
  wordLeftOut,
  wordNextStep,
  wordOutcome,
  wordStanding,
  type Outcome,
} from '../../wording/request';
import { reachedLines } from './addresses';
import { asking, button, linkButtons, rendering, type Button, type Keyboard, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** /start and /help: what this bot is for and what the person can do now. */
export function renderWelcome(
  { you, admin, media = [] }: Of<'welcome'>,
  hasDesk: boolean,
  say: TelegramSay,
): Rendering {
  const toAdminOnly = isAdminOnly(admin !== null, you);
  const standing = you.state === 'none' ? null : standingLine(you.request, say);
  const elsewhere = lines(...media.map((medium) => say(`telegram_welcome_${medium}`)));
  const asClient = toAdminOnly ? null : paragraphs(standing, nextAboveLinks(you, say), elsewhere);
  const buttons = toAdminOnly ? [] : nextButtons(you, say);
  const joining = joinButtons(you);
  if (admin === null) return rendering(paragraphs(say('welcome'), asClient), rows(buttons, ...joining));
  const isCounted = admin.digestFollows !== true;
  const waiting = isCounted && admin.waiting > 0 ? [button(say, 'pending', { type: 'pending_new' })] : [];
  const asAdmin = isCounted ? say('telegram_welcome_admin', admin) : say('telegram_welcome_admin_uncounted');
  return rendering(
    paragraphs(say('welcome'), asClient, lines(asAdmin, hasDesk ? say('telegram_welcome_desk') : null)),
    rows(buttons, waiting, ...joining),
  );
}

/** /status: state, dates, the reason, and when an appeal opens. */
export function renderStatus({ you, toAdmin = false, reached = [] }: Of<'status'>, say: TelegramSay): Rendering {
  if (isAdminOnly(toAdmin, you)) return rendering(paragraphs(say('no_request'), say('telegram_next_admin')));
  const next = nextAboveLinks(you, say);
  const html = you.state === 'none' ? paragraphs(say('no_request'), next) : wordStanding(you, say, next);
  return rendering(paragraphs(html, reachedLines(reached, say)), rows(nextButtons(you, say), ...joinButtons(you)));
}

/** Whoever came by the form is here now: how their request stands, and what they can do. */
export function renderUnited({ you, gaveWay }: Of<'united'>, say: TelegramSay): Rendering {
  const { html, ...rest } = renderStatus({ kind: 'status', you }, say);
  const other = gaveWay === undefined ? null : say(`telegram_gave_way_${gaveWay.words ?? 'ended'}`, gaveWay);
  return { ...rest, html: paragraphs(say('telegram_united'), other, html) };
}

/** Why whoever came by the form is not one with this account, and what they can do about it. */
export function renderNotUnited({ why }: Of<'not_united'>, say: TelegramSay): Rendering {
  switch (why.refused) {
    case 'link_used':
      return rendering(say('telegram_not_united_link_used'));
    case 'is_admin':
      return rendering(say('telegram_not_united_is_admin'));
    case 'two_decisions':
      return rendering(say('telegram_not_united_two_decisions', why));
    case 'no_appeal_now': {
      const { opensAt } = why;
      return rendering(
        opensAt === null
          ? say('telegram_not_united_no_appeal', why)
          : say('telegram_not_united_appeal_later', { ...why, opensAt }),
      );
    }
  }
}

/** News of a client's request, with a button for what they can do about it. */
export function renderOutcome(outcome: Outcome, say: TelegramSay): Rendering {
  const links = outcome.kind === 'client_news' ? (outcome.links ?? []) : [];
  const html = paragraphs(wordOutcome(outcome, say), howToJoin(links, say));
  return rendering(html, rows(outcomeButtons(outcome, say), ...linkButtons(links)));
}

/** Links to chats that were not there, or did not work, when the client was let in. */
export function renderInvitation({ links }: Of<'invitation'>, say: TelegramSay): Rendering {
  return rendering(paragraphs(say('telegram_invitation'), howToJoin(links, say)), linkButtons(links));
}

/** A join request was declined: why, and what can follow. */
export function renderJoinDeclined({ chat, you }: Of<'join_declined'>, say: TelegramSay): Rendering {
  const why = you.state === 'none' ? nextStep(you, say) : wordStanding(you, say);
  return rendering(paragraphs(say('telegram_join_declined', { chat }), why), rows(nextButtons(you, say)));
}

/** The question for a few words to whoever asked to join a chat. */
export function renderJoinQuestion({ requestId, chat, expiresAt }: Of<'join_question'>, say: TelegramSay): Rendering {
  const asked = chat === null ? say('telegram_join_question') : say('telegram_join_question_of', { chat });
  const html = paragraphs(
    asked,
    lines(say('standing_pending', { request: requestId }), say('expires_at', { expiresAt })),
  );
  return asking(html, say('telegram_placeholder_request'), false);
}

/** Telegram stops people who press several such links at once. */
const howToJoin = (links: readonly ChatLink[], say: TelegramSay): string | null =>
  links.length === 0 ? null : say('telegram_how_to_join', { count: links.length });

/** What the client can do now, in a message with `joinButtons`: whoever isn't in yet has something left to do. */
const nextAboveLinks = (you: LatestRequest, say: TelegramSay): string | null =>
  (you.state === 'none' ? null : howToJoin(you.links ?? [], say)) ?? nextStep(you, say);

const joinButtons = (you: LatestRequest): Keyboard => (you.state === 'none' ? [] : linkButtons(you.links ?? []));

function outcomeButtons(outcome: Outcome, say: TelegramSay): Button[] {
  const { request } = outcome;
  if (outcome.kind === 'appeal_open') return [appealButton(request, say)];
  switch (outcome.news) {
    case 'withdrawn':
    case 'expired':
      return [askButton(say)];
    case 'appeal_withdrawn':
    case 'appeal_expired':
      return request.appealOpensAt === null ? [] : [appealButton(request, say)];
    case 'submitted':
    case 'appeal_submitted':
    case 'decision_undone':
    case 'request_reopened':
    case 'approved':
    case 'rejected':
    case 'revoked':
      return [];
  }
}

/** The answer to anything the bot has no use for: says what the client can do instead. */
export function renderHint({ got, ...reader }: Of<'hint'>, say: TelegramSay): Rendering {
  return withNextStep(say(got === 'unknown_command' ? 'telegram_hint_unknown_command' : `hint_${got}`), reader, say);
}

/** The client wrote without a command: a button sends the text as their request or appeal. */
export function renderOffer({ about, draft, leftOut = [] }: Of<'offer'>, say: TelegramSay): Rendering {
  const send =
    about === 'addition'
      ? button(say, 'add_to_request', { type: 'add_draft', draft })
      : button(say, `send_${about}`, { type: 'send_draft', draft });
  return rendering(paragraphs(say(`telegram_offer_${about}`), wordLeftOut(leftOut, say)), [[send]]);
}

/** What the admins ask the client, who may reply to it or just write. */
export function renderAsked({ requestId, text, expiresAt }: Of<'asked'>, say: TelegramSay): Rendering {
  const html = paragraphs(
    say('admins_ask', { request: requestId, message: text }),
    lines(say('telegram_how_to_answer'), say('expires_at', { expiresAt })),
  );
  return asking(html, say('telegram_placeholder_answer'), false);
}

/** What the client wrote about their request is passed on, and until when they are decided about. */
export function renderPassedOn({ requestId, expiresAt, leftOut = [] }: Of<'passed_on'>, say: TelegramSay): Rendering {
  return rendering(
    paragraphs(
      say('passed_on', { request: requestId }),
      wordLeftOut(leftOut, say),
      lines(say('expires_at', { expiresAt }), say('next_pending')),
    ),
  );
}

/** Somebody said thank you. */
export function renderYouAreWelcome({ you, toAdmin }: Of<'you_are_welcome'>, say: TelegramSay): Rendering {
  const headline = say('you_are_welcome');
  // There is nothing more to do, but for who is not in yet.
  const isIn = you.state === 'known' && you.request.status === 'approved' && (you.links ?? []).length === 0;
  return isIn ? rendering(headline) : withNextStep(headline, { you, toAdmin }, say);
}

/** Whether somebody is to be forgotten, and what that ends and leaves. */
export function renderForgetQuestion({ at, ends, isAdmin }: Of<'forget_question'>, say: TelegramSay): Rendering {
  const html = paragraphs(
    say('telegram_forget_question'),
    lines(
      ends === null ? null : say(`telegram_forget_${ends}`),
      isAdmin === true ? say('telegram_forget_admin') : null,
    ),
  );
  return rendering(html, [[button(say, 'forget', { type: 'forget', at })]]);
}

/** An edit of an earlier message changes nothing; this says what would. */
export function renderEditChangesNothing(reader: Of<'edit_changes_nothing'>, say: TelegramSay): Rendering {
  return withNextStep(say('edit_changes_nothing'), reader, say);
}

/** The question whose answer becomes the request or the appeal. */
export function renderQuestion({ about, answerWithin }: Of<'question'>, say: TelegramSay): Rendering {
  return asking(
    say(`telegram_question_${about}`, { within: answerWithin }),
    say(`telegram_placeholder_${about}`),
    false,
  );
}

/** Why a client can't have what they asked for. Names no admin. */
export function renderClientRefusal(refusal: RefusalView, say: TelegramSay): Rendering {
  const { code, request, opensAt, closedAt, limit, links = [] } = refusal;
  const notPossible = rendering(say('not_possible'));
  const stands = request === null ? null : standingLine(request, say);
  switch (code) {
    case 'no_request':
    case 'nothing_to_appeal':
      if (refusal.toAdminOnly === true) {
        const nothing = say(code === 'no_request' ? 'nothing_to_cancel' : code);
        return rendering(paragraphs(nothing, say('telegram_next_admin')));
      }
      return rendering(paragraphs(say(code), say('telegram_next_none')), rows([askButton(say)]));
    case 'already_pending':
      return request === null ? notPossible : rendering(say(code, { ...request, request: request.id }));
    case 'already_approved':
      return rendering(paragraphs(say(code), howToJoin(links, say)), linkButtons(links));
    case 'not_pending':
      return rendering(paragraphs(lines(say('nothing_waits'), stands), howToJoin(links, say)), linkButtons(links));
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
    case 'nothing_to_reopen':
    case 'open_instead':
      return notPossible;
  }
}

/** What the client can do now; null: unknown. */
const nextStep = (you: LatestRequest, say: TelegramSay): string | null =>
  you.state === 'none' ? say('telegram_next_none') : wordNextStep(you, say);

function nextButtons(you: LatestRequest, say: TelegramSay): Button[] {
  if (you.state === 'none') return [askButton(say)];
  const { request, window } = you;
  switch (request.status) {
    case 'pending':
    case 'approved':
      return [];
    case 'expired':
    case 'withdrawn':
      return [askButton(say)];
    case 'rejected':
    case 'revoked':
      return window?.state === 'open' ? [appealButton(request, say)] : [];
  }
}

/** The person an answer is for. */
interface Asker {
  readonly you: LatestRequest;
  readonly toAdmin: boolean;
}

function withNextStep(html: string, { you, toAdmin }: Asker, say: TelegramSay): Rendering {
  if (isAdminOnly(toAdmin, you)) return rendering(paragraphs(html, say('telegram_next_admin')));
  return rendering(paragraphs(html, nextAboveLinks(you, say)), rows(nextButtons(you, say), ...joinButtons(you)));
}

const askButton = (say: TelegramSay): Button => button(say, 'ask', { type: 'request' });
const appealButton = ({ id }: RequestSnapshot, say: TelegramSay): Button =>
  button(say, 'appeal', { type: 'appeal', request: id });

/** Without empty rows. */
const rows = (...all: readonly (readonly Button[])[]): (readonly Button[])[] => all.filter((row) => row.length > 0);
