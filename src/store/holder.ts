import { hostname } from 'node:os';

/** The process that acts on a database, as it describes itself to people and to the next process. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** Parses a holder's JSON. Null for anything else: the lock decides, the description is only for people. */
export function parseHolder(json: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(json) as Partial<Record<keyof Holder, unknown>>;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
      ? { pid, host, since }
      : null;
  } catch {
    return null;
  }
}

/** This process as the holder since `since`. */
export function thisProcess(since: Date): Holder {
  return { pid: process.pid, host: hostname(), since: since.toISOString() };
}

/** For people: `process 12 on host-a, since 2026-01-15T12:00:00.000Z`. */
export const describeHolder = ({ pid, host, since }: Holder) => `process ${pid} on ${host}, since ${since}`;
