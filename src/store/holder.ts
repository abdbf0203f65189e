import { hostname } from 'node:os';
import { z } from 'zod';

/** The process that acts on a database, as it writes itself down for people and for the next process. */
export const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** This process, as the one that has acted since then. */
export function thisProcess(since: Date): Holder {
  return { pid: process.pid, host: hostname(), since: since.toISOString() };
}

/** For people: `process 12 on host-a, since 2026-01-15T12:00:00.000Z`. */
export const describeHolder = ({ pid, host, since }: Holder) => `process ${pid} on ${host}, since ${since}`;
