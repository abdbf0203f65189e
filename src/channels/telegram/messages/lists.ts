import type { ReminderView } from '../../../notices/resolved-notice';
import type { Millis, RequestId } from '../../../lifecycle/ids';
import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import { pack, type CallbackData } from './callback-data';
import { shorten } from '../../wording/shorten';
import {
  mostNamed,
  type FoundLine,
  type FoundPage,
  type PendingLine,
  type PendingPage,
} from '../../../requests/read/views';
import { beside, lines, paragraphs } from '../../wording/layout';
import { button, rendering, type Button, type Rendering } from './rendering';

/** Replaces a burst of cards: how many requests are waiting, and a button that lists them. */
export function renderDigest(waiting: number, say: TelegramSay): Rendering {
  const html = say('digest', { waiting });
  return rendering(html, waiting === 0 ? null : [[pendingButton(say)]]);
}

/** A page of the open requests, oldest first. Its buttons open one of them, or a page around it, in its place. */
export function renderPendingPage({ lines: waiting, page, pages, total }: PendingPage, say: TelegramSay): Rendering {
  const [first, last] = [waiting.at(0), waiting.at(-1)];
  if (waiting.length === 0) return rendering(say('pending_none'));
  const html = paragraphs(
    beside(say('pending_heading', { total }), pages === 1 ? null : say('pending_page', { page, pages })),
    ...waiting.map((line) => pendingLine(line, say)),
  );
  const around = [
    ...(page > 1 && first !== undefined ? [button(say, 'previous', turning('pending_before', first))] : []),
    ...(page < pages && last !== undefined ? [button(say, 'next', turning('pending_after', last))] : []),
  ];
  const keyboard = [...numberButtons(waiting, 'open_in_place', say), ...(around.length === 0 ? [] : [around])];
  return rendering(html, keyboard);
}

const turning = (type: 'pending_after' | 'pending_before', { id, submittedAt }: PendingLine): CallbackData => ({
  type,
  submittedAt,
  request: id,
});

/** A page of what was found, newest first, with a button to the card of each and to the pages around it. */
export function renderFoundPage(
  { words, lines: found, search, newer, older, lookedThrough }: FoundPage,
  say: TelegramSay,
): Rendering {
  const note = lookedThrough === null ? null : say('found_looked_through', { count: lookedThrough });
  const [first, last] = [found.at(0), found.at(-1)];
  if (first === undefined || last === undefined) return rendering(paragraphs(say('found_none', { words }), note));
  const around =
    search === null
      ? []
      : [
          ...(newer ? [button(say, 'previous', { type: 'found_newer', search, request: first.id })] : []),
          ...(older ? [button(say, 'next', { type: 'found_older', search, request: last.id })] : []),
        ];
  return rendering(paragraphs(say('found_heading', { words }), ...found.map((line) => foundLine(line, say)), note), [
    ...numberButtons(found, 'show', say),
    ...(around.length === 0 ? [] : [around]),
  ]);
}

function foundLine(found: FoundLine, say: TelegramSay): string {
  const { id, clientName, status, submittedAt, beginning, erased } = found;
  const line = say('found_line', { request: id, client: shortName(clientName), submittedAt });
  const missing = say(erased === true ? 'text_erased' : 'card_no_message');
  return lines(beside(line, say(`found_${status}`)), beginning === '' ? missing : say('found_beginning', found));
}

/** The requests that expire soon, in one message. */
export function renderReminder({ requests, total }: ReminderView, say: TelegramSay): Rendering {
  const named = requests.slice(0, mostNamed);
  const more = total - named.length;
  const html = lines(
    say('reminder_heading', { total }),
    ...named.map(({ id, clientName, expiresAt }) =>
      say('reminder_line', { request: id, client: shortName(clientName), expiresAt }),
    ),
    more > 0 ? say('reminder_more', { count: more }) : null,
  );
  return rendering(html, [...numberButtons(named, 'show', say), [pendingButton(say)]]);
}

/** Shows the first page of open requests. */
export const pendingButton = (say: TelegramSay): Button => button(say, 'pending', { type: 'pending_new' });

function pendingLine(
  { id, clientName, submittedAt, expiresAt, appealCount, approvals, waited, words = '' }: PendingLine,
  say: TelegramSay,
): string {
  const line = say('pending_line', { request: id, client: shortName(clientName), submittedAt, expiresAt });
  return lines(
    beside(
      line,
      appealCount === 0 ? null : say('card_appeal', { appeal: appealCount }),
      approvals === undefined ? null : say('pending_approvals', approvals),
    ),
    waited === undefined ? null : say('pending_waited', { waited: inMinutes(waited) }),
    words === '' ? null : say('pending_words', { words: shorten(words, longestWords) }),
  );
}

const minute: Millis = 60_000;

/** Nobody needs to know it to the second. */
export const inMinutes = (time: Millis): Millis => Math.max(1, Math.floor(time / minute)) * minute;

/** About a line on a phone, or two. */
const longestWords = 80;

/** Telegram's names have 64 characters each for first and last; longer ones would make a list too long. */
const shortName = (name: string): string => shorten(name, 258);

const buttonsInRow = 5;

function numberButtons(
  requests: readonly { readonly id: RequestId }[],
  type: 'show' | 'open_in_place',
  say: TelegramSay,
): Button[][] {
  const buttons = requests.map(({ id }) => ({
    text: plainText(say('telegram_button_show', { request: id })),
    data: pack({ type, request: id }),
  }));
  return Array.from({ length: Math.ceil(buttons.length / buttonsInRow) }, (_, row) =>
    buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
  );
}
