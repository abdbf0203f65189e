import type { PersonId } from '../lifecycle/ids';
import { longestTalk } from '../lifecycle/limits';
import { noRequest } from '../lifecycle/request';
import { uniteEvent } from '../lifecycle/transition';
import { join, type GaveWay, type Joined, type NotUnited, type Side } from '../lifecycle/uniting';
import { letIn } from '../requests/access';
import { refreshCards } from '../requests/cards';
import { change, isChanged, person } from '../requests/change';
import { latestRequest } from '../requests/current';
import { submit } from '../requests/submit';
import { addToRequest } from '../requests/talk';
import type { Membership } from '../store/queries/access';
import type { Person } from '../store/queries/people';
import type { StoredRequest } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';
import { oweWebhookAnew } from '../webhooks/owed';
import { hashOfToken, personOfStart } from './links';
import { keepOneOfEachKind } from './one-address';

/** Who they both are now. */
export interface United {
  readonly person: PersonId;
  readonly gaveWay: GaveWay | null;
}

/** Somebody who came by the form has a Telegram account, and has sent the bot the link from their page. */
export async function unite(
  tx: Transaction,
  token: string,
  inTelegram: PersonId,
  botToken: string,
): Promise<United | NotUnited> {
  const { people, form, erasures } = tx.store;
  const hash = hashOfToken(token);
  if (await form.isStartLinkUsed(hash)) return { refused: 'link_used' };
  const made = personOfStart(token, botToken);
  const ofForm = made === null ? null : await people.get(made);
  const account = await people.get(inTelegram);
  if (ofForm === null || account === null || account.telegramId === null) return { refused: 'no_such_link' };
  // Whatever is left of the marks of links: forgetting removes them.
  if (ofForm.telegramId !== null || (await people.becameOf(ofForm.id)) !== null) return { refused: 'link_used' };
  if (await erasures.isKnown(ofForm.id, 0, true)) return { refused: 'no_such_link' };
  const outcome = await uniteBoth(tx, ofForm, account);
  if ('person' in outcome) await form.useStartLink(hash, ofForm.id, tx.now);
  return outcome;
}

/**
 * From now on they are one person, whatever rows there are of both. Whoever has the request that counts stays, and gets what the
 * other has; the history keeps saying who did what, and says from when on they are one.
 */
export async function uniteBoth(tx: Transaction, ofForm: Person, account: Person): Promise<United | NotUnited> {
  if (tx.community.isAdmin(account.id)) return { refused: 'is_admin' };
  const asked = { form: await latestRequest(tx, ofForm.id), account: await latestRequest(tx, account.id) };
  const joined = join(
    { form: asked.form?.request ?? noRequest, account: asked.account?.request ?? noRequest },
    tx.now,
    tx.community.policy,
  );
  if ('refused' in joined) return refusalOf(joined, asked);
  const [kept, gone] = joined.kept === 'form' ? [ofForm, account] : [account, ofForm];
  const waiting = joined.withdraws ? asked[joined.kept === 'form' ? 'account' : 'form'] : null;
  if (waiting !== null) {
    await change(tx, waiting, { type: 'withdraw' }, person(tx, gone.id));
    // What is owed for it moves along.
    await tx.outbox.write();
  }
  await mergeMemberships(tx, { account, kept, gone });
  const moved = await tx.store.uniting.move(gone.id, kept.id);
  await keepOneOfEachKind(tx, kept.id);
  if (kept === ofForm) await moveAccount(tx, account, ofForm);
  tx.store.requests.dropKnown();
  for (const stored of moved) await record(tx, stored, kept.id);
  const latest = await latestRequest(tx, kept.id);
  if (kept === ofForm && latest !== null && moved.every(({ id }) => id !== latest.id)) {
    const eventId = await record(tx, latest, kept.id);
    await oweWebhookAnew(tx, kept.id, eventId);
  }
  const words = waiting === null || latest === null ? null : await passOn(tx, joined.words, waiting, kept.id);
  if (latest?.request.status === 'approved' && tx.community.access !== null) await letIn(tx, kept.id);
  if (latest !== null) {
    await refreshCards(tx, latest.id, latest.request.round, null);
    tx.touch(latest.id);
  }
  const gaveWay = waiting === null || latest === null ? null : { request: waiting.id, to: latest.id, words };
  return { person: kept.id, gaveWay };
}

type Asked = Readonly<Record<Side, StoredRequest | null>>;

/** Why not, by the numbers of both requests. */
function refusalOf(refusal: Extract<Joined, { readonly refused: unknown }>, { form, account }: Asked): NotUnited {
  if (form === null || account === null) throw new Error('both have a request');
  switch (refusal.refused) {
    case 'two_decisions':
      return { refused: 'two_decisions', here: account.id, web: form.id };
    case 'no_appeal_now': {
      const { waits, opensAt } = refusal;
      const [waiting, decided] = waits === 'form' ? [form, account] : [account, form];
      return { refused: 'no_appeal_now', waits: waiting.id, decided: decided.id, opensAt };
    }
  }
}

/** The words of a request that gave way reach the admins with the one that counts, as far as it has room for them. */
async function passOn(
  tx: Transaction,
  how: 'added' | 'appealed' | null,
  { request: { message } }: StoredRequest,
  client: PersonId,
): Promise<GaveWay['words']> {
  if (how === 'appealed') return isChanged(await submit(tx, client, 'appeal', message)) ? how : null;
  if (how === null || message === '') return null;
  for (let at = 0; at < message.length; at += longestTalk) {
    if ('refused' in (await addToRequest(tx, client, message.slice(at, at + longestTalk)))) return null;
  }
  return how;
}

/** The history of a request says who its client is from now on. Returns the number of that event. */
async function record(tx: Transaction, { id, request }: StoredRequest, client: PersonId): Promise<number> {
  const { status, message, round, expiresAt } = request;
  tx.touch(id);
  return tx.store.events.append({
    ...{ requestId: id, event: uniteEvent, fromStatus: status, toStatus: status, actorId: client, at: tx.now },
    ...{ reason: null, updateId: tx.updateId, via: tx.via, message, round, expiresAt, coApprovers: null },
  });
}

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
