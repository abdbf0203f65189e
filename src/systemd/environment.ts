import type { Millis } from '../lifecycle/ids';

/** What a service manager has put into the environment of what it started. */
export interface ServiceManagerSettings {
  readonly socketPath: string;
  /** It ends the program after so long without a sign of life; null: it does not watch. */
  readonly watchdog: Millis | null;
}

/**
 * Null: no service manager wants to be told anything. WATCHDOG_PID is that of the process that is watched
 * (https://www.freedesktop.org/software/systemd/man/latest/sd_watchdog_enabled.html).
 */
export function serviceManagerSettings(
  env: Readonly<Record<string, string | undefined>>,
  pid: number,
): ServiceManagerSettings | null {
  const { NOTIFY_SOCKET: socketPath, WATCHDOG_USEC: usec, WATCHDOG_PID: watched } = env;
  if (!socketPath) return null;
  const watchdog = /^[1-9]\d*$/.test(usec ?? '') && (!watched || Number(watched) === pid) ? Number(usec) / 1000 : null;
  return { socketPath, watchdog };
}
