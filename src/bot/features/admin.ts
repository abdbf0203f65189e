import type { MiddlewareFn } from 'telegraf';
import { requestId, type RequestId } from '../../lifecycle/ids';
import type { Notice } from '../../messages/notice';
import { adminCommands, type AdminCommand } from '../../messages/menu';
import { addCard } from '../../requests/cards';
import { currentRequest } from '../../requests/current';
import { closeQuestion, openQuestion } from '../../requests/questions';
import { pendingPage } from '../../requests/views';
import { priorities } from '../../store/queries/outbox';
import { leadingNumber, typedCommand, type TypedCommand } from '../commands';
import { incoming, type BotContext, type Incoming } from '../context';
import { chatOf, isPrivate, textOf } from '../update';
import { decided } from './decisions';

/** The admins' commands, where admins decide. Anybody else is refused, wherever they try. */
export const adminChat: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  const typed = message === null ? null : typedCommand(textOf(message) ?? '', ctx.facts.me.username);
  if (typed?.name === 'help' && (await helpsInGroup(ctx))) return;
  const name = adminCommands.find((command) => command === typed?.name);
  if (typed?.name === 'cancel' && (await dropsQuestion(ctx))) return;
  if (message === null || typed === null || name === undefined) return next();
  if (ctx.isAnonymous && ctx.isAdminChat(chatOf(message))) return ctx.answer(message, { kind: 'anonymous_sender' });
  const said = incoming(ctx);
  if (said === null) return next();
  if (!ctx.isFromAdmin) return refuseStranger(ctx, said, name);
  if (!ctx.isAdminChat(said.chat)) return next();
  return run(ctx, said, name, typed);
};

/** An admin who has been asked for a reason gives none; nobody else means that question by `/cancel`. */
async function dropsQuestion(ctx: BotContext): Promise<boolean> {
  const said = incoming(ctx);
  if (said === null || !ctx.isFromAdmin || !ctx.isAdminChat(said.chat)) return false;
  const question = await openQuestion(ctx.work, said.sender, said.chat, ['reason_question']);
  if (question === null) return false;
  await closeQuestion(ctx.work, question.id);
  ctx.answer(said.message, { kind: 'question_dropped' });
  return true;
}

/** In the group where they decide, admins get their own help. */
async function helpsInGroup(ctx: BotContext): Promise<boolean> {
  const said = incoming(ctx);
  if (said === null || isPrivate(said.message) || !ctx.isFromAdmin || !ctx.isAdminChat(said.chat)) return false;
  const { pending: waiting } = await ctx.work.store.requests.counts();
  ctx.answer(said.message, { kind: 'welcome', you: { state: 'none' }, admin: { waiting } });
  return true;
}

/** Says no, and leaves a trace of who tried. */
export function refuseStranger(ctx: BotContext, said: Incoming, attempt: string): void {
  ctx.log.warn('somebody who is no admin tried to act as one', {
    action: attempt,
    personId: said.sender,
    chatId: said.chat,
  });
  ctx.answer(said.message, { kind: 'admins_only' });
}

async function run(ctx: BotContext, said: Incoming, name: AdminCommand, typed: TypedCommand): Promise<void> {
  const { work } = ctx;
  const answer = (notice: Notice) => ctx.answer(said.message, notice);
  switch (name) {
    case 'pending':
      return answer({ kind: 'pending_page', page: await pendingPage(work.store, 1) });
    case 'stats':
      return answer({
        kind: 'stats',
        counts: await work.store.requests.counts(),
        undeliverable: await work.store.outbox.undeliverable(),
      });
    case 'show':
    case 'approve':
    case 'reject':
    case 'revoke': {
      const named = leadingNumber(typed.rest);
      if (named === null) return answer({ kind: 'how_to_decide', why: 'no_number', command: name });
      const id = requestId(named.number);
      if (name === 'show') return show(ctx, said, id);
      const reason = named.after === '' ? null : named.after;
      const command =
        name === 'approve'
          ? { type: name, by: said.sender, round: null }
          : name === 'reject'
            ? { type: name, by: said.sender, round: null, reason }
            : { type: name, by: said.sender, reason };
      return answer(await decided(ctx, id, command));
    }
  }
}

async function show(ctx: BotContext, said: Incoming, id: RequestId): Promise<void> {
  const shown = await showCard(ctx, said.chat, id);
  if (!shown) ctx.answer(said.message, { kind: 'no_such_request', requestId: id });
}

/** Owes a chat a card of the request with its history; false: there is no such request. */
export async function showCard(ctx: BotContext, chat: Incoming['chat'], id: RequestId): Promise<boolean> {
  const stored = await currentRequest(ctx.work, id);
  if (stored === null) return false;
  await addCard(ctx.work, 'shown_card', chat, id, stored.request.round, priorities.answer);
  return true;
}
