import type { MiddlewareFn } from 'telegraf';
import { forget } from '../../erasure/erase';
import type { Instant, Millis, PersonId, RecipientId } from '../../lifecycle/ids';
import type { Notice } from '../../notices/notice';
import { requestStatus } from '../../requests/read/status';
import type { LatestRequest } from '../../requests/read/views';
import { tell, tellInPlaceOf } from '../../transaction/transaction';
import { typedCommand } from '../commands';
import { incoming, type BotContext } from '../context';
import { isPrivate } from '../update';

/** For so long the button under the question works. */
const answerableFor: Millis = 24 * 60 * 60 * 1000;

/** `/mydata`: what is stored about them, as a file. */
export const ownFile: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  const typed = said === null ? null : typedCommand(said.text ?? '', ctx.facts.me.username);
  if (said === null || typed?.name !== 'mydata' || !isPrivate(said.message)) return next();
  tell(ctx.tx, said.chat, { kind: 'my_data' });
};

/** `/forget`: whether they want it is asked first, since nothing brings it back. */
export const forgetting: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  const typed = said === null ? null : typedCommand(said.text ?? '', ctx.facts.me.username);
  if (said === null || typed?.name !== 'forget' || !isPrivate(said.message)) return next();
  const { tx } = ctx;
  const ends = whatEnds(await requestStatus(tx, said.sender));
  const isAdmin = tx.community.isAdmin(said.sender);
  tell(tx, said.chat, { kind: 'forget_question', at: tx.now, ends, ...(isAdmin && { isAdmin }) });
};

function whatEnds(you: LatestRequest): Extract<Notice, { kind: 'forget_question' }>['ends'] {
  if (you.state === 'none') return null;
  const { status } = you.request;
  if (status === 'pending' || status === 'approved') return status;
  return status === 'rejected' || status === 'revoked' ? 'verdict' : null;
}

/** The button under the question. It works once: whatever they have written since is not what it was asked about. */
export async function forgetPressed(
  ctx: BotContext,
  { chat, messageId, sender }: { readonly chat: RecipientId; readonly messageId: number; readonly sender: PersonId },
  askedAt: Instant,
): Promise<void> {
  const { tx, language } = ctx;
  const isOver = Math.abs(tx.now - askedAt) >= answerableFor;
  if (isOver || (await tx.store.erasures.isKnown(sender, askedAt, true))) {
    ctx.toast = { kind: 'forget_over' };
    return;
  }
  const isAdmin = tx.community.isAdmin(sender);
  await forget(tx, sender, 'chat');
  tellInPlaceOf(tx, chat, messageId, { kind: 'forgotten', language, ...(isAdmin && { isAdmin }) });
}
