import type { MiddlewareFn } from 'telegraf';
import { tell } from '../../transaction/transaction';
import type { Notice } from '../../notices/notice';
import type { BotContext } from '../context';
import type { FloodGate } from '../flood';
import { chatOf } from '../update';
import { meetSender } from './people';

/**
 * A client who sends more than CLIENT_RATE allows is told once, then ignored for a while. Admins are exempt. Anonymous
 * senders can't be told apart, so they are counted together, per chat.
 */
export const limitClients =
  (gate: FloodGate): MiddlewareFn<BotContext> =>
  async (ctx, next) => {
    const { message, membership } = ctx.content;
    const chat = ctx.isAnonymous && message !== null ? chatOf(message) : undefined;
    const who = ctx.telegramId ?? chat;
    if (who === undefined || ctx.isFromAdmin || membership !== null) return next();
    switch (gate.judge(ctx.received, who, ctx.tx.now)) {
      case 'handle':
        return next();
      case 'tell':
        ctx.log.warn(
          'a client sends too much and is ignored for a while',
          ctx.telegramId === null ? { chatId: chat } : { telegramId: ctx.telegramId },
        );
        await meetSender(ctx);
        return tellThem(ctx, { kind: 'flooded', limit: gate.limit, window: gate.window });
      case 'ignore':
        ctx.ignored = true;
        return;
    }
  };

function tellThem(ctx: BotContext, notice: Notice): void {
  const { message } = ctx.content;
  if (ctx.sender !== null) tell(ctx.tx, ctx.sender, notice);
  else if (message !== null) ctx.answerLast(message, notice);
}
