import type { TelegramSay } from '../../../i18n/sentences';
import { ownName } from '../../../i18n/writing';
import type { Notice } from '../../../notices/notice';
import { button, rendering, type Button, type Rendering } from './rendering';
import { pack } from './callback-data';

const perRow = 2;

/** Asks which language to use: a button for each, by its own name, and one for the language of the Telegram app. */
export function renderLanguageQuestion(
  { unknown }: Extract<Notice, { kind: 'language_question' }>,
  languages: readonly string[],
  say: TelegramSay,
): Rendering {
  const buttons = [
    ...languages.map((language): Button => ({ text: ownName(language), data: pack({ type: 'language', language }) })),
    button(say, 'language_of_telegram', { type: 'language', language: null }),
  ];
  const rows: Button[][] = [];
  for (let first = 0; first < buttons.length; first += perRow) rows.push(buttons.slice(first, first + perRow));
  return rendering(say(unknown ? 'language_unknown' : 'language_question'), rows);
}
