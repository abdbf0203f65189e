import { isGroup, type GroupId, type Instant, type PersonId, type RecipientId, type RequestId } from '../lifecycle/ids';
import { awaitedInChat, draftLasts, drawCode } from '../contacts/codes';
import { isForAdmins } from '../notices/audience';
import type { Notice } from '../notices/notice';
import type { ResolvedNotice } from '../notices/resolved-notice';
import { mostNamed } from '../requests/read/views';
import type { Community } from '../people/community';
import { cardView, type Viewer } from '../requests/read/card';
import { history } from '../requests/read/history';
import { ownData } from '../requests/read/own-data';
import type { Queries } from '../store/queries';
import type { Owed } from '../store/queries/outbox';
import type { ContactMedium } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import { languageOf } from '../people/person';
import type { Person } from '../store/queries/people';

/** Whom a message is for. By what address a channel reaches them is the channel's to find out. */
export type Recipient =
  | { readonly kind: 'group'; readonly id: GroupId }
  /** `person` null: nothing is known of them any more. */
  | { readonly kind: 'person'; readonly id: PersonId; readonly person: Person | null };

/** An owed message as it leaves: what it says now, in whose language, and whether it is a new message or replaces one. */
export interface ResolvedMessage {
  readonly row: Owed;
  readonly recipient: Recipient;
  readonly notice: ResolvedNotice;
  /** The recipient's language; null for groups and where it is unknown. */
  readonly language: string | null;
  /** The message it replaces; null: a new one. */
  readonly edits: number | null;
  /** Where a channel that has addresses of its own sends it; null: the recipient has none there, or may not be written to. */
  readonly address: string | null;
}

/** What claimed rows say now; those that have nothing left to say are settled, and missing. */
export async function resolveAll(tx: Transaction, rows: readonly Owed[]): Promise<readonly ResolvedMessage[]> {
  const leaving: ResolvedMessage[] = [];
  const resolving = { ...tx, store: remembering(tx.store) };
  for (const row of rows) {
    const resolved = await whereTheyAreNow(resolving.store, await resolve(resolving, row), (moved) =>
      resolve(resolving, moved),
    );
    if (resolved === null) {
      await tx.store.outbox.settle({ id: row.id, as: 'superseded', error: 'there is nothing left to say' }, tx.now);
    } else {
      leaving.push(resolved);
    }
  }
  return leaving;
}

/** Whoever it was for may have become one with somebody else, after the row was read: it goes where the database has it by now. */
async function whereTheyAreNow(
  store: Queries,
  found: ResolvedMessage | null,
  again: (row: Owed) => Promise<ResolvedMessage | null>,
): Promise<ResolvedMessage | null> {
  if (found === null || found.recipient.kind === 'group') return found;
  const { row, recipient, address } = found;
  const isSomewhere = row.channel === 'telegram' ? recipient.person?.telegramId != null : address !== null;
  const recipientId = isSomewhere ? null : await store.outbox.recipientOf(row.id);
  if (recipientId === null || recipientId === row.recipientId) return found;
  const moved = await again({ ...row, recipientId });
  // To the queue it is the row that it has.
  return moved && { ...moved, row };
}

/** While messages are resolved nothing they show changes: what the cards of one request have in common is looked up once. */
function remembering(store: Queries): Queries {
  const { talk } = store;
  return {
    ...store,
    talk: {
      ...talk,
      countsAbout: remembered((id: RequestId) => talk.countsAbout(id)),
      latest: remembered((id: RequestId, most: number) => talk.latest(id, most)),
    },
  };
}

function remembered<About extends readonly number[], Found>(look: (...about: About) => Found) {
  const known = new Map<string, Found>();
  return (...about: About): Found => {
    const key = about.join();
    const found = known.get(key) ?? look(...about);
    known.set(key, found);
    return found;
  };
}

/** The message of a row as of now; null: its subject no longer exists, or its recipient is no longer an admin. */
async function resolve(tx: Transaction, row: Owed): Promise<ResolvedMessage | null> {
  const { store, now, community } = tx;
  if (isForAdmins(row.notice) && !community.isAdminChat(row.recipientId)) return null;
  const place = row.botMessageId === null || isNewMessage(row) ? null : await store.botMessages.get(row.botMessageId);
  // Another request has been opened there since, or the list is back.
  if (row.notice.kind === 'queue_card' && place?.requestId !== row.notice.requestId) return null;
  if (row.notice.kind === 'address_code') return resolveCode(tx, row, row.notice.codeId);
  const notice = await resolveNotice(store, row, row.notice, now, community);
  if (notice === null) return null;
  const recipient = await recipientOf(store, row.recipientId);
  const isEditOnly = row.notice.kind === 'digest_update' || row.notice.kind === 'erased_card';
  if (isEditOnly && (place?.messageId ?? null) === null) return null;
  const round = 'card' in notice ? notice.card.round : null;
  // An edit that was held up shows a newer round by now, with its buttons: the card has to follow that one from then on.
  if (place !== null && round !== null && place.round !== round) await store.botMessages.moveToRound(place.id, round);
  const theirs = recipient.kind === 'group' ? null : languageOf(recipient.person);
  const language = row.notice.kind === 'forgotten' ? row.notice.language : theirs;
  const edits = row.editMessageId ?? place?.messageId ?? null;
  const address = row.channel === 'telegram' ? null : await addressOf(store, recipient, row.channel);
  return { row, recipient, notice, language, edits, address };
}

/** A code is drawn now: from its hash, which is all that the database has, nobody could say it. */
async function resolveCode(tx: Transaction, row: Owed, id: number): Promise<ResolvedMessage | null> {
  if (!Number.isSafeInteger(id)) return null;
  const recipient = await recipientOf(tx.store, row.recipientId);
  const person = recipient.kind === 'group' ? null : recipient.person;
  // Whoever fills in the form is nobody yet.
  const drawn = await drawCode(tx, id, person === null ? draftLasts : awaitedInChat);
  if (drawn === null) return null;
  const known = languageOf(person);
  const { notice, row: code } = drawn;
  return { row, recipient, notice, language: code.language ?? known, edits: null, address: code.address };
}

/** Where somebody is reached through a channel; null: nowhere, since they have proved no address, it is dead, or they switched it off. */
async function addressOf(store: Queries, recipient: Recipient, channel: ContactMedium): Promise<string | null> {
  if (recipient.kind === 'group') return null;
  const contacts = await store.contacts.verifiedOf(recipient.id);
  const contact = contacts.find(({ medium }) => medium === channel);
  return contact === undefined || contact.failedAt !== null || contact.mutedAt !== null ? null : contact.address;
}

async function recipientOf(store: Queries, id: RecipientId): Promise<Recipient> {
  return isGroup(id) ? { kind: 'group', id } : { kind: 'person', id, person: await store.people.get(id) };
}

/** Cards, digests and links to the desk are brought up to date after they were sent; the rest of what people can reply to is said once. */
const isNewMessage = ({ notice: { kind } }: Owed): boolean => !changing.some((one) => one === kind);

const changing: readonly Notice['kind'][] = [
  ...(['card', 'shown_card', 'queue_card', 'erased_card', 'digest_update'] as const),
  ...(['desk_signed_in', 'desk_signed_out'] as const),
];

async function resolveNotice(
  store: Queries,
  row: Owed,
  notice: Exclude<Notice, { kind: 'address_code' }>,
  now: Instant,
  community: Community,
): Promise<ResolvedNotice | null> {
  if (!isWhole(notice)) return { kind: 'malformed', of: notice.kind };
  switch (notice.kind) {
    case 'card':
    case 'queue_card': {
      const card = await cardView(store, notice.requestId, viewerFor(row.recipientId), now, community);
      return card && { kind: notice.kind, card };
    }
    case 'shown_card': {
      const card = await cardView(store, notice.requestId, viewerFor(row.recipientId), now, community);
      return card && { kind: 'history', card, ...(await history(store, notice.requestId)) };
    }
    case 'my_data': {
      const json = isGroup(row.recipientId) ? null : await ownData(store, row.recipientId);
      return json === null ? null : { kind: 'my_data', json };
    }
    case 'reminder': {
      const { requests, total } = await store.schedule.reminded(notice.remindedAt, mostNamed);
      return total === 0 ? null : { kind: 'reminder', requests, total };
    }
    case 'asked':
    case 'join_question':
      return (await store.requests.get(notice.requestId))?.request.status === 'pending' ? notice : null;
    case 'digest':
    case 'digest_update':
      return { kind: 'digest', waiting: (await store.requests.counts()).pending };
    default:
      return notice;
  }
}

/** The reader of messages to a recipient. */
const viewerFor = (recipient: RecipientId): Viewer => (isGroup(recipient) ? 'group' : recipient);

/** Whether a stored notice that is resolved from the database says of what: another version may have written it. */
function isWhole(notice: Notice): boolean {
  switch (notice.kind) {
    case 'card':
    case 'shown_card':
    case 'queue_card':
    case 'erased_card':
    case 'asked':
    case 'join_question':
      return Number.isSafeInteger(notice.requestId);
    case 'reminder':
      return Number.isSafeInteger(notice.remindedAt);
    default:
      return true;
  }
}
