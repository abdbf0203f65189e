import type { MiddlewareFn } from 'telegraf';
import { typedCommand } from '../commands';
import { openReasonQuestions } from '../../requests/questions';
import { incoming, type BotContext } from '../context';
import { isPrivate, textOf } from '../update';

/**
 * What the members of a group say to each other, where the bot may read it: it is neither counted nor kept. Only a
 * command, a reply to the bot and the news that the group has moved are for it, and what may be the reason that an admin
 * has just been asked for.
 */
export const ignoreTalk: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (!isTalk(ctx) || (await mayBeReason(ctx))) return next();
};

async function mayBeReason(ctx: BotContext): Promise<boolean> {
  const said = incoming(ctx);
  if (said === null || said.text === null || !ctx.isFromAdmin || !ctx.isAdminChat(said.chat)) return false;
  return (await openReasonQuestions(ctx.work, said.sender, said.chat)).length > 0;
}

function isTalk(ctx: BotContext): boolean {
  const message = ctx.content.message ?? ctx.content.edited;
  if (message === null || isPrivate(message) || 'migrate_to_chat_id' in message || 'forum_topic_reopened' in message)
    return false;
  const isCommand = typedCommand(textOf(message) ?? '', ctx.facts.me.username) !== null;
  return ctx.content.edited !== null || !(isCommand || ctx.repliedTo(message) !== null);
}
