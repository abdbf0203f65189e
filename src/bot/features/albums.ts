import type { MiddlewareFn } from 'telegraf';
import type { Albums } from '../albums';
import type { BotContext } from '../context';

/** Of an album one message is handled, and counts against CLIENT_RATE. */
export const oneOfEachAlbum =
  (albums: Albums): MiddlewareFn<BotContext> =>
  async (ctx, next) => {
    if (!albums.isRest(ctx.received)) return next();
  };
