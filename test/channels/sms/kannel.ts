import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { patience, withDeadline } from '../../../src/telegram-double/deadline';
import { pathTo, type Program } from '../../programs';

/** A message that has left Kannel for the network. */
export interface Left {
  readonly from: string;
  readonly to: string;
  readonly coding: string;
  readonly text: string;
}

/** Kannel (https://www.kannel.org) with a network that takes what leaves it, and keeps it. */
export class Kannel {
  readonly left: Left[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'sosekni-kannel-'));
  private readonly processes: ChildProcess[] = [];
  private readonly waiting = new Set<() => void>();
  private network: Socket | null = null;

  private constructor(private readonly ports: Readonly<Record<'admin' | 'boxes' | 'network' | 'http', number>>) {}

  static async start(): Promise<Kannel> {
    const [admin, boxes, network, http] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const kannel = new Kannel({ admin, boxes, network, http });
    try {
      await kannel.begin();
      return kannel;
    } catch (error) {
      await kannel.stop();
      throw error;
    }
  }

  /** SMS_URL, with this password. */
  url(password = 'kannel-password'): string {
    return `http://127.0.0.1:${this.ports.http}/cgi-bin/sendsms?username=bot&password=${password}&charset=UTF-8&coding=2&to={to}&text={text}`;
  }

  /** All that has left, once there is so much. */
  async hasSent(count: number): Promise<readonly Left[]> {
    while (this.left.length < count) {
      const next = new Promise<void>((resolve) => this.waiting.add(resolve));
      await withDeadline(next, patience, () => `${this.left.length} messages of ${count} have left Kannel`);
    }
    return this.left;
  }

  async stop(): Promise<void> {
    this.network?.destroy();
    for (const child of this.processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async begin(): Promise<void> {
    const { admin, boxes, network, http } = this.ports;
    const file = join(this.folder, 'kannel.conf');
    const local = (name: string, port: number) => [`${name}-port = ${port}`, `${name}-interface = 127.0.0.1`];
    const groups = [
      ['group = core', ...local('admin', admin), 'admin-password = admin', ...local('smsbox', boxes)],
      ['group = smsc', 'smsc = fake', `port = ${network}`, 'connect-allow-ip = 127.0.0.1'],
      ['group = smsbox', 'bearerbox-host = 127.0.0.1', ...local('sendsms', http)],
      ['group = sendsms-user', 'username = bot', 'password = kannel-password', 'default-sender = 12345'],
    ];
    writeFileSync(file, groups.map((lines) => lines.join('\n')).join('\n\n') + '\n');
    this.run('bearerbox', file);
    this.network = await reached(network);
    this.listen(this.network);
    const status = `http://127.0.0.1:${admin}/status.txt?password=admin`;
    await until('its network is online', async () => {
      const answer = await fetch(status).catch(() => null);
      return answer !== null && (await answer.text()).includes('online');
    });
    this.run('smsbox', file);
    (await reached(http)).destroy();
  }

  private run(program: Program, file: string): void {
    const path = pathTo(program);
    if (path === undefined) throw new Error(`${program} is not on this machine`);
    this.processes.push(spawn(path, [file], { cwd: this.folder, stdio: 'ignore' }));
  }

  /** A line is a message: who it is from and for, its coding, and its text with %XX for bytes. */
  private listen(network: Socket): void {
    let rest = '';
    network.setEncoding('latin1').on('error', () => undefined);
    network.on('data', (chunk) => {
      rest += String(chunk);
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [from = '', to = '', coding = '', ...text] = line.split(' ');
        this.left.push({ from, to, coding, text: decode(coding, text.join(' ')) });
      }
      for (const resolve of this.waiting) resolve();
      this.waiting.clear();
    });
  }
}

function decode(coding: string, text: string): string {
  const bytes = text
    .replace(/\+/g, ' ')
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const buffer = Buffer.from(bytes, 'latin1');
  return coding === 'ucs-2' ? buffer.swap16().toString('utf16le') : text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A connection to a port of this machine, once something listens there. */
async function reached(port: number): Promise<Socket> {
  let found: Socket | null = null;
  await until(`something listens on port ${port}`, async () => {
    const socket = connect(port, '127.0.0.1');
    found = await once(socket, 'connect').then(
      () => socket,
      () => null,
    );
    return found !== null;
  });
  if (found === null) throw new Error(`nothing listens on port ${port}`);
  return found;
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`in vain: ${what}`);
    await wait(20);
  }
}
