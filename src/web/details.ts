import type { Texts } from '../i18n/texts';
import type { PersonId, RequestId } from '../lifecycle/ids';
import { requestDetails } from '../requests/read/details';
import { languageOf } from '../people/person';
import type { Reading } from '../transaction/transaction';
import type { Answer, Caller } from './endpoint';
import { etagOf } from './etag';
import { detailsJson, type ReadyReason } from './json';
import { notFound, unauthorized, type Problem } from './problem';
import { inTime, type Work } from './work';

/** The most ready reasons there can be. */
const mostReadyReasons = 9;

/** What a rejection may say to a client, as they would read it. */
export async function readyReasons(
  { store }: Pick<Reading, 'store'>,
  texts: Texts,
  client: PersonId,
): Promise<readonly ReadyReason[]> {
  const language = languageOf(await store.people.get(client));
  return Array.from({ length: mostReadyReasons }, (_, n) => n + 1).flatMap((number) => {
    const text = texts.readyReason(language, number);
    return text === null ? [] : [{ name: `reason_${number}`, text }];
  });
}

/** A request with everything about it, and with the ETag that a decision has to name. */
export async function detailsFor(work: Work, texts: Texts, caller: Caller, id: RequestId): Promise<Answer | Problem> {
  const found = await requestDetails(work.transactions, caller, id, inTime(work));
  if ('refused' in found) return found.refused === 'not_an_admin' ? unauthorized() : noSuchRequest(id);
  const { item, lastEvent } = found;
  const reasons = await work.transactions.read((reading) => readyReasons(reading, texts, item.client.id));
  const etag = etagOf(item.id, { round: item.round, lastEvent });
  return { status: 200, json: detailsJson(found, reasons), headers: { etag } };
}

export const noSuchRequest = (id: RequestId): Problem => notFound(`There is no request ${id}.`);
