import type { MiddlewareFn } from 'telegraf';
import type { User } from 'telegraf/types';
import { personId, type PersonId } from '../../lifecycle/ids';
import { refreshCards } from '../../requests/cards';
import type { Work } from '../../requests/work';
import type { BotContext } from '../context';
import { contentOf, senderOf } from '../update';

/** Keeps what Telegram says of people: their names change, and whoever writes can be reached again. */
export const keepPeople: MiddlewareFn<BotContext> = async (ctx, next) => {
  const from = senderOf(contentOf(ctx.update));
  if (from !== null) await keep(ctx.work, from, ctx.content.membership === null);
  return next();
};

async function keep(work: Work, from: User, wrote: boolean): Promise<void> {
  const id = personId(from.id);
  const known = await work.store.people.get(id);
  const person = {
    id,
    name: [from.first_name, from.last_name].filter(Boolean).join(' '),
    username: from.username ?? null,
    language: from.language_code ?? null,
    chosenLanguage: known?.chosenLanguage ?? null,
    unreachableAt: wrote ? null : (known?.unreachableAt ?? null),
  };
  const changed =
    known === null ||
    known.name !== person.name ||
    known.username !== person.username ||
    known.language !== person.language ||
    known.unreachableAt !== person.unreachableAt;
  if (!changed) return;
  await work.store.people.save(person);
  if (known !== null && known.unreachableAt !== person.unreachableAt) await sayOnCards(work, person.id);
}

/** The cards of a client's request say whether the client can be reached. */
export async function sayOnCards(work: Work, client: PersonId): Promise<void> {
  const latest = await work.store.requests.latestOf(client);
  if (latest !== null) await refreshCards(work, latest.id, latest.request.round, null);
}
