import type { MiddlewareFn } from 'telegraf';
import type { BotContext } from '../context';
import { isServiceMessage } from '../service-messages';
import { isPrivate } from '../update';

/** Pins, timers and the like in a private chat need no answer. */
export const ignoreServiceMessages: MiddlewareFn<BotContext> = async (ctx, next) => {
  const message = ctx.content.message ?? ctx.content.edited;
  if (message === null || !isPrivate(message) || !isServiceMessage(message)) return next();
};
