import { createRoute, z, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { AnyEndpoint } from './endpoint';
import type { ProblemStatus } from './problem';
import { problemSchema } from './schemas';

/** What any request can meet. */
const anyones: readonly ProblemStatus[] = [400, 408, 421, 422, 431, 500, 503];

const said: Readonly<Record<ProblemStatus, string>> = {
  400: 'Not HTTP, or a request that broke off',
  401: 'Nobody is signed in, or what was sent to sign in with is wrong',
  403: 'Not allowed: one’s own request, a token that only reads, or a page of another origin',
  404: 'There is no such thing',
  405: 'Not this method; see Allow',
  408: 'The request was not whole within 10 seconds',
  409: 'Not possible in this state; the body says who decided and when',
  412: 'If-Match is not the request’s ETag any more; the body has the request as it is now',
  413: 'The body is too large',
  415: 'The body is no application/json in UTF-8, or it is compressed',
  421: 'Not the host of PUBLIC_URL',
  422: 'Some fields are wrong; the body names each',
  428: 'If-Match is missing',
  429: 'Too many attempts; see Retry-After',
  431: 'The address and the headers have more than 8 kB',
  500: 'A bug; the log of the bot has it',
  503: 'The bot is not acting, or its database is away; see Retry-After',
};

const problems = (statuses: Iterable<ProblemStatus>): RouteConfig['responses'] =>
  Object.fromEntries(
    [...new Set(statuses)]
      .sort()
      .map((status) => [
        status,
        { description: said[status], content: { 'application/problem+json': { schema: problemSchema } } },
      ]),
  );

/** Writes an endpoint down for /openapi.json. */
export function register({ openAPIRegistry }: Pick<OpenAPIHono, 'openAPIRegistry'>, endpoint: AnyEndpoint): void {
  const { method, path, summary, description, body, headers = {}, access, isKept = false, refusals = [] } = endpoint;
  const isOpen = access === 'public_while_acting' || access === 'public';
  // Also to a page of another origin.
  const needsSession: readonly ProblemStatus[] = isOpen ? [] : [401, 403];
  const writes: readonly ProblemStatus[] = method === 'get' ? [] : body === null ? [403, 415] : [403, 413, 415];
  const headerSchema = z.object(
    Object.fromEntries(
      Object.entries(headers).map(([name, { required, description: what }]) => {
        const schema = z.string().openapi({ description: what });
        return [name, required ? schema : schema.optional()];
      }),
    ),
  );
  openAPIRegistry.registerPath(
    createRoute({
      method,
      path,
      summary,
      ...(description !== undefined && { description }),
      security: isOpen ? [] : [{ bearer: [] }, { cookie: [] }],
      request: {
        params: objectOf(endpoint.params),
        query: objectOf(endpoint.query),
        ...(Object.keys(headers).length > 0 && { headers: headerSchema }),
        ...(body !== null && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      },
      responses: {
        ...success(endpoint),
        ...(isKept && { 304: { description: 'It is still what If-None-Match names' } }),
        ...problems([...anyones, ...needsSession, ...writes, ...refusals]),
      },
    }),
  );
}

/** Paths and queries are objects, which the type of any endpoint doesn't say. */
const objectOf = (schema: z.ZodType): z.ZodObject => schema as z.ZodObject;

function success({ answers }: AnyEndpoint): RouteConfig['responses'] {
  switch (answers) {
    case null:
      return { 204: { description: 'Done' } };
    case 'csv':
      return { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } };
    case 'events':
      return { 200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } } };
    default:
      return { 200: { description: 'As asked', content: { 'application/json': { schema: answers } } } };
  }
}

/** The whole document, as JSON. */
export function documentOf(
  app: Pick<OpenAPIHono, 'openAPIRegistry' | 'getOpenAPI31Document'>,
  publicUrl: string,
  version: string,
): string {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a session, or API_TOKEN, which only reads',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: publicUrl.startsWith('https:') ? '__Host-desk' : 'desk',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'The admins’ desk',
      version,
      description:
        'Times are RFC 3339 in UTC, IDs are numbers. What is done here is the same as what is done in the chat. Errors are application/problem+json (RFC 9457).',
    },
    servers: [{ url: publicUrl }],
  });
  return JSON.stringify(document);
}
