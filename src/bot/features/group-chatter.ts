import type { MiddlewareFn } from 'telegraf';
import type { Message } from 'telegraf/types';
import { isForOthers, typedCommand } from '../commands';
import { openAdminQuestions } from '../../requests/questions';
import { incoming, type BotContext } from '../context';
import { isDecidingAdmin } from '../filters/deciding-admin';
import { isServiceMessage } from '../service-messages';
import { isPrivate, textOf } from '../update';

/**
 * What the members of a group say to each other, where the bot may read it: it is neither counted nor kept. Only a
 * command, a reply to the bot and the news that the group has moved are for it, and what may be the reason, or the
 * question for a client, that an admin has just been asked for. A command that is not this bot's is for another one.
 */
export const ignoreGroupChatter: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (!isChatter(ctx) || (await mayBeAnswer(ctx))) return next();
};

async function mayBeAnswer(ctx: BotContext): Promise<boolean> {
  const said = incoming(ctx);
  if (said === null || said.text === null || !isDecidingAdmin(ctx)) return false;
  for (const kind of ['reason_question', 'ask_question'] as const) {
    if ((await openAdminQuestions(ctx.tx, kind, said.sender, said.chat)).length > 0) return true;
  }
  return false;
}

function isChatter(ctx: BotContext): boolean {
  const message = ctx.content.message ?? ctx.content.edited;
  if (message === null || isPrivate(message)) return false;
  if ('migrate_to_chat_id' in message || 'forum_topic_reopened' in message) return false;
  if (ctx.content.edited !== null || isServiceMessage(message) || isPostOfChannel(message)) return true;
  const text = textOf(message) ?? '';
  const { username } = ctx.facts.me;
  if (isForOthers(text, username, ctx.tx.community.media)) return true;
  return typedCommand(text, username) === null && ctx.repliedTo(message) === null;
}

/** Telegram forwards what a channel posts to its discussion group: nobody there has said it. */
const isPostOfChannel = (message: Message): boolean => 'is_automatic_forward' in message;
