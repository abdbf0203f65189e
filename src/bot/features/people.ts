import type { MiddlewareFn } from 'telegraf';
import type { User } from 'telegraf/types';
import { personId } from '../../lifecycle/ids';
import { meet } from '../../requests/meet';
import type { BotContext } from '../context';
import { contentOf, senderOf } from '../update';

/** Keeps what Telegram says of people: their names change, and whoever writes can be reached again. */
export const keepPeople: MiddlewareFn<BotContext> = async (ctx, next) => {
  const from = senderOf(contentOf(ctx.update));
  if (from !== null) await keep(ctx, from);
  return next();
};

async function keep(ctx: BotContext, from: User): Promise<void> {
  // What somebody does in a group says nothing of their chat with the bot.
  const { message, edited, press, membership } = ctx.content;
  const place = message ?? edited ?? press?.message ?? null;
  const isHere = membership === null && place !== null && place.chat.id === from.id;
  const described = {
    id: personId(from.id),
    name: [from.first_name, from.last_name].filter(Boolean).join(' '),
    username: from.username ?? null,
    language: from.language_code ?? null,
  };
  const { language, isBeforeAdmins } = await meet(ctx.tx, described, isHere);
  ctx.language = language;
  // ADMIN_TELEGRAM_ID may be a guess: the log tells whoever runs the bot what their own ID is.
  if (isBeforeAdmins) {
    ctx.log.info('somebody wrote, and no admin of ADMIN_TELEGRAM_ID has yet; if it was you, this is your ID', {
      action: 'unknown_sender',
      personId: described.id,
    });
  }
}
