/** Languages that are written from right to left. */
const languagesToTheLeft: ReadonlySet<string> = new Set([
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** Whether a language is written from right to left. */
export const runsLeft = (language: string): boolean =>
  languagesToTheLeft.has(language.split('-', 1)[0]?.toLowerCase() ?? '');

/** What `dir` of HTML takes. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (runsLeft(language) ? 'rtl' : 'ltr');

/**
 * What `Intl` writes numbers and dates of a language by: in Latin digits and in the Gregorian calendar everywhere, since people compare
 * them with those of commands and of other people.
 */
export const localeOf = (language: string): string => `${language}-u-ca-gregory-nu-latn`;

/** The same for dates. Plain `en` would write "Nov 30, 2026", which half of its readers don't expect. */
export const dateLocaleOf = (language: string): string => localeOf(language === 'en' ? 'en-GB' : language);

/** What a language calls itself: `Русский` for `ru`; the code itself if there is no name for it. */
export function ownName(language: string): string {
  const name = nameIn(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A tag may come from a file of somebody's own, and a browser may know fewer of them than the server. */
function nameIn(language: string): string | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language);
  } catch {
    return undefined;
  }
}

const toTheLeft = '\u200f';
const toTheRight = '\u200e';
const isolate = '\u2066';
const popIsolate = '\u2069';

/**
 * The words of a sentence from right to left, a piece of its pattern, with what runs from left to right kept together: commands,
 * what is in `<code>`, links, `#` and `@` with what follows, and ℹ, which counts as a Latin letter. Otherwise `/help` would be drawn as
 * `help/`. The marks stand around what is copied at a tap, never in it. A line that begins with such a piece still begins at the right.
 */
export function keptTogether(words: string): string {
  return words.replace(
    leftToRight,
    (piece, tail: string | undefined, start: string | undefined, sign: string | undefined) => {
      if (tail !== undefined) return `${piece}${popIsolate}`;
      if (start !== undefined) return `${toTheLeft}${isolate}${piece}`;
      if (sign !== undefined) return `${toTheLeft}${toTheRight}${piece}`;
      return `${toTheLeft}${isolate}${piece}${popIsolate}`;
    },
  );
}

/** The end of a `<code>` that began before a variable; its beginning; a sign before a variable; or a whole piece. */
const leftToRight = new RegExp(
  [
    String.raw`^([^<]*<\/code>)`,
    String.raw`(<code>[^<]*)$`,
    String.raw`([#@]|(?<!["'])https?:\/\/\S*)$`,
    String.raw`<code>[^<]*<\/code>|(?<![\p{L}\p{N}<:/])\/[a-z]\w*|(?<![\p{L}\p{N}])[#@]\w+|(?<!["'])https?:\/\/\S+|ℹ\uFE0F?`,
  ].join('|'),
  'gu',
);

/** A value on one line inside a sentence from right to left, such as a phone number. */
export const apart = (value: string): string => (value.includes('\n') ? value : `\u2068${value}${popIsolate}`);
