import type { ExportRow } from './rows';

export const formatNames = ['csv', 'jsonl'] as const;
export type FormatName = (typeof formatNames)[number];

/** How rows become text. */
export interface Format {
  /** Written before the first row. */
  readonly head: (columns: readonly string[]) => string;
  readonly row: (columns: readonly string[], row: ExportRow) => string;
}

/** https://www.rfc-editor.org/rfc/rfc4180, with another separator if one is given. */
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

const cell = (value: ExportRow[string]): string =>
  typeof value === 'string' ? harmless(value) : value === null ? '' : String(value);

const formulaSigns = '=+\\-@＝＋－＠';
/** The start of a cell: at the start of the text, after any separator, and on a new line. */
const atCell = new RegExp(`(^|[,;|:\\t\\r\\n])(?=[ "]*[${formulaSigns}])`, 'g');
/** For spreadsheets that make every word a cell. A mention, a number or a dash between two words is no formula. */
const atWord = new RegExp(`(?<= )(?==\\S|[${formulaSigns}]\\S*[(|!])`, 'g');

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula:
 * https://owasp.org/www-community/attacks/CSV_Injection. Messages to the bot can't be trusted. A spreadsheet may split lines at
 * another separator, where quotes don't count, so every place where a cell could then begin is treated as one.
 */
function harmless(text: string): string {
  const begun = /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return begun.replace(atCell, "$1'").replace(atWord, "'");
}
