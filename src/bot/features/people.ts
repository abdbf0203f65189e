import type { MiddlewareFn } from 'telegraf';
import type { User } from 'telegraf/types';
import { personId, type PersonId } from '../../lifecycle/ids';
import { catchUp } from '../../requests/catch-up';
import { refreshCards } from '../../requests/cards';
import type { Transaction } from '../../transaction/transaction';
import { languageOf, type Person } from '../../store/queries/people';
import type { BotContext } from '../context';
import { contentOf, senderOf } from '../update';

/** Keeps what Telegram says of people: their names change, and whoever writes can be reached again. */
export const keepPeople: MiddlewareFn<BotContext> = async (ctx, next) => {
  const from = senderOf(contentOf(ctx.update));
  if (from !== null) ctx.language = languageOf(await keep(ctx, from));
  return next();
};

async function keep(ctx: BotContext, from: User): Promise<Person> {
  const { tx } = ctx;
  // What somebody does in a group says nothing of their chat with the bot.
  const { message, edited, press, membership } = ctx.content;
  const place = message ?? edited ?? press?.message ?? null;
  const isHere = membership === null && place !== null && place.chat.id === from.id;
  const id = personId(from.id);
  const known = await tx.store.people.get(id);
  const person = {
    id,
    name: [from.first_name, from.last_name].filter(Boolean).join(' '),
    username: from.username ?? null,
    language: from.language_code ?? null,
    chosenLanguage: known?.chosenLanguage ?? null,
    unreachableAt: isHere ? null : (known?.unreachableAt ?? null),
  };
  const changed =
    known === null ||
    known.name !== person.name ||
    known.username !== person.username ||
    known.language !== person.language ||
    known.unreachableAt !== person.unreachableAt;
  if (!changed) return person;
  if (known === null) await nameWhoWrites(ctx, id);
  await tx.store.people.save(person);
  if (known !== null && known.unreachableAt !== person.unreachableAt) {
    await sayOnCards(tx, person.id);
    await catchUp(tx, person.id);
  }
  return person;
}

/**
 * While none of the listed admins has ever written, ADMIN_TELEGRAM_ID may be a guess: the log tells whoever runs the bot
 * what their own ID is.
 */
async function nameWhoWrites({ tx, log, isFromAdmin }: BotContext, personId: PersonId): Promise<void> {
  if (isFromAdmin) return;
  for (const admin of tx.community.admins) if ((await tx.store.people.get(admin)) !== null) return;
  log.info('somebody wrote, and no admin of ADMIN_TELEGRAM_ID has yet; if it was you, this is your ID', {
    action: 'unknown_sender',
    personId,
  });
}

/** The cards of a client's request say whether the client can be reached. */
export async function sayOnCards(tx: Transaction, client: PersonId): Promise<void> {
  const latest = await tx.store.requests.latestOf(client);
  if (latest !== null) await refreshCards(tx, latest.id, latest.request.round, null);
}
