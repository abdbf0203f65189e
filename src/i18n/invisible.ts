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

/** A name on one line, without characters that set the direction of what follows. */
export const plainName = (name: string): string =>
  name
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
