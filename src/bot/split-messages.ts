import type { MiddlewareFn } from 'telegraf';
import type { Instant } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import { incoming, type BotContext, type Incoming } from './context';

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

/** The last long text of somebody in a chat, or the last piece of it. */
interface Piece {
  readonly chat: number;
  readonly sender: number;
  readonly message: number;
  /** Seconds since 1970, by Telegram's clock. */
  readonly date: number;
  readonly length: number;
  readonly isRest: boolean;
  /** When it was handled, by ours. */
  readonly at: Instant;
}

/**
 * Telegram's apps send what is longer than one message takes in pieces, all but the last longer than anything this bot
 * passes on. Remembers such texts, in the database, so that a rest which comes after a restart is still known as one.
 */
export const noteLongTexts: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  if (said !== null && 'text' in said.message && lengthOf(said) > shortestPiece) {
    const pieces = await remembered(ctx.tx);
    await remember(ctx.tx, pieces, said, goesOn(ctx.tx, said, pieceBefore(pieces, said)));
  }
  return next();
};

/**
 * Whether a message is the rest of a text that was too long for one: from the same sender right after it, and together they
 * are longer than a message. What is asked after the long text, at `askedAt`, its rest can't answer.
 */
export async function isRestOfLongText(tx: Transaction, said: Incoming, askedAt: Instant = 0): Promise<boolean> {
  const pieces = await remembered(tx);
  const before = pieceBefore(pieces, said);
  if (before === undefined) return false;
  if (before.message === said.message.message_id) return before.isRest;
  if (askedAt > before.at || !goesOn(tx, said, before)) return false;
  await remember(tx, pieces, said, true);
  return true;
}

function goesOn({ now }: Transaction, said: Incoming, before: Piece | undefined): boolean {
  if (before === undefined || before.message >= said.message.message_id || before.length <= shortestPiece) return false;
  // What came in one answer of Telegram's was written before anybody can have read the refusal.
  if (before.at === now) return true;
  const isTooLongTogether = before.length + lengthOf(said) > longestText - lostAtCut;
  return isTooLongTogether && Math.abs(said.message.date - before.date) <= togetherSeconds;
}

const lengthOf = ({ text }: Incoming): number => text?.length ?? 0;

const pieceBefore = (pieces: readonly Piece[], said: Incoming): Piece | undefined =>
  pieces.find(({ chat, sender }) => chat === said.chat && sender === said.sender);

async function remembered({ store }: Transaction): Promise<readonly Piece[]> {
  const stored = await store.state.get('long_texts');
  // Nobody else writes it.
  return stored === null ? [] : (JSON.parse(stored) as readonly Piece[]);
}

async function remember({ store, now }: Transaction, pieces: readonly Piece[], said: Incoming, isRest: boolean) {
  const { chat, sender, message } = said;
  const others = pieces.filter((piece) => piece.chat !== chat || piece.sender !== sender);
  const piece: Piece = {
    chat,
    sender,
    message: message.message_id,
    date: message.date,
    length: lengthOf(said),
    isRest,
    at: now,
  };
  await store.state.set('long_texts', JSON.stringify([piece, ...others].slice(0, mostRemembered)));
}
