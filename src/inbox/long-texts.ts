import type { Instant } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';

/** https://core.telegram.org/bots/api#sendmessage, `text` */
const longestText = 4096;
/** Telegram's apps cut a text at the end of a paragraph, a sentence or a word, but not in a message's first half. */
const shortestPiece = longestText / 2;
/** White space at the cut belongs to neither piece. */
const lostAtCut = 16;
/** The pieces of a text leave one right after the other. */
const togetherSeconds = 10;
/** Nobody's piece is forgotten by it in those seconds, unless very many send long texts at once. */
const mostRemembered = 50;

/** A text that somebody sent, or what of it matters here. */
export interface SentText {
  readonly chat: number;
  readonly sender: number;
  readonly message: number;
  /** Seconds since 1970, by Telegram's clock. */
  readonly date: number;
  /** In UTF-16 units. */
  readonly length: number;
}

/** The last long text of somebody in a chat, or the last piece of it. */
interface Piece extends SentText {
  readonly isRest: boolean;
  /** When it was handled, by ours. */
  readonly at: Instant;
}

/**
 * Telegram's apps send what is longer than one message takes in pieces, all but the last longer than anything this bot
 * passes on. Remembers such texts, in the database, so that a rest which comes after a restart is still known as one.
 */
export async function noteLongText(tx: Transaction, text: SentText): Promise<void> {
  if (text.length <= shortestPiece) return;
  const pieces = await remembered(tx);
  await remember(tx, pieces, text, goesOn(tx, text, pieceBefore(pieces, text)));
}

/**
 * Whether a text is the rest of one that was too long for a message: from the same sender right after it, and together they
 * are longer than a message. What is asked after the long text, at `askedAt`, its rest can't answer.
 */
export async function isRestOfLongText(tx: Transaction, text: SentText, askedAt: Instant = 0): Promise<boolean> {
  const pieces = await remembered(tx);
  const before = pieceBefore(pieces, text);
  if (before === undefined) return false;
  if (before.message === text.message) return before.isRest;
  if (askedAt > before.at || !goesOn(tx, text, before)) return false;
  await remember(tx, pieces, text, true);
  return true;
}

function goesOn({ now }: Transaction, text: SentText, before: Piece | undefined): boolean {
  if (before === undefined || before.message >= text.message || before.length <= shortestPiece) return false;
  // What came in one answer of Telegram's was written before anybody can have read the refusal.
  if (before.at === now) return true;
  const isTooLongTogether = before.length + text.length > longestText - lostAtCut;
  return isTooLongTogether && Math.abs(text.date - before.date) <= togetherSeconds;
}

const pieceBefore = (pieces: readonly Piece[], text: SentText): Piece | undefined =>
  pieces.find(({ chat, sender }) => chat === text.chat && sender === text.sender);

async function remembered({ store }: Transaction): Promise<readonly Piece[]> {
  const stored = await store.state.get('long_texts');
  // A boundary: nobody but `remember` writes it.
  return stored === null ? [] : (JSON.parse(stored) as readonly Piece[]);
}

async function remember({ store, now }: Transaction, pieces: readonly Piece[], text: SentText, isRest: boolean) {
  const { chat, sender, message, date, length } = text;
  const others = pieces.filter((piece) => piece.chat !== chat || piece.sender !== sender);
  const piece: Piece = { chat, sender, message, date, length, isRest, at: now };
  await store.state.set('long_texts', JSON.stringify([piece, ...others].slice(0, mostRemembered)));
}
