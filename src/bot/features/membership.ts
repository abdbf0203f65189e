import type { MiddlewareFn } from 'telegraf';
import { isGroup, personId } from '../../lifecycle/ids';
import { catchUp, oweMissingCards } from '../../requests/catch-up';
import type { BotContext } from '../context';
import { chatOf } from '../update';
import { sayOnCards } from './people';

/** Somebody blocked the bot or took it back, or a group removed or added it. */
export const membership: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { membership: change } = ctx.content;
  if (change === null) return next();
  const chat = chatOf(change);
  const isIn = !['left', 'kicked'].includes(change.new_chat_member.status);
  if (isGroup(chat)) {
    if (!ctx.tx.community.adminChats().includes(chat)) return;
    if (isIn) {
      await ctx.tx.store.state.set('group_unreachable', '');
      await oweMissingCards(ctx.tx, chat);
    }
    ctx.log.warn(isIn ? 'the bot is in the group of the admins' : 'the bot was removed from the group of the admins', {
      chatId: chat,
    });
    return;
  }
  const person = personId(chat);
  const { people } = ctx.tx.store;
  const isNews = isIn ? await people.markReachable(person) : await people.markUnreachable(person, ctx.tx.now);
  if (!isNews) return;
  await sayOnCards(ctx.tx, person);
  if (isIn) await catchUp(ctx.tx, person);
};
