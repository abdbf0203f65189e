import { requestId, type RequestId } from '../lifecycle/ids';

/** What a button says when it is pressed. It comes back from the client's side, so it proves nothing about who pressed. */
export type CallbackData =
  | { readonly type: 'approve'; readonly request: RequestId; readonly round: number }
  | { readonly type: 'reject'; readonly request: RequestId; readonly round: number }
  | { readonly type: 'reject_with_reason'; readonly request: RequestId; readonly round: number }
  | { readonly type: 'undo'; readonly request: RequestId; readonly round: number }
  /** A card of this request, please. */
  | { readonly type: 'show'; readonly request: RequestId }
  /** This page of what waits, in the place of the one with the button; from 1. */
  | { readonly type: 'pending'; readonly page: number }
  /** The first page of what waits, as a new message. */
  | { readonly type: 'pending_new' }
  | { readonly type: 'appeal'; readonly request: RequestId }
  /** A client would like to ask for access. */
  | { readonly type: 'request' };

/** As it travels: at most 35 of the 64 bytes that Telegram allows. */
export function pack(data: CallbackData): string {
  switch (data.type) {
    case 'approve':
    case 'reject':
    case 'reject_with_reason':
    case 'undo':
      return `${letters[data.type]}:${data.request}:${data.round}`;
    case 'show':
    case 'appeal':
      return `${letters[data.type]}:${data.request}`;
    case 'pending':
      return `${letters.pending}:${data.page}`;
    case 'pending_new':
    case 'request':
      return letters[data.type];
  }
}

/** The reverse of `pack`; null for anything that `pack` does not make. */
export function parse(packed: string): CallbackData | null {
  const [letter, ...fields] = packed.split(':');
  const type = types.find((candidate) => letters[candidate] === letter);
  const numbers = fields.map(number);
  const [first, second] = numbers;
  if (type === undefined || numbers.length !== fieldCount[type]) return null;
  switch (type) {
    case 'approve':
    case 'reject':
    case 'reject_with_reason':
    case 'undo':
      return first && second && second <= mostRounds ? { type, request: requestId(first), round: second } : null;
    case 'show':
    case 'appeal':
      return first ? { type, request: requestId(first) } : null;
    case 'pending':
      return first ? { type, page: first } : null;
    case 'pending_new':
    case 'request':
      return { type };
  }
}

// Buttons live on in chats for years: a letter never gets another meaning.
const letters = {
  approve: 'a',
  reject: 'r',
  reject_with_reason: 'w',
  undo: 'u',
  show: 's',
  pending: 'p',
  pending_new: 'n',
  appeal: 'l',
  request: 'q',
} as const satisfies Record<CallbackData['type'], string>;

const fieldCount = {
  approve: 2,
  reject: 2,
  reject_with_reason: 2,
  undo: 2,
  show: 1,
  pending: 1,
  pending_new: 0,
  appeal: 1,
  request: 0,
} as const satisfies Record<CallbackData['type'], number>;

// Object.keys forgets the type of the keys; those of `letters` are exactly these.
const types = Object.keys(letters) as CallbackData['type'][];

/** As many as a column of 32 bits holds. */
const mostRounds = 2 ** 31 - 1;

/** A number from 1 as JavaScript writes it; anything else is null. */
function number(field: string): number | null {
  const value = Number(field);
  return /^[1-9]\d*$/.test(field) && Number.isSafeInteger(value) ? value : null;
}
