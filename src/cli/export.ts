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
import { csv, formatNames, jsonl, type Format, type FormatName } from './export/formats';
import { writeToFile, writeToStdout } from './export/output';
import { columns, stretches, tables, type Stretch, type Table } from './export/rows';
import { Progress } from './progress';

interface Options {
  readonly format?: FormatName;
  readonly output?: string;
  readonly force?: true;
  readonly separator?: string;
  readonly status?: readonly Status[];
  readonly since?: Instant;
  readonly until?: Instant;
}

/** `export`: requests or their history, for a spreadsheet or another program. */
export function addExport(program: Command, around: ProcessContext): void {
  program
    .command('export')
    .description('write requests or their history as CSV or JSON Lines')
    .addArgument(new Argument('[table]', 'what to write').choices(tables).default('requests'))
    .addOption(
      new Option(
        '-f, --format <format>',
        'csv, or jsonl: one JSON object a line (default: as FILE ends, or csv)',
      ).choices(formatNames),
    )
    .option(
      '--separator <sign>',
      'what stands between the cells of CSV: , or ; or | or tab (default: ,)',
      parseSeparator,
    )
    .option('-o, --output <file>', 'write to this file, which only you can read, instead of stdout')
    .option('--force', 'replace FILE if it is there')
    .option('--status <list>', `only these, separated by commas: ${statuses.join(', ')}`, parseStatuses)
    .option('--since <date>', 'only from this day or instant on, UTC: 2026-11-30 or 2026-11-30T14:05:00Z', parseInstant)
    .option('--until <date>', 'only before this day or instant', parseInstant)
    .addHelpText(
      'after',
      `
requests: each request as it is now; --status is its status, the dates are those of its round's start.
history: each thing that happened; --status is what it led to, the dates are its own.

The daemon may run meanwhile; each row is as it is when it is read, new ones are left out. Times are UTC.
CSV is UTF-8 by RFC 4180; a Russian or a German spreadsheet wants --separator ";". In CSV an apostrophe stands before
= + - or @ wherever a spreadsheet could begin a cell there, whichever sign it takes for the separator, so that it carries
out nothing; JSON Lines has every text as it was written.
What is exported holds names, Telegram IDs and messages of people: keep it as you keep the database.

Examples:
  node dist/main.js export --output requests.csv
  node dist/main.js export --status approved,revoked --since 2026-01-01 --until 2027-01-01 > 2026.csv
  node dist/main.js export history --format jsonl | jq 'select(.event == "reject")'`,
    )
    .action((table: Table, options: Options) => exportTable(around, table, options));
}

async function exportTable(around: ProcessContext, table: Table, options: Options): Promise<void> {
  const { stdout, stderr, clock, signal } = around;
  const { since = null, until = null, status = null, output } = options;
  if (since !== null && until !== null && since >= until) {
    throw new Failure(exitCodes.usage, '--since has to be before --until.');
  }
  const format = formatFor(options.format ?? formatOf(output), options.separator);
  const config = readConfig(around);
  if (output === undefined) actAsOwner(config, around);
  const roles = output === undefined ? null : rolesFor(config, output, around);
  const reader = await maintenanceOf(config.database).openReader();
  const progress = new Progress(stderr, clock, stderr.isTTY && !(output === undefined && stdout.isTTY));
  let count = 0;
  const text = async function* (found: AsyncIterable<Stretch>): AsyncGenerator<string> {
    yield format.head(columns[table]);
    for await (const { rows, done } of found) {
      count += rows.length;
      progress.show(`${Math.floor(done * 100)} %, ${counted(count, 'row')}`);
      yield rows.map((row) => format.row(columns[table], row)).join('');
    }
  };
  try {
    const chunks = text(stretches(reader.queries, table, { statuses: status, since, until }));
    if (output === undefined || roles === null) await writeToStdout(chunks, stdout, signal);
    else await writeToFile(chunks, { file: output, replace: options.force ?? false, written: roles.written }, signal);
  } catch (error) {
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Stopped before the end: what was written is not all.');
    throw error;
  } finally {
    progress.clear();
    await reader.close();
    roles?.end();
  }
  if (output !== undefined)
    stderr.write(`${counted(count, 'row')} of ${table} ${count === 1 ? 'is' : 'are'} in ${output}\n`);
}

function formatFor(name: FormatName, separator: string | undefined): Format {
  switch (name) {
    case 'csv':
      return csv(separator);
    case 'jsonl':
      if (separator === undefined) return jsonl;
      throw new Failure(exitCodes.usage, '--separator is for CSV; JSON Lines has none.');
  }
}

function parseSeparator(text: string): string {
  const separator = text === 'tab' || text === '\\t' ? '\t' : text;
  if ([',', ';', '|', '\t'].includes(separator)) return separator;
  throw new InvalidArgumentError('It is "," or ";" or "|" or tab; a shell wants ";" and "|" in quotes.');
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

/** A day begins at midnight UTC; a time has to name its zone. */
function parseInstant(text: string): Instant {
  const form = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.exec(text);
  const at = form === null ? NaN : Date.parse(text);
  // 2026-02-30 would otherwise be a day in March.
  const day = form === null ? NaN : Date.parse(`${form[1]}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(day).toISOString().slice(0, 10) !== form?.[1]) {
    throw new InvalidArgumentError('Write a day as 2026-11-30, or an instant as 2026-11-30T14:05:00Z.');
  }
  return at;
}
