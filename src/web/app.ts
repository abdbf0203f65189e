import { OpenAPIHono } from '@hono/zod-openapi';
import type { Log } from '../observability/log';
import { answer, problemResponse, type Door } from './answer';
import { docsPage, docsStyle } from './docs-page';
import { documentOf, register } from './document';
import type { AnyEndpoint } from './endpoint';
import { Problem, notFound } from './problem';
import { refuseForeignWrite } from './request';
import type { StaticFiles } from './static-files';
import type { Work } from './work';

interface AppPorts {
  readonly door: Door;
  readonly endpoints: readonly AnyEndpoint[];
  readonly files: StaticFiles;
  readonly version: string;
  /** Null: the bot does not act. */
  readonly work: () => Work | null;
  readonly log: Log;
}

/** Answers requests to the desk. Each has a path and a method that are known, or is a problem. */
export function createApp({ door, endpoints, files, version, work, log }: AppPorts): OpenAPIHono {
  const app = new OpenAPIHono();
  const byPath = new Map<string, AnyEndpoint[]>();
  for (const endpoint of endpoints) byPath.set(endpoint.path, [...(byPath.get(endpoint.path) ?? []), endpoint]);
  for (const [path, here] of byPath) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
    for (const endpoint of here) {
      register(app, endpoint);
      app.on(endpoint.method.toUpperCase(), pattern, (c) => {
        refuseForeignWrite(c.req.raw, endpoint, door.publicUrl);
        return answer(endpoint, c.req.raw, c.req.param(), work(), door);
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
  app.all('*', async ({ req }) => {
    const found = files.find(new URL(req.url).pathname);
    if (found === null) throw notFound('There is nothing here. /openapi.json says what there is.');
    if (req.method !== 'GET' && req.method !== 'HEAD') throw wrongMethod(['GET']);
    return found.answer(req.raw);
  });
  app.onError((error) => {
    if (error instanceof Problem) return problemResponse(error);
    log.error('a request to the desk could not be answered', { action: 'web_failed', error });
    return problemResponse(new Problem(500, 'Something went wrong. The log of the bot says what.'));
  });
  return app;
}

const docsPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function wrongMethod(methods: readonly string[]): Problem {
  const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const detail = `Only ${allowed.join(', ')} are possible here.`;
  return new Problem(405, detail, {}, { allow: allowed.join(', ') });
}
