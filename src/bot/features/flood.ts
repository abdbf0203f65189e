import type { MiddlewareFn } from 'telegraf';
import { privateChat } from '../../lifecycle/ids';
import { tell } from '../../requests/work';
import type { BotContext } from '../context';
import type { FloodGate } from '../flood';

/** Somebody who sends more than CLIENT_RATE allows is told once, then ignored for a while. Admins are exempt. */
export const limitClients =
  (gate: FloodGate): MiddlewareFn<BotContext> =>
  async (ctx, next) => {
    if (ctx.sender === null || ctx.isFromAdmin || ctx.content.membership !== null) return next();
    switch (gate.judge(ctx.received, ctx.sender, ctx.work.now)) {
      case 'handle':
        return next();
      case 'tell':
        ctx.log.warn('a client sends too much and is ignored for a while', { personId: ctx.sender });
        return tell(ctx.work, privateChat(ctx.sender), { kind: 'flooded', limit: gate.limit, window: gate.window });
      case 'ignore':
        ctx.ignored = true;
        return;
    }
  };
