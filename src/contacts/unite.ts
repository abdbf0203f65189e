import type { PersonId } from '../lifecycle/ids';
import { letIn } from '../requests/access';
import { refreshCards } from '../requests/cards';
import { latestRequest } from '../requests/current';
import type { Membership } from '../store/queries/access';
import type { Person } from '../store/queries/people';
import type { StoredRequest } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';
import { hashOfToken, personOfStart } from './links';

/** Why somebody is not made one with their Telegram account. */
interface NotUnited {
  readonly refused:
    /** It is no link of this bot's. */
    | 'no_such_link'
    | 'link_used'
    /** Each has a request that waits or stands. */
    | 'both_asked'
    /** Whoever decides here stays who they are. */
    | 'is_admin';
}

/** What came of it: who they both are now. */
export type Uniting = { readonly person: PersonId } | NotUnited;

/**
 * Somebody who came by the form has a Telegram account, and has sent the bot the link from their page: from now on they are one
 * person, whatever rows there are of both. The one with a request that waits or stands stays, and gets what the other has; the history
 * keeps saying who did what.
 */
export async function unite(tx: Transaction, token: string, inTelegram: PersonId, botToken: string): Promise<Uniting> {
  const { people, form } = tx.store;
  const hash = hashOfToken(token);
  if (await form.isStartLinkUsed(hash)) return { refused: 'link_used' };
  const made = personOfStart(token, botToken);
  const ofForm = made === null ? null : await people.get(made);
  const account = await people.get(inTelegram);
  if (ofForm === null || account === null || account.telegramId === null) return { refused: 'no_such_link' };
  if (ofForm.telegramId !== null) return { refused: 'link_used' };
  if (tx.community.isAdmin(account.id)) return { refused: 'is_admin' };
  const [formStands, accountStands] = [
    stands(await latestRequest(tx, ofForm.id)),
    stands(await latestRequest(tx, account.id)),
  ];
  if (formStands && accountStands) return { refused: 'both_asked' };
  await form.useStartLink(hash, ofForm.id, tx.now);
  const kept = accountStands ? account : ofForm;
  const gone = accountStands ? ofForm : account;
  await mergeMemberships(tx, { account, kept, gone });
  await tx.store.uniting.move(gone.id, kept.id);
  if (kept === ofForm) await moveAccount(tx, account, ofForm);
  const latest = await latestRequest(tx, kept.id);
  if (latest?.request.status === 'approved' && tx.community.access !== null) await letIn(tx, kept.id);
  if (latest !== null) {
    await refreshCards(tx, latest.id, latest.request.round, null);
    tx.touch(latest.id);
  }
  return { person: kept.id };
}

/** Its client can't have another request beside it. */
const stands = (stored: StoredRequest | null): boolean =>
  stored !== null && stored.request.status !== 'expired' && stored.request.status !== 'withdrawn';

async function moveAccount({ store }: Transaction, from: Person, to: Person): Promise<void> {
  const { telegramId, name, username, language } = from;
  await store.people.leaveTelegram(from.id);
  const chosenLanguage = from.chosenLanguage ?? to.chosenLanguage;
  await store.people.save({ id: to.id, telegramId, name, username, language, chosenLanguage, unreachableAt: null });
}

/** Who was seen in a chat is the account; whether they should be there is a matter of whoever stays. */
async function mergeMemberships(
  { store, now }: Transaction,
  { account, kept, gone }: Readonly<Record<'account' | 'kept' | 'gone', Person>>,
): Promise<void> {
  const { access, uniting } = store;
  const left = await uniting.membershipsOf(gone.id);
  if (left.length === 0) return;
  await uniting.removeMemberships(gone.id);
  for (const row of left) {
    const own = await access.get(kept.id, row.chatId);
    if (own === null) await access.save({ ...row, personId: kept.id });
    else if (gone === account) await access.save({ ...own, ...seenIn(row), nextTryAt: now });
  }
}

const seenIn = ({ seen, seenAt, joinRequestedAt, strangerToldAt, joinedAt }: Membership) => ({
  ...{ seen, seenAt, joinRequestedAt, strangerToldAt, joinedAt },
});
