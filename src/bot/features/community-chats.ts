import type { MiddlewareFn } from 'telegraf';
import { noteJoinRequest } from '../../access/join-requests';
import { noteMemberChange } from '../../access/members';
import { moveAccessChat } from '../../access/move';
import { noteOwnRights } from '../../access/outages';
import { seenIn } from '../../access/seen';
import { isGroup, telegramId } from '../../lifecycle/ids';
import { rememberBot } from '../../requests/known-bots';
import type { BotContext } from '../context';
import { chatOf, moveOf } from '../update';
import { describedBy } from './people';

/** What happens at the doors of the community's chats. What is said in there never comes this far. */
export const communityChats: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { joinRequest, member, membership, message } = ctx.content;
  const move = message === null ? null : moveOf(message);
  if (move !== null && ctx.tx.community.isAccessChat(move.from)) {
    return moveAccessChat(ctx.tx, move.from, move.to, ctx.log);
  }
  const change = joinRequest ?? member ?? membership;
  if (change === null) return next();
  const there = chatOf(change);
  const chat = isGroup(there) ? ctx.tx.community.currentGroup(there) : there;
  if (!isGroup(chat) || !ctx.tx.community.isAccessChat(chat)) {
    return membership === null ? undefined : next();
  }
  if (joinRequest !== null) {
    const { from, bio, query_id: queryId }: typeof joinRequest & { readonly query_id?: unknown } = joinRequest;
    const request = { chat, from: describedBy(from), bio: typeof bio === 'string' ? bio : '' };
    const isLetIn = await noteJoinRequest(ctx.tx, request);
    if (typeof queryId === 'string') ctx.joinAnswer = { queryId, result: isLetIn ? 'approve' : 'queue' };
    return;
  }
  if (membership !== null) return noteOwnRights(ctx.tx, chat, membership.new_chat_member, ctx.log);
  if (member === null) return;
  const { user } = member.new_chat_member;
  if (user.is_bot) return user.id === ctx.facts.me.id ? undefined : rememberBot(ctx.tx, telegramId(user.id));
  const { from, date, old_chat_member: old, new_chat_member: now } = member;
  return noteMemberChange(ctx.tx, {
    chat,
    who: describedBy(now.user),
    by: { ...describedBy(from), isThisBot: from.id === ctx.facts.me.id },
    was: seenIn(old),
    is: seenIn(now),
    at: date * 1000,
  });
};
