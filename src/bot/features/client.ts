import { Composer, type MiddlewareFn } from 'telegraf';
import { reachedAt } from '../../contacts/reached';
import { isRestOfLongText } from '../../inbox/long-texts';
import type { Refusal } from '../../lifecycle/transition';
import {
  askForText,
  cancel,
  describe,
  joinQuestionTo,
  submitText,
  type SubmitCommand,
  type TooLong,
} from '../../requests/submit';
import { isChanged } from '../../requests/change';
import { greet } from '../../requests/greet';
import { questionAnswered } from '../../requests/questions';
import { requestStatus } from '../../requests/read/status';
import { refusalForClient } from '../../requests/read/refusal';
import { tell, type Transaction } from '../../transaction/transaction';
import { keepDraft, longestOf, nextText, type Draft } from '../../requests/drafts';
import { answerAdmins, questionToClient, type TooManyAdditions } from '../../requests/talk';
import { longestMessage, longestTalk } from '../../lifecycle/limits';
import { isInvisible } from '../../i18n/invisible';
import { typedCommand, type TypedCommand } from '../commands';
import { incoming, sentText, type BotContext, type Incoming } from '../context';
import { onlyThanks, thanks } from '../thanks';
import { passedOn, type Written } from '../written';
import { becameOne } from './became-one';

/** A private chat between a client and the bot. */
type PrivateChat = Pick<Incoming, 'chat' | 'sender'>;

/** Everything a client can send in a private chat. It is the last handler: whatever reaches it is answered. */
export const clientChat: MiddlewareFn<BotContext> = Composer.compose([
  command,
  answerToAdmins,
  answerToJoinQuestion,
  answerToQuestion,
  anythingElse,
]);

async function command(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const said = incoming(ctx);
  const typed = said === null ? null : typedCommand(said.text ?? '', ctx.facts.me.username);
  if (said === null || typed === null) return next();
  switch (typed.name) {
    case 'start':
      return (await united(ctx, said, typed)) ? undefined : greet(ctx.tx, said.sender);
    case 'help':
      return greet(ctx.tx, said.sender);
    case 'request':
      return askOrQuestion(ctx, said, 'submit', typed);
    case 'appeal':
      return askOrQuestion(ctx, said, 'appeal', typed);
    case 'status':
      return status(ctx.tx, said);
    case 'cancel':
      return cancelled(ctx.tx, said);
    default:
      return hint(ctx, said, 'unknown_command');
  }
}

/** Whoever asked by the form has opened the link from their page. Returns whether that is what it was. */
async function united(ctx: BotContext, { chat, sender }: Incoming, { rest }: TypedCommand): Promise<boolean> {
  const { unite } = ctx.facts;
  const token = rest.trim();
  if (unite === null || token === '' || ctx.telegramId === null) return false;
  const outcome = await unite(ctx.tx, token, sender);
  if ('refused' in outcome) {
    if (outcome.refused === 'no_such_link') return false;
    tell(ctx.tx, chat, { kind: 'not_united', why: outcome });
    return true;
  }
  await becameOne(ctx, outcome);
  return true;
}

/** A reply to a question of the admins' answers it, and so does any text while it has no answer. */
async function answerToAdmins(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const said = incoming(ctx);
  if (said === null || said.written === null || isInvisible(said.written.text)) return next();
  const target = repliesTo(said);
  const asked = await questionToClient(ctx.tx, said.sender, said.chat, target);
  if (asked === null || (await isRestOfLongText(ctx.tx, sentText(said), asked.askedAt))) return next();
  if (target === null && onlyThanks(said.written.text, ctx.facts.words.thanks)) return next();
  const { text, leftOut } = toAdmins(said.written, longestTalk);
  const outcome = await answerAdmins(ctx.tx, said.sender, asked, text);
  if (!('passedOn' in outcome)) return refuseAddition(ctx.tx, said, outcome);
  const { passedOn: requestId, expiresAt } = outcome;
  tell(ctx.tx, said.chat, { kind: 'passed_on', requestId, expiresAt, ...(leftOut.length > 0 && { leftOut }) });
}

/** Whoever asked to join a chat says a few words: a reply to the question for them, or any text while it has no answer. */
async function answerToJoinQuestion(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const said = incoming(ctx);
  if (said === null || said.written === null || isInvisible(said.written.text)) return next();
  const target = repliesTo(said);
  const asked = await joinQuestionTo(ctx.tx, said.sender, target);
  if (asked === null || (await isRestOfLongText(ctx.tx, sentText(said), asked.askedAt))) return next();
  if (target === null && onlyThanks(said.written.text, ctx.facts.words.thanks)) return next();
  const { text, leftOut } = toAdmins(said.written);
  const outcome = await describe(ctx.tx, said.sender, asked, text, leftOut);
  if (!isChanged(outcome)) await refuse(ctx.tx, said, outcome);
}

/** A reply to the bot's question answers it, and so does the next text for a while. */
async function answerToQuestion(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const said = incoming(ctx);
  if (said === null || said.written === null) return next();
  const question = await questionAnswered(ctx.tx, said.sender, said.chat, repliesTo(said));
  if (question === null || (await isRestOfLongText(ctx.tx, sentText(said), question.createdAt))) return next();
  const how = question.kind === 'appeal_question' ? 'appeal' : 'submit';
  return isInvisible(said.written.text) ? askOrRefuse(ctx.tx, said, how) : askNow(ctx, said, how, said.written);
}

async function anythingElse(ctx: BotContext): Promise<void> {
  const said = incoming(ctx);
  if (said === null) return;
  const { text } = said;
  if (text === null) return hint(ctx, said, 'not_text');
  const about = await nextText(ctx.tx, said.sender);
  if ((about === null ? thanks : onlyThanks)(text, ctx.facts.words.thanks)) return youAreWelcome(ctx, said);
  if (about === null || isInvisible(text) || (await isRestOfLongText(ctx.tx, sentText(said))))
    return hint(ctx, said, 'text');
  return offer(ctx, said, about);
}

/** Offers to send what the client wrote as their request, as their appeal, or as an addition to what waits. */
async function offer({ tx }: BotContext, said: Incoming, about: Draft['about']): Promise<void> {
  const { message, chat, sender, written } = said;
  if (written === null) return;
  const { text, leftOut } = toAdmins(written, longestOf(about));
  const kept = await keepDraft(tx, sender, about, text);
  if ('refused' in kept) return refuse(tx, said, kept);
  // As a reply, so that it is plain which text would be sent.
  const offered = { kind: 'offer', ...kept, ...(leftOut.length > 0 && { leftOut }) } as const;
  tell(tx, chat, offered, message.message_id);
}

async function youAreWelcome({ tx, isFromAdmin }: BotContext, { chat, sender }: PrivateChat): Promise<void> {
  tell(tx, chat, { kind: 'you_are_welcome', you: await requestStatus(tx, sender), toAdmin: isFromAdmin });
}

function askOrQuestion(ctx: BotContext, said: Incoming, how: SubmitCommand, { rest }: TypedCommand): Promise<void> {
  if (isInvisible(rest) || said.written === null) return askOrRefuse(ctx.tx, said, how);
  const { spelledOut, leftOut } = said.written;
  const restSpelledOut = typedCommand(spelledOut, ctx.facts.me.username)?.rest ?? rest;
  return askNow(ctx, said, how, { text: rest, spelledOut: restSpelledOut, leftOut });
}

/** What the admins get of it, and what they don't. */
function toAdmins({ text, spelledOut, leftOut }: Written, limit = longestMessage): Pick<Written, 'text' | 'leftOut'> {
  const passed = passedOn(text, spelledOut, limit);
  return { text: passed.text, leftOut: [...leftOut, ...passed.leftOut] };
}

/** Asks the client for the text, unless they can't send a request or an appeal now. */
export async function askOrRefuse(tx: Transaction, { chat, sender }: PrivateChat, how: SubmitCommand): Promise<void> {
  const refusal = await askForText(tx, sender, chat, how);
  if (refusal !== null) await refuse(tx, { chat, sender }, refusal);
}

async function askNow({ tx }: BotContext, said: Incoming, how: SubmitCommand, written: Written): Promise<void> {
  const { text, leftOut } = toAdmins(written);
  const outcome = await submitText(tx, said.sender, how, text, leftOut);
  if (!isChanged(outcome)) await refuse(tx, said, outcome);
}

async function status(tx: Transaction, { chat, sender }: PrivateChat): Promise<void> {
  const toAdmin = tx.community.isAdmin(sender);
  const reached = await reachedAt(tx, sender);
  const you = await requestStatus(tx, sender);
  tell(tx, chat, { kind: 'status', you, toAdmin, ...(reached.length > 0 && { reached }) });
}

async function cancelled(tx: Transaction, place: PrivateChat): Promise<void> {
  const outcome = await cancel(tx, place.sender);
  if (isChanged(outcome)) return;
  if (outcome.refused === 'question_dropped') tell(tx, place.chat, { kind: 'question_dropped' });
  else await refuse(tx, place, outcome);
}

/** Tells a client why they can't have what they asked for. */
export async function refuse(
  tx: Transaction,
  { chat, sender }: PrivateChat,
  refusal: Refusal | TooLong,
): Promise<void> {
  if (refusal.refused === 'too_long') {
    const { length, limit } = refusal;
    return tell(tx, chat, { kind: 'too_long', what: 'request', length, limit });
  }
  tell(tx, chat, { kind: 'refusal', refusal: await refusalForClient(tx, refusal, sender), to: 'client' });
}

/** The same of an answer or an addition. Where nothing waits any more, they learn how their request stands. */
export async function refuseAddition(
  tx: Transaction,
  place: PrivateChat,
  refusal: Refusal | TooLong | TooManyAdditions,
): Promise<void> {
  switch (refusal.refused) {
    case 'too_many_additions':
      return tell(tx, place.chat, { kind: 'too_many_additions', limit: refusal.limit });
    case 'not_pending':
      return status(tx, place);
    default:
      return refuse(tx, place, refusal);
  }
}

async function hint(
  { tx, isFromAdmin }: BotContext,
  { chat, sender }: PrivateChat,
  got: 'text' | 'unknown_command' | 'not_text',
): Promise<void> {
  tell(tx, chat, { kind: 'hint', got, you: await requestStatus(tx, sender), toAdmin: isFromAdmin });
}

/** The message that a message replies to; null: it replies to none. */
const repliesTo = ({ message }: Incoming): number | null =>
  ('reply_to_message' in message ? message.reply_to_message?.message_id : undefined) ?? null;
