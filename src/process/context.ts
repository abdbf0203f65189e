import type { Clock } from './clock';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** How root changes the user that the process runs as. */
export interface Privileges {
  /** Becomes this user for good, with only this group. */
  drop(user: User): void;
  /** Becomes this user for access to files, until the returned function is called. */
  layDown(user: User): () => void;
}

/** What settings are read from when the program starts. */
export interface ProcessEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the project's folder: it holds `.env`, and relative paths in settings start there. */
  readonly home: string;
  /** Whether stdout is a terminal. */
  readonly isTty: boolean;
}

/** The process as commands see it. Only main.ts touches the process itself. */
export interface ProcessContext extends ProcessEnvironment {
  readonly clock: Clock;
  /** Read only to ask a person, and only if it is a terminal. */
  readonly stdin: NodeJS.ReadStream;
  /** For the command's result, and nothing else. */
  readonly stdout: NodeJS.WriteStream;
  /** For progress and errors. */
  readonly stderr: NodeJS.WriteStream;
  /** Aborted when the process is asked to end; the reason is the signal's name. */
  readonly signal: AbortSignal;
  /** Aborted with an error that nobody caught: the process has to end. */
  readonly crash: AbortSignal;
  readonly pid: number;
  /** Null if the process isn't root's. */
  readonly privileges: Privileges | null;
  /** Calls `listener` for each signal that the program ignores. */
  onIgnoredSignal(listener: (signal: NodeJS.Signals) => void): void;
  /** Sets the time zone of all dates and schedules to this IANA name, as `TZ` in the environment does. */
  setTimeZone(name: string): void;
}
