import type { MiddlewareFn } from 'telegraf';
import type { TelegramId } from '../../lifecycle/ids';
import type { WhyNotAdmin } from '../../notices/notice';
import {
  addAdmin,
  askForNewAdmin,
  removeAdmin,
  whyNotChangeAdmins,
  type AdminsChanged,
  type AdminsRefusal,
} from '../../requests/administrators';
import type { NotAnAdmin } from '../../requests/authorise';
import type { NamedUser } from '../../requests/meet';
import { closeQuestion, openAdminQuestion } from '../../requests/questions';
import { adminsList } from '../../requests/read/admins';
import type { BotMessage } from '../../requests/recognize';
import { incoming, type BotContext, type Incoming } from '../context';
import { refuseNonAdmin } from '../filters/non-admins';
import { forwardedFrom, isTelegramsOwn, repliedAuthor, writtenId, type NamedPerson } from '../named-person';
import { isPrivate } from '../update';

/** `/admins`, `/admins add …` and `/admins remove …`, in a chat where admins decide. */
export async function administrators(ctx: BotContext, said: Incoming, rest: string): Promise<void> {
  const [verb = '', ...others] = rest.trim().split(/\s+/u);
  switch (verb.toLowerCase()) {
    case '':
      return list(ctx, said);
    case 'add':
    case 'remove':
      return change(ctx, said, verb.toLowerCase() === 'add' ? 'add' : 'remove', others);
    default:
      return unchanged(ctx, said, 'unclear', nobody);
  }
}

/**
 * The owner who wrote `/admins add` names somebody, by forwarding one of their messages or by their ID alone. Everything else
 * that the owner says meanwhile means what it always does.
 */
export const adminNamed: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  const named = said === null ? null : (forwardedFrom(said.message) ?? writtenId(said.text?.trim() ?? ''));
  if (said === null || named === null) return next();
  const question = await openAdminQuestion(ctx.tx, said.sender, said.chat);
  if (question?.kind !== 'new_admin_question') return next();
  return answered(ctx, said, question, named);
};

/** A reply to the question who should be an admin that names nobody. */
export const namesNobody = (ctx: BotContext, said: Incoming): void => unclear(ctx, said, 'not_an_id');

async function list(ctx: BotContext, said: Incoming): Promise<void> {
  const listed = await adminsList(ctx.tx, said.sender);
  if ('refused' in listed) return refuseNonAdmin(ctx, said, 'admins');
  ctx.answer(said.message, { kind: 'admins', ...listed });
}

type Change = 'add' | 'remove';

async function change(ctx: BotContext, said: Incoming, how: Change, words: readonly string[]): Promise<void> {
  const named = namedIn(said, words);
  if (named === null) return how === 'remove' ? unclear(ctx, said, 'remove_whom') : ask(ctx, said);
  return changed(ctx, said, how, named);
}

/** Whom an owner names, or why they name nobody. */
type Named = NamedPerson | 'unclear' | 'not_an_id' | 'no_persons_id';

/** Whom a command names, by their Telegram ID or as the author of the message it replies to; null: nobody. */
function namedIn({ message }: Incoming, [word, ...more]: readonly string[]): Named | null {
  if (more.length > 0) return 'unclear';
  return word === undefined ? repliedAuthor(message) : (writtenId(word) ?? 'not_an_id');
}

async function ask(ctx: BotContext, said: Incoming): Promise<void> {
  const { message, chat, sender } = said;
  if (ctx.telegramId === null) return;
  const asked = { id: sender, telegramId: ctx.telegramId, name: message.from?.first_name ?? '' };
  const refusal = await askForNewAdmin(ctx.tx, asked, chat, isPrivate(message) ? null : message.message_id);
  if (refusal !== null) refused(ctx, said, refusal, null);
}

async function answered(ctx: BotContext, said: Incoming, question: BotMessage, named: Named): Promise<void> {
  // Somebody who hides their account can be named in another way: the question stays open.
  if (typeof named !== 'string') await closeQuestion(ctx.tx, question.id);
  return changed(ctx, said, 'add', named);
}

async function changed(ctx: BotContext, said: Incoming, how: Change, named: Named): Promise<void> {
  if (typeof named === 'string') return unclear(ctx, said, named);
  const { telegramId: id } = named;
  // None of them can decide anything, and the bot would write to them as admins.
  if (how === 'add' && (id === ctx.facts.me.id || isTelegramsOwn(id))) return unclear(ctx, said, 'no_persons_id');
  const outcome =
    how === 'add' ? await addAdmin(ctx.tx, said.sender, named) : await removeAdmin(ctx.tx, said.sender, id);
  if ('refused' in outcome) return refused(ctx, said, outcome, named);
  trace(ctx, how, outcome);
  ctx.answer(said.message, { kind: how === 'add' ? 'admin_added' : 'admin_removed', ...outcome });
}

function trace({ log, telegramId }: BotContext, how: Change, { id }: AdminsChanged): void {
  const said = how === 'add' ? 'an owner has made somebody an admin' : 'an owner has removed an admin';
  log.info(said, {
    action: how === 'add' ? 'admin_added' : 'admin_removed',
    telegramId: telegramId ?? undefined,
    details: { admin: id },
  });
}

function refused(ctx: BotContext, said: Incoming, refusal: AdminsRefusal | NotAnAdmin, named: NamedUser | null): void {
  if (refusal.refused === 'not_an_admin') return refuseNonAdmin(ctx, said, 'admins');
  if (refusal.refused === 'owners_only') {
    ctx.log.warn('an admin who is not an owner tried to change the list of admins', {
      action: 'admins',
      telegramId: ctx.telegramId ?? undefined,
    });
  }
  unchanged(ctx, said, refusal.refused, { name: refusal.name, id: named?.telegramId ?? null });
}

interface About {
  readonly name: string | null;
  readonly id: TelegramId | null;
}

const nobody: About = { name: null, id: null };

/** Nobody was named. Who could not have changed anything anyway learns that instead. */
function unclear(ctx: BotContext, said: Incoming, why: WhyNotAdmin): void {
  const forbidden = whyNotChangeAdmins(ctx.tx, said.sender);
  if (forbidden === null) unchanged(ctx, said, why, nobody);
  else refused(ctx, said, forbidden, null);
}

function unchanged(ctx: BotContext, { message }: Incoming, why: WhyNotAdmin, about: About): void {
  ctx.answer(message, { kind: 'admins_unchanged', why, ...about });
}
