import type { MiddlewareFn } from 'telegraf';
import { typedCommand } from '../commands';
import { incoming, type BotContext } from '../context';
import { refuseNonAdmin } from '../filters/non-admins';
import { isPrivate, textOf } from '../update';

/** `/desk`: an admin gets a link to the desk that works once, where nobody else sees it. */
export const desk: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  const said = incoming(ctx);
  if (message === null || said === null) return next();
  if (typedCommand(textOf(message) ?? '', ctx.facts.me.username)?.name !== 'desk') return next();
  if (!ctx.isFromAdmin) return refuseNonAdmin(ctx, said, 'desk');
  if (!isPrivate(message)) return ctx.answer(message, { kind: 'private_chat_only', bot: ctx.facts.me.username });
  const { sendDeskLink } = ctx.facts;
  if (sendDeskLink === null) return ctx.answer(message, { kind: 'desk_off' });
  await sendDeskLink(ctx.tx, said.sender);
  ctx.log.info('an admin asked for a link to the desk', {
    action: 'desk_link',
    telegramId: ctx.telegramId ?? undefined,
  });
};
