import type { Log } from '../observability/log';

/** The service manager that started the program, such as systemd. */
export interface ServiceManager {
  /**
   * Sends it NAME=value pairs (https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html). Returns false if that
   * failed, and logs the first failure. Never waits and never throws.
   */
  tell(...state: readonly string[]): boolean;
  close(): void;
}

/** The part of unix-dgram that is used: https://github.com/bnoordhuis/node-unix-dgram */
interface UnixDgram {
  createSocket(type: 'unix_dgram'): {
    send(buffer: Buffer, offset: number, length: number, path: string, done: (error?: Error) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    close(): void;
  };
}

const unixDgram = () => require('unix-dgram') as UnixDgram;

/** Connects to the service manager at its NOTIFY_SOCKET. Returns null, and logs why, if that isn't possible. */
export function reachServiceManager(socketPath: string, log: Log): ServiceManager | null {
  if (!socketPath.startsWith('/')) {
    log.warn(
      `the service manager can't be notified: NOTIFY_SOCKET is ${JSON.stringify(socketPath)}, but only sockets with a path are supported. Set Type=exec in the unit.`,
      { action: 'service_manager_unreachable' },
    );
    return null;
  }
  const dgram = loadUnixDgram(log);
  if (dgram === null) return null;
  const socket = dgram.createSocket('unix_dgram');
  let failed = false;
  const fail = (error: Error): void => {
    if (!failed) log.warn('could not notify the service manager', { action: 'service_manager_unreachable', error });
    failed = true;
  };
  socket.on('error', fail);
  return {
    tell(...state) {
      const message = Buffer.from(state.join('\n'));
      let told = true;
      // The callback runs before `send` returns.
      socket.send(message, 0, message.length, socketPath, (error) => {
        if (error === undefined) return;
        told = false;
        fail(error);
      });
      return told;
    },
    close: () => socket.close(),
  };
}

/** An optional dependency: it has to be compiled, which isn't possible everywhere. */
function loadUnixDgram(log: Log): UnixDgram | null {
  try {
    return unixDgram();
  } catch (error) {
    log.warn(
      "the service manager can't be notified: the optional package unix-dgram is missing or could not be compiled. Run npm ci on a machine with a C++ toolchain, or set Type=exec in the unit and remove WatchdogSec.",
      { action: 'service_manager_unreachable', error },
    );
    return null;
  }
}
