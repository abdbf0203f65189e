import { BackupError } from './backup/errors';
import { TokenRefused } from './bot/introduce';
import { ListenError } from './network/listen-error';
import { StoreError } from './store/errors';

/** Exit codes. From 64 on they are those of sysexits.h, which systemd and scripts know. */
export const exitCodes = {
  ok: 0,
  /** Failed, but not because of a setting. */
  failed: 1,
  /** The command line is wrong (EX_USAGE). */
  usage: 64,
  /** Something is in use or unavailable: the same command may succeed later (EX_TEMPFAIL). */
  tempfail: 75,
  /** A setting, the token or the database is wrong: a person has to fix it (EX_CONFIG). */
  config: 78,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the program with this exit code. The message says what happened and what to do, and holds no secret. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

/** The failure for an error that a person has to act on. Null for any other error: it is a bug. */
export function asFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (error instanceof TokenRefused || error instanceof ListenError)
    return new Failure(exitCodes.config, error.message);
  if (error instanceof BackupError) {
    return new Failure(codeOfBackup(error), error.message);
  }
  if (!(error instanceof StoreError)) return null;
  if (error.code === 'program_failed' || error.code === 'not_same') return new Failure(exitCodes.failed, error.message);
  const mayPass = error.code === 'held' || error.code === 'unreachable' || error.code === 'exhausted';
  return new Failure(mayPass ? exitCodes.tempfail : exitCodes.config, error.message);
}

function codeOfBackup({ code }: BackupError): ExitCode {
  switch (code) {
    case 'held':
    case 'away':
      return exitCodes.tempfail;
    case 'place':
      return exitCodes.config;
    case 'not_found':
    case 'damaged':
    case 'other_engine':
      return exitCodes.failed;
  }
}
