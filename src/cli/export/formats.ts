import type { Row } from './rows';

export const formatNames = ['csv', 'jsonl'] as const;
export type FormatName = (typeof formatNames)[number];

/** How rows become text. */
export interface Format {
  /** What stands before the first row. */
  readonly head: (columns: readonly string[]) => string;
  readonly row: (columns: readonly string[], row: Row) => string;
}

export const formats: Readonly<Record<FormatName, Format>> = {
  // https://www.rfc-editor.org/rfc/rfc4180
  csv: {
    head: (columns) => csvLine(columns),
    row: (columns, row) => csvLine(columns.map((name) => cell(row[name] ?? null))),
  },
  // https://jsonlines.org
  jsonl: {
    head: () => '',
    row: (columns, row) => `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))}\n`,
  },
};

const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A text that a spreadsheet would take for a formula, and carry out, gets an apostrophe in front, which makes it text:
 * https://owasp.org/www-community/attacks/CSV_Injection. What people wrote to the bot is not to be trusted with that.
 */
function cell(value: Row[string]): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  return /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
}
