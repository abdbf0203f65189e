import type { Instant, PersonId, RecipientId, RequestId } from '../lifecycle/ids';
import { longestTalk, mostAdditions } from '../lifecycle/limits';
import type { Refusal } from '../lifecycle/transition';
import { priorities } from '../store/queries/outbox';
import type { StoredRequest } from '../store/queries/requests';
import type { TalkKind } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { change, isChanged, person } from './change';
import { tellAsker } from './asker';
import { currentRequest, latestRequest } from './current';
import type { NoSuchRequest } from './decide';
import { adminsQuestionAnswered, closeQuestion, putQuestion } from './questions';
import type { TooLong } from './submit';

/** The client was asked. */
export interface AskedClient {
  readonly clientName: string;
}

/**
 * An admin asks the client something about their pending request. Refused like a rejection, and where the question is longer than
 * `longestTalk`. The request waits for at least two days from then on, and every admin's card shows the question.
 */
export async function askClient(
  tx: Transaction,
  admin: PersonId,
  about: { readonly request: RequestId; readonly round: number | null },
  text: string,
): Promise<AskedClient | Refusal | NotAnAdmin | NoSuchRequest | TooLong> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  if (text.length > longestTalk) return { refused: 'too_long', length: text.length, limit: longestTalk };
  const stored = await currentRequest(tx, about.request);
  if (stored === null) return { refused: 'no_such_request' };
  const outcome = await change(tx, stored, { type: 'ask', by: admin, round: about.round }, person(tx, admin));
  if (!isChanged(outcome)) return outcome;
  const { id, request } = outcome;
  const { clientId, round, expiresAt } = request;
  await keep(tx, outcome, 'question', admin, text);
  await putQuestion(
    tx,
    { kind: 'admins_question', recipientId: clientId, personId: clientId, requestId: id, round, replyTo: null },
    { kind: 'asked', requestId: id, text, expiresAt },
    priorities.client,
  );
  const client = await tx.store.people.get(clientId);
  return { clientName: client?.name ?? '' };
}

/** What an admin asked could not be delivered to the client: they are told, and it is asked again once the client can be written to. */
export async function questionUndelivered(tx: Transaction, botMessageId: number | null): Promise<void> {
  const asked = botMessageId === null ? null : await tx.store.botMessages.get(botMessageId);
  if (asked === null || asked.requestId === null) return;
  await tellAsker(tx, asked.requestId, asked.createdAt, (asker) => ({ kind: 'question_undelivered', ...asker }));
}

/** What a client wrote was passed on to the admins. */
export interface PassedOn {
  readonly passedOn: RequestId;
  readonly expiresAt: Instant;
}

/** The client has written as much about one round of a request as there is room for. */
export interface TooManyAdditions {
  readonly refused: 'too_many_additions';
  readonly limit: number;
}

type OfClient = PassedOn | Refusal | TooLong | TooManyAdditions;

/** A question that the client was asked by the admins, and when. */
export interface AskedOfClient {
  readonly question: number;
  readonly askedAt: Instant;
}

/** Whether the admins have asked the client something that this text answers: see `adminsQuestionAnswered`. */
export async function questionToClient(
  tx: Transaction,
  client: PersonId,
  chat: RecipientId,
  repliesTo: number | null,
): Promise<AskedOfClient | null> {
  const stored = await latestRequest(tx, client);
  if (stored?.request.status !== 'pending') return null;
  const asked = await adminsQuestionAnswered(tx, stored, chat, repliesTo);
  return asked === null ? null : { question: asked.id, askedAt: asked.createdAt };
}

/** The client answers a question about their pending request: every admin's card shows it, and whoever asked is told. */
export async function answerAdmins(
  tx: Transaction,
  client: PersonId,
  { question, askedAt }: AskedOfClient,
  text: string,
): Promise<OfClient> {
  const outcome = await say(tx, client, 'answer', text);
  if ('passedOn' in outcome) {
    await closeQuestion(tx, question);
    await tellAsker(tx, outcome.passedOn, askedAt, (asker) => ({ kind: 'client_answered', text, ...asker }));
  }
  return outcome;
}

/** The client adds something to their pending request, whose own text stays as it is: every admin's card shows it. */
export const addToRequest = (tx: Transaction, client: PersonId, text: string): Promise<OfClient> =>
  say(tx, client, 'add', text);

async function say(tx: Transaction, client: PersonId, how: 'answer' | 'add', text: string): Promise<OfClient> {
  if (text.length > longestTalk) return { refused: 'too_long', length: text.length, limit: longestTalk };
  const stored = await latestRequest(tx, client);
  if (stored === null) return { refused: 'no_request' };
  const { id, request } = stored;
  if ((await tx.store.talk.countOfClient(id, request.round)) >= mostAdditions) {
    return { refused: 'too_many_additions', limit: mostAdditions };
  }
  const outcome = await change(tx, stored, { type: how }, person(tx, client));
  if (!isChanged(outcome)) return outcome;
  await keep(tx, outcome, how === 'answer' ? 'answer' : 'addition', client, text);
  return { passedOn: id, expiresAt: outcome.request.expiresAt };
}

const keep = (
  { store, now }: Transaction,
  { id, request }: StoredRequest,
  kind: TalkKind,
  authorId: PersonId,
  text: string,
): Promise<void> => store.talk.add({ requestId: id, round: request.round, kind, authorId, at: now, text });
