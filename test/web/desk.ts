import { request as send, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createLog } from '../../src/observability/log';
import { texts } from '../channels/telegram/messages/samples';
import { openWeb, type Web } from '../../src/web/web';
import { boris, TestApp } from '../requests/app';
import { initData, openedBy } from '../sessions/opening';
import type { TestEngine } from '../store/engines';
import type { Policy } from '../../src/lifecycle/policy';
import type { PersonId, TelegramId } from '../../src/lifecycle/ids';
import type { FileResult, Work } from '../../src/web/work';

export const botToken = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';
export const apiToken = 'a-token-of-32-characters-or-more';
export const publicUrl = 'https://desk.example';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as JSON. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Instead of JSON. */
  readonly body?: string | Buffer;
}

interface Options {
  readonly rules?: Partial<Policy>;
  /** The desk's own address. */
  readonly at?: string;
  readonly heartbeat?: number;
  /** People without Telegram ask at `/apply`, and mail reaches them. */
  readonly hasForm?: boolean;
}

/** The desk on a port, over the use cases on a real database. */
export class TestDesk {
  /** The lines of the log. */
  readonly logged: Readonly<Record<string, unknown>>[] = [];
  /** The answers that were measured, as `route status`. */
  readonly measured: string[] = [];
  /** The files that were sent, and what becomes of the next. */
  readonly files: { readonly to: TelegramId; readonly name: string; readonly text: string }[] = [];
  fileResult: FileResult = { end: 'sent' };
  /** How many streams were open, each time that changed. */
  readonly streams: number[] = [];

  private constructor(
    readonly app: TestApp,
    private readonly web: Web,
    readonly port: number,
    logged: Readonly<Record<string, unknown>>[],
    private readonly stopping: AbortController,
    private readonly host: string,
    { measured, streams }: Pick<TestDesk, 'measured' | 'streams'>,
  ) {
    this.logged = logged;
    this.measured = measured;
    this.streams = streams;
  }

  static async open(
    engine: TestEngine,
    { rules = {}, at = publicUrl, heartbeat, hasForm = false }: Options = {},
  ): Promise<TestDesk> {
    const app = await TestApp.open(engine, rules, hasForm ? ['email'] : []);
    await app.admins();
    const out = new PassThrough();
    const logged: Record<string, unknown>[] = [];
    out.on('data', (line: Buffer) => logged.push(JSON.parse(line.toString()) as Record<string, unknown>));
    const log = createLog({ level: 'debug', format: 'json', secrets: [botToken, apiToken], out });
    const [measured, streams]: [string[], number[]] = [[], []];
    const web = await openWeb({
      settings: { listen: { host: '127.0.0.1', port: 0 }, publicUrl: at, apiToken, hasForm },
      version: '1.2.3',
      texts: texts(),
      clock: app.context.clock,
      log,
      meter: {
        deskAnswered: (route, status, took) => void (took >= 0 && measured.push(`${route} ${status}`)),
        deskStreams: (open) => void streams.push(open),
      },
      ...(heartbeat !== undefined && { heartbeat }),
      // These tests ask faster than anybody clicks: they are answered as where nobody writes.
      quietFor: () => Infinity,
    });
    const address = logged.find((line) => line['event.action'] === 'web_listening')?.['labels.address'];
    const port = Number(/:(\d+)$/.exec(String(address))?.[1]);
    const stopping = new AbortController();
    const desk = new TestDesk(app, web, port, logged, stopping, new URL(at).host, { measured, streams });
    const sendFile: Work['sendFile'] = (to, { name, bytes }) => {
      desk.files.push({ to, name, text: bytes.toString() });
      return Promise.resolve(desk.fileResult);
    };
    const botUsername = () => 'sosekni_bot';
    web.act({ ...app.work, communityName: 'Sosekni', botToken, botUsername, log, signal: stopping.signal, sendFile });
    return desk;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.web.close();
  }

  /** The bot no longer acts. */
  stop(): void {
    this.stopping.abort();
  }

  async ask(method: string, path: string, { headers = {}, json, body }: Sent = {}): Promise<Answered> {
    const payload = json === undefined ? body : JSON.stringify(json);
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await new Promise<Answered>((resolve, reject) => {
      const sent = send(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: false,
          headers: {
            host: this.host,
            ...(payload !== undefined && { 'content-length': Buffer.byteLength(payload) }),
            ...type,
            ...headers,
          },
        },
        (response) => {
          const { statusCode: status = 0, headers: got } = response;
          text(response).then((read) => resolve({ status, headers: got, body: read, json: parsed(read) }), reject);
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });
    return answer;
  }

  /** Sends these very bytes, and returns all that comes back until the desk hangs up. `isOver`: no more will be sent. */
  raw(sent: string, { isOver = false } = {}): Promise<string> {
    const socket = connect({ host: '127.0.0.1', port: this.port, allowHalfOpen: true });
    if (isOver) socket.end(sent);
    else socket.write(sent);
    return text(socket);
  }

  /** Signs an admin in as their Mini App does. */
  async signIn(admin: PersonId = boris): Promise<Admin> {
    const data = initData(botToken, openedBy({ id: admin, first_name: 'Boris' }, this.app.now));
    const { status, json } = await this.ask('POST', '/admin/session', { json: { init_data: data } });
    if (status !== 200) throw new Error(`not let in: ${status}`);
    return new Admin(this, String(json['token']));
  }
}

const parsed = (body: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
};

/** Somebody with a session. */
export class Admin {
  constructor(
    private readonly desk: TestDesk,
    readonly token: string,
  ) {}

  ask(method: string, path: string, { headers = {}, ...sent }: Sent = {}): Promise<Answered> {
    return this.desk.ask(method, path, { ...sent, headers: { authorization: `Bearer ${this.token}`, ...headers } });
  }

  get(path: string): Promise<Answered> {
    return this.ask('GET', path);
  }

  /** The ETag of a request. */
  async etag(id: number): Promise<string> {
    return String((await this.get(`/admin/request/${id}/details`)).headers.etag);
  }

  /** Does something to a request as it is, or as it was. */
  async post(id: number, what: string, json: unknown, etag?: string): Promise<Answered> {
    const headers = what === 'notes' ? {} : { 'if-match': etag ?? (await this.etag(id)) };
    return this.ask('POST', `/admin/request/${id}/${what}`, { json, headers });
  }
}
