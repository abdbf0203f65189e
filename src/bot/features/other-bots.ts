import type { MiddlewareFn } from 'telegraf';
import { isObject } from '../../channels/telegram/answer';
import { telegramId } from '../../lifecycle/ids';
import { rememberBot } from '../../requests/known-bots';
import type { BotContext } from '../context';

/** Another bot has come into the admins' group: from now on nobody makes it an admin by its ID. */
export const otherBots: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  if (message !== null && 'new_chat_members' in message && ctx.isAdminChat(ctx.recipientIn(message.chat))) {
    const came: unknown = message.new_chat_members;
    for (const user of Array.isArray(came) ? came.filter(isObject) : []) {
      const { id, is_bot } = user;
      if (is_bot === true && typeof id === 'number' && id !== ctx.facts.me.id)
        await rememberBot(ctx.tx, telegramId(id));
    }
  }
  return next();
};
