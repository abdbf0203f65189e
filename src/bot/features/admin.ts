import type { MiddlewareFn } from 'telegraf';
import { requestId, type PersonId, type RequestId } from '../../lifecycle/ids';
import type { DecisionAnswer, Notice } from '../../notices/notice';
import { adminCommands, type AdminCommand } from '../../channels/telegram/messages/command-names';
import { latestRequest, requestExists } from '../../requests/current';
import type { AdminDecision } from '../../requests/decide';
import { find, mostWords } from '../../requests/find';
import { answerWithin, dropAdminQuestion } from '../../requests/questions';
import { waiting } from '../../requests/read/counts';
import { pendingPage } from '../../requests/read/pending-page';
import { stats } from '../../requests/read/stats';
import { showCard } from '../../requests/show-card';
import { isInvisible } from '../../i18n/invisible';
import { leadingNumbers, typedCommand, type NamedRequests, type TypedCommand } from '../commands';
import { incoming, type BotContext, type Incoming } from '../context';
import { takesBack } from '../decision-words';
import { isPrivate, textOf } from '../update';
import { isDecidingAdmin } from '../filters/deciding-admin';
import { refuseNonAdmin } from '../filters/non-admins';
import { administrators } from './administrators';
import { decided, noReason, whyNothing, reasonOf, withLeftOut, type GivenReason } from './decisions';

/** The admins' commands, where admins decide. Anybody else is refused, wherever they try. */
export const adminChat: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  const typed = message === null ? null : typedCommand(textOf(message) ?? '', ctx.facts.me.username);
  if ((typed?.name === 'help' || typed?.name === 'start') && (await helpsInGroup(ctx))) return;
  const name = adminCommands.find((command) => command === typed?.name);
  if (typed?.name === 'cancel' && (await dropsQuestion(ctx))) return;
  if (message === null || typed === null || name === undefined) return next();
  if (ctx.isAnonymous && ctx.isAdminChat(ctx.recipientIn(message.chat)))
    return ctx.answer(message, { kind: 'anonymous_sender' });
  const said = incoming(ctx);
  if (said === null) return next();
  if (!ctx.isFromAdmin) return refuseNonAdmin(ctx, said, name);
  if (!ctx.isAdminChat(said.chat)) return next();
  return run(ctx, said, name, typed);
};

/**
 * `/cancel` drops the newest question to this admin, if there is one. Where only a reply would answer it any more and a request of
 * their own waits, they mean that.
 */
async function dropsQuestion(ctx: BotContext): Promise<boolean> {
  const said = incoming(ctx);
  if (said === null || !isDecidingAdmin(ctx)) return false;
  const { tx } = ctx;
  const dropped = await dropAdminQuestion(tx, said.sender, said.chat);
  if (dropped === null) return false;
  const isOld = tx.now - dropped.createdAt >= answerWithin;
  if (isOld && isPrivate(said.message) && (await latestRequest(tx, said.sender))?.request.status === 'pending')
    return false;
  ctx.answer(said.message, { kind: 'question_dropped' });
  return true;
}

/** In the group where they decide, admins get their own help. */
async function helpsInGroup(ctx: BotContext): Promise<boolean> {
  const said = incoming(ctx);
  if (said === null || isPrivate(said.message) || !isDecidingAdmin(ctx)) return false;
  const admin = await waiting(ctx.tx, said.sender);
  if ('refused' in admin) return false;
  ctx.answer(said.message, { kind: 'welcome', you: { state: 'none' }, admin });
  return true;
}

async function run(ctx: BotContext, said: Incoming, name: AdminCommand, typed: TypedCommand): Promise<void> {
  const { tx } = ctx;
  const answer = (notice: Notice) => ctx.answer(said.message, notice);
  switch (name) {
    case 'pending': {
      const page = await pendingPage(tx, said.sender, { page: 1 });
      return 'refused' in page ? refuseNonAdmin(ctx, said, name) : answer({ kind: 'pending_page', page });
    }
    case 'admins':
      return administrators(ctx, said, typed.rest);
    case 'find': {
      const found = await find(tx, said.sender, typed.rest);
      if (!('refused' in found)) return answer({ kind: 'found_page', page: found });
      return found.refused === 'unclear_search'
        ? answer({ kind: 'how_to_find', limit: mostWords })
        : refuseNonAdmin(ctx, said, name);
    }
    case 'stats': {
      const counted = await stats(tx, said.sender);
      return 'refused' in counted ? refuseNonAdmin(ctx, said, name) : answer({ kind: 'stats', ...counted });
    }
    case 'show':
    case 'approve':
    case 'reject':
    case 'revoke':
    case 'reopen': {
      const named = leadingNumbers(typed.rest);
      // “1-3” and a number longer than any request's are no number, but somebody has given one.
      const why = /\p{Nd}/u.test(typed.rest) ? 'unclear_command' : 'no_number';
      if (named === null) return answer({ kind: 'how_to_decide', why, command: name });
      const limit = name === 'show' ? mostShown : mostDecided;
      if (named.numbers.length > limit) return answer({ kind: 'too_many_at_once', limit });
      if (await isUnclear(ctx, name, named))
        return answer({ kind: 'how_to_decide', why: 'unclear_command', command: name });
      if (name === 'show') {
        for (const number of named.numbers) await show(ctx, said, requestId(number));
        return;
      }
      return answer(await decideEach(ctx, said, named, name));
    }
  }
}

/** The text after the numbers, without a leading dash. */
function reasonIn({ facts }: BotContext, said: Incoming, { after }: NamedRequests): GivenReason {
  if (after === '') return noReason;
  const spelled = typedCommand(said.written?.spelledOut ?? '', facts.me.username);
  const addressed = spelled === null ? null : leadingNumbers(spelled.rest);
  return reasonOf(said, withoutDash(after), withoutDash(addressed?.after ?? after));
}

const withoutDash = (text: string): string => text.replace(/^[-–—]\s+/, '');

/** The most requests that one command may decide, and the most it may show, since each one shown is a separate message. */
const mostDecided = 20;
const mostShown = 5;

type Deciding = 'approve' | 'reject' | 'revoke' | 'reopen';

function commandOf(name: Deciding, by: PersonId, reason: string | null): AdminDecision {
  switch (name) {
    case 'approve':
      return { type: name, by, round: null };
    case 'reject':
      return { type: name, by, round: null, reason };
    case 'revoke':
      return { type: name, by, reason };
    case 'reopen':
      return { type: name, by };
  }
}

/** Whether the text after the numbers is none that the command takes, takes it back, or may hold another number: then nothing is done. */
async function isUnclear(ctx: BotContext, name: Deciding | 'show', { numbers, after, closed }: NamedRequests) {
  const { words } = ctx.facts;
  if (after === '') return false;
  // These take nothing but numbers: whatever else is there was meant to mean something.
  if (name !== 'reject' && name !== 'revoke') return true;
  if (isInvisible(after)) return true;
  // “12; 13” and “12 - 15” name requests, and no reason is without a word or a picture.
  if (/\p{Nd}/u.test(after) && !/[\p{L}\p{So}]/u.test(after.replaceAll('№', ''))) return true;
  if (closed) return false;
  // “12 to 15”, “12 or 13”
  if (/^\p{L}+\s+[#№]?\p{Nd}+$/u.test(after)) return true;
  if (/^[#№]?\p{Nd}/u.test(after) || takesBack(after, words)) return true;
  // “/reject 12 18 years is too young”: the second may be the beginning of the reason.
  for (const number of numbers.slice(1)) {
    if (!(await requestExists(ctx.tx, requestId(number)))) return true;
  }
  return false;
}

/** Decides each of them, and reports all results in one answer. */
async function decideEach(ctx: BotContext, said: Incoming, named: NamedRequests, name: Deciding): Promise<Notice> {
  const reason = name === 'approve' || name === 'reopen' ? noReason : reasonIn(ctx, said, named);
  const command = commandOf(name, said.sender, reason.text);
  const answers: DecisionAnswer[] = [];
  for (const number of named.numbers) {
    const answer = await decided(ctx, requestId(number), command);
    // A problem with the reason applies to all of them.
    if (answer.kind === 'too_long') return answer;
    answers.push(withLeftOut(answer, answers.some(({ kind }) => kind === 'decided') ? [] : reason.leftOut));
  }
  const [only] = answers;
  return answers.length === 1 && only !== undefined ? only : { kind: 'decided_several', answers };
}

async function show(ctx: BotContext, said: Incoming, id: RequestId): Promise<void> {
  const refusal = await showCard(ctx.tx, said.sender, said.chat, id);
  if (refusal !== null) ctx.answer(said.message, await whyNothing(ctx, refusal, id, said.sender));
}
