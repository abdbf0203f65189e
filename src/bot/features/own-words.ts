import type { MiddlewareFn } from 'telegraf';
import { isOwnWords } from '../authorship';
import { typedCommand } from '../commands';
import { incoming, type BotContext, type Incoming } from '../context';
import { chatOf, isPrivate } from '../update';

/** Where admins decide, a message that an admin only passed on has no effect, and the admin is told so. */
export const onlyOwnWords: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  if (said === null || isOwnWords(said.message)) return next();
  // Members of a group also forward messages that are not meant for the bot.
  if (!isPrivate(said.message) && !isForBot(ctx, said)) return;
  ctx.log.warn('an admin passed on what somebody else wrote', {
    telegramId: ctx.telegramId ?? undefined,
    chatId: chatOf(said.message),
  });
  ctx.answer(said.message, { kind: 'not_own_words' });
};

const isForBot = (ctx: BotContext, { message, text }: Incoming): boolean =>
  typedCommand(text ?? '', ctx.facts.me.username) !== null || ctx.repliedTo(message) !== null;
