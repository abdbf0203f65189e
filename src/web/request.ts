import type { z } from '@hono/zod-openapi';
import type { AnyEndpoint } from './endpoint';
import { wordsFor, wordsForQuery } from './field-words';
import { invalid, Problem, type FieldError } from './problem';

/** The largest body with JSON, in bytes. */
const largestBody = 16 * 1024;
/** The largest of a form, whose percent signs make nine bytes of a character: 2,000 of them have to fit. */
const largestForm = 32 * 1024;

/** Refuses what a page of somebody else could make a browser send, and a body that is no JSON. Reads no body. */
export function refuseForeign({ method, headers }: Request, endpoint: AnyEndpoint, publicUrl: string): void {
  const isRead = method === 'GET' || method === 'HEAD';
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  // Programs send neither; with a write a browser sends one of them, or both.
  const isForeign =
    origin === null ? !isRead && site !== null && site !== 'same-origin' : origin !== publicUrl && !isForAll(endpoint);
  if (isForeign) throw new Problem(403, `Only pages of ${publicUrl} may ask for this.`, { code: 'foreign_page' });
  if (isRead || (endpoint.body === null && saysNothing(headers))) return;
  if (!/^application\/json *(; *charset="?utf-8"?)?$/i.test(headers.get('content-type') ?? '')) {
    throw new Problem(415, 'Send application/json in UTF-8.');
  }
  if (!/^(identity)?$/i.test(headers.get('content-encoding')?.trim() ?? '')) {
    throw new Problem(415, 'Send the body as it is, not compressed.', {}, { 'accept-encoding': 'identity' });
  }
}

/** Whether a request has no body and says of none what it is. */
const saysNothing = (headers: Headers): boolean =>
  ['content-type', 'content-encoding', 'transfer-encoding'].every((name) => !headers.get(name)) &&
  Number(headers.get('content-length') ?? 0) === 0;

const isForAll = ({ access }: AnyEndpoint): boolean => access === 'public';

/** What a request says, or everything that is wrong with it. */
export type Parsed =
  | { readonly ok: true; readonly params: unknown; readonly query: unknown; readonly body: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Reads the path, the query and the body by the schemas of the endpoint. Throws a `Problem` where the body is too long or breaks off. */
export async function parse(
  endpoint: AnyEndpoint,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Parsed> {
  const body = endpoint.body === null ? undefined : await readBody(request);
  const errors: FieldError[] = [];
  const take = (schema: z.ZodType, value: unknown, name: (path: readonly PropertyKey[]) => string): unknown => {
    const read = schema.safeParse(value, { error: schema === endpoint.query ? wordsForQuery : wordsFor });
    if (read.success) return read.data;
    // What is wrong first is enough to say of a field.
    for (const error of read.error.issues.flatMap((issue) => errorsOf(issue, name))) {
      if (!errors.some((known) => known.pointer === error.pointer)) errors.push(error);
    }
    return undefined;
  };
  const path = take(endpoint.params, params, ([first]) => `{${String(first ?? '')}}`);
  const query = take(endpoint.query, queryOf(request, endpoint), ([first]) => `?${String(first ?? '')}`);
  if (body?.ok === false) errors.push({ pointer: '#', detail: body.wrong });
  const said = endpoint.body === null || body?.ok !== true ? undefined : take(endpoint.body, body.value, pointer);
  return errors.length > 0 ? { ok: false, problem: invalid(errors) } : { ok: true, params: path, query, body: said };
}

const pointer = (path: readonly PropertyKey[]): string =>
  ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

/** A key that is not declared is named, not what it stands in. */
function errorsOf(
  { code, path, message, ...issue }: z.core.$ZodIssue,
  name: (path: readonly PropertyKey[]) => string,
): FieldError[] {
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    return issue.keys.map((key) => ({ pointer: name([...path, key]), detail: 'is not known here' }));
  }
  if (code === 'invalid_union' && 'errors' in issue) {
    const forms = issue.errors.map((issues) =>
      issues.flatMap((inner) => errorsOf({ ...inner, path: [...path, ...inner.path] }, name)),
    );
    // The form is meant that it comes closest to. Where that is none, the union says what to send.
    const [closest, next] = forms.sort((a, b) => a.length - b.length);
    if (closest !== undefined && closest.length !== next?.length) return closest;
  }
  return [{ pointer: name(path), detail: message }];
}

function queryOf({ url }: Request, { repeatable = [] }: AnyEndpoint): Readonly<Record<string, unknown>> {
  const given = new URL(url).searchParams;
  const query: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of given.keys()) {
    const values = given.getAll(name);
    query[name] = repeatable.includes(name) || values.length > 1 ? values : values[0];
  }
  return query;
}

type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly wrong: string };

async function readBody(request: Request): Promise<Body> {
  const text = await textOf(request, largestBody);
  if (text === null) return { ok: false, wrong: 'must be UTF-8' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, wrong: 'must be JSON' };
  }
}

/** The fields of a form. Throws a `Problem` where it is too long, or no UTF-8. */
export async function formFields(request: Request): Promise<URLSearchParams> {
  const text = await textOf(request, largestForm);
  if (text === null || !isInUtf8(text)) throw new Problem(400, 'A body must be UTF-8.');
  return new URLSearchParams(text);
}

/** Whether what is written with percent signs is UTF-8: URLSearchParams makes U+FFFD of anything else. */
function isInUtf8(text: string): boolean {
  try {
    // A percent sign that nothing follows is one.
    decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25'));
    return true;
  } catch {
    return false;
  }
}

/** Null: it is no UTF-8. */
async function textOf({ headers, body }: Request, most: number): Promise<string | null> {
  const tooLarge = () => new Problem(413, `A body has at most ${most} bytes.`, {}, { connection: 'close' });
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    // A boundary: Node's streams can be iterated, which the type does not say.
    for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > most) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(400, 'The body broke off.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return null;
  }
}
