import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log';

/** The answer to a request. */
export interface HttpAnswer {
  readonly status: number;
  /** The media type of the body, with its charset. */
  readonly type: string;
  readonly body: string;
}

/** The answers to GET by path; HEAD gets the same without the body. */
export type Routes = Readonly<Record<string, () => Promise<HttpAnswer>>>;

export const jsonAnswer = (status: number, value: object): HttpAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(value)}\n`,
});

const textAnswer = (status: number, text: string): HttpAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${text}\n`,
});

/** Answers a request. Never throws: errors are logged, and the client learns no details. */
export async function respond(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const { status, type, body } = await answer(routes, request).catch((error: unknown) => {
    log.error('an HTTP request could not be answered', { action: 'http_failed', error });
    return textAnswer(500, 'Something went wrong. See the log of the bot.');
  });
  if (status === 405) response.setHeader('allow', allowed.join(', '));
  // Bodies are not read, so a client that sends one has to reconnect.
  if (sendsBody(request)) response.setHeader('connection', 'close');
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const allowed = ['GET', 'HEAD'];

async function answer(routes: Routes, request: IncomingMessage): Promise<HttpAnswer> {
  const path = request.url?.split('?', 1)[0] ?? '';
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (route === undefined) return textAnswer(404, `Not found. There is ${Object.keys(routes).join(', ')}.`);
  if (!allowed.includes(request.method ?? '')) return textAnswer(405, `Only ${allowed.join(' and ')} are allowed.`);
  return route();
}

const sendsBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
