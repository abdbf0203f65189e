import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Texts } from '../i18n/texts';
import type { ListenAddress } from '../network/listen-address';
import { listen } from '../network/listener';
import type { Log } from '../observability/log';
import type { Clock } from '../process/clock';
import { createApp } from './app';
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
import { Problem } from './problem';
import { StaticFiles } from './static-files';
import type { Work } from './work';

interface WebPorts {
  readonly settings: {
    readonly listen: ListenAddress;
    readonly publicUrl: string;
    readonly apiToken: string | null;
  };
  readonly version: string;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

/** The admins' desk on its own address. */
export interface Web {
  /** From now on the bot acts, until `work.signal` is aborted. Before and after, all but the page is answered with 503. */
  act(work: Work): void;
  close(): Promise<void>;
}

/** Begins to listen. Throws its `ListenError`. */
export async function openWeb({ settings, version, texts, clock, log }: WebPorts): Promise<Web> {
  const { publicUrl, apiToken } = settings;
  let acting: { readonly work: Work; readonly hub: EventHub } | null = null;
  const app = createApp({
    door: { publicUrl, apiToken, cookie: cookieName(publicUrl) },
    endpoints: [
      ...sessionEndpoints(publicUrl, new Attempts(clock), (token) => acting?.hub.signedOut(token)),
      ...requestEndpoints(texts),
      ...decisionEndpoints({ log, texts }),
      ...peopleEndpoints,
      ...statsEndpoints(),
      ...exportEndpoints(),
      ...accessEndpoints,
      ...eventEndpoints(() => acting?.hub ?? null),
      ...textEndpoints(texts),
    ],
    files: new StaticFiles(path.join(__dirname, 'page')),
    version,
    work: () => (acting === null || acting.work.signal.aborted ? null : acting.work),
    log,
  });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const listener = await listen({
    setting: 'WEB_LISTEN',
    action: 'web_listening',
    place: settings.listen,
    answer: (request, response) => {
      for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
      if (isForHost(request, publicUrl)) void answer(request, response);
      else refuse(response, new Problem(421, `This is ${publicUrl} and nothing else.`));
    },
    log,
  });
  return {
    act: (work) => void (acting = { work, hub: new EventHub(work) }),
    close: () => listener.close(),
  };
}

/** Only the page of the desk and its files say otherwise. */
const everywhere = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A page on another host that names our address (DNS rebinding) is not answered. */
function isForHost({ headers, url = '' }: IncomingMessage, publicUrl: string): boolean {
  const { protocol, host } = new URL(publicUrl);
  const asked = `${protocol}//${headers.host ?? ''}`;
  return (
    url.startsWith('/') && URL.canParse(asked) && new URL(asked).host === host && !/[/?#@]/.test(headers.host ?? '')
  );
}

function refuse(response: ServerResponse, { status, body }: Problem): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  });
  response.end(text);
}
