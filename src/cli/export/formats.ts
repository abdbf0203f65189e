import type { Row } from './rows';

export const formatNames = ['csv', 'jsonl'] as const;
export type FormatName = (typeof formatNames)[number];

/** How rows become text. */
export interface Format {
  /** What stands before the first row. */
  readonly head: (columns: readonly string[]) => string;
  readonly row: (columns: readonly string[], row: Row) => string;
}

/** https://www.rfc-editor.org/rfc/rfc4180, with another separator where that is asked for. */
export function csv(separator = ','): Format {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
  return {
    head: line,
    row: (columns, row) => line(columns.map((name) => cell(row[name] ?? null))),
  };
}

/** https://jsonlines.org */
export const jsonl: Format = {
  head: () => '',
  row: (columns, row) => `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))}\n`,
};

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;

const cell = (value: Row[string]): string =>
  typeof value === 'string' ? harmless(value) : value === null ? '' : String(value);

const formulaSigns = '=+\\-@＝＋－＠';
/** Where a cell begins: at the start of the text, after a separator (whichever it is), and on a new line. */
const atCell = new RegExp(`(^|[,;|:\\t\\r\\n])(?=[ "]*[${formulaSigns}])`, 'g');
/** Where each word is a cell. A mention, a number or a dash between two words is no formula. */
const atWord = new RegExp(`(?<= )(?==\\S|[${formulaSigns}]\\S*[(|!])`, 'g');

/**
 * A text that a spreadsheet would take for a formula, and carry out, gets an apostrophe in front, which makes it text:
 * https://owasp.org/www-community/attacks/CSV_Injection. What people wrote to the bot is not to be trusted with that. The
 * spreadsheet may split lines at another sign than the one between the cells, where it counts no quotes, so every place at
 * which a cell could begin then is one.
 */
function harmless(text: string): string {
  const begun = /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return begun.replace(atCell, "$1'").replace(atWord, "'");
}
