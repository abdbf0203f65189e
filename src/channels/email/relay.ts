import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type * as Nodemailer from 'nodemailer';
import type { Millis } from '../../lifecycle/ids';
import { isError } from '../../network/reason';
import type { RelayFailure } from './classify';
import { Dialogue, type Stage } from './dialogue';
import type { Mail } from './message';
import { briefly } from '../said';
import { secretsOfEmail, type EmailSettings } from './settings';

/** Loaded when the first message leaves: without SMTP_HOST never. */
const nodemailer = () => require('nodemailer') as typeof Nodemailer;

/** How long the relay may take to accept a connection, to greet, and to answer a command. */
const limits = { connect: 10_000, greeting: 10_000, answer: 20_000 } as const;
/** All of it may take so long: a relay that sends one character after another would never be idle. */
const longestDialogue: Millis = 90_000;

/** How handing a message to the relay ended; with what the relay had agreed to before that. */
export type RelayAnswer = { readonly passed: readonly Stage[] } & (
  | { readonly end: 'accepted'; readonly response: string }
  | { readonly end: 'failed'; readonly failure: RelayFailure; readonly message: string }
);

/** Hands a message to the relay, in a connection of its own. Never throws. Aborted, it may or may not have been sent. */
export async function handOver(mail: Mail, settings: EmailSettings, signal: AbortSignal): Promise<RelayAnswer> {
  const dialogue = new Dialogue();
  try {
    const transport = nodemailer().createTransport({ ...connection(settings), logger: dialogue.logger });
    const within = AbortSignal.any([signal, AbortSignal.timeout(longestDialogue)]);
    const { response } = await transport.sendMail({ ...mail, signal: within });
    return { end: 'accepted', response, passed: dialogue.passed };
  } catch (error) {
    const failure = failureOf(error, dialogue);
    const message = sayFailure(failure, error, settings, (words) => withoutAddress(words, mail.to.address));
    return { end: 'failed', failure, message, passed: dialogue.passed };
  }
}

/** What a relay says names the recipient, whose address is nothing for the log. */
function withoutAddress(said: string, address: string): string {
  const escaped = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return said.replace(new RegExp(escaped, 'gi'), 'the recipient');
}

/** Connects, goes over to TLS and logs in, and sends nothing. Never throws. */
export async function tryLogin(settings: EmailSettings, signal: AbortSignal): Promise<RelayAnswer> {
  const dialogue = new Dialogue();
  try {
    const transport = nodemailer().createTransport({ ...connection(settings), logger: dialogue.logger });
    await Promise.race([
      transport.verify(),
      rejection(AbortSignal.any([signal, AbortSignal.timeout(longestDialogue)])),
    ]);
    return { end: 'accepted', response: '', passed: dialogue.passed };
  } catch (error) {
    const failure = failureOf(error, dialogue);
    return { end: 'failed', failure, message: sayFailure(failure, error, settings), passed: dialogue.passed };
  }
}

/** Rejects when the signal is aborted. */
const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const give = () => reject(Object.assign(new Error('it took too long'), { code: 'EABORT' }));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });

/** The options of the connection. Throws where the file of SMTP_CA_FILE can't be read. */
function connection({ host, port, security, login, from, caFile }: EmailSettings) {
  return {
    host,
    port,
    secure: security === 'force_tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'off',
    // Without forceAuth the library sends without logging in where the relay offers no login.
    ...(login !== null && { auth: { user: login.username, pass: login.password }, forceAuth: true }),
    ...(caFile !== null && { tls: { ca: readFileSync(caFile, 'utf8') } }),
    name: ownName(from.address),
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.answer,
    dnsTimeout: limits.connect,
    disableFileAccess: true,
    disableUrlAccess: true,
    // The dialogue is followed by its lines; they are written nowhere.
    transactionLog: true,
  };
}

/** What this machine calls itself (EHLO): its full name or, where it has none, the domain that the mail is from. */
function ownName(from: string): string {
  const name = hostname();
  return /^[\w-]+(?:\.[\w-]+)+$/.test(name) ? name : from.slice(from.indexOf('@') + 1);
}

/** What the library says of a refusal that stopped the message before its text. */
const envelopeStages = ['MAIL FROM', 'RCPT TO'] as const satisfies readonly Stage[];

function failureOf(error: unknown, dialogue: Dialogue): RelayFailure {
  const text = (name: string): string | null => {
    const value: unknown = isError(error) ? Reflect.get(error, name) : null;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const code = text('code') ?? 'EUNKNOWN';
  const response = text('response');
  // With PIPELINING the answers that matter are followed by others, to what had been asked along with it.
  const refused = envelopeStages.find((stage) => response !== null && stage === text('command'));
  return {
    code,
    cause: text('originalCode'),
    response,
    stage: refused ?? dialogue.stage,
    hadText: dialogue.hasText && refused === undefined,
  };
}

/** For the log and for admins: where it failed, and what the relay said, without the password and what `without` removes. */
function sayFailure(
  { stage, response, code, cause }: RelayFailure,
  error: unknown,
  settings: EmailSettings,
  without = (words: string): string => words,
): string {
  const said = response ?? (isError(error) ? error.message : String(error));
  const what = code === 'EABORT' ? 'it took too long' : said;
  const reason = cause !== null && !what.includes(cause) ? `${what} (${cause})` : what;
  return `${stage}: ${briefly(without(reason), secretsOfEmail(settings))}`;
}
