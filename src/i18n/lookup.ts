/**
 * The languages of `known` that somebody who wants `tag` can read, the best one first: itself, what is left of it without its last parts
 * (`de` for `de-AT`), then others of the same language (`pt-br` for `pt` and for `pt-PT`). Like the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4, which knows no others. `known` is in lower case.
 */
export function readable(tag: string, known: readonly string[]): readonly string[] {
  const parts = tag.toLowerCase().split('-');
  const shorter = parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join('-'));
  const base = baseOf(tag);
  const found = shorter.filter((one) => known.includes(one));
  return [...found, ...known.filter((one) => baseOf(one) === base && !found.includes(one)).sort()];
}

/** The language of `known` for somebody who wants `tag`; null: there is none that they can read. */
export const lookUp = (tag: string, known: readonly string[]): string | null => readable(tag, known)[0] ?? null;

/** `pt` of `pt-br`. */
const baseOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? tag;

/**
 * The two-letter codes by which Telegram tells apart what a bot shows
 * (https://core.telegram.org/bots/api#setmycommands): each stands for all its regions.
 */
export const twoLetterCodes = (known: readonly string[]): readonly string[] =>
  [...new Set(known.map(baseOf))].filter((code) => code.length === 2).sort();
