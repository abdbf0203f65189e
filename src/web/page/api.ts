import type { Problem, ProblemCode } from '../protocol.js';

/** What became of a call. */
export type Answer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** 409 and 412: it is not as the caller thought. */
  | { readonly kind: 'conflict'; readonly problem: Problem }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** Null: it is no answer of the desk’s. */
      readonly code: ProblemCode | null;
      readonly detail: string;
    }
  | { readonly kind: 'signed_out' }
  /** 503: the bot is starting, standing by, or without its database. */
  | { readonly kind: 'not_ready'; readonly code: ProblemCode | null; readonly retryAfter: number }
  /** Nothing came back: whether a change was made is unknown. */
  | { readonly kind: 'no_answer' };

/** Whether the server can be reached and works. */
export type Health = 'well' | 'offline' | 'not_ready';

/** How long a read waits before it is tried again (ms). */
const retryAfter = 2_000;
/** How long an answer may take (ms). */
const longest = 30_000;

/** A call was refused since its session has ended. */
export interface SessionEnd {
  /** Something was to be done, and was not. */
  readonly isLost: boolean;
  /** Another session is in use since the call was made. */
  readonly isFormer: boolean;
}

interface Call {
  readonly method?: 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly etag?: string;
  readonly signal?: AbortSignal;
  /** Of a stream: what came last. */
  readonly lastEventId?: string;
}

/**
 * The API as this page uses it. In Telegram its session is a token, since a frame has no cookies that can be relied on; in a
 * browser it is a cookie, and the token is null.
 */
export class Api {
  /** Called when the server can't be reached, or can again. */
  onHealth: (health: Health) => void = () => undefined;
  /** Called when a session has ended, or there was none. */
  onSignedOut: (end: SessionEnd) => void = () => undefined;
  private lastHealth: Health = 'well';
  /** Counts the sessions in use, for answers to calls of a former one. */
  private session = 0;

  /** `dated` is told the `Date` of each answer of the bot’s. */
  constructor(
    private token: string | null,
    private readonly dated: (date: string | null) => void,
  ) {}

  use(token: string | null): void {
    this.token = token;
    this.session += 1;
  }

  get isByToken(): boolean {
    return this.token !== null;
  }

  get health(): Health {
    return this.lastHealth;
  }

  /** A call that is made once. `timeout` is how long its answer may take (ms). */
  async call<Value>(path: string, call: Call = {}, timeout = longest): Promise<Answer<Value>> {
    const { session } = this;
    const response = await this.fetch(path, call, timeout);
    if (response === null) return { kind: 'no_answer' };
    const answer = await answerOf<Value>(response);
    // Its head came, and the rest did not.
    if (answer.kind === 'no_answer' && call.signal?.aborted !== true) this.report(trouble(response));
    if (answer.kind === 'signed_out' && path !== '/admin/session') this.tellOfEnd(session, call.method !== undefined);
    return answer;
  }

  /** A call that only reads: it is made until there is an answer. Rejects if it is aborted. */
  async read<Value>(path: string, signal: AbortSignal): Promise<Exclude<Answer<Value>, Unsettled>> {
    for (;;) {
      const answer = await this.call<Value>(path, { signal });
      signal.throwIfAborted();
      if (answer.kind !== 'no_answer' && answer.kind !== 'not_ready') return answer;
      await pause(answer.kind === 'not_ready' ? answer.retryAfter : retryAfter, signal);
    }
  }

  /** A file, however long it takes. */
  async file(path: string): Promise<Answer<Blob>> {
    const { session } = this;
    const response = await this.fetch(path, {}, Infinity);
    if (response === null) return { kind: 'no_answer' };
    const answer = await answerOf<Blob>(response, () => response.blob());
    if (answer.kind === 'signed_out') this.tellOfEnd(session, false);
    return answer;
  }

  /** The response itself; null: there is none. */
  async fetch(
    path: string,
    { method, body, etag, signal, lastEventId }: Call,
    timeout = longest,
  ): Promise<Response | null> {
    const headers = new Headers({ accept: 'application/json, application/problem+json' });
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    if (etag !== undefined) headers.set('if-match', etag);
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (lastEventId !== undefined) headers.set('last-event-id', lastEventId);
    const inTime = timeout === Infinity ? [] : [timeLimit(timeout)];
    try {
      const response = await fetch(path, {
        headers,
        cache: 'no-store',
        signal: anyOf([...inTime, ...(signal === undefined ? [] : [signal])]),
        ...(method !== undefined && { method }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!isOfProxy(response)) this.dated(response.headers.get('date'));
      if (isAway(response)) {
        if (!(await isBusyItself(path, response))) this.report('not_ready');
      } else if (path.startsWith('/admin/') || this.lastHealth === 'offline') {
        // The sentences come from a bot that isn't ready as well.
        this.report('well');
      }
      return response;
    } catch {
      if (signal?.aborted !== true) this.report('offline');
      return null;
    }
  }

  private tellOfEnd(session: number, isLost: boolean): void {
    this.onSignedOut({ isLost, isFormer: session !== this.session });
  }

  private report(health: Health): void {
    if (health === this.lastHealth) return;
    this.lastHealth = health;
    this.onHealth(health);
  }
}

export const streamPath = '/admin/events';

/** Too many streams or tables at once, or a file that Telegram doesn't take now, are a 503 as well, and say nothing about the bot. */
const isBusyItself = async (path: string, response: Response): Promise<boolean> =>
  response.status === 503 &&
  (path.startsWith('/admin/export') || (path === streamPath && (await codeOf(response.clone())) === 'busy'));

/** Why the bot refuses; null: it is no answer of the bot's. */
export async function codeOf(response: Response): Promise<ProblemCode | null> {
  return (await problemOf(response).catch(() => null))?.code ?? null;
}

/** The bot doesn't act, or is not there for the proxy before it. */
const isAway = (response: Response): boolean => response.status === 503 || isOfProxy(response);

/** A proxy has not reached the bot, or has had no answer of it: the bot has none of these (those from 520 on are Cloudflare's). */
const isOfProxy = ({ status }: Response): boolean => status === 502 || status > 503;

const trouble = (response: Response): Health => (isAway(response) ? 'not_ready' : 'offline');

type Unsettled = { readonly kind: 'no_answer' | 'not_ready' };

async function answerOf<Value>(
  response: Response,
  read = (): Promise<unknown> => response.json(),
): Promise<Answer<Value>> {
  const { status, headers } = response;
  const seconds = /^\d+$/.exec(headers.get('retry-after') ?? '')?.[0];
  const wait = seconds === undefined ? null : Math.max(1, Number(seconds)) * 1000;
  try {
    if (response.ok) {
      const value: unknown = status === 204 ? null : await read();
      // A boundary: page and server are parts of one build, and the server sends what its schema declares.
      return { kind: 'done', value: value as Value };
    }
    if (status === 401) return { kind: 'signed_out' };
    if (isOfProxy(response)) return { kind: 'no_answer' };
    const problem = await problemOf(response);
    const code = problem?.code ?? null;
    if (status === 503) return { kind: 'not_ready', code, retryAfter: wait ?? retryAfter };
    if (problem === null) return { kind: 'refused', status, code, detail: `HTTP ${status}` };
    if ((status === 409 || status === 412) && problem.request !== undefined) return { kind: 'conflict', problem };
    return { kind: 'refused', status, code, detail: problem.detail };
  } catch {
    // The body broke off.
    return { kind: 'no_answer' };
  }
}

async function problemOf(response: Response): Promise<Problem | null> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  return isProblem ? ((await response.json()) as Problem) : null;
}

/** Waits, or rejects if it is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** `AbortSignal.timeout`, which phones of 2022 lack. */
export function timeLimit(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('it took too long', 'TimeoutError')), ms);
  return controller.signal;
}

/** `AbortSignal.any`, which WebViews of 2023 lack. */
function anyOf(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}
