import type { Millis } from '../../lifecycle/ids';
import { isError } from '../../network/reason';
import { briefly } from '../said';
import type { GatewayAnswer } from './classify';
import {
  gatewayHost,
  type GatewayLogin,
  type GatewaySettings,
  type TemplateSettings,
  secretsOfSms,
  type TwilioSettings,
} from './settings';

/** All of it may take so long. */
const longestCall: Millis = 20_000;
/** More of an answer is not read. */
const longestAnswer = 10_000;

/** An answer with what it said, for people: holds neither the number nor a secret. */
export type Called = GatewayAnswer & { readonly says: string };

/** Hands a message to the gateway. Never throws. Aborted, it may or may not have been sent. */
export function handOver(gateway: GatewaySettings, to: string, text: string, signal: AbortSignal): Promise<Called> {
  const said = (words: string): string => words.replaceAll(to, '…').replaceAll(to.slice(1), '…');
  return gateway.shape === 'twilio'
    ? call(gateway, gateway.url, posted(gateway, to, text), signal, said)
    : call(gateway, filledIn(gateway, to, text), { method: 'GET' }, signal, said);
}

/** Asks the gateway something that sends no message: Twilio for the account, others for their front page. Never throws. */
export function ask(gateway: GatewaySettings, signal: AbortSignal): Promise<Called> {
  const url =
    gateway.shape === 'twilio'
      ? gateway.url.replace(/\/Messages\.json$/, '.json')
      : `${new URL(gateway.template).origin}/`;
  return call(gateway, url, { method: 'GET' }, signal, (words) => words);
}

function posted({ from }: TwilioSettings, to: string, text: string): RequestInit {
  const sender = /^MG[\da-f]{32}$/.test(from) ? { MessagingServiceSid: from } : { From: from };
  return { method: 'POST', body: new URLSearchParams({ To: to, ...sender, Body: text }) };
}

function filledIn({ template, from }: TemplateSettings, to: string, text: string): string {
  const values = new Map([
    ['to', to],
    ['text', text],
    ['from', from ?? ''],
  ]);
  return template.replace(/\{(to|text|from)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
}

async function call(
  gateway: GatewaySettings,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  said: (words: string) => string,
): Promise<Called> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(longestCall)]);
  try {
    const response = await fetch(url, {
      ...init,
      headers: { ...authorization(gateway.login), 'User-Agent': 'sosekni-bot' },
      redirect: 'manual',
      signal: within,
    });
    const body = await beginningOf(response).catch(() => '');
    const { code, message } = gateway.shape === 'twilio' ? inJson(body) : { code: null, message: null };
    const words = briefly(said(message ?? body), secretsOfSms({ gateway }));
    const number = code === null ? '' : ` (${code})`;
    const says = `HTTP ${response.status}${number}${words === '' ? '' : `: ${words}`}`;
    return { got: 'answer', status: response.status, code, says };
  } catch (error) {
    return failed(error, within.aborted, gatewayHost(gateway));
  }
}

const authorization = (login: GatewayLogin | null): Record<string, string> =>
  login === null
    ? {}
    : { Authorization: `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}` };

async function beginningOf(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  // A boundary: Node's streams are iterable, which the types of the web leave out.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= longestAnswer) break;
  }
  return text;
}

/** https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
function inJson(body: string): { readonly code: number | null; readonly message: string | null } {
  try {
    const found: unknown = JSON.parse(body);
    if (typeof found !== 'object' || found === null) return { code: null, message: null };
    const { code, message } = { code: null, message: null, ...found } as { code: unknown; message: unknown };
    return { code: typeof code === 'number' ? code : null, message: typeof message === 'string' ? message : '' };
  } catch {
    return { code: null, message: null };
  }
}

function failed(error: unknown, isAborted: boolean, host: string): Called {
  if (isAborted) return { got: 'no_answer', says: `${host} took too long to answer` };
  const cause: unknown = isError(error) ? error.cause : null;
  const code: unknown = isError(cause) ? Reflect.get(cause, 'code') : null;
  const name = typeof code === 'string' ? code : 'no answer';
  const ofTls = isOfTls(name);
  if (ofTls || notConnected.has(name)) {
    return { got: 'no_connection', ofTls, says: `${host} can’t be reached: ${name}` };
  }
  return { got: 'no_answer', says: `${host} gave no answer: ${name}` };
}

/** What the system and undici call a connection that did not come about. */
const notConnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Errors of certificates and of TLS, as OpenSSL and Node name them: trying again changes nothing. */
const isOfTls = (code: string): boolean =>
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/.test(code);
