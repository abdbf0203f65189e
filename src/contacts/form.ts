import { randomBytes } from 'node:crypto';
import { personId, type Millis, type PersonId } from '../lifecycle/ids';
import { isChanged } from '../requests/change';
import { submit, type SubmitCommand } from '../requests/submit';
import type { FormDraft } from '../store/queries/form';
import type { Transaction } from '../transaction/transaction';
import { draftLasts } from './codes';
import type { EmailAddress } from './email-address';
import { hashOfToken, personalToken } from './links';
import { countAsked, countSentFromPage, countsKept, mayAsk, maySendFromPage } from './limits';
import { codeFor, mayGetCode, ownAddress, sendCode, tryCode } from './prove';

/** Why no code is mailed now. */
export interface TooManyCodes {
  readonly refused: 'too_many_to_address' | 'too_many_of_network' | 'too_many_in_all';
}

/** What somebody has written into the form. */
export interface FilledIn {
  readonly name: string;
  readonly email: EmailAddress;
  readonly message: string;
  /** What they read the form in. */
  readonly language: string;
  /** Where they are, as `keyOfNetwork` has it. */
  readonly network: string;
}

/** Whether a code may be mailed for this form; null: it may. Changes nothing, so that a flood is refused without keeping anybody from writing. */
export async function tooManyCodes(
  looking: Pick<Transaction, 'store' | 'now'>,
  { email, network }: Pick<FilledIn, 'email' | 'network'>,
): Promise<TooManyCodes | null> {
  const refusal = await mayAsk(looking, network);
  if (refusal !== null) return refusal;
  return (await mayGetCode(looking, 'email', email.key)) ? null : { refused: 'too_many_to_address' };
}

/**
 * Keeps a form until its sender types the code that is mailed to the address. `token` is what their browser, and nobody else, has of
 * it; of the same form that is sent twice only the first counts. What is known of the address changes nothing: nobody learns here who
 * has asked before.
 */
export async function beginForm(tx: Transaction, filled: FilledIn, token: string): Promise<TooManyCodes | null> {
  const { name, email, message, language, network } = filled;
  if ((await howFilledIn(tx, token)) === 'just_now') return null;
  const refusal = await tooManyCodes(tx, filled);
  if (refusal !== null) return refusal;
  const person = await freeNumber(tx);
  const sent = await sendCode(tx, { ...email, person, medium: 'email', language });
  if (sent === 'too_many') return { refused: 'too_many_to_address' };
  await countAsked(tx, network);
  const { address, key: addressKey } = email;
  const draft = { personId: person, address, addressKey, language, createdAt: tx.now, name, message };
  await tx.store.form.addDraft({ ...draft, tokenHash: hashOfToken(token) });
  return null;
}

/**
 * Whoever comes by the form gets a number from 2^52 on: Telegram's have at most 52 significant bits
 * (https://core.telegram.org/bots/api#user, `id`), and JavaScript's integers 53.
 */
async function freeNumber({ store }: Transaction): Promise<PersonId> {
  for (;;) {
    const number = personId(2 ** 52 + Number(randomBytes(8).readBigUInt64BE() >> 12n));
    if ((await store.people.get(number)) === null) return number;
  }
}

/** Why no code can be right for a form, whatever is typed; null: one may be. Changes nothing. */
export async function whyNoCode(
  looking: Pick<Transaction, 'store' | 'now'>,
  token: string,
): Promise<'form_gone' | 'code_over' | null> {
  const draft = await waitingForm(looking, token);
  if (draft === null) return 'form_gone';
  return (await codeFor(looking, draft.personId, 'email')) === null ? 'code_over' : null;
}

/** Whether the form of this token was filled in before; `just_now`: it waits for the code, which is on its way. Changes nothing. */
export async function howFilledIn(
  looking: Pick<Transaction, 'store' | 'now'>,
  token: string,
): Promise<'never' | 'just_now' | 'before'> {
  const draft = await looking.store.form.draft(hashOfToken(token));
  if (draft === null) return 'never';
  const isRecent = looking.now - draft.createdAt <= pressedTwice;
  return isRecent && (await whyNoCode(looking, token)) === null ? 'just_now' : 'before';
}

/** A form that waits for its code; null: there is none of this token, or not any more. */
async function waitingForm(
  { store, now }: Pick<Transaction, 'store' | 'now'>,
  token: string,
): Promise<FormDraft | null> {
  const draft = await store.form.draft(hashOfToken(token));
  return draft === null || isSent(draft) || now - draft.createdAt > draftLasts ? null : draft;
}

const isSent = ({ addressKey }: FormDraft): boolean => addressKey === '';

/** Who presses a button twice does so within this time. */
const pressedTwice: Millis = 60_000;

/** The form was sent a moment ago, by the same browser, which doesn't know it yet; null: it was not. Changes nothing. */
export async function justSent(
  { store, now }: Pick<Transaction, 'store' | 'now'>,
  token: string,
): Promise<FormSent | null> {
  const draft = await store.form.draft(hashOfToken(token));
  if (draft === null || !isSent(draft) || now - draft.createdAt > pressedTwice) return null;
  const { personId: person, createdAt: sentAt } = draft;
  const latest = await store.requests.latestOf(person);
  return { person, isRefused: latest?.request.submittedAt !== sentAt };
}

/** The form has become a request, or would have: whether it did, and who has sent it. */
export interface FormSent {
  readonly person: PersonId;
  /** It was not sent, since they can't ask now: their page says how they stand. */
  readonly isRefused: boolean;
}

export type CodeRefusal =
  | { readonly refused: 'form_gone' }
  /** `left`: how many more may be typed. */
  | { readonly refused: 'wrong_code'; readonly left: number }
  /** Ten minutes are over, or five wrong codes were typed. */
  | { readonly refused: 'code_over' };

/**
 * Types the code of a form. With the right one the address is proved: who has it is who they say, so the form becomes the request of
 * whoever proved the address before, or else of somebody new, who gets a page of their own.
 */
export async function finishForm(
  tx: Transaction,
  token: string,
  typed: string,
  botToken: string,
): Promise<FormSent | CodeRefusal> {
  const draft = await waitingForm(tx, token);
  if (draft === null) return { refused: 'form_gone' };
  const tried = await tryCode(tx, draft.personId, 'email', typed);
  switch (tried.is) {
    case 'wrong':
      return { refused: 'wrong_code', left: tried.triesLeft };
    case 'over':
    case 'none':
    case 'used':
      return { refused: 'code_over' };
    case 'right':
      break;
  }
  const person = await whoseAddress(tx, draft);
  await tx.store.form.finish(draft.id, person, tx.now);
  await ownAddress(tx, person, tried.code);
  await tx.store.form.addPersonalLink(hashOfToken(personalToken(person, botToken)), person, tx.now);
  const outcome = await submit({ ...tx, via: 'form' }, person, 'submit', draft.message);
  return { person, isRefused: !isChanged(outcome) };
}

/**
 * Somebody asks again, or appeals, on their own page. `not_now`: as their request stands they can't; `too_many`: they have sent as much
 * as they may within an hour.
 */
export async function sendFromPage(
  tx: Transaction,
  person: PersonId,
  what: SubmitCommand,
  text: string,
): Promise<'sent' | 'not_now' | 'too_many'> {
  if (!(await maySendFromPage(tx, person))) return 'too_many';
  if (!isChanged(await submit({ ...tx, via: 'form' }, person, what, text))) return 'not_now';
  await countSentFromPage(tx, person);
  return 'sent';
}

/** Who proved the address before; else somebody new. */
async function whoseAddress({ store }: Transaction, draft: FormDraft): Promise<PersonId> {
  const holder = await store.contacts.holderOf('email', draft.addressKey);
  if (holder !== null) return holder.personId;
  const { personId: id, name, language } = draft;
  await store.people.save({
    id,
    telegramId: null,
    name,
    username: null,
    language,
    chosenLanguage: null,
    unreachableAt: null,
  });
  return id;
}

/** Deletes all that nobody has finished, and every count: nobody can finish anything while there is no form. */
export const forgetAllForms = ({ store }: Transaction): Promise<void> => store.form.forgetAll();

/** Deletes a part of what nobody can need any more. */
export function forgetForms({ store, now }: Transaction, limit: number): Promise<void> {
  return store.form.forget({ drafts: now - draftLasts, windows: now - countsKept }, limit);
}
