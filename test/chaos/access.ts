import type { Update } from '@grammyjs/types';
import type { Call } from '../../src/telegram-double/call-log';
import type { Community } from '../../src/telegram-double/communities';
import { isIn } from '../../src/telegram-double/standings';
import type { Act } from './doors';
import { countBy, grouped } from './counting';
import type { EventRow, Evidence, MembershipRow, RequestRow } from './evidence';

/** A call that has left when a decision is committed arrives this much later at most, in milliseconds. */
const underWay = 2000;
/** A ban that comes while an approval has not had its effect yet falls with those before it. */
const approvalTakes = 15_000;

/** Everybody is where the admins' decisions and the other humans want them to be, and came there in no other way. */
export function wrongAccess(evidence: Evidence, acknowledged: ReadonlyMap<number, Update>): readonly string[] {
  const past = new Past(evidence);
  const people = new Set([
    ...evidence.requests.map(({ client_id }) => client_id),
    ...evidence.doors.flatMap(({ chat }) => [...chat.members.keys(), ...chat.joinRequests.keys()]),
  ]);
  return [
    ...evidence.doors.flatMap((chat) =>
      [...people].flatMap((person) => {
        const place = new Place(chat, person, past);
        return [...place.problems()].map((problem) => `${person} in ${chat.chat.title}: ${problem}`);
      }),
    ),
    ...wrongJoinRequests(evidence, past, acknowledged),
    ...toldTwiceOfStrangers(evidence),
  ];
}

/** What was decided about people, what humans did, and what the bot called. */
class Past {
  private readonly requests: ReadonlyMap<number, readonly RequestRow[]>;
  private readonly events: ReadonlyMap<number, readonly EventRow[]>;
  private readonly acts: ReadonlyMap<string, readonly Act[]>;
  private readonly calls: ReadonlyMap<string, readonly Call[]>;
  private readonly memberships: ReadonlyMap<string, MembershipRow>;

  constructor({ requests, events, acts, calls, memberships }: Evidence) {
    const clients = new Map(requests.map(({ id, client_id }) => [id, client_id]));
    this.requests = grouped(requests, ({ client_id }) => client_id);
    this.events = grouped(events, ({ request_id }) => clients.get(request_id) ?? 0);
    this.acts = grouped(acts, ({ chat, person }) => `${chat}/${person}`);
    this.calls = grouped(
      calls.filter(({ params }) => 'user_id' in params),
      ({ params }) => `${Number(params['chat_id'])}/${Number(params['user_id'])}`,
    );
    this.memberships = new Map(memberships.map((row) => [`${row.chat_id}/${row.person_id}`, row]));
  }

  requestsOf(person: number): readonly RequestRow[] {
    return this.requests.get(person) ?? [];
  }

  /** What happened to somebody's requests, oldest first. */
  eventsOf(person: number): readonly EventRow[] {
    return this.events.get(person) ?? [];
  }

  actsIn(chat: number, person: number): readonly Act[] {
    return this.acts.get(`${chat}/${person}`) ?? [];
  }

  /** The calls about somebody and a chat, in the order of their arrival. */
  callsIn(chat: number, person: number): readonly Call[] {
    return this.calls.get(`${chat}/${person}`) ?? [];
  }

  membershipIn(chat: number, person: number): MembershipRow | undefined {
    return this.memberships.get(`${chat}/${person}`);
  }
}

/** Somebody and a chat of the community. */
class Place {
  private readonly acts: readonly Act[];
  private readonly calls: readonly Call[];
  private readonly events: readonly EventRow[];

  constructor(
    private readonly chat: Community,
    private readonly person: number,
    private readonly past: Past,
  ) {
    this.acts = past.actsIn(chat.id, person);
    this.calls = past.callsIn(chat.id, person);
    this.events = past.eventsOf(person);
  }

  *problems(): Generator<string> {
    const { chat, events } = this;
    const standing = chat.chat.members.get(this.person) ?? { status: 'left' };
    const status = this.past.requestsOf(this.person).at(-1)?.status;
    const wasApproved = events.some(({ event }) => event === 'approve');
    if (wasApproved && status !== 'approved' && (standing.status === 'member' || standing.status === 'restricted')) {
      yield 'is in, and their access has ended';
    }
    const waiting = chat.chat.joinRequests.get(this.person);
    // Whoever asked while the bot had no right to hear of it was not heard.
    if (waiting?.letsBotWrite === true && status !== 'pending') {
      yield `their join request waits, and their request is ${status ?? 'missing'}`;
    }
    if (status === 'approved' && waiting === undefined && !isIn(standing)) yield* this.keptOut();
    if (standing.status === 'kicked' && standing.until === 0 && this.lastBan() === null) yield 'is banned for good';
    if (standing.status !== 'kicked') yield* this.liftedBan();
    yield* this.wronglyCalled();
    const row = this.past.membershipIn(chat.id, this.person);
    const seenIn = row?.seen === 'member' || row?.seen === 'admin';
    const isUnseen = this.acts.at(-1)?.unseen === true;
    if (row?.wanted === 'in' && seenIn !== isIn(standing) && !isUnseen) {
      yield `is ${standing.status}, and was seen as ${row.seen}`;
    }
  }

  /** Whoever is approved and has knocked is in, unless they or another human undid it. */
  private *keptOut(): Generator<string> {
    const knocked = this.acts.findLast(({ what }) => what === 'knocked');
    const since = this.acts.slice(knocked === undefined ? 0 : this.acts.indexOf(knocked) + 1);
    if (knocked === undefined || since.some(({ what }) => what !== 'unbanned')) return;
    const ended = this.calls.some((call) => call.at >= knocked.at && isDone(call) && takesOut(call));
    if (!ended) yield 'is approved and has knocked, and is not in';
  }

  /** The ban that holds by what humans did; null: none does. */
  private lastBan(): Act | null {
    const last = this.acts.findLast(({ what }) => what === 'banned' || what === 'unbanned');
    return last?.what === 'banned' ? last : null;
  }

  /** A ban by a human ends by an approval after it; a look that came before it knew nothing of it. */
  private *liftedBan(): Generator<string> {
    const ban = this.lastBan();
    if (ban === null) return;
    const excused = this.calls.some((call, n) => {
      if (call.method !== 'unbanChatMember' || !isDone(call)) return false;
      if (call.params['only_if_banned'] !== true) return (this.lookBefore(n)?.at ?? Infinity) <= ban.at;
      return this.events.some(
        ({ event, at }) => event === 'approve' && at >= ban.at - approvalTakes && at <= call.at + underWay,
      );
    });
    if (!excused) yield 'was banned by a human, and no longer is';
  }

  /** Nobody is removed or declined while approved, and nobody is removed who was not seen in there right before. */
  private *wronglyCalled(): Generator<string> {
    for (const [n, call] of this.calls.entries()) {
      if (!isDone(call) || !takesOut(call)) continue;
      if (this.isApprovedAt(call.at) && this.isApprovedAt(call.at - underWay)) {
        yield `${call.method} came while they were approved`;
      }
      if (call.method === 'unbanChatMember' && this.lookBefore(n) === null) {
        const before = JSON.stringify(
          this.calls.slice(Math.max(0, n - 3), n).map(({ method, answer }) => [method, answer]),
        );
        yield `was removed without a look right before that showed them inside, after ${before}`;
      }
    }
  }

  /** The call right before, if it showed them inside. */
  private lookBefore(n: number): Call | null {
    const before = this.calls[n - 1];
    if (before?.method !== 'getChatMember' || before.answer?.ok !== true) return null;
    // The boundary: the double's answer to getChatMember.
    const { status } = before.answer.result as { readonly status: string };
    return status === 'member' || status === 'restricted' ? before : null;
  }

  private isApprovedAt(at: number): boolean {
    return this.events.findLast((event) => event.at <= at)?.to_status === 'approved';
  }
}

/** Whether the call had its effect. */
const isDone = ({ acted, answer }: Call): boolean => acted && answer?.ok === true;

const takesOut = ({ method, params }: Call): boolean =>
  method === 'declineChatJoinRequest' || (method === 'unbanChatMember' && params['only_if_banned'] !== true);

const standingStatuses = ['pending', 'approved', 'rejected', 'revoked'];

/** A join request of somebody without a standing request is one request, and nobody has two that stand. */
function wrongJoinRequests(
  { events, requests }: Evidence,
  past: Past,
  acknowledged: ReadonlyMap<number, Update>,
): readonly string[] {
  const caused = events.filter(({ event, update_id }) => event !== 'expire' && update_id !== null);
  const submits = new Set(caused.flatMap(({ event, update_id }) => (event === 'submit' ? [update_id] : [])));
  const doubled = [...countBy(requests.filter(stands), ({ client_id }) => client_id)].flatMap(([client, count]) =>
    count === 1 ? [] : [`${client} has ${count} requests that stand`],
  );
  const ignored = [...acknowledged.values()].flatMap(({ update_id, chat_join_request: asked }) => {
    if (asked === undefined || submits.has(update_id)) return [];
    const after = caused.findLast((event) => (event.update_id ?? 0) < update_id)?.id ?? 0;
    const before = caused.find((event) => (event.update_id ?? 0) > update_id)?.id ?? Infinity;
    const theirs = past.eventsOf(asked.from.id).filter(({ id }) => id < before);
    const last = theirs.findLast(({ id }) => id <= after);
    // Something may have expired at that moment.
    const possible = [...(last === undefined ? [] : [last]), ...theirs.filter(({ id }) => id > after)];
    return possible.some(({ to_status }) => standingStatuses.includes(to_status))
      ? []
      : [`the join request of ${asked.from.id} in update ${update_id} became no request`];
  });
  return [...doubled, ...ignored];
}

const stands = ({ status }: RequestRow): boolean => standingStatuses.includes(status);

/** The admins hear of a stranger in a chat once. */
function toldTwiceOfStrangers({ outbox }: Evidence): readonly string[] {
  const told = outbox.flatMap(({ recipient_id, notice }) =>
    notice.kind === 'stranger' ? [`${recipient_id} was told of ${notice.id} in ${notice.chat}`] : [],
  );
  return [...countBy(told, (line) => line)].flatMap(([line, times]) => (times === 1 ? [] : [`${line} ${times} times`]));
}
