import type { Writable } from 'node:stream';
import { types } from 'node:util';
import { ecsFields } from '@elastic/ecs-winston-format';
import { createLogger, format, transports } from 'winston';
import type { LogFormat, LogLevel } from './log-options';
import type { ChatId, RequestId, TelegramId } from '../lifecycle/ids';
import type { LogFile, LogFileEvent } from './log-file';
import { prettyLine } from './log-pretty';
import { LogOutput, type LogOutputEvent } from './log-output';
import { redactor } from './redact';

/** The program's log: one event per line, on stdout and, if there is one, in a file. */
export interface Log {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  /** A log that adds `fields` to each event. */
  child(fields: LogFields): Log;
}

/** The fields of an event, by their names in the program. */
export interface LogFields {
  /** What happened, as a name that stays the same when the message is reworded: `update_parked`. */
  readonly action?: string | undefined;
  readonly updateId?: number | undefined;
  readonly requestId?: RequestId | undefined;
  readonly chatId?: ChatId | undefined;
  /** The person who acted. */
  readonly telegramId?: TelegramId | undefined;
  /** The error; its causes are logged with it. */
  readonly error?: unknown;
  /** The duration in milliseconds. */
  readonly took?: number | undefined;
  /** A person's text. Only in debug events. */
  readonly text?: string | undefined;
  /** Anything else that helps, but no texts of people. */
  readonly details?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
}

export interface LogOptions {
  /** Events below this level are dropped. */
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Secrets, which are removed wherever they appear; see `redactor`. */
  readonly secrets: readonly string[];
  /** Values that the program shows openly; see `redactor`. */
  readonly publicValues?: readonly string[];
  /** Stdout, except in tests. */
  readonly out?: Writable;
  /** Gets the same events, as `json`. */
  readonly file?: LogFile | null;
}

/** Creates the program's log. Lines that can't be written, because stdout is closed or its disk is full, are dropped. */
export function createLog(options: LogOptions): Log {
  const { level, format: style, secrets, publicValues = [], out = process.stdout, file = null } = options;
  // Without a listener, a closed stdout (EPIPE) would end the daemon.
  out.on('error', () => {});
  const output = new LogOutput(out);
  const redact = redactor(secrets, publicValues);
  const logger = createLogger({
    level,
    format: format.combine(),
    transports: [
      new transports.Stream({
        stream: output,
        eol: '\n',
        format: style === 'json' ? jsonLine() : forPeople(),
      }),
      ...(file === null ? [] : [new transports.Stream({ stream: file, eol: '\n', format: jsonLine() })]),
    ],
  });

  const withFields = (common: LogFields): Log => {
    const write = (at: LogLevel) => (message: string, fields?: LogFields) => {
      if (!logger.isLevelEnabled(at)) return;
      const known = Object.entries(namedForEcs(joined(common, fields), at)).map(
        ([name, value]) => [name, typeof value === 'string' ? redact(value) : value] as const,
      );
      logger.log({ level: at, message: redact(message), ...Object.fromEntries(known) });
    };
    return {
      error: write('error'),
      warn: write('warn'),
      info: write('info'),
      debug: write('debug'),
      child: (fields) => withFields(joined(common, fields)),
    };
  };
  const log = withFields({});
  output.onEvent = (event) => logOutputEvent(log, event);
  if (file !== null) file.onEvent = (event) => logFileEvent(log, event);
  return log;
}

function logFileEvent(log: Log, event: LogFileEvent): void {
  switch (event.kind) {
    case 'failing':
      return log.error("LOG_FILE can't be written; until it can, events are on stdout only", {
        action: 'log_file_failing',
        error: event.error,
      });
    case 'resumed':
      return log.info('LOG_FILE is written again', { action: 'log_file_resumed', details: { lostLines: event.lost } });
  }
}

/** The first event reaches only LOG_FILE. */
function logOutputEvent(log: Log, event: LogOutputEvent): void {
  switch (event.kind) {
    case 'blocked':
      return log.error('nobody is reading stdout; until somebody does, events are not written there', {
        action: 'stdout_blocked',
      });
    case 'resumed':
      return log.info('stdout is being read again', { action: 'stdout_resumed', details: { lostLines: event.lost } });
  }
}

/** Merges both, `more` winning; `details` are merged field by field. */
const joined = (common: LogFields, more: LogFields = {}): LogFields => ({
  ...common,
  ...more,
  details: { ...common.details, ...more.details },
});

type EcsFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The one place where the program's field names become those of ECS. */
function namedForEcs(fields: LogFields, level: LogLevel): EcsFields {
  const details = Object.entries(fields.details ?? {}).map(([name, value]) => [`labels.${name}`, value] as const);
  return {
    'event.action': fields.action,
    'telegram.update_id': fields.updateId,
    'telegram.chat_id': fields.chatId,
    'sosekni.request_id': fields.requestId,
    'user.id': fields.telegramId?.toString(),
    'event.duration': fields.took === undefined ? undefined : Math.round(fields.took * nanosecondsInMillisecond),
    'sosekni.text': level === 'debug' ? fields.text : undefined,
    ...Object.fromEntries(details),
    ...errorFields(fields.error),
  };
}

const nanosecondsInMillisecond = 1_000_000;

function errorFields(error: unknown): EcsFields {
  if (error === undefined) return {};
  const chain = withCauses(error);
  return {
    'error.type': isError(error) ? error.name : typeof error,
    'error.code': chain.map(codeOf).find((code) => code !== undefined),
    'error.message': chain.map(messageOf).join(', caused by: '),
    'error.stack_trace': chain.map(stackOf).join('\nCaused by: '),
  };
}

/** `error` and its causes, nearest first. A failed connection has several causes, one for each address tried. */
function withCauses(error: unknown): unknown[] {
  const chain = new Set<unknown>();
  const follow = (each: unknown): void => {
    if (each === undefined || each === null || chain.has(each)) return;
    chain.add(each);
    if (isError(each) && 'errors' in each && Array.isArray(each.errors)) each.errors.forEach(follow);
    if (isError(each)) follow(each.cause);
  };
  follow(error);
  return [...chain];
}

/** Also true for errors of another realm, such as Node's own in a test runner. */
const isError = (thing: unknown): thing is Error => thing instanceof Error || types.isNativeError(thing);

function codeOf(error: unknown): string | undefined {
  if (!isError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' || typeof error.code === 'number' ? String(error.code) : undefined;
}

const messageOf = (error: unknown): string => {
  if (!isError(error)) return String(error);
  return withoutParameters(error.message) || codeOf(error) || error.name;
};

const stackOf = (error: unknown): string => {
  if (!isError(error)) return String(error);
  return (error.stack ?? error.name).replace(error.message, () => withoutParameters(error.message));
};

/** Drizzle's message for a failed query ends with its parameters, which are people's texts. */
const withoutParameters = (message: string): string =>
  message.startsWith('Failed query: ') ? message.replace(/\nparams: .*$/s, '') : message;

function jsonLine() {
  return format.combine(
    ecsFields({ serviceName: 'sosekni-bot', convertErr: false, apmIntegration: false }),
    format.printf(({ level, message, '@timestamp': timestamp, ...others }) =>
      JSON.stringify({ '@timestamp': timestamp, 'log.level': level, message, ...others }),
    ),
  );
}

const forPeople = () =>
  format.printf(({ level, message, ...others }) => prettyLine(new Date(), level, String(message), others));
