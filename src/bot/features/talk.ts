import type { MiddlewareFn } from 'telegraf';
import { typedCommand } from '../commands';
import type { BotContext } from '../context';
import { isPrivate, textOf } from '../update';

/**
 * What the members of a group say to each other, where the bot may read it: it is neither counted nor kept. Only a
 * command, a reply to the bot and the news that the group has moved are for it.
 */
export const ignoreTalk: MiddlewareFn<BotContext> = (ctx, next) => (isTalk(ctx) ? Promise.resolve() : next());

function isTalk(ctx: BotContext): boolean {
  const message = ctx.content.message ?? ctx.content.edited;
  if (message === null || isPrivate(message) || 'migrate_to_chat_id' in message) return false;
  const isCommand = typedCommand(textOf(message) ?? '', ctx.facts.me.username) !== null;
  return ctx.content.edited !== null || !(isCommand || ctx.repliedTo(message) !== null);
}
