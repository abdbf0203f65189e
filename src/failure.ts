import { BackupError } from './backup/errors';
import { TokenRefused } from './bot/introduce';
import { ListenError } from './observability/http/listen-error';
import { StoreError } from './store/errors';

/** Exit codes. From 64 on those of sysexits.h, as systemd and scripts know them. */
export const exitCodes = {
  ok: 0,
  /** Something failed that no setting would have helped. */
  failed: 1,
  /** The command line is wrong (EX_USAGE). */
  usage: 64,
  /** Something is in use, or away: the same command may do later (EX_TEMPFAIL). */
  tempfail: 75,
  /** A setting, the token or the database is wrong: a person has to do something (EX_CONFIG). */
  config: 78,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the program with this code. Its message tells a person what happened and what to do, and holds no secret. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

/** An error that a person has to act on, as the end of the program; null: it is a bug. */
export function asFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (error instanceof TokenRefused || error instanceof ListenError)
    return new Failure(exitCodes.config, error.message);
  if (error instanceof BackupError) {
    return new Failure(error.code === 'held' ? exitCodes.tempfail : exitCodes.failed, error.message);
  }
  if (!(error instanceof StoreError)) return null;
  if (error.code === 'program_failed') return new Failure(exitCodes.failed, error.message);
  const mayPass = error.code === 'held' || error.code === 'unreachable' || error.code === 'exhausted';
  return new Failure(mayPass ? exitCodes.tempfail : exitCodes.config, error.message);
}
