import type { Say } from '../../i18n/sentences';
import type { LeftOut, Notice } from '../../notices/notice';
import type { RequestSnapshot, LatestRequest } from '../../requests/read/views';
import { lines, paragraphs } from './layout';

/** News of a client's request: its new state, or that an appeal is now possible. */
export type Outcome = Extract<Notice, { kind: 'client_news' | 'appeal_open' }>;
type KnownRequest = Extract<LatestRequest, { state: 'known' }>;

/** An outcome as HTML. With neutral sentences it names nothing to press or to type, so it works in an email. */
export function wordOutcome(outcome: Outcome, say: Say): string {
  const { request } = outcome;
  if (outcome.kind === 'appeal_open') {
    return paragraphs(say('news_appeal_open', { request: request.id }), wordAppealOpen(outcome.closesAt, say));
  }
  const { news, nobodyCanDecide = false, leftOut = [] } = outcome;
  const headline = say(`news_${news}`, { request: request.id });
  switch (news) {
    case 'submitted':
    case 'appeal_submitted':
    case 'decision_undone':
    case 'request_reopened':
      return paragraphs(
        headline,
        wordLeftOut(leftOut, say),
        lines(say('expires_at', request), say('next_pending')),
        nobodyCanDecide ? say('nobody_can_decide') : null,
      );
    case 'withdrawn':
    case 'expired':
      return paragraphs(headline, say('next_again'));
    case 'approved':
      return headline;
    case 'rejected':
    case 'revoked':
      return paragraphs(
        headline,
        reasonLine(request, say),
        request.appealOpensAt === null ? null : say('appeal_not_open', { opensAt: request.appealOpensAt }),
      );
    case 'appeal_withdrawn':
    case 'appeal_expired':
      return paragraphs(headline, request.appealOpensAt === null ? null : wordAppealOpen(request.appealClosesAt, say));
  }
}

/** How a request stands: state, dates, reason, and what can follow; as HTML. */
export function wordStanding(standing: KnownRequest, say: Say, next = wordNextStep(standing, say)): string {
  const { request } = standing;
  const facts = lines(
    standingLine(request, say),
    request.appealCount === 0 ? null : say('standing_appeal', { appeal: request.appealCount }),
    say('submitted_at', request),
    request.status === 'pending' ? say('expires_at', request) : null,
    request.decidedAt === null ? null : say('decided_at', { decidedAt: request.decidedAt }),
    reasonLine(request, say),
  );
  return paragraphs(facts, next);
}

/** The state of a request in one line. */
export const standingLine = ({ id, status }: RequestSnapshot, say: Say): string =>
  say(`standing_${status}`, { request: id });

/** What can follow; null where nothing is known of an appeal. */
export function wordNextStep({ request, window }: KnownRequest, say: Say): string | null {
  switch (request.status) {
    case 'pending':
      return say('next_pending');
    case 'approved':
      return say('next_approved');
    case 'expired':
    case 'withdrawn':
      return say('next_again');
    case 'rejected':
    case 'revoked':
      break;
  }
  switch (window?.state) {
    case undefined:
      return null;
    case 'not_open':
      return say('appeal_not_open', window);
    case 'open':
      return wordAppealOpen(window.closesAt, say);
    case 'closed':
      return say('appeal_closed', window);
    case 'used_up':
      return say('appeals_used_up', window);
  }
}

/** The parts of a message that are not passed on, a line each. */
export const wordLeftOut = (leftOut: readonly LeftOut[], say: Say): string =>
  lines(...leftOut.map((what) => say(`left_out_${what}`)));

/** Who approved it besides the admin who completed the approval; null: nobody had to. */
export const wordAlsoApproved = (admins: readonly string[], say: Say): string | null =>
  admins.length === 0 ? null : say('also_approved', { admins });

const reasonLine = ({ reason }: RequestSnapshot, say: Say): string | null =>
  reason === null ? null : say('client_reason', { reason });

const wordAppealOpen = (closesAt: number | null, say: Say): string =>
  closesAt === null ? say('appeal_open') : say('appeal_open_until', { closesAt });
