import type { Instant, PersonId, RequestId } from '../lifecycle/ids';
import type { Request } from '../lifecycle/request';
import type { Transaction } from '../transaction/transaction';

/** A request as an event of its history has left it. */
export interface AccessChange {
  readonly requestId: RequestId;
  /** The number of the event. */
  readonly eventId: number;
  /** Null: the event is the request's first. */
  readonly before: Request | null;
  readonly after: Request;
}

/** Owes the endpoint of WEBHOOK_URL the news, if somebody has got access by this or lost it. */
export async function oweWebhook(tx: Transaction, { requestId, eventId, before, after }: AccessChange): Promise<void> {
  const access = after.status === 'approved';
  if (tx.webhooks === null || access === (before?.status === 'approved')) return;
  await add(tx, eventId, { person: after.clientId, access, since: tx.now, request: requestId });
}

/** Owes it the state of somebody who has access and was not on Telegram: by this event the endpoint learns who they are there. */
export async function oweWebhookAnew(tx: Transaction, person: PersonId, eventId: number): Promise<void> {
  if (tx.webhooks === null) return;
  const state = await tx.store.access.stateOf(person);
  if (state?.access !== true) return;
  await add(tx, eventId, { person, access: true, since: state.since, request: state.requestId });
}

interface State {
  readonly person: PersonId;
  readonly access: boolean;
  readonly since: Instant;
  readonly request: RequestId;
}

async function add(tx: Transaction, eventId: number, { person: id, access, since, request }: State): Promise<void> {
  const person = await tx.store.people.get(id);
  const body = {
    type: access ? 'access.granted' : 'access.revoked',
    timestamp: new Date(tx.now).toISOString(),
    data: {
      telegram_id: person?.telegramId ?? null,
      access,
      since: new Date(since).toISOString(),
      request,
      // Later events have greater numbers, whomever they are about.
      version: eventId,
    },
  };
  await tx.store.webhooks.add(eventId, JSON.stringify(body), tx.now);
  tx.onCommit(() => tx.webhooks?.wake());
}
