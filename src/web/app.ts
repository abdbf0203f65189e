import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Log } from '../observability/log';
import { answer, problemResponse, type Acting, type Door } from './answer';
import { docsPage, docsStyle } from './docs-page';
import { documentOf, register } from './document';
import type { AnyEndpoint } from './endpoint';
import { internalError, notFound, Problem, wrongMethod } from './problem';
import { refuseForeign } from './request';
import { streamOut } from './stream-out';
import type { StaticFiles } from './static-files';

interface AppPorts {
  readonly door: Door;
  readonly endpoints: readonly AnyEndpoint[];
  readonly files: StaticFiles;
  /** Adds what else there is besides the desk. */
  readonly add: (app: OpenAPIHono<OnNode>, files: StaticFiles) => void;
  readonly version: string;
  /** Null: the bot does not act. */
  readonly acting: () => Acting | null;
  readonly log: Log;
  /** Told which of its routes an answer is by. */
  readonly routed: (answer: ServerResponse, route: Route) => void;
}

/** What an answer is by: a method and a path of the API as /openapi.json has them; `page`: a file. */
export type Route = string;

/** What Node’s server says of each request. */
export interface OnNode {
  readonly Bindings: HttpBindings;
}

/** Answers requests to the desk. Each has a path and a method that are known, or is a problem. */
export function createApp({
  door,
  endpoints,
  files,
  add,
  version,
  acting,
  log,
  routed,
}: AppPorts): OpenAPIHono<OnNode> {
  const app = new OpenAPIHono<OnNode>();
  const byPath = new Map<string, AnyEndpoint[]>();
  for (const endpoint of endpoints) byPath.set(endpoint.path, [...(byPath.get(endpoint.path) ?? []), endpoint]);
  for (const [path, here] of byPath) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
    for (const endpoint of here) {
      register(app, endpoint);
      app.on(endpoint.method.toUpperCase(), pattern, async ({ req, env }) => {
        routed(env.outgoing, `${endpoint.method.toUpperCase()} ${path}`);
        refuseForeign(req.raw, endpoint, door.publicUrl);
        const said = await answer(endpoint, req.raw, req.param(), acting(), door);
        return said instanceof Response ? said : streamOut(said, env.outgoing, req.raw.method === 'HEAD');
      });
    }
    app.all(pattern, () => {
      throw wrongMethod(here.map(({ method }) => method.toUpperCase()));
    });
  }
  const document = documentOf(app, door.publicUrl, version);
  const style = '/docs/style.css';
  files.add('/openapi.json', { type: 'application/json; charset=utf-8', body: Buffer.from(document) });
  files.add('/docs', {
    type: 'text/html; charset=utf-8',
    body: Buffer.from(docsPage(document, style)),
    policy: docsPolicy,
  });
  files.add(style, { type: 'text/css; charset=utf-8', body: Buffer.from(docsStyle) });
  add(app, files);
  app.all('*', async ({ req, env }) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    // Who types PUBLIC_URL wants the desk.
    if (req.path === '/') {
      if (!isRead) throw wrongMethod(['GET']);
      return new Response(null, { status: 302, headers: { location: '/desk' } });
    }
    const found = files.find(req.path);
    // Whoever types an address may end it with a slash.
    const meant = req.path.replace(/\/+$/, '');
    if (found === null && files.find(meant) !== null) {
      if (!isRead) throw wrongMethod(['GET']);
      return new Response(null, { status: 308, headers: { location: `${meant}${new URL(req.url).search}` } });
    }
    const page = files.find('/desk');
    if (found === null && page !== null && isRead && isForPage(req.path) && wantsHtml(req.raw)) {
      // The page says in the language of whoever reads it that there is nothing.
      const { headers, body } = await page.answer(
        new Request(req.url, { headers: withoutConditions(req.raw.headers) }),
      );
      return new Response(body, { status: 404, headers });
    }
    if (found === null) throw notFound('There is nothing here. /openapi.json says what there is.');
    if (!isRead) throw wrongMethod(['GET']);
    routed(env.outgoing, 'page');
    return found.answer(req.raw);
  });
  app.onError((error) => {
    if (error instanceof Problem) return problemResponse(error);
    log.error('a request to the desk could not be answered', { action: 'web_failed', error });
    return problemResponse(internalError());
  });
  return app;
}

/** Whether an address is one that a person may have mistyped, and no file. */
const isForPage = (path: string): boolean => path.startsWith('/desk/') && !path.startsWith('/desk/files/');

const wantsHtml = ({ headers }: Request): boolean => /\btext\/html\b/i.test(headers.get('accept') ?? '');

/** Nobody has kept a 404 that a 304 could stand for. */
function withoutConditions(headers: Headers): Headers {
  const others = new Headers(headers);
  others.delete('if-none-match');
  return others;
}

const docsPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
