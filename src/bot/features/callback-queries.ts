import { allowRemovals } from '../../access/look-again';
import type { MiddlewareFn } from 'telegraf';
import { telegramId, type PersonId, type RecipientId, type TelegramId } from '../../lifecycle/ids';
import { parse, type CallbackData } from '../../channels/telegram/messages/callback-data';
import { isChanged } from '../../requests/change';
import type { AdminDecision } from '../../requests/decide';
import { addDraft, sendDraft } from '../../requests/drafts';
import { decideOnCard } from '../../requests/on-card';
import { findMore } from '../../requests/find';
import { pendingPage, type WantedPage } from '../../requests/read/pending-page';
import { statsByDay } from '../../requests/read/stats';
import { listInPlace, openInPlace, openNextInPlace } from '../../requests/pending-list';
import { showCard } from '../../requests/show-card';
import { signOutOfLink } from '../../sessions/link';
import { tell, tellInPlaceOf } from '../../transaction/transaction';
import type { BotContext } from '../context';
import { chatOf } from '../update';
import { isDecidingAdmin } from '../filters/deciding-admin';
import { questionWanted } from './client-questions';
import { askOrRefuse, refuse, refuseAddition } from './client';
import { answerTo, whyNothing } from './decisions';
import { forgetPressed } from './forgetting';
import { languagePressed } from './languages';
import { ownReasonWanted, reasonChosen, reasonWanted } from './ready-reasons';

/** Where a button was pressed, and by whom. */
interface Press {
  readonly chat: RecipientId;
  readonly messageId: number;
  readonly sender: PersonId;
  readonly user: TelegramId;
  readonly name: string;
}

type OnCard = Extract<CallbackData, { type: 'approve' | 'reject' | 'undo' | 'reject_with_reason' | 'ask_client' }>;

/** A button was pressed. Its data comes from the client's app and can't be trusted: what it may do depends on who pressed it. */
export const callbackQueries: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { press } = ctx.content;
  if (press === null) return next();
  const message = press.message;
  const data = 'data' in press ? parse(press.data) : null;
  const chat = message === undefined ? null : ctx.recipientIn(message.chat);
  if (message === undefined || chat === null || ctx.sender === null || data === null) {
    ctx.log.warn('a button with unknown data was pressed', { telegramId: ctx.telegramId ?? undefined });
    ctx.toast = ctx.isFromAdmin
      ? { kind: 'how_to_decide', why: 'not_a_card', command: 'approve' }
      : { kind: 'admins_only' };
    return;
  }
  const at = {
    chat,
    messageId: message.message_id,
    sender: ctx.sender,
    user: telegramId(press.from.id),
    name: press.from.first_name,
  };
  switch (data.type) {
    case 'request':
    case 'appeal':
    case 'send_draft':
    case 'add_draft':
    case 'language':
    case 'forget':
      return pressInPrivate(ctx, at, data);
    default:
  }
  if (!isDecidingAdmin(ctx)) {
    // Cards stay behind in a group that is the admins' no more.
    if (ctx.isFromAdmin) {
      ctx.toast = { kind: 'private_chat_only', bot: ctx.facts.me.username };
      return;
    }
    ctx.log.warn('a non-admin tried to act as an admin', {
      action: data.type,
      telegramId: ctx.telegramId ?? undefined,
      chatId: chatOf(message),
    });
    ctx.toast = { kind: 'admins_only' };
    return;
  }
  return pressByAdmin(ctx, at, data);
};

type InPrivate = Extract<
  CallbackData,
  { type: 'request' | 'appeal' | 'send_draft' | 'add_draft' | 'language' | 'forget' }
>;
type OfAdmins = Exclude<CallbackData, InPrivate>;

/** Buttons that anybody can press in their own chat with the bot. */
async function pressInPrivate(ctx: BotContext, at: Press, data: InPrivate): Promise<void> {
  const { chat, sender } = at;
  if (chat !== sender) return;
  switch (data.type) {
    case 'request':
      return askOrRefuse(ctx.tx, at, 'submit');
    case 'appeal':
      return askOrRefuse(ctx.tx, at, 'appeal');
    case 'send_draft':
      return pressOnOffer(ctx, at, data.draft);
    case 'add_draft':
      return pressOnAddition(ctx, at, data.draft);
    case 'language':
      return languagePressed(ctx, at, data.language);
    case 'forget':
      return forgetPressed(ctx, at, data.at);
  }
}

/** Sends the offered text. The offer loses its button, and the confirmation is a separate message. */
async function pressOnOffer(ctx: BotContext, at: Press, draft: number): Promise<void> {
  const { tx } = ctx;
  const outcome = await sendDraft(tx, at.sender, draft);
  if (isChanged(outcome)) {
    tellInPlaceOf(tx, at.chat, at.messageId, { kind: 'draft_sent' });
  } else if (outcome.refused === 'draft_gone') {
    ctx.toast = { kind: 'draft_gone' };
  } else {
    await refuse(tx, at, outcome);
  }
}

/** What was offered is added to the request that waits: the offer becomes the confirmation. */
async function pressOnAddition(ctx: BotContext, at: Press, draft: number): Promise<void> {
  const outcome = await addDraft(ctx.tx, at.sender, draft);
  if ('passedOn' in outcome) {
    const { passedOn: requestId, expiresAt } = outcome;
    tellInPlaceOf(ctx.tx, at.chat, at.messageId, { kind: 'passed_on', requestId, expiresAt });
  } else if (outcome.refused === 'draft_gone') {
    ctx.toast = { kind: 'draft_gone' };
  } else {
    await refuseAddition(ctx.tx, at, outcome);
  }
}

async function pressByAdmin(ctx: BotContext, at: Press, data: OfAdmins): Promise<void> {
  switch (data.type) {
    case 'allow_removals': {
      const outcome = await allowRemovals(ctx.tx, at.sender, data.chat);
      ctx.toast =
        'count' in outcome ? { kind: 'removals_allowed', count: outcome.count } : { kind: 'nothing_to_remove' };
      return;
    }
    case 'desk_sign_out':
      // The message says it.
      await signOutOfLink(ctx.tx, at.sender, data.link);
      return;
    case 'pending_new':
    case 'pending':
    case 'pending_after':
    case 'pending_before':
    case 'list_in_place':
      return showPage(ctx, at, data);
    case 'open_in_place':
    case 'next_in_place':
      return openRequest(ctx, at, data);
    case 'found_newer':
    case 'found_older':
      return turnFound(ctx, at, data);
    case 'show': {
      const refusal = await showCard(ctx.tx, at.sender, at.chat, data.request);
      if (refusal !== null) ctx.toast = await whyNothing(ctx, refusal, data.request, at.sender);
      return;
    }
    case 'stats_picture': {
      const chart = await statsByDay(ctx.tx, at.sender);
      if ('refused' in chart) ctx.toast = { kind: 'admins_only' };
      else tell(ctx.tx, at.chat, { kind: 'stats_picture', chart });
      return;
    }
    case 'approve':
    case 'reject':
    case 'undo':
    case 'reject_with_reason':
    case 'ask_client':
      return pressOnCard(ctx, at, data);
    case 'own_reason':
      return ownReasonWanted(ctx, at, data);
    case 'ready_reason':
      return reasonChosen(ctx, at, data);
  }
}

type InQueue = Extract<CallbackData, { type: 'open_in_place' | 'next_in_place' }>;

/** A request takes the place of the list, or of the request, that was pressed. */
async function openRequest(ctx: BotContext, at: Press, data: InQueue): Promise<void> {
  const { tx } = ctx;
  const { request, type } = data;
  const refusal =
    type === 'open_in_place'
      ? await openInPlace(tx, at.sender, at, request)
      : await openNextInPlace(tx, at.sender, at, {
          buttons: data,
          position: { id: request, submittedAt: data.submittedAt },
        });
  if (refusal === null) return;
  ctx.toast =
    refusal.refused === 'no_other_waits'
      ? { kind: 'no_other_waits' }
      : await whyNothing(ctx, refusal, request, at.sender);
}

type OfList = Extract<CallbackData, { type: `pending${string}` | 'list_in_place' }>;

/** Pressed under a list, or a request it has open, it shows a page there; under anything else, it sends a new list. */
async function showPage(ctx: BotContext, at: Press, data: OfList): Promise<void> {
  if (data.type !== 'pending_new') {
    const refusal = await listInPlace(
      ctx.tx,
      at.sender,
      at,
      wantedPage(data),
      data.type === 'list_in_place' ? data : null,
    );
    if (refusal !== null) ctx.toast = { kind: 'admins_only' };
    return;
  }
  const page = await pendingPage(ctx.tx, at.sender, { page: 1 });
  if ('refused' in page) ctx.toast = { kind: 'admins_only' };
  else tell(ctx.tx, at.chat, { kind: 'pending_page', page });
}

/** What was found turns to another page, in its place. */
async function turnFound(
  ctx: BotContext,
  { sender, chat, messageId }: Press,
  { type, search, request }: Extract<CallbackData, { type: `found_${string}` }>,
): Promise<void> {
  const page = await findMore(ctx.tx, sender, search, type === 'found_older' ? 'before' : 'after', request);
  if (!('refused' in page)) tellInPlaceOf(ctx.tx, chat, messageId, { kind: 'found_page', page });
  else ctx.toast = { kind: page.refused === 'search_gone' ? 'search_gone' : 'admins_only' };
}

function wantedPage(data: Exclude<OfList, { type: 'pending_new' }>): WantedPage {
  switch (data.type) {
    case 'list_in_place':
      return { around: { submittedAt: data.submittedAt, id: data.request } };
    case 'pending':
      return { page: data.page };
    case 'pending_after':
      return { after: { submittedAt: data.submittedAt, id: data.request } };
    case 'pending_before':
      return { before: { submittedAt: data.submittedAt, id: data.request } };
  }
}

async function pressOnCard(
  ctx: BotContext,
  { chat, messageId, sender: by, user, name }: Press,
  data: OnCard,
): Promise<void> {
  const { type, request, round } = data;
  const card = { place: { chat, messageId }, buttons: { request, round } };
  if (type === 'reject_with_reason') {
    return reasonWanted(ctx, card, { id: by, telegramId: user, name });
  }
  if (type === 'ask_client') return questionWanted(ctx, card, { id: by, telegramId: user, name });
  const command: AdminDecision = type === 'reject' ? { type, by, round, reason: null } : { type, by, round };
  ctx.toast = await answerTo(ctx, await decideOnCard(ctx.tx, card, command), request, command);
}
