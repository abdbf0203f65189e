/** A name that somebody has written, and the one that they must have meant. */
export interface NearName {
  readonly written: string;
  readonly meant: string;
}

/**
 * The names among `written` that are nearly one of `known`: with a slip or two of the keyboard, in other letters of case, with
 * the words in another order, or with the program's own name in front. A name that is one of `known` is never one of them.
 */
export function nearNames(written: readonly string[], known: readonly string[]): readonly NearName[] {
  const right = new Set(known);
  return written
    .filter((name) => !right.has(name))
    .flatMap((name) => {
      const meant = known.find((each) => isNear(name, each));
      return meant === undefined ? [] : [{ written: name, meant }];
    });
}

function isNear(written: string, known: string): boolean {
  const name = written
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^SOSEKNI_(BOT_)?/, '');
  const goal = known.toUpperCase();
  if (name === goal || wordsOf(name) === wordsOf(goal)) return true;
  return slips(name, goal) <= slipsAllowed(goal.length);
}

const wordsOf = (name: string): string => name.split('_').sort().join('_');

/** The shorter a name, the more others are near it by chance: LOG_SIZE is not a LOG_FILE with two slips. */
const slipsAllowed = (length: number): number => (length < 5 ? 0 : length < 11 ? 1 : 2);

/**
 * How many letters are missing, too many, wrong, or changed places with the one beside: the optimal string alignment distance,
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
function slips(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, wrong, swapped ? at(before, j - 2) + 1 : Infinity));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

/** Outside of the row nothing is reached. */
const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
