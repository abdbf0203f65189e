import type { MiddlewareFn } from 'telegraf';
import { isFirstRewording } from '../../inbox/edits';
import { requestStatus } from '../../requests/read/status';
import { tell } from '../../transaction/transaction';
import type { BotContext } from '../context';
import { seenUpdate } from '../seen-update';
import { chatOf } from '../update';

/** An edit changes nothing, and its author is told so once for each message. */
export const edits: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { edited } = ctx.content;
  if (edited === null) return next();
  if (ctx.sender === null) return;
  const { tx } = ctx;
  const edit = { ...seenUpdate(ctx.update, tx.now), chatId: chatOf(edited), messageId: edited.message_id };
  if (!(await isFirstRewording(tx, edit))) return;
  tell(tx, ctx.sender, {
    kind: 'edit_changes_nothing',
    you: await requestStatus(tx, ctx.sender),
    toAdmin: ctx.isFromAdmin,
  });
};
