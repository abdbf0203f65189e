import type { MiddlewareFn } from 'telegraf';
import { telegramId } from '../../lifecycle/ids';
import { tell } from '../../transaction/transaction';
import { typedCommand } from '../commands';
import { incoming, type BotContext } from '../context';
import { isPrivate, topicOf } from '../update';

/**
 * `/id`: in a private chat, the sender's Telegram ID; for an admin in a group, the ADMIN_CHAT_ID that sends the cards
 * there.
 */
export const ids: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  if (said === null || typedCommand(said.text ?? '', ctx.facts.me.username)?.name !== 'id') return next();
  const { message, chat } = said;
  if (isPrivate(message)) return tell(ctx.tx, chat, { kind: 'your_id', id: telegramId(message.chat.id) });
  if (!ctx.isFromAdmin) return next();
  const topic = topicOf(message);
  const { community } = ctx.tx;
  const getsCards = community.getsCards(chat) && community.topicOf(chat) === topic;
  ctx.answer(message, { kind: 'chat_id', chat: topic === null ? `${chat}` : `${chat}/${topic}`, getsCards });
};
