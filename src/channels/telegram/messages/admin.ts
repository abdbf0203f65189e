import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import { shorten } from '../../wording/shorten';
import { excess } from './fit';
import { pendingButton } from './lists';
import type { DecisionAnswer, Notice, OfAsker } from '../../../notices/notice';
import type { ApprovalProgress, RefusalView } from '../../../requests/read/views';
import { lines, paragraphs } from '../../wording/layout';
import { wordAlsoApproved, wordLeftOut } from '../../wording/request';
import { pack } from './callback-data';
import { asking, button, rendering, type Button, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** Asks the admin who pressed "Reject with reason…" for the reason; in a group only they are asked. */
export function renderReasonQuestion(question: Of<'reason_question'>, say: TelegramSay): Rendering {
  const html = say('telegram_reason_question', {
    request: question.requestId,
    client: question.clientName,
    admin: question.askedName,
    adminId: question.askedId,
  });
  return asking(html, say('telegram_placeholder_reason'), true);
}

/** Asks the admin who pressed "Ask…" what to ask the client; in a group only they are asked. */
export function renderAskQuestion(question: Of<'ask_question'>, say: TelegramSay): Rendering {
  const html = say('telegram_ask_question', {
    request: question.requestId,
    client: question.clientName,
    admin: question.askedName,
    adminId: question.askedId,
  });
  return asking(html, say('telegram_placeholder_question'), true);
}

/** The client gets the question, and where their answer will be. */
export function renderQuestionSent(
  { requestId, clientName, leftOut = [] }: Of<'question_sent'>,
  say: TelegramSay,
): Rendering {
  return rendering(lines(say('question_sent', { request: requestId, client: clientName }), wordLeftOut(leftOut, say)));
}

/** The client has answered what this admin asked. */
export function renderClientAnswered(answered: Of<'client_answered'>, say: TelegramSay): Rendering {
  return rendering(say('telegram_client_answered', { ...ofAsker(answered), message: answered.text }), [
    [showButton(answered, say)],
  ]);
}

/** What this admin asked has not reached the client. */
export function renderQuestionUndelivered(asked: Of<'question_undelivered'>, say: TelegramSay): Rendering {
  return rendering(say('telegram_question_undelivered', ofAsker(asked)), [[showButton(asked, say)]]);
}

const ofAsker = ({ requestId, clientName, askedName, askedId }: OfAsker) => ({
  request: requestId,
  client: clientName,
  admin: askedName,
  adminId: askedId,
});

const showButton = ({ requestId }: OfAsker, say: TelegramSay): Button => ({
  text: plainText(say('telegram_button_show', { request: requestId })),
  data: pack({ type: 'show', request: requestId }),
});

/** Offers the admin who pressed "Reject with reason…" the ready reasons, or to write one. */
export function renderReasonChoice(
  { requestId, round, clientName, options }: Of<'reason_choice'>,
  say: TelegramSay,
): Rendering {
  const about = { request: requestId, round };
  return rendering(say('telegram_reason_choice', { request: requestId, client: clientName }), [
    ...options.map(({ number, text }): Button[] => [
      { text: shorten(text, longestLabel), data: pack({ type: 'ready_reason', ...about, reason: number }) },
    ]),
    [button(say, 'own_reason', { type: 'own_reason', ...about })],
  ]);
}

/** A phone would cut longer labels. */
const longestLabel = 64;

/** The answer to an admin: the result of their decision. */
export function renderDecided(
  { requestId, status, clientName, alsoApprovedBy = [], leftOut = [] }: Of<'decided'>,
  say: TelegramSay,
): Rendering {
  const html = say(`decided_${status}`, { request: requestId, client: clientName });
  return rendering(lines(html, wordAlsoApproved(alsoApprovedBy, say), wordLeftOut(leftOut, say)));
}

/** The answer to an admin: their approval was counted or taken back, and where the request stands. */
export function renderVoted({ event, requestId, clientName, approvals }: Of<'voted'>, say: TelegramSay): Rendering {
  const key = event === 'vote' ? 'voted' : 'vote_withdrawn';
  return rendering(lines(say(key, { request: requestId, client: clientName }), progress(approvals, say)));
}

/** How many approvals are missing, and whether there are enough admins to give them. */
function progress({ given, needed, possible }: ApprovalProgress, say: TelegramSay): string {
  const more = Math.max(0, needed - given);
  const missing = needed > possible ? say('approvals_impossible', { possible }) : null;
  return lines(say('approvals_so_far', { given, needed, more }), missing);
}

/** The results of a command that named several requests, a line each; long names are cut if it wouldn't fit. */
export function renderDecidedSeveral(
  answers: readonly DecisionAnswer[],
  render: (answer: DecisionAnswer) => Rendering,
  say: TelegramSay,
): Rendering {
  const said = saidOnce(answers);
  const linesOf = (all: readonly DecisionAnswer[]): string =>
    lines(
      ...all.map((answer) => {
        const { html } = render(answer);
        // The only one of these sentences that does not name the request.
        const own = answer.kind === 'refusal' && answer.refusal.code === 'own_request' ? answer.refusal.request : null;
        return own === null ? html : `${say('telegram_button_show', { request: own.id })}: ${html}`;
      }),
    );
  const html = linesOf(said);
  return rendering(excess(html) === 0 ? html : linesOf(said.map(withShortNames)));
}

/** Only the first answer that can say that there are too few admins says so. */
function saidOnce(answers: readonly DecisionAnswer[]): readonly DecisionAnswer[] {
  let wasSaid = false;
  return answers.map((answer) => {
    if (answer.kind !== 'voted' || answer.approvals.possible >= answer.approvals.needed) return answer;
    if (wasSaid) return { ...answer, approvals: { ...answer.approvals, possible: answer.approvals.needed } };
    wasSaid = true;
    return answer;
  });
}

/** With 20 names of this length the longest answer fits into one message. */
const longestNameOfMany = 48;
const mostAlsoNamedOfMany = 2;

function withShortNames(answer: DecisionAnswer): DecisionAnswer {
  const also = (names: readonly string[] = []) => ({
    alsoApprovedBy: names.slice(0, mostAlsoNamedOfMany).map((name) => shorten(name, longestNameOfMany / 2)),
  });
  if (answer.kind === 'voted') return { ...answer, clientName: shorten(answer.clientName, longestNameOfMany) };
  if (answer.kind === 'decided')
    return { ...answer, clientName: shorten(answer.clientName, longestNameOfMany), ...also(answer.alsoApprovedBy) };
  if (answer.kind !== 'refusal' || answer.refusal.decision === null) return answer;
  const { decision } = answer.refusal;
  const shortened = {
    ...decision,
    byName: shorten(decision.byName, longestNameOfMany),
    ...also(decision.alsoApprovedBy),
  };
  return { ...answer, refusal: { ...answer.refusal, decision: shortened } };
}

/** An admin's note was kept, and what of their message is not in it. */
export function renderNoted({ requestId, clientName, leftOut = [] }: Of<'noted'>, say: TelegramSay): Rendering {
  return rendering(paragraphs(say('noted', { request: requestId, client: clientName }), wordLeftOut(leftOut, say)));
}

/** Several questions wait for a reason, and a text that isn't a reply could answer any of them. */
export function renderWhichReason({ requestIds }: Of<'which_reason'>, say: TelegramSay): Rendering {
  const requests = requestIds.map((request) => plainText(say('telegram_button_show', { request }))).join(', ');
  return rendering(say('telegram_which_reason', { requests }));
}

/** Nothing was decided; says what would decide. */
export function renderHowToDecide({ why, command }: Of<'how_to_decide'>, say: TelegramSay): Rendering {
  switch (why) {
    case 'unclear_reply':
    case 'not_a_card':
      return rendering(say(`telegram_${why}`));
    case 'no_number':
      return rendering(say(`telegram_which_one_${command}`));
    case 'unclear_command':
      return rendering(say(`telegram_how_several_${command}`));
  }
}

/** Why an admin's command changed nothing. */
export function renderAdminRefusal(
  { code, request, decision, decidedByYou, openInstead, approvals }: RefusalView,
  say: TelegramSay,
): Rendering {
  const notPossible = rendering(say('not_possible'));
  if (request === null) return code === 'own_request' ? rendering(say(code)) : notPossible;
  const named = { request: request.id };
  switch (code) {
    case 'own_request':
      return rendering(say(code));
    case 'not_pending':
    case 'already_pending':
    case 'already_approved':
      if (decision === null) return rendering(say(`request_${request.status}`, named));
      if (decidedByYou) return rendering(say(`you_decided_${decision.status}`, { ...named, at: decision.at }));
      return rendering(
        lines(
          say(`was_first_${decision.status}`, { ...named, admin: decision.byName, at: decision.at }),
          wordAlsoApproved(decision.alsoApprovedBy ?? [], say),
        ),
      );
    case 'expired':
      return rendering(say('decided_too_late', { ...named, expiresAt: request.expiresAt }));
    case 'not_your_decision':
      return decision === null ? notPossible : rendering(say(code, { admin: decision.byName }));
    case 'earlier_round':
      return rendering(say('telegram_earlier_round', named));
    case 'already_voted':
    case 'no_vote':
      return rendering(lines(say(code, named), approvals === undefined ? null : progress(approvals, say)));
    case 'nothing_to_undo':
    case 'undo_too_late':
    case 'not_approved':
    case 'nothing_to_reopen':
      return rendering(say(code, named));
    case 'open_instead':
      return openInstead === undefined
        ? notPossible
        : rendering(say('telegram_open_instead', { ...named, openInstead }));
    case 'no_request':
    case 'not_due':
    case 'nothing_to_appeal':
    case 'appeal_not_open':
    case 'appeal_closed':
    case 'appeals_used_up':
      return notPossible;
  }
}

/** Presses of an outage never arrive, so the admins have to press again. */
export function renderPressesLost({ from, to }: Of<'presses_lost'>, say: TelegramSay): Rendering {
  return rendering(say('telegram_presses_lost', { from, to }), [[pendingButton(say)]]);
}

/** The bot can't manage a chat of the community. */
export function renderAccessOutage({ chat, reason, why }: Of<'access_outage'>, say: TelegramSay): Rendering {
  const worded = why === undefined ? reason : plainText(say(`telegram_outage_${why}`));
  return rendering(say('telegram_access_outage', { chat, reason: worded }));
}

/** The community's data is in danger; the newest backup says how much of it. */
export function renderBackupTrouble(
  { kind, lastBackup }: Of<'backup_failed' | 'backup_missing'>,
  say: TelegramSay,
): Rendering {
  const newest = lastBackup === null ? say('backup_none') : say('backup_newest', { lastBackup });
  return rendering(paragraphs(say(kind), newest));
}

/** The bot can't write to an admin; the other admins can tell them. */
export function renderAdminUnreachable(
  { adminId, adminName, isBot = false }: Of<'admin_unreachable'>,
  say: TelegramSay,
): Rendering {
  if (isBot) return rendering(say('telegram_admin_is_bot', { adminId }));
  return rendering(say('telegram_admin_unreachable', { adminId, admin: adminName ?? String(adminId) }));
}
