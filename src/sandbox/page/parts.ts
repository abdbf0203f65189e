/** The longest message that Telegram allows, in UTF-16 units. */
export const longestMessage = 4096;

/**
 * Splits a text that is too long for one message, as clients do: after a line, else after a word, else anywhere but inside a
 * character. White space around a cut is removed, and parts of only white space are left out.
 */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let left = text;
  while (left.length > longestMessage) {
    const end = cutIn(left.slice(0, longestMessage));
    parts.push(left.slice(0, end).trim());
    left = left.slice(end);
  }
  return [...parts, left.trim()].filter((part) => part !== '');
}

function cutIn(piece: string): number {
  // A cut further in front would make many small messages.
  const earliest = longestMessage / 2;
  for (const place of [piece.lastIndexOf('\n') + 1, piece.search(/\s\S*$/) + 1]) if (place > earliest) return place;
  return /[\uD800-\uDBFF]$/.test(piece) ? piece.length - 1 : piece.length;
}
