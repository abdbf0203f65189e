import { element } from '../../page/dom.js';
import { avatar } from '../../page/avatar.js';
import type { RequestDetails } from '../protocol.js';
import { addressOf, noFilters } from './address.js';
import type { Desk } from './desk.js';
import { accessList, badge, decidersOf, fact, moment, titleOf, usernameLink } from './parts.js';

/** Whose request it is, and how it stands. */
export function requestHead({ id, client, status }: RequestDetails, desk: Desk): readonly HTMLElement[] {
  const { say, filters } = desk;
  const back = addressOf({ view: 'requests', filters: filters(), request: null });
  const person = addressOf({ view: 'person', person: client.id });
  return [
    element('a', { class: 'back', href: back, 'aria-label': say('desk_back') }, '‹'),
    avatar({ id: client.id, name: titleOf(client) }),
    element(
      'div',
      { class: 'request-who' },
      element('h2', { tabindex: '-1' }, element('bdi', {}, element('a', { href: person }, titleOf(client)))),
      element(
        'p',
        { class: 'request-sub' },
        say('desk_request', { request: id }),
        ...(client.username === null ? [] : [' · ', usernameLink(client.username, desk)]),
        ...(client.address === null ? [] : [' · ', element('bdi', {}, client.address)]),
      ),
    ),
    badge(status, desk),
  ];
}

/** What whoever decides it should know first. */
export function requestWarnings(
  { client, status, messages }: RequestDetails,
  { say, me }: Desk,
): readonly HTMLElement[] {
  const latest = messages.find(({ state }) => state !== 'owed');
  return [
    client.id === me.id && status === 'pending' ? say('desk_own_request') : null,
    latest?.state === 'undeliverable' ? say('desk_undelivered', { error: latest.error ?? '–' }) : null,
  ]
    .filter((words) => words !== null)
    .map((words) => element('p', { class: 'warning' }, words));
}

/** When it came in, until when it can be decided, who has decided it. */
export function requestFacts(details: RequestDetails, desk: Desk): readonly HTMLElement[] {
  const { say } = desk;
  const facts = details.status === 'pending' ? pendingFacts(details, desk) : decidedFacts(details, desk);
  if (details.source !== 'chat') facts.push(fact(say('desk_source'), say(`desk_source_${details.source}`)));
  if (details.client.telegram_id === null) facts.push(fact(say('desk_telegram'), say('desk_not_on_telegram')));
  const access = accessList(details.access, desk);
  if (access !== null) facts.push(fact(say('desk_access'), access));
  if (details.appeal_count > 0 || details.status !== 'pending') {
    const filters = { ...noFilters, client: details.client.id };
    const all = addressOf({ view: 'requests', filters, request: null });
    facts.push(fact('', element('a', { href: all }, say('desk_all_requests', { client: titleOf(details.client) }))));
  }
  return facts;
}

function pendingFacts(details: RequestDetails, desk: Desk): HTMLElement[] {
  const { say, formats, now } = desk;
  const waited = say('desk_waiting_since', { waited: now() - Date.parse(details.submitted_at) });
  const left = formats.left(Date.parse(details.expires_at) - now());
  const facts = [
    fact(say('desk_submitted'), moment(details.submitted_at, desk), small(waited)),
    fact(say('desk_expires'), moment(details.expires_at, desk), small(say('desk_expires_in', { left }))),
  ];
  const { approvals, approvals_needed: needed } = details;
  if (needed > 1) {
    const names = approvals.map(titleOf).join(', ');
    const given = say('desk_approvals', { given: approvals.length, needed });
    facts.push(fact(say('desk_approved_so_far'), given, names === '' ? null : small(names)));
  }
  return facts;
}

function decidedFacts(details: RequestDetails, desk: Desk): HTMLElement[] {
  const { say } = desk;
  const { reviewed_by: reviewer, decided_at: decidedAt, status } = details;
  const facts = [fact(say('desk_submitted'), moment(details.submitted_at, desk))];
  if (reviewer !== null && (status === 'approved' || status === 'rejected' || status === 'revoked')) {
    const words =
      status === 'approved'
        ? say('desk_approved_by', { admins: decidersOf(details).map(titleOf) })
        : say(`desk_${status}_by`, { admin: titleOf(reviewer) });
    facts.push(fact(say('desk_status'), words, decidedAt === null ? null : small(moment(decidedAt, desk))));
  }
  if (reviewer === null && status === 'revoked') facts.push(fact(say('desk_status'), say('desk_given_up')));
  if (details.reason !== null) facts.push(fact(say('desk_reason'), element('bdi', {}, details.reason)));
  return facts;
}

const small = (said: string | Node): HTMLElement => element('small', {}, said);
