import { groupId, requestId, type GroupId, type Instant, type RequestId } from '../../../lifecycle/ids';

/** The data of a button. It comes back from the client's app, so it proves nothing about who pressed. */
export type CallbackData =
  | { readonly type: 'approve'; readonly request: RequestId; readonly round: number }
  | { readonly type: 'reject'; readonly request: RequestId; readonly round: number }
  | { readonly type: 'reject_with_reason'; readonly request: RequestId; readonly round: number }
  /** Asks the client something. */
  | { readonly type: 'ask_client'; readonly request: RequestId; readonly round: number }
  | { readonly type: 'undo'; readonly request: RequestId; readonly round: number }
  /** Under the question which reason: write one instead. */
  | { readonly type: 'own_reason'; readonly request: RequestId; readonly round: number }
  /** Under the same question: the ready reason with this number, from 1. */
  | {
      readonly type: 'ready_reason';
      readonly request: RequestId;
      readonly round: number;
      readonly reason: number;
    }
  /** This request in the place of the list with the button. */
  | { readonly type: 'open_in_place'; readonly request: RequestId }
  /** The list in the place of this request, which has the button. */
  | ({ readonly type: 'list_in_place' } & InQueue)
  /** The request that waits after this one, in its place. */
  | ({ readonly type: 'next_in_place' } & InQueue)
  /** Show the card of this request. */
  | { readonly type: 'show'; readonly request: RequestId }
  /** This page of open requests, from 1, replacing the one with the button. Only buttons of earlier versions have it. */
  | { readonly type: 'pending'; readonly page: number }
  /** The open requests after, or before, this one, replacing the page with the button. */
  | { readonly type: 'pending_after' | 'pending_before'; readonly submittedAt: Instant; readonly request: RequestId }
  /** What the same search finds that is newer, or older, than this request, replacing the page with the button. */
  | { readonly type: 'found_newer' | 'found_older'; readonly search: number; readonly request: RequestId }
  /** The first page of open requests, as a new message. */
  | { readonly type: 'pending_new' }
  /** The statistics as a picture. */
  | { readonly type: 'stats_picture' }
  | { readonly type: 'appeal'; readonly request: RequestId }
  /** The client wants to ask for access. */
  | { readonly type: 'request' }
  /** Send the draft as the client's request or appeal. */
  | { readonly type: 'send_draft'; readonly draft: number }
  /** Add the draft to the client's pending request. */
  | { readonly type: 'add_draft'; readonly draft: number }
  /** Remove whom the bot found in this chat after a long silence and who should be out. */
  | { readonly type: 'allow_removals'; readonly chat: GroupId }
  /** The admin signs out of the desk where this link has let them in. */
  | { readonly type: 'desk_sign_out'; readonly link: number }
  /** Forget whoever was asked then whether to. */
  | { readonly type: 'forget'; readonly at: Instant }
  /** The language to use with this person; null: that of their Telegram app. */
  | { readonly type: 'language'; readonly language: string | null };

/** A request that a list has open, and its place in the order of what waits. */
interface InQueue {
  readonly request: RequestId;
  readonly round: number;
  readonly submittedAt: Instant;
}

/** Packed: at most 45 of the 64 bytes that Telegram allows. */
export function pack(data: CallbackData): string {
  switch (data.type) {
    case 'approve':
    case 'reject':
    case 'reject_with_reason':
    case 'ask_client':
    case 'undo':
    case 'own_reason':
      return `${letters[data.type]}:${data.request}:${data.round}`;
    case 'ready_reason':
      return `${letters[data.type]}:${data.request}:${data.round}:${data.reason}`;
    case 'list_in_place':
    case 'next_in_place':
      return `${letters[data.type]}:${data.request}:${data.round}:${data.submittedAt}`;
    case 'open_in_place':
    case 'show':
    case 'appeal':
      return `${letters[data.type]}:${data.request}`;
    case 'pending':
      return `${letters.pending}:${data.page}`;
    case 'pending_after':
    case 'pending_before':
      return `${letters[data.type]}:${data.submittedAt}:${data.request}`;
    case 'found_newer':
    case 'found_older':
      return `${letters[data.type]}:${data.search}:${data.request}`;
    case 'send_draft':
    case 'add_draft':
      return `${letters[data.type]}:${data.draft}`;
    case 'desk_sign_out':
      return `${letters[data.type]}:${data.link}`;
    case 'forget':
      return `${letters[data.type]}:${data.at}`;
    case 'allow_removals':
      // Numbers are from 1, and chats have negative ones.
      return `${letters[data.type]}:${Math.abs(data.chat)}`;
    case 'language':
      return `${letters.language}:${data.language ?? asInTelegram}`;
    case 'pending_new':
    case 'stats_picture':
    case 'request':
      return letters[data.type];
  }
}

/** The reverse of `pack`; null for anything that `pack` does not make. */
export function parse(packed: string): CallbackData | null {
  const [letter, ...fields] = packed.split(':');
  const type = types.find((candidate) => letters[candidate] === letter);
  if (type === 'language') return fields.length === 1 ? parseLanguage(fields[0] ?? '') : null;
  const numbers = fields.map(number);
  const [first, second, third] = numbers;
  if (type === undefined || numbers.length !== fieldCount[type]) return null;
  switch (type) {
    case 'approve':
    case 'reject':
    case 'reject_with_reason':
    case 'ask_client':
    case 'undo':
    case 'own_reason':
      return first && second && second <= mostRounds ? { type, request: requestId(first), round: second } : null;
    case 'ready_reason':
      return first && second && second <= mostRounds && third
        ? { type, request: requestId(first), round: second, reason: third }
        : null;
    case 'list_in_place':
    case 'next_in_place':
      return first && second && second <= mostRounds && third && third <= latest
        ? { type, request: requestId(first), round: second, submittedAt: third }
        : null;
    case 'open_in_place':
    case 'show':
    case 'appeal':
      return first ? { type, request: requestId(first) } : null;
    case 'pending_after':
    case 'pending_before':
      return first && second && first <= latest ? { type, submittedAt: first, request: requestId(second) } : null;
    case 'found_newer':
    case 'found_older':
      return first && second ? { type, search: first, request: requestId(second) } : null;
    case 'pending':
      return first ? { type, page: first } : null;
    case 'send_draft':
    case 'add_draft':
      return first ? { type, draft: first } : null;
    case 'desk_sign_out':
      return first ? { type, link: first } : null;
    case 'forget':
      return first && first <= latest ? { type, at: first } : null;
    case 'allow_removals':
      return first ? { type, chat: groupId(-first) } : null;
    case 'pending_new':
    case 'stats_picture':
    case 'request':
      return { type };
  }
}

// Buttons stay in chats for years, so a letter's meaning never changes.
const letters = {
  approve: 'a',
  reject: 'r',
  reject_with_reason: 'w',
  ask_client: 'k',
  undo: 'u',
  own_reason: 'o',
  ready_reason: 'c',
  open_in_place: 'i',
  list_in_place: 't',
  next_in_place: 'x',
  show: 's',
  pending: 'p',
  pending_after: 'f',
  pending_before: 'b',
  found_newer: 'h',
  found_older: 'v',
  pending_new: 'n',
  stats_picture: 'j',
  appeal: 'l',
  request: 'q',
  send_draft: 'd',
  add_draft: 'm',
  allow_removals: 'y',
  desk_sign_out: 'e',
  forget: 'z',
  language: 'g',
} as const satisfies Record<CallbackData['type'], string>;

const fieldCount = {
  approve: 2,
  reject: 2,
  reject_with_reason: 2,
  ask_client: 2,
  undo: 2,
  own_reason: 2,
  ready_reason: 3,
  open_in_place: 1,
  list_in_place: 3,
  next_in_place: 3,
  show: 1,
  pending: 1,
  pending_after: 2,
  pending_before: 2,
  found_newer: 2,
  found_older: 2,
  pending_new: 0,
  stats_picture: 0,
  appeal: 1,
  request: 0,
  send_draft: 1,
  add_draft: 1,
  allow_removals: 1,
  desk_sign_out: 1,
  forget: 1,
  language: 1,
} as const satisfies Record<CallbackData['type'], number>;

const isType = (key: string): key is CallbackData['type'] => Object.hasOwn(letters, key);
const types = Object.keys(letters).filter(isType);

/** Not the code of any language. */
const asInTelegram = '-';

function parseLanguage(field: string): CallbackData | null {
  if (field === asInTelegram) return { type: 'language', language: null };
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(field) ? { type: 'language', language: field } : null;
}

/** The end of the year 9999, which both databases know. */
const latest: Instant = 253_402_300_799_999;

/** The highest value of a 32-bit column. */
const mostRounds = 2 ** 31 - 1;

/** A number from 1 as JavaScript writes it; anything else is null. */
function number(field: string): number | null {
  const value = Number(field);
  return /^[1-9]\d*$/.test(field) && Number.isSafeInteger(value) ? value : null;
}
