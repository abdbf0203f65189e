import { latinDigits } from '../../i18n/digits';
import { isInvisible } from '../../i18n/invisible';
import { longestMessage } from '../../lifecycle/limits';
import { longestName } from './apply-page';
import type { FormReader } from './page';

/** A name in one line; null: there is none, or it is no name. */
export function asName(typed: string): string | null {
  const name = typed.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return isInvisible(name) || name.length > longestName || !name.isWellFormed() ? null : name;
}

/** A text that says something and that fits; else what is wrong with it. */
export function asText(typed: string, say: FormReader['say']): { readonly text: string } | { readonly wrong: string } {
  // A form sends line breaks as CR LF. Marks that turn around what follows are removed, as Telegram does with them.
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\u202a-\u202e]/g, '')
    .trim();
  if (isInvisible(text) || !text.isWellFormed()) return { wrong: say('form_no_words') };
  if (text.length > longestMessage) {
    return { wrong: say('form_too_long', { length: text.length, limit: longestMessage }) };
  }
  return { text };
}

/** The number of a request, as people write it; null: it is none. */
export function asNumber(typed: string): number | null {
  const [, digits] = /^\s*[#№]?\s*(\d{1,15})\s*$/u.exec(latinDigits(typed)) ?? [];
  return digits === undefined ? null : Number(digits);
}
