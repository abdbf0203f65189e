import type { z } from '@hono/zod-openapi';
import type { Instant, Millis } from '../lifecycle/ids';
import type { Status } from '../lifecycle/request';
import type { RequestDetails } from '../requests/read/details';
import type { RequestItem } from '../requests/read/item';
import type { PersonView } from '../requests/read/person';
import type { DailyStats, WaitFigures } from '../requests/read/views';
import { etagOf } from './etag';
import type { detailsSchema, itemSchema, personSchema, problemSchema, statsSchema } from './schemas';

/** A time as it goes over the wire. */
export const iso = (at: Instant): string => new Date(at).toISOString();

/** The same; null: never. */
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

/** A request as lists have it. */
export const itemJson = (item: RequestItem): z.input<typeof itemSchema> => ({
  id: item.id,
  status: item.status,
  client: {
    id: item.client.id,
    telegram_id: item.client.telegramId,
    name: item.client.name,
    username: item.client.username,
    address: item.client.address,
  },
  message: item.message,
  erased_at: isoOrNull(item.erasedAt),
  source: item.source,
  round: item.round,
  submitted_at: iso(item.submittedAt),
  expires_at: iso(item.expiresAt),
  decided_at: isoOrNull(item.decidedAt),
  reviewed_by: item.reviewedBy,
  co_approvers: [...item.coApprovers],
  reason: item.reason,
  appeal_count: item.appealCount,
  last_rejected_at: isoOrNull(item.lastRejectedAt),
  approvals: item.approvals.map(({ id, name, at }) => ({ id, name, at: iso(at) })),
  approvals_needed: item.approvalsNeeded,
});

/** A sentence that a rejection may give. */
export interface ReadyReason {
  readonly name: string;
  readonly text: string;
}

/** A request with everything about it. */
export const detailsJson = (
  details: RequestDetails,
  readyReasons: readonly ReadyReason[],
): z.input<typeof detailsSchema> => ({
  ...itemJson(details.item),
  events: details.events.map(({ id, from, to, event, actor, coApprovers, at, reason, erased, via }) => ({
    ...{ id, from, to, event, actor, co_approvers: [...coApprovers], at: iso(at), reason, erased, via },
  })),
  notes: details.notes.map(({ id, author, at, text }) => ({ id, author, at: iso(at), text })),
  event_count: details.eventCount,
  note_count: details.noteCount,
  talk: details.talk.map(({ id, kind, author, at, text, round }) => ({ id, kind, author, at: iso(at), text, round })),
  talk_count: details.talkCount,
  texts: details.otherTexts.map(({ round, at, message }) => ({ round, at: iso(at), message })),
  messages: details.messages.map(({ id, channel, state, what, createdAt, settledAt, error }) => ({
    ...{ id, channel, state, what, created_at: iso(createdAt), settled_at: isoOrNull(settledAt), error },
  })),
  access: [...details.access],
  may: [...details.may],
  undo_until: isoOrNull(details.undoUntil),
  ready_reasons: [...readyReasons],
  etag: etagOf(details.item.id, { round: details.item.round, lastEvent: details.lastEvent }),
});

/** What a refusal says of the request as it is now: who decided and when, and all the rest. */
export const stateOf = (
  details: RequestDetails,
  readyReasons: readonly ReadyReason[],
): Pick<z.input<typeof problemSchema>, 'decided_by' | 'decided_at' | 'request'> => ({
  decided_by: details.item.reviewedBy,
  decided_at: isoOrNull(details.item.decidedAt),
  request: detailsJson(details, readyReasons),
});

/** Somebody with what they have sent. */
export const personJson = (person: PersonView): z.input<typeof personSchema> => ({
  id: person.id,
  telegram_id: person.telegramId,
  address: person.address,
  name: person.name,
  username: person.username,
  language: person.language,
  is_admin: person.isAdmin,
  unreachable_since: isoOrNull(person.unreachableSince),
  access_since: isoOrNull(person.accessSince),
  access: [...person.access],
  requests: person.requests.map(itemJson),
  older: person.older,
});

/** What happened on each of the last days. `counts` is how many requests there are now. */
export function statsJson(
  { since, until, counts: happened, waits, deciders, days }: DailyStats,
  counts: Readonly<Record<Status, number>>,
): z.input<typeof statsSchema> {
  return {
    since: iso(since),
    until: iso(until),
    time_zone: new Intl.DateTimeFormat('en').resolvedOptions().timeZone,
    counts,
    days: days.map((day) => ({
      date: localDate(day.begins),
      ...day.counts,
      waiting: day.waiting,
      ...waitJson(day.waits),
    })),
    time_to_decision: { decisions: happened.approved + happened.rejected, ...waitJson(waits) },
    reviewers: deciders.map(({ id, name, isFormer, approved, rejected, revoked, median }) => ({
      ...{ id, name, is_admin: !isFormer, approved, rejected, revoked },
      median_seconds: median === null ? null : inSeconds(median),
    })),
  };
}

const waitJson = (waits: WaitFigures | null) => ({
  median_seconds: waits === null ? null : inSeconds(waits.median),
  p90_seconds: waits === null ? null : inSeconds(waits.ninetieth),
});

/** A clock that was set back makes no time negative. */
const inSeconds = (time: Millis): number => Math.max(0, Math.round(time / 1000));

/** The day as the clock on the wall has it, where days begin at midnight. */
function localDate(at: Instant): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
