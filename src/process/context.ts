import type { Clock } from './clock';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** What root may do about who the process is. */
export interface Privileges {
  /** The process is this user's from then on, in no group but this one. */
  drop(user: User): void;
  /** The same until the answer is called, as far as files are concerned. */
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

/** The process as a command sees it. Only main.ts touches the process itself. */
export interface ProcessContext extends ProcessEnvironment {
  readonly clock: Clock;
  /** Read only to ask a person, and only where it is a terminal. */
  readonly stdin: NodeJS.ReadStream;
  /** For what was asked for, and nothing else. */
  readonly stdout: NodeJS.WriteStream;
  /** For progress and for what went wrong. */
  readonly stderr: NodeJS.WriteStream;
  /** Aborted, with the signal's name as the reason, when the process is asked to end. */
  readonly signal: AbortSignal;
  /** Aborted, with what was thrown where nobody caught it: the process has to end. */
  readonly crash: AbortSignal;
  readonly pid: number;
  /** Null: the process is not root's. */
  readonly privileges: Privileges | null;
  /** Is told of a signal that the program ignores. */
  onIgnoredSignal(listener: (signal: NodeJS.Signals) => void): void;
  /** Makes this IANA name the time zone of all dates and schedules, as `TZ` in the environment would have. */
  setTimeZone(name: string): void;
}
