import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, watch, type FSWatcher } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience, withDeadline } from '../../src/telegram-double/deadline';
import type {
  Action,
  ActionAnswer,
  ChatView,
  CommunityView,
  MessageView,
  PersonView,
  PressView,
  Snapshot,
} from '../../src/sandbox/protocol';

export interface SandboxOptions {
  readonly args?: readonly string[];
  /** More of the environment it is started in. */
  readonly env?: Readonly<Record<string, string>>;
  /** The program; the built one of this checkout if not given. */
  readonly entry?: string;
}

export interface SandboxExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const builtSandbox = join(__dirname, '..', '..', 'dist', 'sandbox', 'main.js');

/** `npm run sandbox` as a process of its own, with a folder for temporary files of its own. `end` it in any case. */
export class SandboxProcess {
  readonly exited: Promise<SandboxExit>;
  private readonly temporary = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';

  constructor({ args = ['--port', '0'], env = {}, entry = builtSandbox }: SandboxOptions = {}) {
    this.child = spawn(process.execPath, [entry, ...args], {
      env: { PATH: process.env['PATH'], TMPDIR: this.temporary, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** The address it prints. Rejects with what it wrote if it prints none. */
  async address(): Promise<string> {
    const printed = new Promise<string>((resolve) => {
      const look = (): void => {
        const [address] = /http:\/\/\S+(?=\n)/.exec(this.stdout) ?? [];
        if (address !== undefined) resolve(address);
      };
      look();
      this.child.stdout?.on('data', look);
    });
    const ended = this.exited.then(({ stderr }) => {
      throw new Error(`the sandbox ended:\n${stderr}`);
    });
    return withDeadline(Promise.race([printed, ended]), patience, () => `no address was printed:\n${this.stderr}`);
  }

  /** Someone with the page open. */
  async visitor(): Promise<Visitor> {
    return Visitor.open(await this.address());
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it by this signal and gives how it ended. */
  async ends(signal: NodeJS.Signals): Promise<SandboxExit> {
    this.signal(signal);
    return withDeadline(this.exited, patience, () => 'the sandbox did not end');
  }

  /** Resolves as soon as something lies in its folder for temporary files. */
  firstFile(): Promise<unknown> {
    let watcher: FSWatcher | undefined;
    const made = new Promise((resolve) => (watcher = watch(this.temporary, resolve)));
    return withDeadline(made, patience, () => 'it made no temporary file').finally(() => watcher?.close());
  }

  /** What it has written to stderr. */
  complaints(): string {
    return this.stderr;
  }

  /** What lies in its folder for temporary files. */
  leftovers(): readonly string[] {
    return readdirSync(this.temporary);
  }

  /** Ends it, if it still runs, and takes away whatever it left. */
  async end(): Promise<void> {
    await this.ends('SIGKILL');
    rmSync(this.temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the page does, without a browser: sees each snapshot and acts. */
export class Visitor {
  private readonly aborting = new AbortController();
  private latest: Snapshot | undefined;
  private readonly watchers = new Set<(snapshot: Snapshot) => void>();

  private constructor(readonly address: string) {}

  static async open(address: string): Promise<Visitor> {
    const visitor = new Visitor(address);
    const { body } = await fetch(`${address}/events`, { signal: visitor.aborting.signal });
    if (body === null) throw new Error('the stream of snapshots is empty');
    void visitor.read(body);
    await visitor.sees(() => true, 'any snapshot');
    return visitor;
  }

  get snapshot(): Snapshot {
    if (this.latest === undefined) throw new Error('no snapshot has come yet');
    return this.latest;
  }

  /** The first snapshot for which `matches` holds, from the present one on. */
  sees(matches: (snapshot: Snapshot) => boolean, what: string): Promise<Snapshot> {
    if (this.latest !== undefined && matches(this.latest)) return Promise.resolve(this.latest);
    let watcher = (_scene: Snapshot): void => undefined;
    const seen = new Promise<Snapshot>((resolve) => {
      watcher = (snapshot) => {
        if (matches(snapshot)) resolve(snapshot);
      };
      this.watchers.add(watcher);
    });
    const failure = (): string => `never seen: ${what}. The last snapshot:\n${JSON.stringify(this.latest, null, 1)}`;
    return withDeadline(seen, patience, failure).finally(() => this.watchers.delete(watcher));
  }

  /** Sends what the page would send. */
  post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const own = { origin: this.address, 'content-type': 'application/json' };
    return fetch(`${this.address}/actions`, { method: 'POST', headers: { ...own, ...headers }, body });
  }

  async act(action: Action): Promise<ActionAnswer> {
    const response = await this.post(JSON.stringify(action));
    return (await response.json()) as ActionAnswer;
  }

  /** Acts, and throws if that is refused. */
  async does(action: Action): Promise<Extract<ActionAnswer, { ok: true }>> {
    const answer = await this.act(action);
    if (!answer.ok) throw new Error(`${JSON.stringify(action)} is refused: ${answer.error}`);
    return answer;
  }

  /** Someone by the beginning of their name. */
  person(name: string): PersonView {
    return this.phone(name).person;
  }

  /** A chat of theirs as it stands; the private one unless another kind is asked for. */
  chat(name: string, kind: ChatView['kind'] = 'private'): ChatView {
    const chat = this.phone(name).chats.find((each) => each.kind === kind);
    if (chat === undefined) throw new Error(`${name} has no ${kind} chat`);
    return chat;
  }

  async writes(name: string, text: string, more: { readonly replyTo?: number; readonly in?: ChatView['kind'] } = {}) {
    const { replyTo = null, in: kind } = more;
    await this.does({ type: 'send', person: this.person(name).id, chat: this.chat(name, kind).id, text, replyTo });
  }

  /** The newest message of the bot in someone's chat that is as wanted, now or as soon as it is. */
  async message(name: string, wanted: RegExp, kind?: ChatView['kind']): Promise<MessageView> {
    const find = (): MessageView | undefined =>
      this.chat(name, kind).messages.findLast(({ text, from }) => from.isBot && wanted.test(text));
    await this.sees(() => find() !== undefined, `${String(wanted)} in ${name}’s chat`);
    const found = find();
    if (found === undefined) throw new Error('seen, and not there');
    return found;
  }

  /** Presses the button with this in its text, on a message that has one or gets it, and gives what came of it. */
  async presses(name: string, wanted: RegExp, button: string, kind?: ChatView['kind']): Promise<PressView> {
    const find = (): { message: MessageView; data: string } | undefined => {
      for (const message of this.chat(name, kind).messages.toReversed()) {
        const found = message.buttons.flat().find(({ text }) => text.includes(button));
        if (wanted.test(message.text) && found !== undefined && 'data' in found) return { message, data: found.data };
      }
      return undefined;
    };
    await this.sees(() => find() !== undefined, `the button ${button} in ${name}’s chat`);
    const found = find();
    if (found === undefined) throw new Error('seen, and not there');
    const { message, data } = found;
    const { press } = await this.does({
      type: 'press',
      person: this.person(name).id,
      chat: this.chat(name, kind).id,
      message: message.id,
      data,
    });
    const answered = (): PressView | undefined => this.snapshot.presses.find(({ number }) => number === press)?.view;
    await this.sees(() => answered() !== undefined, `what the press of ${button} is answered with`);
    const answer = answered();
    if (answer === undefined) throw new Error('seen, and not there');
    return answer;
  }

  /** Presses the button with this in its text that opens an address, once there is one. */
  async opens(name: string, wanted: RegExp, button: string): Promise<void> {
    const find = (): { message: number; url: string } | undefined => {
      for (const message of this.chat(name).messages.toReversed()) {
        const found = message.buttons.flat().find(({ text }) => text.includes(button));
        if (wanted.test(message.text) && found !== undefined && 'url' in found)
          return { message: message.id, url: found.url };
      }
      return undefined;
    };
    await this.sees(() => find() !== undefined, `the button ${button} in ${name}’s chat`);
    const found = find();
    if (found === undefined) throw new Error('seen, and not there');
    await this.does({ type: 'open', person: this.person(name).id, chat: this.chat(name).id, ...found });
  }

  /** What somebody is in the community's group; null while the bot has no link to it. */
  community(name: string): CommunityView | null {
    return this.phone(name).community;
  }

  /** Everything people did has been taken and everything owed has been sent. */
  settled(): Promise<Snapshot> {
    return this.sees(
      ({ totals }) => totals.updatesWaiting === 0 && totals.owed === 0,
      'nothing waits, nothing is owed',
    );
  }

  /** Closes the page. */
  leave(): void {
    this.aborting.abort();
  }

  private phone(name: string) {
    const phone = this.snapshot.phones.find(({ person }) => person.name.startsWith(name));
    if (phone === undefined) throw new Error(`there is no ${name}`);
    return phone;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          this.take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } catch (error) {
      // A stream ends where the sandbox does, or the visitor leaves.
      void error;
    }
  }

  private take(event: string): void {
    if (!event.startsWith('data: ')) return;
    const snapshot = JSON.parse(event.slice('data: '.length)) as Snapshot;
    this.latest = snapshot;
    for (const watcher of this.watchers) watcher(snapshot);
  }
}
