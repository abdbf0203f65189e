import path from 'node:path';
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { exitCodes, Failure } from '../failure';
import type { Instant } from '../lifecycle/ids';
import { statuses, type Status } from '../lifecycle/request';
import { readConfig } from '../config/read-settings';
import { maintenanceOf } from '../store/dialects';
import type { ProcessContext } from '../process/context';
import { actAsOwner, rolesFor } from './as-owner';
import { counted } from './counted';
import { ownData } from '../requests/read/own-data';
import { csv, formatNames, jsonl, type Format, type FormatName } from '../export/formats';
import { columns, everything, stretches, tables, type ExportChunk, type Table } from '../export/rows';
import { writeToFile, writeToStdout } from './export-output';
import { parsePersonId } from './person-id';
import { Progress } from './progress';

interface ExportOptions {
  readonly format?: FormatName;
  readonly output?: string;
  readonly force?: true;
  readonly separator?: string;
  readonly status?: readonly Status[];
  readonly since?: Instant;
  readonly until?: Instant;
  readonly person?: number;
}

/** `export`: requests or their history, for a spreadsheet or another program. */
export function addExport(program: Command, context: ProcessContext): void {
  program
    .command('export')
    .description('write requests or their history as CSV or JSON Lines')
    .addArgument(new Argument('[table]', 'what to export (default: "requests")').choices(tables))
    .addOption(
      new Option(
        '-f, --format <format>',
        'csv, or jsonl with one JSON object per line (default: by the extension of FILE, else csv)',
      ).choices(formatNames),
    )
    .option('--separator <sign>', 'the separator between CSV cells: , or ; or | or tab (default: ,)', parseSeparator)
    .option('-o, --output <file>', 'write to this file, readable only by you, instead of stdout', parseFile)
    .option('--force', 'replace FILE if it exists')
    .option('--status <list>', `only these, separated by commas: ${statuses.join(', ')}`, parseStatuses)
    .option('--since <date>', 'only from this day or time on, in UTC: 2026-11-30 or 2026-11-30T14:05:00Z', parseInstant)
    .option('--until <date>', 'only before this day or time', parseInstant)
    .option(
      '--person <id>',
      'instead, everything stored about one person as JSON, as /mydata sends it to them',
      parsePersonId,
    )
    .addHelpText(
      'after',
      `
requests: each request as it is now. --status filters by its status, --since and --until by the start of its current round.
history: each event. --status filters by the status it led to, --since and --until by its time.

The daemon may keep running; rows are read one batch at a time, and new ones are left out. Times are UTC.
CSV is UTF-8 (RFC 4180); Russian and German spreadsheets expect --separator ";". Wherever a spreadsheet could start a
formula, whatever separator it uses, CSV has an apostrophe before the = + - or @. JSON Lines has every text as written.
Of a text that was erased only when that was is left: erased_at says so, and the cell is empty.
An export contains people's names, Telegram IDs and messages: protect it like the database.

Examples:
  node dist/main.js export --output requests.csv
  node dist/main.js export --status approved,revoked --since 2026-01-01 --until 2027-01-01 > 2026.csv
  node dist/main.js export --person 123456789 --output person.json
  node dist/main.js export history --format jsonl | jq 'select(.event == "reject")'`,
    )
    .action((table: Table | undefined, options: ExportOptions) => {
      if (options.force === true && options.output === undefined) {
        throw new Failure(exitCodes.usage, '--force is for --output; without that, nothing is replaced.');
      }
      if (options.person === undefined) return exportTable(context, table ?? 'requests', options);
      if (table === undefined) return exportPerson(context, options.person, options);
      throw new Failure(exitCodes.usage, `--person takes no table: leave out ${table}.`);
    });
}

async function exportTable(context: ProcessContext, table: Table, options: ExportOptions): Promise<void> {
  const { stdout, stderr, clock, signal } = context;
  const { since = null, until = null, status = null, output } = options;
  if (since !== null && until !== null && since >= until) {
    throw new Failure(exitCodes.usage, '--since must be before --until.');
  }
  const format = formatFor(options.format ?? formatOf(output), options.separator);
  const config = readConfig(context);
  if (output === undefined) actAsOwner(config, context);
  const roles = output === undefined ? null : rolesFor(config, output, context);
  const reader = await maintenanceOf(config.database).openReader();
  const progress = new Progress(stderr, clock, stderr.isTTY && !(output === undefined && stdout.isTTY));
  let count = 0;
  const text = async function* (found: AsyncIterable<ExportChunk>): AsyncGenerator<string> {
    yield format.head(columns[table]);
    for await (const { rows, done } of found) {
      count += rows.length;
      progress.show(`${Math.floor(done * 100)} %, ${counted(count, 'row')}`);
      yield rows.map((row) => format.row(columns[table], row)).join('');
    }
  };
  try {
    const chunks = text(
      stretches((job) => job(reader.queries), table, { ...everything, statuses: status, since, until }),
    );
    if (output === undefined || roles === null) await writeToStdout(chunks, stdout, signal);
    else await writeToFile(chunks, { file: output, replace: options.force ?? false, written: roles.written }, signal);
  } catch (error) {
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Interrupted: the output is incomplete.');
    throw error;
  } finally {
    progress.clear();
    await reader.close();
    roles?.end();
  }
  if (output !== undefined) stderr.write(`Exported ${counted(count, 'row')} of ${table} to ${output}\n`);
}

async function exportPerson(
  context: ProcessContext,
  who: number,
  { output, force, format, separator, status, since, until }: ExportOptions,
): Promise<void> {
  const { stdout, stderr, signal } = context;
  if ([format, separator, status, since, until].some((one) => one !== undefined)) {
    throw new Failure(exitCodes.usage, '--person takes no other options than --output and --force.');
  }
  const config = readConfig(context);
  if (output === undefined) actAsOwner(config, context);
  const roles = output === undefined ? null : rolesFor(config, output, context);
  try {
    const reader = await maintenanceOf(config.database).openReader();
    let json: string | null;
    try {
      const person = await reader.queries.people.byNumber(who);
      json = person === null ? null : await ownData(reader.queries, person.id);
    } finally {
      await reader.close();
    }
    if (json === null) throw new Failure(exitCodes.failed, `Nobody with the ID ${who} is known here.`);
    const chunks = only(json);
    if (output === undefined || roles === null) return await writeToStdout(chunks, stdout, signal);
    await writeToFile(chunks, { file: output, replace: force ?? false, written: roles.written }, signal);
    stderr.write(`Exported what is stored about ${who} to ${output}\n`);
  } finally {
    roles?.end();
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- what is written comes in chunks
async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

function formatFor(name: FormatName, separator: string | undefined): Format {
  switch (name) {
    case 'csv':
      return csv(separator);
    case 'jsonl':
      if (separator === undefined) return jsonl;
      throw new Failure(exitCodes.usage, '--separator is for CSV; JSON Lines has no separator.');
  }
}

function parseSeparator(text: string): string {
  const separator = text === 'tab' || text === '\\t' ? '\t' : text;
  if ([',', ';', '|', '\t'].includes(separator)) return separator;
  throw new InvalidArgumentError('It must be "," or ";" or "|" or tab; in a shell, quote ";" and "|".');
}

function parseFile(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('It must name a file.');
}

const formatOf = (output: string | undefined): FormatName =>
  output !== undefined && ['.jsonl', '.ndjson'].includes(path.extname(output)) ? 'jsonl' : 'csv';

function parseStatuses(text: string): readonly Status[] {
  return text.split(',').map((part) => {
    const status = statuses.find((each) => each === part.trim());
    if (status === undefined) throw new InvalidArgumentError(`Statuses are ${statuses.join(', ')}.`);
    return status;
  });
}

/** A day begins at midnight UTC; a time must name its zone. */
function parseInstant(text: string): Instant {
  const form = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.exec(text);
  const at = form === null ? NaN : Date.parse(text);
  // `Date.parse` would take 2026-02-30 for a day in March.
  const day = form === null ? NaN : Date.parse(`${form[1]}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(day).toISOString().slice(0, 10) !== form?.[1]) {
    throw new InvalidArgumentError('Write a day as 2026-11-30, or a time as 2026-11-30T14:05:00Z.');
  }
  return at;
}
