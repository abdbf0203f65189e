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

/** Where the program says what it does: one event a line, on stdout and, if there is one, in a file. */
export interface Log {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  /** A log that adds `fields` to each of its events. */
  child(fields: LogFields): Log;
}

/** What an event may carry, by the names the program uses. */
interface LogFields {
  /** What happened, as one name that stays the same however the message is worded: `update_parked`. */
  readonly action?: string | undefined;
  readonly updateId?: number | undefined;
  readonly requestId?: RequestId | undefined;
  readonly chatId?: ChatId | undefined;
  /** Whoever acted. */
  readonly telegramId?: TelegramId | undefined;
  /** What was thrown; its causes are logged with it. */
  readonly error?: unknown;
  /** Milliseconds it took. */
  readonly took?: number | undefined;
  /** What people wrote. Left out of every event but debug ones. */
  readonly text?: string | undefined;
  /** Anything else that helps. Nothing that people wrote belongs here. */
  readonly details?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
}

export interface LogOptions {
  /** Events below this level are dropped. */
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** What never appears in what is written, whichever way it got into an event; see `redactor`. */
  readonly secrets: readonly string[];
  /** What the program says openly, see `redactor`. */
  readonly said?: readonly string[];
  /** Stdout, unless a test looks at what is written. */
  readonly out?: Writable;
  /** Gets the same events, as `json`. */
  readonly file?: LogFile | null;
}

/** Makes the log of the program. What can't be written, because stdout is closed or its disk is full, is dropped. */
export function createLog(options: LogOptions): Log {
  const { level, format: style, secrets, said = [], out = process.stdout, file = null } = options;
  // Without a listener, a reader of stdout that went away (EPIPE) would end the daemon.
  out.on('error', () => {});
  const output = new LogOutput(out);
  const redact = redactor(secrets, said);
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
      return log.error('LOG_FILE can not be written; until it can, events are on stdout alone', {
        action: 'log_file_failing',
        error: event.error,
      });
    case 'resumed':
      return log.info('LOG_FILE is written again', { action: 'log_file_resumed', details: { lostLines: event.lost } });
  }
}

/** The first reaches LOG_FILE alone. */
function logOutputEvent(log: Log, event: LogOutputEvent): void {
  switch (event.kind) {
    case 'blocked':
      return log.error('nobody reads stdout; until somebody does, events are not written there', {
        action: 'stdout_blocked',
      });
    case 'resumed':
      return log.info('stdout is read again', { action: 'stdout_resumed', details: { lostLines: event.lost } });
  }
}

/** Both, `more` winning; of `details` each single one. */
const joined = (common: LogFields, more: LogFields = {}): LogFields => ({
  ...common,
  ...more,
  details: { ...common.details, ...more.details },
});

type EcsFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The one place where the program's names of fields become those of ECS. */
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

/** `error` and what caused it, nearest first. A failed connection has several causes, one for each address tried. */
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

/** Also true for errors that another realm made, as Node's own are under a test runner. */
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

/** Drizzle ends the message of a failed query with its parameters, and those are what people wrote. */
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
