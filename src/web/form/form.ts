import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { parseAddress } from '../../contacts/addresses';
import { draftLasts, mostTries } from '../../contacts/codes';
import {
  beginForm,
  finishForm,
  howFilledIn,
  justSent,
  tooManyCodes,
  whyNoCode,
  type FormSent,
} from '../../contacts/form';
import { personalToken } from '../../contacts/links';
import { keyOfNetwork } from '../../contacts/limits';
import { latinDigits } from '../../i18n/digits';
import type { Texts } from '../../i18n/texts';
import type { Log } from '../../observability/log';
import { newToken } from '../../sessions/secrets';
import { isUnavailable } from '../../transaction/transactions';
import type { OnNode } from '../app';
import { cookieValue } from '../credentials';
import { Problem, wrongMethod } from '../problem';
import { formFields } from '../request';
import type { StaticFiles } from '../static-files';
import { inTime, type Work } from '../work';
import { applyPage, codePage, honeypot, messagePage, type Written, type Wrong } from './apply-page';
import { html, movedTo, seeOther, type Visit } from './answers';
import { refuseForeign } from './doors';
import { stylePath, type FormReader } from './page';
import { actOnPage, noSuchPage, showPage } from './personal';
import { readerFor } from './reader';
import { addressOf } from './sender';
import { howLongAgo, pageSecret, signedTime, tokenOfForm } from './signed';
import { formStyle } from './style';
import { isTrap, trapToken } from './trap';
import { asName, asText } from './typed';

/** What the pages of the form are made with. */
export interface FormPorts {
  readonly texts: Texts;
  readonly publicUrl: string;
  /** Null: the bot does not act. */
  readonly work: () => Work | null;
  readonly log: Log;
  /** Told that an answer is a page. */
  readonly routed: (answer: ServerResponse) => void;
}

/** Adds the pages for people without Telegram: `/apply`, and the page that each of them gets. */
export function addForm(app: OpenAPIHono<OnNode>, files: StaticFiles, ports: FormPorts): void {
  const { publicUrl } = ports;
  const cookie = `${publicUrl.startsWith('https:') ? '__Host-' : ''}apply`;
  const on = (
    method: 'GET' | 'POST',
    path: string,
    serve: (visit: Visit, from: IncomingMessage) => Promise<Response>,
  ) =>
    app.on(method, path, ({ req, env }, next) => {
      if (req.path === stylePath) return next();
      ports.routed(env.outgoing);
      return guarded(ports, req.raw, (visit) => serve(visit, env.incoming));
    });
  on('GET', '/apply', ({ work, reader }) => blankForm(work, reader));
  on('POST', '/apply', (visit, from) => filledForm(visit, addressOf(from), cookie, publicUrl));
  on('GET', '/apply/code', (visit) => askForCode(visit, cookie));
  on('POST', '/apply/code', (visit) => typedCode(visit, cookie, publicUrl));
  on('GET', personal, showPage);
  on('POST', personal, actOnPage);
  on('GET', '/me/*', noSuchPage);
  for (const path of ['/apply', '/apply/code']) {
    // Whoever types an address may end it with a slash.
    app.on(['GET', 'POST'], `${path}/`, ({ req }) => movedTo(`${path}${new URL(req.url).search}`));
  }
  for (const path of ['/apply', '/apply/', '/apply/code', '/apply/code/', personal]) {
    app.all(path, () => {
      throw wrongMethod(['GET', 'POST']);
    });
  }
  on('GET', '/apply/*', async ({ reader }) => html(404, await messagePage(reader.say('form_no_page'), null, reader)));
  files.add(stylePath, { type: 'text/css; charset=utf-8', body: Buffer.from(formStyle) });
}

/** The page of one person: anything else can't be a token. */
const personal = '/me/:token{[\\w-]+}';

/** Answers with a page whatever happens, as far as it can be expected to. */
async function guarded(
  { texts, publicUrl, work, log }: FormPorts,
  request: Request,
  serve: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const acting = work();
  const reader = readerFor(request, texts, acting?.communityName ?? null);
  const { say } = reader;
  const sorry = async (status: number, words: string, headers: Readonly<Record<string, string>> = {}) =>
    html(status, await messagePage(say('form_sorry'), words, reader), headers);
  const later = () => sorry(503, say('form_unavailable'), { 'retry-after': '5' });
  if (acting === null) return later();
  try {
    if (request.method === 'POST') refuseForeign(request, publicUrl);
    return await serve({ request, work: acting, reader, texts });
  } catch (error) {
    if (error instanceof Problem) return sorry(error.status, say('form_not_understood'), error.headers);
    const isOver =
      acting.signal.aborted || isUnavailable(error) || (error instanceof Error && error.name === 'TimeoutError');
    if (isOver) return later();
    log.error('a page of the form could not be made', { action: 'web_failed', error });
    return sorry(500, say('form_unavailable'));
  }
}

const nothing: Written = { name: '', address: '', message: '' };

const around = ({ clock, botToken, botUsername }: Work) => ({
  time: signedTime(clock.now(), pageSecret('form time', botToken)),
  bot: botUsername(),
});

const blankForm = async (work: Work, reader: FormReader): Promise<Response> =>
  html(200, await applyPage(nothing, {}, around(work), reader));

/** The form comes back with what is wrong with it; else a code is mailed, and the next page asks for it. */
async function filledForm(
  { request, work, reader }: Visit,
  from: string,
  cookie: string,
  publicUrl: string,
): Promise<Response> {
  const { say, language } = reader;
  const fields = await formFields(request);
  const given = (name: string): string => fields.get(name) ?? '';
  const written = { name: given('name'), address: given('address'), message: given('message') };
  const askedForCode = (having: string): Response =>
    seeOther(`/apply/code?lang=${language}`, { 'set-cookie': cookieOf(cookie, having, publicUrl) });
  // A program has filled it in: it is told nothing else than people are.
  if (given(honeypot) !== '') return askedForCode(trapToken(trapSecret(work)));
  const again = async (status: number, wrong: Wrong, time: string): Promise<Response> =>
    html(status, await applyPage(written, wrong, { ...around(work), time }, reader));
  const age = howLongAgo(given('time'), work.clock.now(), pageSecret('form time', work.botToken));
  if (age === 'too_old') return again(422, { all: say('form_too_old') }, around(work).time);
  const name = asName(written.name);
  const email = parseAddress('email', written.address);
  const message = asText(written.message, say);
  if (name === null || email === null || 'wrong' in message) {
    const wrong = {
      ...(name === null && { name: say('form_wrong_name') }),
      ...(email === null && { address: say('form_wrong_address') }),
      ...('wrong' in message && { message: message.wrong }),
    };
    return again(422, wrong, given('time'));
  }
  if (age === 'too_fast') return again(422, { all: say('form_too_fast') }, given('time'));
  const network = keyOfNetwork(from, work.botToken);
  const filled = { name, email, message: message.text, language, network };
  const sameAgain = tokenOfForm([given('time'), network, name, email.address, message.text], work.botToken);
  const before = await work.transactions.read((reading) => howFilledIn(reading, sameAgain));
  if (before === 'just_now') return askedForCode(sameAgain);
  const token = before === 'never' ? sameAgain : newToken();
  // A flood is refused without keeping anybody else from writing.
  const refused =
    (await work.transactions.read((reading) => tooManyCodes(reading, filled))) ??
    (await work.transactions.run((tx) => beginForm({ ...tx, via: 'form' }, filled, token), inTime(work)));
  return refused === null ? askedForCode(token) : again(429, { all: say(`form_${refused.refused}`) }, given('time'));
}

/** Asks for the code, where this browser's form waits for one. */
async function askForCode(visit: Visit, cookie: string): Promise<Response> {
  const token = cookieValue(visit.request.headers, cookie);
  const why = isTrapped(visit, token) ? null : await whyUseless(visit, token);
  return why === null ? html(200, await codePage(null, visit.reader)) : useless(why, visit);
}

const trapSecret = ({ botToken }: Work): Buffer => pageSecret('form trap', botToken);

/** Whether a program goes on with a form that was none. */
const isTrapped = ({ work }: Visit, token: string | null): boolean => token !== null && isTrap(token, trapSecret(work));

/** Why no code can make the form of this browser a request; null: one may. */
const whyUseless = async ({ work }: Visit, token: string | null): Promise<keyof typeof endings | null> =>
  token === null ? 'form_gone' : work.transactions.read((reading) => whyNoCode(reading, token));

async function useless(why: keyof typeof endings, { reader }: Visit): Promise<Response> {
  const [heading, words] = endings[why];
  return html(410, await messagePage(reader.say(heading), reader.say(words), reader));
}

/** The right code makes the form a request, and leads to the page of whoever has sent it. */
async function typedCode(visit: Visit, cookie: string, publicUrl: string): Promise<Response> {
  const { request, work, reader } = visit;
  const { say, language } = reader;
  const typed = latinDigits((await formFields(request)).get('code') ?? '').replace(/\D/g, '');
  const wrong = async (left: number): Promise<Response> =>
    html(422, await codePage(say('form_wrong_code', { left }), reader));
  const token = cookieValue(request.headers, cookie);
  if (isTrapped(visit, token)) return wrong(mostTries - 1);
  if (token === null) return useless('form_gone', visit);
  const { botToken } = work;
  const itsPage = ({ person, isRefused }: FormSent): Response => {
    const page = `/me/${personalToken(person, botToken)}?lang=${language}&done=${isRefused ? 'known' : 'sent'}`;
    return seeOther(page, { 'set-cookie': cookieOf(cookie, '', publicUrl) });
  };
  // Who has pressed the button twice sees what came of the first time.
  const noMore = async (why: keyof typeof endings): Promise<Response> => {
    const sent = await work.transactions.read((reading) => justSent(reading, token));
    return sent === null ? useless(why, visit) : itsPage(sent);
  };
  // Whoever guesses keeps nobody else from writing.
  const why = await whyUseless(visit, token);
  if (why !== null) return noMore(why);
  const done = await work.transactions.run(
    (tx) => finishForm({ ...tx, via: 'form' }, token, typed, botToken),
    inTime(work),
  );
  if ('refused' in done) return done.refused === 'wrong_code' ? wrong(done.left) : noMore(done.refused);
  work.log.info('a request has come by the form', { action: 'form_sent', details: { person: done.person } });
  return itsPage(done);
}

/** What is said where no code can make a form a request. */
const endings = {
  form_gone: ['form_gone', 'form_gone_why'],
  code_over: ['form_code_over', 'form_code_over_why'],
} as const;

/** What the browser that filled a form in has of it; an empty token ends that. */
function cookieOf(name: string, token: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const seconds = token === '' ? 0 : draftLasts / 1000;
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}; Max-Age=${seconds}`;
}
