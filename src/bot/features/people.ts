import type { MiddlewareFn } from 'telegraf';
import type { User } from 'telegraf/types';
import { parse } from '../../channels/telegram/messages/callback-data';
import { telegramId } from '../../lifecycle/ids';
import { meet, personOnTelegram, type TelegramProfile } from '../../requests/meet';
import type { BotContext } from '../context';
import { isServiceMessage } from '../service-messages';
import { senderOf } from '../update';

/** Keeps people up to date: names change, and a person who writes can be reached again. */
export const keepPeople: MiddlewareFn<BotContext> = async (ctx, next) => {
  await meetSender(ctx);
  return next();
};

/** From here on the context knows who caused the update, as a person. */
export async function meetSender(ctx: BotContext): Promise<void> {
  const from = senderOf(ctx.content);
  if (from === null) return;
  // Activity in a group says nothing about a person's private chat with the bot.
  const { message, edited, press, membership } = ctx.content;
  const place = message ?? edited ?? press?.message ?? null;
  const isHere = membership === null && place !== null && place.chat.id === from.id;
  const described = describedBy(from);
  // What they have missed comes where they have just written.
  ctx.recognize(await personOnTelegram(ctx.tx, described.telegramId));
  const { id, language, isBeforeAdmins } = await meet(ctx.tx, described, {
    isHere,
    wantsSomething: wantsSomething(ctx),
  });
  ctx.recognize(id);
  ctx.language = language;
  // ADMIN_TELEGRAM_ID may be a guess: the log tells the operator their own ID.
  if (isBeforeAdmins) {
    ctx.log.info('somebody wrote, and no admin of ADMIN_TELEGRAM_ID has yet; if it was you, this is your ID', {
      action: 'unknown_sender',
      telegramId: described.telegramId,
    });
  }
}

/**
 * Whether somebody has to be known for what they do. Who blocks the bot, edits a message or presses the button of an old one does not: all
 * that a press could still send or erase is something that they have written since they were forgotten, if at all.
 */
function wantsSomething({ content: { message, press }, isFromAdmin }: BotContext): boolean {
  if (message !== null) return !isServiceMessage(message);
  const data = press !== null && 'data' in press ? parse(press.data) : null;
  return data !== null && (isFromAdmin || data.type === 'request' || data.type === 'appeal');
}

/** Somebody as Telegram describes them. */
export const describedBy = (user: User): TelegramProfile => ({
  telegramId: telegramId(user.id),
  name: [user.first_name, user.last_name].filter(Boolean).join(' '),
  username: user.username ?? null,
  language: user.language_code ?? null,
});
