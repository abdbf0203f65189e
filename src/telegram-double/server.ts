import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { refusal, tooManyRequests, type Answer } from './answer';
import type { Method } from './api-fields';
import type { Fault } from './fault';
import type { Faults } from './faults';
import type { Call, CallLog, Params } from './call-log';
import type { Limits } from './limits';
import type { Methods } from './methods';
import { InputFile } from './pictures';
import { RawUpdate } from './updates';
import { isMethod, paramsFromForm, type Validator } from './validate';

export interface ServerParts {
  readonly token: string;
  readonly validator: Validator;
  readonly callLog: CallLog;
  readonly limits: Limits;
  readonly faults: Faults;
  readonly methods: Methods;
}

/** The HTTP server of the Bot API: https://core.telegram.org/bots/api#making-requests */
export class BotApiServer {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly parts: ServerParts) {}

  /** Listens on 127.0.0.1 (port 0 is any free one) and resolves with the port. */
  listen(port: number): Promise<number> {
    const server = createServer((request, response) => void this.serve(request, response));
    // Longer than any client keeps a connection, so that no call arrives on one that the server is closing.
    server.keepAliveTimeout = 120_000;
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve(portOf(server)));
    });
  }

  /** Stops listening and closes every connection. */
  async close(): Promise<void> {
    const server = this.server;
    if (server === undefined) return;
    this.server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (body === undefined) return;
    if (comesFromAPage(request)) return send(response, refusal(403, "Forbidden: web pages can't call the Bot API"));
    const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
    const [, token, name] = /^\/bot([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (token === undefined || name === undefined) return send(response, refusal(404, 'Not Found'));
    if (decoded(token) !== this.parts.token) return send(response, refusal(401, 'Unauthorized'));
    if (!isMethod(name)) {
      this.parts.callLog.violated(name, {}, 'there is no such method, or the double does not support it');
      return send(response, refusal(404, 'Not Found'));
    }
    const params = await paramsOf(request, new URLSearchParams(query), name, body);
    if (params === undefined) {
      this.parts.callLog.violated(name, {}, `the body can't be read: ${body.toString('utf8', 0, 200)}`);
      return send(response, refusal(400, "Bad Request: can't parse request body"));
    }
    await this.meet(name, this.parts.callLog.record(name, params), response);
  }

  /** Executes a call as far as its fault, if any, allows. */
  private async meet(method: Method, call: Call, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      call.delivery = response.writableFinished ? 'delivered' : 'lost';
    });
    const fault = this.parts.faults.take(call);
    if (fault === undefined) return send(response, await this.act(method, call, response));
    call.fault = fault.kind;
    if (actsUnder(fault)) await this.act(method, call, response);
    await this.break(fault, call, response);
  }

  private async act(method: Method, call: Call, response: ServerResponse): Promise<Answer> {
    const { validator, callLog, limits, methods } = this.parts;
    const onGone = (listener: () => void): void => void response.once('close', listener);
    const problem = validator.problem(method, call.params);
    if (problem !== undefined) {
      callLog.violated(method, call.params, problem);
      return (call.answer = refusal(400, `Bad Request: ${problem}`));
    }
    const retryAfter = limits.admit(call);
    if (retryAfter !== undefined) return (call.answer = tooManyRequests(retryAfter));
    const answer = await methods.act(method, call.params, onGone);
    call.acted = answer.ok;
    return (call.answer = answer);
  }

  private async break(fault: Fault, call: Call, response: ServerResponse): Promise<void> {
    switch (fault.kind) {
      case 'lost_answer':
      case 'reset':
        response.destroy();
        return;
      case 'hang':
        if (fault.stalls === 'body') stallInBody(response, call.answer);
        return;
      case 'server_error':
        response.writeHead(fault.status, { 'content-type': 'text/html' });
        response.end(`<html><body><h1>${fault.status} Bad Gateway</h1></body></html>`);
        return;
      case 'bad_json':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"ok":true,"result":{"mess');
        return;
      case 'odd_answer':
        response.writeHead(fault.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(fault.body));
        return;
      case 'refused':
        send(response, (call.answer = refusal(fault.code, fault.description)));
        return;
      case 'too_many_requests': {
        const chatId = Number(call.params['chat_id']);
        const scope = fault.scope === 'chat' && !Number.isNaN(chatId) ? chatId : 'overall';
        send(response, tooManyRequests(this.parts.limits.close(scope, fault.retryAfter)));
        return;
      }
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        send(response, call.answer ?? refusal(500, 'Internal Server Error'));
        return;
    }
  }
}

/**
 * Whether a web page sent this. Everybody knows the sandbox's token, so without this check any page that finds the port could act
 * as the bot. Browsers send an Origin, and a name that was rebound to 127.0.0.1 shows in the Host.
 */
function comesFromAPage({ headers }: IncomingMessage): boolean {
  const isOwnName = /^(127\.0\.0\.1|localhost)(:[0-9]+)?$/.test(headers.host ?? '');
  return !isOwnName || headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

/** Decodes percent-encoding; text that isn't valid percent-encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function actsUnder(fault: Fault): boolean {
  switch (fault.kind) {
    case 'lost_answer':
    case 'delay':
      return true;
    case 'reset':
    case 'refused':
      return false;
    case 'hang':
    case 'server_error':
    case 'bad_json':
    case 'odd_answer':
    case 'too_many_requests':
      return fault.acts;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(jsonOf(answer));
  const status = answer.ok ? 200 : answer.error_code;
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

/** Handwritten updates are inserted unchanged. */
function jsonOf(answer: Answer): string {
  if (!answer.ok || !Array.isArray(answer.result)) return JSON.stringify(answer);
  const items = answer.result.map((item: unknown) => (item instanceof RawUpdate ? item.json : JSON.stringify(item)));
  return `{"ok":true,"result":[${items.join(',')}]}`;
}

/** Announces more bytes than it sends. */
function stallInBody(response: ServerResponse, answer: Answer | null): void {
  const body = Buffer.from(jsonOf(answer ?? { ok: true, result: true }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2));
}

/** The whole body; undefined if the connection was lost before its end. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => resolve(undefined));
  });
}

/** The query string and the body together; undefined if the body is neither JSON nor a form. */
async function paramsOf(
  request: IncomingMessage,
  search: URLSearchParams,
  method: Method,
  body: Buffer,
): Promise<Params | undefined> {
  const query = paramsFromForm(method, search);
  if (body.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { ...query, ...paramsFromForm(method, new URLSearchParams(body.toString('utf8'))) };
  }
  if (type.startsWith('multipart/form-data')) {
    const entries = await entriesOf(type, body);
    return entries && { ...query, ...paramsFromForm(method, entries) };
  }
  if (!type.startsWith('application/json')) return undefined;
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && !Array.isArray(parsed) ? { ...query, ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

/** The parts of a body of multipart/form-data, read by Node's own fetch; undefined if it is none. */
async function entriesOf(type: string, body: Buffer): Promise<readonly [string, string | InputFile][] | undefined> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (form === undefined) return undefined;
  const read = [...form].map(async ([name, value]): Promise<[string, string | InputFile]> => {
    if (typeof value === 'string') return [name, value];
    return [name, new InputFile(value.name, value.type, Buffer.from(await value.arrayBuffer()))];
  });
  return Promise.all(read);
}

function portOf(server: Server): number {
  const address = server.address();
  if (!isPort(address)) throw new Error('the server has no port');
  return address.port;
}

const isPort = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;
