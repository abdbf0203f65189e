import { personId } from '../lifecycle/ids';
import { differing, isContradiction, replay, type PastEvent, type RequestRow } from '../lifecycle/replay';
import type { HistoryReader, HistoryRow, RequestRowRead } from '../store/history';

/** So many rows were looked at; and the first that does not follow. */
interface Followed {
  readonly events: number;
  readonly requests: number;
  readonly wrong: { readonly kind: 'event' | 'request'; readonly id: string; readonly why: string } | null;
}

/** An event with what its request's row doesn't follow from. */
interface ReadEvent {
  readonly id: string;
  readonly event: PastEvent;
}

/** Looks at all requests with their histories, in the order of their numbers, until one does not follow. */
export async function* followingRows(reader: HistoryReader): AsyncGenerator<Followed> {
  const histories = new Histories(reader);
  try {
    for await (const rows of reader.requests()) yield await followed(rows, histories);
    const orphan = await orphanBefore(histories, Infinity);
    if (orphan !== null) yield { events: 0, requests: 0, wrong: orphan };
  } finally {
    await histories.close();
  }
}

async function followed(rows: readonly RequestRowRead[], histories: Histories): Promise<Followed> {
  let events = 0;
  for (const [n, row] of rows.entries()) {
    const id = Number(row[0]);
    // Waiting for what is there already would take as long as all the rest.
    const next = histories.before(id);
    const orphan = next === 'more' ? await orphanBefore(histories, id) : next;
    const own: ReadEvent[] = [];
    while (orphan === null && histories.take(id, own)) await histories.more();
    events += own.length;
    const wrong = orphan ?? whyNot(row, own);
    if (wrong !== null) return { events, requests: n, wrong };
  }
  return { events, requests: rows.length, wrong: null };
}

async function orphanBefore(histories: Histories, request: number): Promise<Followed['wrong']> {
  for (;;) {
    const next = histories.before(request);
    if (next !== 'more') return next;
    await histories.more();
  }
}

/** The events of all requests, of which those of one request at a time are taken. */
class Histories {
  private readonly batches: AsyncIterator<readonly HistoryRow[]>;
  private batch: readonly HistoryRow[] = [];
  private at = 0;
  private isOver = false;

  constructor(reader: HistoryReader) {
    this.batches = reader.history()[Symbol.asyncIterator]();
  }

  /** The next event, if it is of a request with a lower number, which then doesn't exist. `more`: it has to be read first. */
  before(request: number): Followed['wrong'] | 'more' {
    const row = this.batch[this.at];
    if (row === undefined) return this.isOver ? null : 'more';
    if (Number(row[0]) >= request) return null;
    return { kind: 'event', id: String(row[1]), why: `it is of request ${row[0]}, which does not exist` };
  }

  /** Adds the request's events that have been read. Returns whether there may be more. */
  take(request: number, events: ReadEvent[]): boolean {
    for (; ; this.at += 1) {
      const row = this.batch[this.at];
      if (row === undefined) return !this.isOver;
      if (Number(row[0]) !== request) return false;
      events.push(asEvent(row));
    }
  }

  async more(): Promise<void> {
    const next = await this.batches.next();
    this.isOver = next.done === true;
    this.batch = next.done === true ? [] : next.value;
    this.at = 0;
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }
}

function whyNot(row: RequestRowRead, own: readonly ReadEvent[]): Followed['wrong'] {
  const id = String(row[0]);
  const [first] = own;
  if (first === undefined) return { kind: 'request', id, why: 'it has no history' };
  const history = replay(own.map(({ event }) => event));
  if (isContradiction(history)) {
    return { kind: 'event', id: own[history.index]?.id ?? first.id, why: history.why };
  }
  const column = differing(asRequest(row), history);
  return column === null ? null : { kind: 'request', id, why: `its ${column} does not follow from its history` };
}

function asEvent([, id, facts, message, reason]: HistoryRow): ReadEvent {
  const [, event = '', from = '', to = '', actor = '', at, , via = '', round, expiresAt = '', admins = ''] =
    facts.split('\n');
  return {
    id: String(id),
    event: {
      // A boundary: the chain says that this program wrote them.
      event: event as PastEvent['event'],
      fromStatus: from === '' ? null : (from as PastEvent['toStatus']),
      toStatus: to as PastEvent['toStatus'],
      actorId: actor === '' ? null : personId(Number(actor)),
      at: Number(at),
      message,
      reason,
      round: Number(round),
      expiresAt: expiresAt === '' ? null : Number(expiresAt),
      coApprovers: admins === '' ? null : parsed(admins),
      via,
    },
  };
}

/** A boundary: what it says is compared with the history. */
const asRequest = (row: RequestRowRead): RequestRow => ({
  clientId: personId(numberIn(row[1])),
  source: row[2],
  message: row[3],
  status: row[4] as RequestRow['status'],
  round: numberIn(row[5]),
  submittedAt: numberIn(row[6]),
  expiresAt: numberIn(row[7]),
  reviewedBy: row[8] === null ? null : personId(numberIn(row[8])),
  decidedAt: row[9] === null ? null : numberIn(row[9]),
  reason: row[10],
  appealCount: numberIn(row[11]),
  lastRejectedAt: row[12] === null ? null : numberIn(row[12]),
  awaitsWords: flagIn(row[13]),
  beforeAppeal: parsed(row[14]),
  votes: writtenBack(row[15]),
  coApprovers: parsed(row[16]),
  withdrawnAt: row[17] === null ? null : numberIn(row[17]),
  isErased: flagIn(row[18]) === true,
});

/** What SQLite takes in the place of a number is none: NaN, which nothing is equal to. */
function numberIn(value: number | string): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
}

/** Null: neither true nor false. */
function flagIn(flag: RequestRowRead[13]): boolean | null {
  if (flag === 1 || flag === true || flag === 't') return true;
  return flag === 0 || flag === false || flag === 'f' ? false : null;
}

/** What is no JSON follows from nothing, nor does null where the column has a null of its own for it. */
function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    // Bytes would be read as the text that they are.
    const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
    return value ?? json;
  } catch {
    return json;
  }
}

/** The same of what the bot compares as a text: written in another way, it would never be the same again. */
function writtenBack(json: string | null): unknown {
  const value = parsed(json);
  return value === null || JSON.stringify(value) === json ? value : json;
}
