import { keyOnceErased } from '../contacts/addresses';
import type { PersonId, RequestId } from '../lifecycle/ids';
import { dropKeptName, keepName, keptNames } from '../people/kept-names';
import type { Notice } from '../notices/notice';
import { nameOfUnknown } from '../people/person';
import { change, isChanged, person as actorOf } from '../requests/change';
import { bringUpToDate } from '../requests/cards';
import { latestRequest } from '../requests/current';
import type { Person } from '../store/queries/people';
import { priorities } from '../store/queries/outbox';
import type { ErasureCause } from '../store/rows';
import { owe, type Transaction } from '../transaction/transaction';
import { aboutThem, namesThem, withoutTexts, type Traces } from './traces';
import { dropAllWords } from './words';

/** What the log and the outbox say of what is taken back. */
const why = 'its recipient, or whoever it was about, was forgotten';

/** Somebody is forgotten in this transaction. Returns whether there is anybody with this number. */
export async function forget(tx: Transaction, person: PersonId, cause: ErasureCause): Promise<boolean> {
  if ((await tx.store.people.get(person)) === null) return false;
  const id = await tx.store.erasures.ask(person, cause, tx.now);
  await eraseAsked(tx, { id, personId: person, cause });
  return true;
}

/** The next one whom a daemon was asked to forget beside it. Returns whether there was one. */
export async function eraseNextAsked(tx: Transaction): Promise<boolean> {
  const [next] = await tx.store.erasures.asked(1);
  if (next !== undefined) await eraseAsked(tx, next);
  return next !== undefined;
}

/** Of a number that is nobody's yet: what was begun by the form under it is erased. */
export async function eraseBegun({ store, now }: Transaction, person: PersonId): Promise<void> {
  const { addressCodes, form, outbox } = store;
  for (const { id, address, addressKey } of await addressCodes.allOf(person)) {
    if (address !== '') await addressCodes.erase(id, keyOnceErased(addressKey));
  }
  await form.removeAllOf(person);
  await outbox.eraseTo(person, why, now);
}

/**
 * Erases who somebody is, what they wrote, what was written about them and what was sent to them. What waits is withdrawn, and an access
 * ends. The history keeps who decided what and when, by numbers; so does the wait after a rejection. An admin keeps their name as long as
 * they are one, since it stands beside what they decide. Whoever has become one with somebody is forgotten as who they are now, under each of their numbers:
 * a backup of before has them as several people.
 */
export async function eraseAsked(
  tx: Transaction,
  { id, personId, cause }: { readonly id: number; readonly personId: PersonId; readonly cause: ErasureCause },
): Promise<void> {
  const { people, erasures } = tx.store;
  const person = await people.get((await people.becameOf(personId)) ?? personId);
  if (person !== null) {
    await endWhatStands(tx, person.id);
    const others = await people.unitedInto(person.id);
    const stored = await erasures.requestsOf(person.id);
    const requestIds = stored.map((one) => one.id);
    const traces: Traces = {
      people: [person, ...others],
      requests: new Set(requestIds),
      messages: stored.map(({ request }) => request.message),
    };
    await eraseMessages(tx, traces);
    await erasures.eraseTexts(stored, tx.now);
    // Others in this transaction must not bring back what they have read before.
    tx.store.requests.dropKnown();
    for (const one of traces.people) await eraseWhatIsTheirs(tx, one, cause);
    await eraseParked(tx, traces);
    await tx.store.search.forgetAll();
    await erasures.indexAnew(requestIds);
    await eraseOnCards(tx, requestIds, cause);
    for (const request of requestIds) tx.touch(request);
    for (const one of traces.people) {
      // A list by which a restored database is gone through has them all.
      if (one.id !== personId && cause !== 'restore')
        await erasures.happened(await erasures.ask(one.id, cause, tx.now), tx.now);
    }
  }
  await erasures.happened(id, tx.now);
  tx.wakeEraser();
}

/** What waits is withdrawn, an appeal goes back to its verdict, and an access ends: nobody has decided that. */
async function endWhatStands(tx: Transaction, client: PersonId): Promise<void> {
  const latest = await latestRequest(tx, client);
  const status = latest?.request.status;
  if (latest === null || (status !== 'pending' && status !== 'approved')) return;
  const outcome = await change(tx, latest, { type: 'forget' }, actorOf(tx, client));
  if (!isChanged(outcome)) throw new Error(`request ${latest.id} can't be ended: ${outcome.refused}`);
}

/** Rows read at a time. */
const batch = 200;

/**
 * What is owed or was sent to them, or about them to the admins. What is on its way may still arrive; nothing is left of it here, and where
 * it fails it is not tried again.
 */
async function eraseMessages(tx: Transaction, traces: Traces): Promise<void> {
  await tx.outbox.write();
  const { outbox, botMessages } = tx.store;
  await dropAllWords(tx);
  for (const { id } of traces.people) {
    await outbox.eraseTo(id, why, tx.now);
    const asked = await botMessages.openQuestions(id, 0);
    await botMessages.markAnswered(
      asked.map((question) => question.id),
      tx.now,
    );
  }
  for (const request of traces.requests) {
    for (const row of await outbox.allAbout(request)) {
      const bare = withoutTexts(row.notice);
      if (bare === null) {
        // A card on its way is followed by what takes its place.
        if (row.notice.kind !== 'erased_card') await outbox.supersede([row.id], why, tx.now);
      } else if (row.state === 'owed') await outbox.erase([row.id], why, tx.now);
      else await outbox.reword(row.id, bare);
    }
  }
  await eraseOwedToAdmins(tx, (notice) => aboutThem(notice, traces));
}

/** What the admins are owed and is about somebody, besides what is about their requests. */
async function eraseOwedToAdmins(tx: Transaction, isTheirs: (notice: Notice) => boolean): Promise<void> {
  const { outbox } = tx.store;
  for (const chat of new Set([...tx.community.cardRecipients(), ...tx.community.admins])) {
    for (let after = 0; ;) {
      const rows = await outbox.owedBesides(chat, after, batch);
      const theirs = rows.filter(({ notice }) => isTheirs(notice));
      await outbox.erase(
        theirs.map((row) => row.id),
        why,
        tx.now,
      );
      const last = rows.at(-1);
      if (last === undefined || rows.length < batch) break;
      after = last.id;
    }
  }
}

async function eraseWhatIsTheirs(tx: Transaction, person: Person, cause: ErasureCause): Promise<void> {
  const { people, contacts, addressCodes, drafts, form, outbox, updates, sessions } = tx.store;
  const proved = (await contacts.allOf(person.id)).filter(({ verifiedAt }) => verifiedAt !== null);
  await contacts.removeAllOf(person.id);
  const codes = [...(await addressCodes.allOf(person.id))];
  for (const { medium, addressKey } of proved) codes.push(...(await addressCodes.allTo(medium, addressKey)));
  for (const code of codes) {
    // Forgetting is no way to have more codes sent to an address.
    if (code.address !== '') await addressCodes.erase(code.id, keyOnceErased(code.addressKey));
    // Whoever fills in the form again does so under a number that is nobody's yet.
    if ((await people.get(code.personId)) !== null) continue;
    await form.removeAllOf(code.personId);
    await outbox.eraseTo(code.personId, why, tx.now);
  }
  await drafts.removeOf(person.id);
  await form.removeAllOf(person.id);
  if (person.telegramId !== null) await updates.eraseTexts(person.telegramId);
  if (tx.community.isAdmin(person.id)) return keepName(tx.store, { id: person.id, cause });
  await dropKeptName(tx.store, person.id);
  await sessions.endOfPerson(person.id);
  await eraseName(tx, person);
}

async function eraseName({ store: { people } }: Transaction, { id, telegramId, unreachableAt }: Person): Promise<void> {
  const name = nameOfUnknown(telegramId ?? id);
  await people.save({ id, telegramId, name, username: null, language: null, chosenLanguage: null, unreachableAt });
  await people.setBackSince(id, null);
}

/**
 * Whoever was forgotten while they were an admin, and is none any more, loses the name that stood beside what they decided. What they have
 * written since stays.
 */
export async function eraseKeptNames(tx: Transaction): Promise<void> {
  const { people, erasures } = tx.store;
  for (const { id, cause } of await keptNames(tx.store)) {
    if (tx.community.isAdmin(id)) continue;
    await dropKeptName(tx.store, id);
    const person = await people.get(id);
    if (person === null) continue;
    await dropAllWords(tx);
    await eraseOwedToAdmins(tx, (notice) => namesThem(notice, person));
    await eraseName(tx, person);
    await erasures.indexAnew((await erasures.requestsOf(id)).map((one) => one.id));
    await erasures.happened(await erasures.ask(id, cause, tx.now), tx.now);
    tx.wakeEraser();
  }
}

/** Updates of theirs that could not be handled, and those of admins that quote them. */
async function eraseParked({ store: { updates } }: Transaction, traces: Traces): Promise<void> {
  for (let after = 0; ;) {
    const rows = await updates.parked(after, batch);
    await updates.removeParked(rows.filter(({ update }) => aboutThem(update, traces)).map(({ id }) => id));
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}

/** What the admins have in their chats, those who are no longer admins included, says only that it was erased. */
async function eraseOnCards(tx: Transaction, requestIds: readonly RequestId[], cause: ErasureCause): Promise<void> {
  const priority = cause === 'retention' ? priorities.last : priorities.admin;
  for (const card of await tx.store.botMessages.showing(requestIds)) {
    if (card.requestId === null) continue;
    if (card.kind === 'queue_card' && tx.community.isAdminChat(card.recipientId)) {
      if (card.messageId !== null) await bringUpToDate(tx, card);
      continue;
    }
    if (card.messageId === null && !(await tx.store.outbox.isInFlight(card.id))) continue;
    owe(tx, {
      recipientId: card.recipientId,
      threadId: card.threadId,
      notice: { kind: 'erased_card', requestId: card.requestId },
      priority,
      requestId: card.requestId,
      botMessageId: card.id,
    });
  }
}
