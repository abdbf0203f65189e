import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { patience } from '../../src/telegram-double/deadline';
import type { Daemon } from '../../src/sandbox/daemon-process';

/** The setting that makes a daemon listen, on a port that nobody else has. */
export const listening = { HTTP_LISTEN: '127.0.0.1:0' } as const;

/** Where a daemon listens: `http://` and an address. */
export async function addressOf(daemon: Daemon): Promise<string> {
  const line = await daemon.logged((each) => each['event.action'] === 'http_listening');
  return `http://${String(line['labels.address'])}`;
}

export interface Told {
  readonly status: number;
  readonly body: string;
}

/** What a daemon answers to GET. */
export async function ask(daemon: Daemon, path: string): Promise<Told> {
  // One connection each, so that none stays behind.
  const request = get(`${await addressOf(daemon)}${path}`, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

/** Asks until the answer is as wanted, or gives the last one when patience is over. */
export async function askUntil(daemon: Daemon, path: string, wanted: (told: Told) => boolean): Promise<Told> {
  const deadline = Date.now() + patience;
  for (;;) {
    const told = await ask(daemon, path);
    if (wanted(told) || Date.now() > deadline) return told;
    await wait(20);
  }
}

/** What `/readyz` says stands in the way, each by its name; nothing where it says 200. */
export function obstacles({ status, body }: Told): string[] {
  const { ready, reasons } = JSON.parse(body) as { ready: boolean; reasons: readonly { what: string }[] };
  if (ready !== (status === 200)) throw new Error(`a status of ${status} does not go with ${body}`);
  return reasons.map(({ what }) => what);
}

/** The samples of a daemon's metrics, by name and labels as they are written: `sosekni_ready`, `x_total{a="b"}`. */
export async function samplesOf(daemon: Daemon): Promise<ReadonlyMap<string, number>> {
  const { body } = await ask(daemon, '/metrics');
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** Asks for the metrics until they are as wanted, or gives the last ones when patience is over. */
export async function samplesUntil(
  daemon: Daemon,
  wanted: (samples: ReadonlyMap<string, number>) => boolean,
): Promise<ReadonlyMap<string, number>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const samples = await samplesOf(daemon);
    if (wanted(samples) || Date.now() > deadline) return samples;
    await wait(20);
  }
}

/** How many TCP ports a process listens on, as Linux knows it. */
export function portsOf(pid: number): number {
  const held = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        // It was closed meanwhile.
        return [];
      }
    }),
  );
  const sockets = ['tcp', 'tcp6'].flatMap((family) =>
    readFileSync(`/proc/${pid}/net/${family}`, 'utf8').split('\n').slice(1),
  );
  return sockets.filter((line) => {
    const [, , , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === tcpListen && held.has(`socket:[${inode}]`);
  }).length;
}

/** https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html */
const tcpListen = '0A';
