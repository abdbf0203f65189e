/** A thank-you this short says nothing else. */
const mostWords = 4;

/** Whether a text says thanks: it contains one of `words`, or consists of emoji such as 🙏. */
export function thanks(text: string, words: ReadonlySet<string>): boolean {
  const said = wordsOf(text);
  return said.length === 0 ? /\p{Extended_Pictographic}/u.test(text) : said.some((word) => words.has(word));
}

/** Whether a text says thanks and is too short to be a request for access as well. */
export const onlyThanks = (text: string, words: ReadonlySet<string>): boolean =>
  thanks(text, words) && wordsOf(text).length <= mostWords;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
