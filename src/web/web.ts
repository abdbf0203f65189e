import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Texts } from '../i18n/texts';
import type { ListenAddress } from '../network/listen-address';
import { listen, type RefusedStatus } from '../network/listener';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import type { Meter } from '../observability/meter';
import type { Clock } from '../process/clock';
import { problemResponse, type Acting } from './answer';
import { createApp, type Route } from './app';
import { Attempts } from './attempts';
import { cookieName } from './credentials';
import { accessEndpoints } from './endpoints/access';
import { decisionEndpoints } from './endpoints/decisions';
import { eventEndpoints } from './endpoints/events';
import { exportEndpoints } from './endpoints/export';
import { peopleEndpoints } from './endpoints/people';
import { requestEndpoints } from './endpoints/requests';
import { sessionEndpoints } from './endpoints/session';
import { statsEndpoints } from './endpoints/stats';
import { textEndpoints } from './endpoints/texts';
import { EventHub } from './events/hub';
import type * as Form from './form/form';
import { internalError, Problem, problemType } from './problem';
import { StaticFiles } from './static-files';
import { Pace } from './pace';
import { paced, type Work } from './work';

interface WebPorts {
  readonly settings: {
    readonly listen: ListenAddress;
    readonly publicUrl: string;
    readonly apiToken: string | null;
    /** Whether people without Telegram ask at `/apply`. */
    readonly hasForm: boolean;
  };
  readonly version: string;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Pick<Meter, 'deskAnswered' | 'deskStreams'>;
  /** How often streams say that they live, and whether their sessions do is looked at; missing: every 20 s. */
  readonly heartbeat?: Millis;
  /** How long nobody has written; missing: as the transactions say. */
  readonly quietFor?: () => Millis;
}

/** The admins' desk on its own address. */
export interface Web {
  /** From now on the bot acts, until `work.signal` is aborted. Before and after, all but the page is answered with 503. */
  act(work: Work): void;
  close(): Promise<void>;
}

/** Loaded only where FORM is on. */
const form = () => require('./form/form') as typeof Form;

/** Begins to listen. Throws its `ListenError`. */
export async function openWeb(ports: WebPorts): Promise<Web> {
  const { settings, version, texts, clock, log, meter } = ports;
  const { publicUrl, apiToken, hasForm } = settings;
  let begun: (Acting & { readonly hub: EventHub; readonly forStrangers: Work }) | null = null;
  const acting = () => (begun === null || begun.work.signal.aborted ? null : begun);
  const routes = new WeakMap<ServerResponse, Route>();
  const app = createApp({
    door: { publicUrl, apiToken, cookie: cookieName(publicUrl) },
    endpoints: [
      ...sessionEndpoints(publicUrl, new Attempts(clock), (token) => begun?.hub.signedOut(token)),
      ...requestEndpoints(texts),
      ...decisionEndpoints({ log, texts }),
      ...peopleEndpoints,
      ...statsEndpoints(),
      ...exportEndpoints(),
      ...accessEndpoints,
      ...eventEndpoints(() => begun?.hub ?? null),
      ...textEndpoints(texts),
    ],
    files: new StaticFiles(path.join(__dirname, 'page')),
    add(app, files) {
      const routed = (response: ServerResponse) => void routes.set(response, 'page');
      if (hasForm)
        form().addForm(app, files, { texts, publicUrl, work: () => acting()?.forStrangers ?? null, log, routed });
    },
    version,
    acting,
    log,
    routed: (response, route) => void routes.set(response, route),
  });
  const answer = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler(error) {
      if (error instanceof RequestError) return problemResponse(new Problem(400, 'The address isn’t a valid URL.'));
      log.error('a request to the desk could not be answered', { action: 'web_failed', error });
      return problemResponse(internalError());
    },
  });
  const listener = await listen({
    setting: 'WEB_LISTEN',
    action: 'web_listening',
    place: settings.listen,
    answer: (request, response) => {
      for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
      // By the same clock as the times in the answer: the desk counts by it.
      response.setHeader('date', new Date(clock.now()).toUTCString());
      const began = clock.monotonic();
      response.once('close', () => {
        const route = routes.get(response) ?? 'none';
        meter.deskAnswered(route, response.statusCode, clock.monotonic() - began);
      });
      const refused = addressed(request, publicUrl);
      if (refused === null) void answer(request, response);
      else refuse(response, refused);
    },
    refusal: (status) => ({
      headers: { ...everywhere, ...(status === 405 && { allow: 'GET, HEAD' }), 'content-type': problemType },
      text: JSON.stringify(new Problem(status, unreadable[status]).body),
    }),
    log,
  });
  return {
    act(work) {
      const quietFor = ports.quietFor ?? (() => work.transactions.quietFor());
      const pace = new Pace({ quietFor, now: () => performance.now() });
      pace.admit(streams);
      const hub = new EventHub(paced(work, pace, streams), meter, ports.heartbeat);
      begun = { work, pace, hub, forStrangers: paced(work, pace, null) };
    },
    close: () => listener.close(),
  };
}

/** By this name the pace knows what is told to all streams. No token has spaces. */
const streams = 'all the streams';

/** Only the page of the desk and its files say otherwise. */
const everywhere = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const unreadable: Readonly<Record<RefusedStatus, string>> = {
  400: 'This is no HTTP/1.1 request that can be read.',
  405: 'This is no proxy: nothing is behind it to connect to.',
  408: 'The request was not whole in time.',
  413: 'A chunk of the body has too much beside its data.',
  431: 'The address and the headers are too long.',
};

/**
 * Why a request is not for the desk; null: it is, and has its path as `url` and the host of PUBLIC_URL as `host` from then on. A
 * page on another host that names our address (DNS rebinding) is not answered, nor is a request with no host or several
 * (https://www.rfc-editor.org/rfc/rfc9112#section-3.2).
 */
function addressed(request: IncomingMessage, publicUrl: string): Problem | null {
  const { headers, rawHeaders, httpVersion, url = '' } = request;
  const { protocol, host } = new URL(publicUrl);
  const named = rawHeaders.filter((text, n) => n % 2 === 0 && text.toLowerCase() === 'host').length;
  if (named > 1 || (named === 0 && httpVersion === '1.1')) {
    return new Problem(400, 'A request must have exactly one Host header.');
  }
  // In the form for proxies the host of the address counts, and TLS may have ended before us.
  const [, ofProxy, path] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [undefined, headers.host ?? '', url];
  const isOurs = (name: string) => {
    const asked = `${protocol}//${name}`;
    return !/[\\/?#@\s]/.test(name) && URL.canParse(asked) && new URL(asked).host === host;
  };
  if (!isOurs(ofProxy ?? '') || !isOurs(headers.host ?? '')) {
    return new Problem(421, `This is ${publicUrl} and nothing else.`);
  }
  if (path === '*') return new Problem(405, 'Name a path.', {}, { allow: 'GET, HEAD' });
  request.url = path?.startsWith('/') === true ? path : `/${path ?? ''}`;
  headers.host = host;
  return null;
}

function refuse(response: ServerResponse, { status, body, headers }: Problem): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    'content-type': problemType,
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  });
  response.end(text);
}
