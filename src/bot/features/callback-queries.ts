import type { MiddlewareFn } from 'telegraf';
import { privateChat, type ChatId, type PersonId } from '../../lifecycle/ids';
import { parse, type CallbackData } from '../../channels/telegram/messages/callback-data';
import { adoptCard, bringUpToDate } from '../../requests/cards';
import { isChanged } from '../../requests/change';
import { sendDraft } from '../../requests/drafts';
import { putQuestion } from '../../requests/questions';
import { pendingPage, type WantedPage } from '../../requests/read/pending-page';
import { owe, tell } from '../../transaction/transaction';
import { priorities } from '../../store/queries/outbox';
import type { BotContext } from '../context';
import { chatOf } from '../update';
import { showCard } from './admin';
import { askForText, refuse } from './client';
import { decided, whyNotReject } from './decisions';
import { languagePressed } from './languages';

/** Where a button was pressed, and by whom. */
interface Press {
  readonly chat: ChatId;
  readonly messageId: number;
  readonly sender: PersonId;
  readonly name: string;
}

type OnCard = Extract<CallbackData, { readonly round: number }>;

/** A button was pressed. What it carries comes from the client's side: who pressed decides what it may do. */
export const callbackQueries: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { press } = ctx.content;
  if (press === null) return next();
  const message = press.message;
  const data = 'data' in press ? parse(press.data) : null;
  if (message === undefined || ctx.sender === null || data === null) {
    ctx.log.warn('a button was pressed that means nothing', { personId: ctx.sender ?? undefined });
    ctx.toast = ctx.isFromAdmin
      ? { kind: 'how_to_decide', why: 'not_a_card', command: 'approve' }
      : { kind: 'admins_only' };
    return;
  }
  const at = { chat: chatOf(message), messageId: message.message_id, sender: ctx.sender, name: press.from.first_name };
  switch (data.type) {
    case 'request':
    case 'appeal':
    case 'send_draft':
    case 'language':
      return pressInPrivate(ctx, at, data);
    default:
  }
  if (!ctx.isFromAdmin || !ctx.isAdminChat(at.chat)) {
    ctx.log.warn('somebody who is no admin tried to act as one', {
      action: data.type,
      personId: at.sender,
      chatId: at.chat,
    });
    ctx.toast = { kind: 'admins_only' };
    return;
  }
  return pressByAdmin(ctx, at, data);
};

type InPrivate = Extract<CallbackData, { type: 'request' | 'appeal' | 'send_draft' | 'language' }>;
type OfAdmins = Exclude<CallbackData, InPrivate>;

/** What anybody can press in their own chat with the bot. */
async function pressInPrivate(ctx: BotContext, at: Press, data: InPrivate): Promise<void> {
  const { chat, sender } = at;
  if (chat !== privateChat(sender)) return;
  switch (data.type) {
    case 'request':
      return askForText(ctx.tx, at, 'submit');
    case 'appeal':
      return askForText(ctx.tx, at, 'appeal');
    case 'send_draft':
      return pressOnOffer(ctx, at, data.draft);
    case 'language':
      return languagePressed(ctx, at, data.language);
  }
}

/** What was offered is sent: the offer loses its button, and the confirmation is a message of its own. */
async function pressOnOffer(ctx: BotContext, at: Press, draft: number): Promise<void> {
  const { tx } = ctx;
  const outcome = await sendDraft(tx, at.sender, draft);
  if (isChanged(outcome)) {
    owe(tx, {
      chatId: at.chat,
      notice: { kind: 'draft_sent' },
      priority: priorities.answer,
      editMessageId: at.messageId,
    });
  } else if (outcome.refused === 'draft_gone') {
    ctx.toast = { kind: 'draft_gone' };
  } else {
    await refuse(tx, at, outcome);
  }
}

async function pressByAdmin(ctx: BotContext, at: Press, data: OfAdmins): Promise<void> {
  const { tx } = ctx;
  switch (data.type) {
    case 'pending_new':
      return tell(tx, at.chat, { kind: 'pending_page', page: await pendingPage(tx.store, { page: 1 }) });
    case 'pending':
      return turnPage(ctx, at, { page: data.page });
    case 'pending_after':
    case 'pending_before': {
      const place = { submittedAt: data.submittedAt, id: data.request };
      return turnPage(ctx, at, data.type === 'pending_after' ? { after: place } : { before: place });
    }
    case 'show':
      if (!(await showCard(ctx, at.chat, data.request))) {
        ctx.toast = { kind: 'no_such_request', requestId: data.request };
      }
      return;
    case 'approve':
    case 'reject':
    case 'undo':
    case 'reject_with_reason':
      return pressOnCard(ctx, at, data);
  }
}

async function turnPage({ tx }: BotContext, { chat, messageId }: Press, wanted: WantedPage): Promise<void> {
  owe(tx, {
    chatId: chat,
    notice: { kind: 'pending_page', page: await pendingPage(tx.store, wanted) },
    priority: priorities.answer,
    editMessageId: messageId,
  });
}

async function pressOnCard(ctx: BotContext, at: Press, data: OnCard): Promise<void> {
  const { tx } = ctx;
  const card =
    (await tx.store.botMessages.at(at.chat, at.messageId)) ??
    ((await tx.store.requests.get(data.request)) === null
      ? null
      : await adoptCard(tx, at.chat, at.messageId, data.request, data.round));
  const refusal = data.type === 'reject_with_reason' ? await askForReason(ctx, at, data) : await press(ctx, at, data);
  if (refusal && card !== null) await bringUpToDate(tx, card);
}

/** Returns whether it was refused. */
async function press(
  ctx: BotContext,
  { sender: by }: Press,
  data: Exclude<OnCard, { type: 'reject_with_reason' }>,
): Promise<boolean> {
  const { type, round, request } = data;
  ctx.toast = await decided(ctx, request, type === 'reject' ? { type, by, round, reason: null } : { type, by, round });
  return ctx.toast.kind !== 'decided';
}

/** Returns whether it was refused. */
async function askForReason(ctx: BotContext, at: Press, data: OnCard): Promise<boolean> {
  const refusal = await whyNotReject(ctx, data.request, at.sender, data.round);
  if (refusal !== null) {
    ctx.toast = refusal;
    return true;
  }
  const stored = await ctx.tx.store.requests.get(data.request);
  const client = stored === null ? null : await ctx.tx.store.people.get(stored.request.clientId);
  await putQuestion(
    ctx.tx,
    {
      kind: 'reason_question',
      chatId: at.chat,
      personId: at.sender,
      requestId: data.request,
      round: data.round,
      replyTo: at.messageId,
    },
    {
      kind: 'reason_question',
      requestId: data.request,
      clientName: client?.name ?? '',
      askedName: at.name,
      askedId: at.sender,
    },
  );
  return false;
}
