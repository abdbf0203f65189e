import type { BotContext } from '../context';

/** Lets through what an admin says or presses where admins decide. */
export function isDecidingAdmin(ctx: BotContext): boolean {
  const { message, press } = ctx.content;
  const place = message ?? press?.message ?? null;
  return place !== null && ctx.isFromAdmin && ctx.isAdminChat(ctx.recipientIn(place.chat));
}
