import type { AdminCommand } from '../../channels/telegram/messages/command-names';
import type { BotContext, Incoming } from '../context';
import { chatOf, isPrivate } from '../update';

/** Refuses a non-admin who tries to act as an admin, and logs the attempt. */
export function refuseNonAdmin(ctx: BotContext, said: Incoming, attempt: AdminCommand | 'desk' | 'reply'): void {
  ctx.log.warn('a non-admin tried to act as an admin', {
    action: attempt,
    telegramId: ctx.telegramId ?? undefined,
    chatId: chatOf(said.message),
  });
  // A group's few messages a minute are for cards, so further attempts are refused silently.
  const { refusals } = ctx.facts;
  const isAnswered = isPrivate(said.message) || refusals?.judge(ctx.received, said.chat, ctx.tx.now) !== 'ignore';
  if (isAnswered) ctx.answerLast(said.message, { kind: 'admins_only' });
}
