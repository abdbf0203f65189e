import type { MiddlewareFn } from 'telegraf';
import { noteLongText } from '../../inbox/long-texts';
import { incoming, sentText, type BotContext } from '../context';

/** Remembers long texts, because the next message may be the rest of one. */
export const noteLongTexts: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  if (said !== null && 'text' in said.message) await noteLongText(ctx.tx, sentText(said));
  return next();
};
