import type { MiddlewareFn } from 'telegraf';
import { groupId, isGroup } from '../../lifecycle/ids';
import { moveChat } from '../../requests/move-chat';
import { noteTopicReopened } from '../../requests/group-trouble';
import { typedCommand } from '../commands';
import type { BotContext } from '../context';
import { chatOf, isPrivate, textOf } from '../update';

/** The last handler in a group: a command gets one line that points to the private chat. */
export const groups: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  if (message === null || isPrivate(message)) return next();
  if ('migrate_to_chat_id' in message) {
    const chat = chatOf(message);
    if (isGroup(chat)) await moveChat(ctx.tx, chat, groupId(message.migrate_to_chat_id), ctx.log);
    return;
  }
  if ('forum_topic_reopened' in message) {
    const chat = chatOf(message);
    if (isGroup(chat)) await noteTopicReopened(ctx.tx, chat);
    return;
  }
  const isSaid = ctx.sender !== null || ctx.isAnonymous;
  if (!isSaid || typedCommand(textOf(message) ?? '', ctx.facts.me.username) === null) return;
  ctx.answerLast(message, { kind: 'private_chat_only', bot: ctx.facts.me.username });
};
