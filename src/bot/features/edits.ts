import type { MiddlewareFn } from 'telegraf';
import { requestStatus } from '../../requests/request-status';
import { tell } from '../../transaction/transaction';
import type { BotContext } from '../context';
import { chatOf, isOfEdit, seenUpdate } from '../update';

/**
 * An edit changes nothing, and its author is told so once for each message. Telegram also reports an edit where only
 * something around the text changed, such as the preview of a link: nothing is said then.
 */
export const edits: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { edited } = ctx.content;
  if (edited === null) return next();
  if (ctx.sender === null) return;
  const { tx } = ctx;
  const { content, textHash } = seenUpdate(ctx.update, tx.now);
  const versions = await tx.store.updates.versionsOf(chatOf(edited), edited.message_id);
  // This edit is among them already; a message from before the bot's time is not.
  const earlier = versions.toSpliced(
    versions.findLastIndex((version) => version.content === content),
    1,
  );
  const before = new Set(earlier.map((version) => version.textHash));
  const wasTold = before.size > (earlier.every(isOfEdit) ? 0 : 1);
  if (textHash === null || before.has(textHash) || wasTold) return;
  const you = await requestStatus(tx, ctx.sender);
  tell(tx, chatOf(edited), { kind: 'edit_changes_nothing', you, toAdmin: ctx.isFromAdmin });
};
