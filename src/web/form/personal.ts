import { sendFromPage } from '../../contacts/form';
import { maySendFromPage } from '../../contacts/limits';
import { personByToken, startToken } from '../../contacts/links';
import type { Instant, Millis, PersonId } from '../../lifecycle/ids';
import { languageOf } from '../../people/person';
import { isChanged } from '../../requests/change';
import { ownPage, type OwnPage } from '../../requests/read/own-page';
import { withdraw } from '../../requests/submit';
import type { Reading, Transaction } from '../../transaction/transaction';
import { isSame } from '../credentials';
import { formFields } from '../request';
import { inTime } from '../work';
import { html, seeOther, type Visit } from './answers';
import { messagePage } from './apply-page';
import type { FormReader } from './page';
import { personalPage, stepOf, type Said } from './personal-page';
import { readerFor } from './reader';
import { formTokenOf } from './signed';
import { asNumber, asText } from './typed';

/** What came of it, as the address of the page says it after a form was sent. */
const done = {
  sent: 'form_done_sent',
  known: 'form_done_known',
  asked: 'form_done_sent',
  appealed: 'form_done_appealed',
  withdrawn: 'form_done_withdrawn',
} as const;
type Done = keyof typeof done;

/** Shows somebody their page. Changes nothing, however often programs open it. */
export async function showPage(visit: Visit): Promise<Response> {
  const { request, work } = visit;
  const token = tokenOf(request);
  const found = await work.transactions.read((reading) => find(reading, token, work.botToken));
  if (found === null) return noSuchPage(visit);
  const reader = readerOf(visit, found);
  return draw(200, found, saidDone(request, found, reader.say), visit, reader);
}

/** Does what somebody asks for on their page: each takes words, or the number of the request, which no program types. */
export async function actOnPage(visit: Visit): Promise<Response> {
  const { request, work } = visit;
  const token = tokenOf(request);
  const fields = await formFields(request);
  const found = await work.transactions.read((reading) => find(reading, token, work.botToken));
  if (found === null) return noSuchPage(visit);
  const reader = readerOf(visit, found);
  const { say, language } = reader;
  const refuse = (status: number, said: Omit<Said, 'is'>) =>
    draw(status, found, { is: 'wrong', ...said }, visit, reader);
  if (!isSame(fields.get('form') ?? '', formTokenOf(token, work.botToken))) {
    return refuse(403, { words: say('form_too_old') });
  }
  const act = <T>(job: (tx: Transaction) => Promise<T>) =>
    work.transactions.run((tx) => job({ ...tx, via: 'form' }), inTime(work));
  const finished = (what: Done): Response => seeOther(`/me/${token}?lang=${language}&done=${what}`);
  const notNow = async (message: string): Promise<Response> => {
    const now = await work.transactions.read((reading) => find(reading, token, work.botToken));
    return now === null
      ? noSuchPage(visit)
      : draw(409, now, { is: 'wrong', words: say('form_not_now'), message }, visit, reader);
  };
  const step = stepOf(found.page);
  const what = fields.get('do');
  if (what === 'withdraw') {
    const number = asNumber(fields.get('number') ?? '');
    const { you } = found.page;
    if (you.state !== 'known' || number !== you.request.id) return refuse(422, { words: say('form_wrong_number') });
    const isDone = step?.do === what && (await act(async (tx) => isChanged(await withdraw(tx, found.person))));
    return isDone ? finished('withdrawn') : notNow('');
  }
  if (what !== 'appeal' && what !== 'submit') return refuse(422, { words: say('form_not_understood') });
  const typed = fields.get('message') ?? '';
  const text = asText(typed, say);
  if ('wrong' in text) return refuse(422, { words: text.wrong, message: typed });
  // Whoever sends again and again what is not possible keeps nobody else from writing.
  if (step === null || step.do === 'withdraw') return notNow(typed);
  const tooMany = () => refuse(429, { words: say('form_too_many_of_page'), message: typed });
  if (!(await work.transactions.read((reading) => maySendFromPage(reading, found.person)))) return tooMany();
  switch (await act((tx) => sendFromPage(tx, found.person, what, text.text))) {
    case 'sent':
      return finished(what === 'appeal' ? 'appealed' : 'asked');
    case 'not_now':
      return notNow(typed);
    case 'too_many':
      return tooMany();
  }
}

/** Whose page it is, and what it says. */
interface Found {
  readonly person: PersonId;
  /** The language that they are written to in; null: the default one. */
  readonly language: string | null;
  readonly page: OwnPage;
  readonly now: Instant;
}

async function find(reading: Reading, token: string, botToken: string): Promise<Found | null> {
  const person = await personByToken(reading.store, token, botToken);
  if (person === null) return null;
  const language = languageOf(await reading.store.people.get(person));
  return { person, language, page: await ownPage(reading, person), now: reading.now };
}

const tokenOf = ({ url }: Request): string => new URL(url).pathname.split('/').at(-1) ?? '';

const readerOf = ({ request, texts, work }: Visit, { language }: Found): FormReader =>
  readerFor(request, texts, work.communityName, language);

/** The address stays while the page is reloaded: what it says is said only as long as it has just happened, and is so. */
export function isStillSo(what: Done, { you, gaveWay, provedAt, changed }: OwnPage, now: Instant): boolean {
  if (you.state === 'none') return false;
  const { status, submittedAt } = you.request;
  switch (what) {
    case 'known':
      // The code that sent nothing has proved their address, as every code does.
      return provedAt !== null && submittedAt < provedAt && now - provedAt < justNow;
    case 'withdrawn':
      return status !== 'pending' && changed?.event === 'withdraw' && now - changed.at < justNow;
    case 'sent':
    case 'asked':
    case 'appealed':
      return status === 'pending' && gaveWay === null && now - submittedAt < justNow;
  }
}

/** So long a page says what its reader has done. */
const justNow: Millis = 10 * 60_000;

function saidDone({ url }: Request, { page, now }: Found, say: FormReader['say']): Said | null {
  const what = new URL(url).searchParams.get('done') ?? '';
  if (!Object.hasOwn(done, what)) return null;
  return isStillSo(what as Done, page, now) ? { is: 'good', words: say(done[what as Done]) } : null;
}

async function draw(
  status: number,
  { person, page }: Found,
  said: Said | null,
  { request, work }: Visit,
  reader: FormReader,
): Promise<Response> {
  const { botToken, botUsername } = work;
  const startLink = `https://t.me/${botUsername()}?start=${startToken(person, botToken)}`;
  const formToken = formTokenOf(tokenOf(request), botToken);
  return html(status, await personalPage(page, said, { formToken, startLink }, reader));
}

/** There is no page there, and never was. */
export const noSuchPage = async ({ reader }: Visit): Promise<Response> =>
  html(404, await messagePage(reader.say('form_no_page'), reader.say('form_no_page_why'), reader));
