import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Instant, Millis, PersonId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';

/** What it takes to look at the counts. */
type Looking = Pick<Transaction, 'store' | 'now'>;

const hour: Millis = 60 * 60_000;
/** So many an hour for one IPv4 address or IPv6 network of 64 bits. */
const mostOfANetwork = 10;
/** So many an hour for everybody together: more is nobody's community, but a flood that uses our mail. */
const mostInAll = 300;
/** So many requests and appeals an hour from somebody's page: without a limit, one address could drown the admins in cards. */
const mostOfAPage = 10;
/** Counted by the second: no hour has more than its due, and nobody waits for longer than an hour. */
const piece: Millis = 1_000;

/** Whether the form may have a code mailed for somebody in this network, as `keyOfNetwork` has it. */
export async function mayAsk(
  { store: { form }, now }: Looking,
  network: string,
): Promise<{ readonly refused: 'too_many_of_network' | 'too_many_in_all' } | null> {
  const since = beginOfHour(now);
  if ((await form.counted(network, since)) >= mostOfANetwork) return { refused: 'too_many_of_network' };
  if ((await form.counted(everybody, since)) >= mostInAll) return { refused: 'too_many_in_all' };
  return null;
}

/** One is mailed. */
export async function countAsked({ store, now }: Looking, network: string): Promise<void> {
  await store.form.countOne(network, beginOfPiece(now));
  await store.form.countOne(everybody, beginOfPiece(now));
}

/** Whether somebody may send one more request or appeal from their page. */
export const maySendFromPage = async ({ store, now }: Looking, person: PersonId): Promise<boolean> =>
  (await store.form.counted(keyOfPage(person), beginOfHour(now))) < mostOfAPage;

/** One is sent. */
export const countSentFromPage = ({ store, now }: Looking, person: PersonId): Promise<void> =>
  store.form.countOne(keyOfPage(person), beginOfPiece(now));

/** When the pieces begin that count now. */
const beginOfHour = (now: Instant): Instant => now - hour - piece + 1;
const beginOfPiece = (now: Instant): Instant => now - (now % piece);

/** After so long a count says nothing any more. */
export const countsKept: Millis = 2 * hour;

const everybody = 'everybody';
const keyOfPage = (person: PersonId): string => `page ${person}`;

/** What is stored of a network: only who has the bot's token can tell whether it was here within the last hours. */
export const keyOfNetwork = (address: string, botToken: string): string => {
  const key = createHmac('sha256', 'sosekni-bot networks').update(botToken).digest();
  return createHmac('sha256', key).update(networkOf(address)).digest('hex');
};

/** What counts as one: an IPv4 address, or the first 64 bits of an IPv6 address, since a single home has that many. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  // The URL parser writes an IPv6 address in its shortest form.
  const short = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const all = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${all.slice(0, 4).join(':')}::/64`;
}
