import { runsLeft } from './writing';

/**
 * Characters that Unicode says to ignore if they can't be drawn, format and control characters, and two that are drawn as blanks.
 */
const nothing = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800\u{1D159}]*$/u;

/** Whether a text has no visible character. */
export const isInvisible = (text: string): boolean => nothing.test(text);

const isolates = /[\u2066-\u2068]/;
const popIsolate = '\u2069';

/**
 * Closes isolates at the end of each line, and removes closings without an opening, so that the text can't reverse what is beside
 * it (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates). Telegram removes embeddings and overrides (U+202A to
 * U+202E).
 */
export function selfContained(text: string): string {
  return /[\u2066-\u2069]/.test(text) ? text.split('\n').map(closed).join('\n') : text;
}

function closed(line: string): string {
  let open = 0;
  let made = '';
  for (const character of line) {
    if (isolates.test(character)) open += 1;
    else if (character === popIsolate) {
      if (open === 0) continue;
      open -= 1;
    }
    made += character;
  }
  return made + popIsolate.repeat(open);
}

/**
 * Control characters but white space, and what is drawn as nothing or as a blank. Joiners, variation selectors and tags stay: emoji
 * and some scripts are made of them. So do the marks of a direction, which are part of names in Hebrew and Arabic and reach no further.
 */
const unseen =
  /(?![\t-\r])(?:\u034f|\u17b4|\u17b5|[\p{Cc}\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb])/gu;

/** A name on one line, without characters that nobody sees or that turn what follows around; `–` if nothing is left. */
export function plainName(name: string): string {
  if (isInvisible(name)) return nameless;
  return name.replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** For whoever has no known or visible name. */
const nameless = '–';

// A name in another writing direction must not reorder the sentence around it
// (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
const firstStrongIsolate = '\u2068';

/** A name for the middle of a sentence, isolated in its writing direction. */
export const isolatedName = (name: string): string => `${firstStrongIsolate}${plainName(name)}${popIsolate}`;

/** Whether a text may be written from right to left: Hebrew, Arabic and their neighbours. */
const mayRunLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The community's name for the sentences of a language. It is in many, so it is isolated only where it could reorder one. */
export function communityName(name: string, language: string): string {
  const isApart = mayRunLeft.test(name) || runsLeft(language);
  return isApart ? isolatedName(name) : plainName(name);
}
