import type { Millis } from '../lifecycle/ids';

/** What a service manager puts into the environment of a service. */
export interface ServiceManagerSettings {
  readonly socketPath: string;
  /** The manager kills the program after this long without a sign of life. Null if it doesn't watch. */
  readonly watchdog: Millis | null;
}

/**
 * Null if no service manager wants notifications. WATCHDOG_PID is the process that the manager watches
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
