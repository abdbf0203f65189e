/** A thank-you this short says nothing else, whatever else its words might mean. */
const mostWords = 4;

/** Whether a text thanks: it has one of `words` in it, or is nothing but emoji such as 🙏. */
export function thanks(text: string, words: ReadonlySet<string>): boolean {
  const said = wordsOf(text);
  return said.length === 0 ? /\p{Extended_Pictographic}/u.test(text) : said.some((word) => words.has(word));
}

/** Whether a text thanks and is too short to be a request for access besides. */
export const onlyThanks = (text: string, words: ReadonlySet<string>): boolean =>
  thanks(text, words) && wordsOf(text).length <= mostWords;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
