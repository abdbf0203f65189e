import type { Notice } from '../../src/notices/notice';
import { isOutcome } from '../../src/notices/audience';
import { countBy, grouped } from './counting';
import type { Evidence, OutboxRow } from './evidence';
import type { Delivered } from './post';

/** Held against what the relay has: every mail that is owed has arrived, and again only after an unknown outcome. */
export function wrongMails(evidence: Evidence): { readonly repeats: number; readonly violations: readonly string[] } {
  const arrived = grouped(evidence.delivered, ({ messageId }) => rowOf(messageId));
  const rows = new Map(evidence.mails.map((row) => [row.id, row]));
  const repeats = [...arrived.values()].reduce((sum, mails) => sum + mails.length - 1, 0);
  return {
    repeats,
    violations: [
      ...evidence.mails.flatMap((row) => wronglyDelivered(row, arrived.get(row.id) ?? [])),
      ...evidence.delivered.flatMap((mail) => wronglyAddressed(mail, rows.get(rowOf(mail.messageId)), evidence)),
      ...mailedTwice(evidence),
      ...neverMailed(evidence),
    ],
  };
}

/** The row of the outbox that a mail is; 0: it is none. */
const rowOf = (messageId: string): number =>
  Number(/^<outbox-(\d+)\.[0-9a-f]{24}@sosekni\.example>$/.exec(messageId)?.[1] ?? 0);

const inShort = ({ id, notice, recipient_id }: OutboxRow): string =>
  `mail ${id} (${notice.kind === 'client_news' ? notice.news : notice.kind} to ${recipient_id})`;

/** What is said to have been sent has been taken, and nothing came more often than unknown outcomes explain. */
function wronglyDelivered(row: OutboxRow, mails: readonly Delivered[]): readonly string[] {
  const what = inShort(row);
  const { state, unknown_outcomes: unknown } = row;
  if (state === 'owed') return [`${what} is still owed: ${row.last_error ?? 'never tried'}`];
  if (state !== 'sent' && row.last_error === null) return [`${what} is ${state} without a reason`];
  const least = state === 'sent' ? 1 : 0;
  const violations: string[] = [];
  if (mails.length < least) violations.push(`${what} was written down as sent, but the relay never had it`);
  if (mails.length > least + unknown) {
    violations.push(`${what} arrived ${mails.length} times, ${unknown} outcomes were unknown`);
  }
  const faces = new Set(mails.map(({ messageId, date, to, subject }) => [messageId, date, to, subject].join()));
  if (faces.size > 1) violations.push(`${what} is repeated as a mail that nobody can tell to be the same`);
  return violations;
}

/** An address gets codes once its owner has named it, and outcomes once they have typed one. */
function wronglyAddressed(
  { to, at, subject, text, messageId }: Delivered,
  row: OutboxRow | undefined,
  { named, typed, addressOf }: Evidence,
): readonly string[] {
  if (row === undefined) return [`a mail came that was never owed: ${messageId}`];
  const person = Number(row.recipient_id);
  const what = inShort(row);
  if (to !== addressOf({ id: person })) return [`${what} went to ${to}`];
  if (row.notice.kind === 'address_code') return named.has(person) ? [] : [`${what}: nobody had named that address`];
  if (!isOutcome(row.notice)) return [`${what} is no outcome`];
  const violations: string[] = [];
  const isProved = typed.some((one) => one.person === person && one.address === to && one.at <= at);
  if (!isProved) violations.push(`${what} went to an address that nobody had proved`);
  if (!`${subject} ${text}`.includes(`#${row.request_id}`)) violations.push(`${what} speaks of another request`);
  return violations;
}

/** What happened is mailed once. */
function mailedTwice({ mails, outbox }: Evidence): readonly string[] {
  const happened = countBy(originals(outbox), sameNews);
  const mailed = countBy(
    mails.filter(({ notice }) => isOutcome(notice)),
    sameNews,
  );
  return [...mailed].flatMap(([news, count]) => {
    const times = happened.get(news) ?? 0;
    return count <= times ? [] : [`${news} is mailed ${count} times and happened ${times} times`];
  });
}

/** Who had proved an address before anything went wrong gets by mail what Telegram can't deliver, or everything if they want both. */
function neverMailed({ mails, outbox, settled }: Evidence): readonly string[] {
  const mailed = new Set(mails.map(sameNews));
  return originals(outbox).flatMap((row) => {
    const { mode, since } = settled.get(Number(row.recipient_id)) ?? { mode: null, since: Infinity };
    if (mode === null || !isOutcome(row.notice) || row.created_at <= since) return [];
    const isOwed = mode === 'both' || wasUndeliverable(row);
    return !isOwed || mailed.has(sameNews(row)) ? [] : [`${sameNews(row)} was never owed by mail`];
  });
}

/** The last error of what couldn't be delivered in Telegram, once its reader was back. */
const onReturn = ['sent again once they could be written to', 'no longer true once they could be written to'];

const wasUndeliverable = ({ state, last_error }: OutboxRow): boolean =>
  state === 'undeliverable' || onReturn.includes(last_error ?? '');

/** Without those that were owed once more since their reader was back. */
function originals(outbox: readonly OutboxRow[]): readonly OutboxRow[] {
  const again = new Set<string>();
  return outbox.filter((row) => {
    const news = sameNews(row);
    const isOriginal = !again.has(news);
    if (row.last_error === onReturn[0]) again.add(news);
    return isOriginal;
  });
}

/** The same for the same news, whichever way they go. */
function sameNews({ recipient_id, request_id, notice }: OutboxRow): string {
  return `request ${request_id} of ${recipient_id}: ${JSON.stringify(withoutCopy(notice))}`;
}

/** A notice says of itself if it is a second one of the same news. */
const withoutCopy = (notice: Notice): object => ({ ...notice, isCopy: undefined });
