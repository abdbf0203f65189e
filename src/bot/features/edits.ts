import type { MiddlewareFn } from 'telegraf';
import { standing } from '../../requests/views';
import { tell } from '../../requests/work';
import type { BotContext } from '../context';
import { chatOf, isPrivate, seenUpdate } from '../update';

/**
 * An edit changes nothing, and its author is told so once for each message. Telegram also reports an edit where only
 * something around the text changed, such as the preview of a link: nothing is said then.
 */
export const edits: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { edited } = ctx.content;
  if (edited === null) return next();
  if (!isPrivate(edited) || ctx.sender === null) return;
  const { work } = ctx;
  const { textHash } = seenUpdate(ctx.update, work.now);
  const versions = await work.store.updates.versionsOf(chatOf(edited), edited.message_id);
  // This edit is among them already.
  const before = new Set(versions.toSpliced(versions.lastIndexOf(textHash), 1));
  const wasTold = before.size > 1;
  if (textHash === null || before.has(textHash) || wasTold) return;
  await tell(work, chatOf(edited), { kind: 'edit_changes_nothing', you: await standing(work, ctx.sender) });
};
