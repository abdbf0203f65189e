import type { GroupId, Instant, Millis, RequestId, TelegramId } from '../../lifecycle/ids';
import type { Request, Status } from '../../lifecycle/request';
import type { EventType, Via } from '../../lifecycle/transition';
import type { Notice } from '../../notices/notice';
import type { Person } from '../../store/queries/people';
import type { ChannelName, OutboxState, TalkKind } from '../../store/rows';
import type { Reading } from '../../transaction/transaction';
import type { Transactions } from '../../transaction/transactions';
import { accessState } from '../access-state';
import type { NotAnAdmin } from '../authorise';
import { currentRequest } from '../current';
import { openDecisions, type AdminDecision, type NoSuchRequest } from '../decide';
import { itemsOf, type NamedPerson, type RequestItem } from './item';
import { authoriseReader, type Reader } from './reader';
import type { AccessState } from './views';

/** A request with all that is known about it. */
export interface RequestDetails {
  readonly item: RequestItem;
  /** What happened to it last, oldest first; and how many events there are in all. */
  readonly events: readonly DetailedEvent[];
  readonly eventCount: number;
  /** The newest notes of the admins, oldest first; and how many there are in all. */
  readonly notes: readonly DetailedNote[];
  readonly noteCount: number;
  /** What was said last between the admins and the client, oldest first; and how much was said in all. */
  readonly talk: readonly DetailedTalk[];
  readonly talkCount: number;
  /** What the client wrote in other rounds, oldest first: the first text and the newest. */
  readonly otherTexts: readonly TextOfRound[];
  /** What the client was told about it, or is owed, newest first. */
  readonly messages: readonly ToldClient[];
  readonly access: readonly DetailedAccess[];
  /** What the reader can do with it now. */
  readonly may: readonly Possible[];
  /** Until when the reader can take their decision back; null: there is none, or they can't. */
  readonly undoUntil: Instant | null;
  /** The number of its newest event: with the request's round it says what the reader has seen. */
  readonly lastEvent: number;
}

export type Possible = AdminDecision['type'] | 'note';

export interface DetailedEvent {
  readonly id: number;
  readonly event: EventType;
  readonly from: Status | null;
  readonly to: Status;
  /** Null: the system. */
  readonly actor: NamedPerson | null;
  /** Of an approval: the others whose approvals counted. */
  readonly coApprovers: readonly NamedPerson[];
  readonly at: Instant;
  readonly reason: string | null;
  /** It brought a text or had a reason, and that was erased. */
  readonly erased: boolean;
  readonly via: Via;
  readonly round: number;
}

export interface DetailedNote {
  readonly id: number;
  readonly author: NamedPerson;
  readonly at: Instant;
  readonly text: string;
}

export interface DetailedTalk {
  readonly id: number;
  readonly kind: TalkKind;
  readonly author: NamedPerson;
  readonly at: Instant;
  readonly text: string;
  readonly round: number;
}

export interface TextOfRound {
  readonly round: number;
  readonly at: Instant;
  readonly message: string;
}

export interface ToldClient {
  readonly id: number;
  readonly channel: ChannelName;
  readonly state: Exclude<OutboxState, 'superseded'>;
  /** What it says: what became of the request, or the kind of the notice. */
  readonly what: string;
  readonly createdAt: Instant;
  readonly settledAt: Instant | null;
  readonly error: string | null;
}

/** Where the client is, of a chat that their approval opens. */
export interface DetailedAccess {
  readonly chat: GroupId;
  readonly title: string;
  readonly state: AccessState;
}

/** So much of each kind is listed at most. */
const most = { events: 200, notes: 200, talk: 200, messages: 50 };

/** A request as it is now: one past its term expires first, even before the next sweep. */
export async function requestDetails(
  transactions: Pick<Transactions, 'read' | 'run'>,
  reader: Reader,
  id: RequestId,
  signal: AbortSignal,
): Promise<RequestDetails | NotAnAdmin | NoSuchRequest> {
  const seen = await transactions.read((reading) => detailsIn(reading, reader, id));
  if (seen !== 'past_its_term') return seen;
  return transactions.run(async (tx) => {
    await currentRequest(tx, id);
    const now = await detailsIn(tx, reader, id);
    if (now === 'past_its_term') throw new Error(`request ${id} is past its term and does not expire`);
    return now;
  }, signal);
}

/** The same inside a transaction or a read; `past_its_term`: it has to expire first. */
export async function detailsIn(
  reading: Reading,
  reader: Reader,
  id: RequestId,
): Promise<RequestDetails | NotAnAdmin | NoSuchRequest | 'past_its_term'> {
  const forbidden = authoriseReader(reading, reader);
  if (forbidden !== null) return forbidden;
  const { store, community, now } = reading;
  const stored = await store.requests.get(id);
  const [item] = await itemsOf(store, community, [id]);
  if (stored === null || item === undefined) return { refused: 'no_such_request' };
  const { request } = stored;
  if (request.status === 'pending' && now >= request.expiresAt) return 'past_its_term';
  const happened = await store.events.newest(id, most.events);
  const noted = await store.notes.latest(id, most.notes);
  const said = await store.talk.latest(id, most.talk);
  const may: Possible[] =
    reader.kind === 'program' ? [] : [...(await openDecisions(reading, stored, reader.id)), 'note'];
  return {
    item,
    events: await eventsOf(reading, happened),
    eventCount: happened.length < most.events ? happened.length : await store.events.count(id),
    notes: noted
      .map(({ note, authorName }) => ({
        id: note.id,
        author: { id: note.authorId, name: authorName },
        at: note.at,
        text: note.text,
      }))
      .reverse(),
    noteCount: noted.length < most.notes ? noted.length : await store.notes.count(id),
    talk: said
      .map(({ message: { authorId, at, text, kind, round, ...row }, authorName }) => ({
        id: row.id,
        author: { id: authorId, name: authorName },
        ...{ at, text, kind, round },
      }))
      .reverse(),
    talkCount: said.length < most.talk ? said.length : await store.talk.count(id),
    otherTexts: await otherTexts(reading, id, request, happened),
    messages: (await store.outbox.about(id, request.clientId, most.messages)).map(asTold),
    access: await accessOf(reading, request, item.client.telegramId),
    may,
    undoUntil: may.includes('undo') ? endOfUndo(request, community.policy.undoWindow) : null,
    lastEvent: happened[0]?.id ?? 0,
  };
}

/** An approval among several can be taken back for as long as the request waits. */
const endOfUndo = (request: Request, window: Millis): Instant | null =>
  request.status === 'approved' || request.status === 'rejected' ? request.decision.at + window : null;

type EventRow = Awaited<ReturnType<Reading['store']['events']['newest']>>[number];

/** These events, oldest first. */
async function eventsOf(
  { store }: Pick<Reading, 'store'>,
  happened: readonly EventRow[],
): Promise<readonly DetailedEvent[]> {
  const others = [...new Set(happened.flatMap(({ coApprovers }) => coApprovers ?? []))];
  const names = others.length === 0 ? null : await store.people.names(others);
  return happened.toReversed().map((row) => ({
    id: row.id,
    event: row.event,
    from: row.fromStatus,
    to: row.toStatus,
    actor: row.actorId === null ? null : { id: row.actorId, name: row.actorName ?? '' },
    coApprovers: (row.coApprovers ?? []).map((id) => ({ id, name: names?.get(id)?.name ?? '' })),
    at: row.at,
    reason: row.reason,
    erased: row.erasedAt !== null && (row.bringsText || row.hadReason),
    via: row.via ?? (row.actorId === null ? 'system' : 'chat'),
    round: row.round,
  }));
}

/** The texts of rounds but the one that the request has now. A text that was described later is as it was described. */
async function otherTexts(
  { store }: Reading,
  id: RequestId,
  request: Request,
  happened: readonly EventRow[],
): Promise<readonly TextOfRound[]> {
  const texts = new Map<number, TextOfRound>();
  // Newest first: the first of a round is the one that holds.
  for (const { round, at, text } of happened) {
    if (text !== null && !texts.has(round)) texts.set(round, { round, at, message: text });
  }
  const first = happened.length < most.events ? null : await store.events.firstText(id);
  if (first !== null && !texts.has(1)) texts.set(1, { round: 1, ...first, message: first.message ?? '' });
  const began = happened.find(
    ({ at, event }) => at === request.submittedAt && (event === 'submit' || event === 'appeal'),
  );
  return [...texts.values()].filter(({ round }) => round !== (began?.round ?? 1)).sort((a, b) => a.round - b.round);
}

type ToldRow = Awaited<ReturnType<Reading['store']['outbox']['about']>>[number];

const asTold = ({ id, channel, state, notice, createdAt, settledAt, lastError }: ToldRow): ToldClient => ({
  ...{ id, channel, state },
  what: whatItSays(notice),
  ...{ createdAt, settledAt },
  error: lastError,
});

const whatItSays = (notice: Notice): string => (notice.kind === 'client_news' ? notice.news : notice.kind);

/** An approval, or its end, is what there is to say of it. */
async function accessOf(
  reading: Reading,
  request: Request,
  telegramId: TelegramId | null,
): Promise<readonly DetailedAccess[]> {
  const { status, clientId } = request;
  if (status !== 'approved' && status !== 'revoked' && status !== 'pending') return [];
  return chatsOf(reading, { id: clientId, telegramId });
}

/** Where somebody is, of the community's chats. */
export async function chatsOf(
  { store, community }: Pick<Reading, 'store' | 'community'>,
  { id, telegramId }: Pick<Person, 'id' | 'telegramId'>,
): Promise<readonly DetailedAccess[]> {
  if (community.access === null) return [];
  return (await store.access.ofPerson(id)).flatMap(({ chat, membership }) => {
    const state = accessState(membership, telegramId);
    return state === null ? [] : [{ chat: chat.chatId, title: chat.title ?? String(chat.chatId), state }];
  });
}
