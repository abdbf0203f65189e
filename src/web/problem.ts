import type { z } from '@hono/zod-openapi';
import type { ProblemCode } from './problem-codes';
import type { problemSchema } from './schemas';

/** What a field of a request is wrong in: `#/reason` of the body, `?limit` of the query, `{id}` of the path. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

type Extra = Omit<Partial<z.input<typeof problemSchema>>, 'type' | 'title' | 'status' | 'detail'>;

/** Why a request is not answered as asked, as https://www.rfc-editor.org/rfc/rfc9457 has it. Holds no secret. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: ProblemStatus,
    /** What is wrong and what to do, as a sentence. */
    readonly says: string,
    readonly extra: Extra = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(says);
  }

  get body(): z.input<typeof problemSchema> {
    const { status, says: detail } = this;
    return { type: 'about:blank', title: titles[status], status, detail, code: codes[status], ...this.extra };
  }
}

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;
export type ProblemStatus = keyof typeof titles;

/** The code of a problem that is not told apart from others of its status. */
const codes: Readonly<Record<ProblemStatus, ProblemCode>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timed_out',
  409: 'conflict',
  412: 'changed',
  413: 'body_too_large',
  415: 'wrong_media_type',
  421: 'wrong_host',
  422: 'invalid',
  428: 'if_match_missing',
  429: 'too_many_attempts',
  431: 'headers_too_large',
  500: 'internal',
  503: 'unavailable',
};

/** The media type of a problem. */
export const problemType = 'application/problem+json; charset=utf-8';

export const internalError = (): Problem => new Problem(500, 'Something went wrong. The log of the bot says what.');

export const unauthorized = (): Problem =>
  new Problem(401, 'Sign in first: there is no session for this request.', {}, { 'www-authenticate': 'Bearer' });

/** The same for every reason: whoever guesses learns nothing. */
export const notLetIn = (): Problem =>
  new Problem(401, 'This code, token or session is not valid, or not any more.', {}, { 'www-authenticate': 'Bearer' });

export const notFound = (what: string): Problem => new Problem(404, what);

export const invalid = (errors: readonly FieldError[], code: ProblemCode = 'invalid'): Problem =>
  new Problem(422, 'Some of the request is wrong: see errors.', { code, errors: [...errors] });

/** `seconds` is when to try again. */
export const unavailable = (detail: string, seconds = 5, code: ProblemCode = 'unavailable'): Problem =>
  new Problem(503, detail, { code }, { 'retry-after': String(seconds) });

export const notActing = (): Problem => unavailable('The bot is not acting at the moment. Try again.');

/** 405: here only these are allowed. */
export function wrongMethod(methods: readonly string[]): Problem {
  const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const last = allowed.at(-1) ?? '';
  const listed = allowed.length > 1 ? `${allowed.slice(0, -1).join(', ')} and ${last} are` : `${last} is`;
  const detail = `Only ${listed} allowed here.`;
  return new Problem(405, detail, {}, { allow: allowed.join(', ') });
}
