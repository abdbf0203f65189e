import type { MiddlewareFn } from 'telegraf';
import type { Albums } from '../albums';
import type { BotContext } from '../context';

/** Handles one message per album; only that one counts against CLIENT_RATE. */
export const oneOfEachAlbum =
  (albums: Albums): MiddlewareFn<BotContext> =>
  async (ctx, next) => {
    if (!albums.isRest(ctx.received)) return next();
  };
