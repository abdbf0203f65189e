import type { MiddlewareFn } from 'telegraf';
import { isGroup } from '../../lifecycle/ids';
import { personOnTelegram } from '../../requests/meet';
import { noteGroupReachable } from '../../requests/group-trouble';
import { noteReachability } from '../../requests/reachability';
import type { BotContext } from '../context';
import { chatOf } from '../update';

/** Somebody blocked or unblocked the bot, or a group added or removed it. */
export const membership: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { membership: change } = ctx.content;
  if (change === null) return next();
  const chat = chatOf(change);
  const isIn = !['left', 'kicked'].includes(change.new_chat_member.status);
  if (isGroup(chat)) {
    if (!ctx.tx.community.getsCards(chat)) return;
    if (isIn) await noteGroupReachable(ctx.tx, chat);
    ctx.log.warn(isIn ? 'the bot was added to the admins’ group' : 'the bot was removed from the admins’ group', {
      chatId: chat,
    });
    return;
  }
  const person = await personOnTelegram(ctx.tx, chat);
  if (person !== null) await noteReachability(ctx.tx, person, isIn);
};
