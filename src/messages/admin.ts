import type { Say } from '../texts/sentences';
import { pendingButton } from './lists';
import type { Notice, RefusalView } from './notice';
import { asking, paragraphs, rendering, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** Asks the admin who pressed "Reject with reason…" for the reason; in a group only they are asked. */
export function renderReasonQuestion(question: Of<'reason_question'>, say: Say): Rendering {
  const html = say('reason_question', {
    request: question.requestId,
    client: question.clientName,
    admin: question.askedName,
    adminId: question.askedId,
  });
  return asking(html, say('placeholder_reason'), true);
}

/** What has become of a request by the admin's own act. */
export function renderDecided({ requestId, status, clientName }: Of<'decided'>, say: Say): Rendering {
  return rendering(say(`decided_${status}`, { request: requestId, client: clientName }));
}

/** Nothing was decided, and what would decide. */
export function renderHowToDecide({ why, command }: Of<'how_to_decide'>, say: Say): Rendering {
  switch (why) {
    case 'unclear_reply':
    case 'not_a_card':
      return rendering(say(why));
    case 'no_number':
      return rendering(say(`which_one_${command}`));
  }
}

/** Why an admin's command changed nothing. */
export function renderAdminRefusal({ code, request, decision, decidedByYou }: RefusalView, say: Say): Rendering {
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
      return rendering(say(`was_first_${decision.status}`, { ...named, admin: decision.byName, at: decision.at }));
    case 'expired':
      return rendering(say('decided_too_late', { ...named, expiresAt: request.expiresAt }));
    case 'not_your_decision':
      return decision === null ? notPossible : rendering(say(code, { admin: decision.byName }));
    case 'earlier_round':
    case 'nothing_to_undo':
    case 'undo_too_late':
    case 'not_approved':
      return rendering(say(code, named));
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
export function renderPressesLost({ from, to }: Of<'presses_lost'>, say: Say): Rendering {
  return rendering(say('presses_lost', { from, to }), [[pendingButton(say)]]);
}

/** The community's data is in danger; the newest backup says how much of it. */
export function renderBackupTrouble({ kind, lastBackup }: Of<'backup_failed' | 'backup_missing'>, say: Say): Rendering {
  const newest = lastBackup === null ? say('backup_none') : say('backup_newest', { lastBackup });
  return rendering(paragraphs(say(kind), newest));
}

/** An admin to whom the bot can't write; the other admins can tell them. */
export function renderAdminUnreachable({ adminId, adminName }: Of<'admin_unreachable'>, say: Say): Rendering {
  return rendering(say('admin_unreachable', { adminId, admin: adminName ?? String(adminId) }));
}
