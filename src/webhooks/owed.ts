import type { RequestId } from '../lifecycle/ids';
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
  const { webhooks } = tx;
  const access = after.status === 'approved';
  if (webhooks === null || access === (before?.status === 'approved')) return;
  const person = await tx.store.people.get(after.clientId);
  const at = new Date(tx.now).toISOString();
  const body = {
    type: access ? 'access.granted' : 'access.revoked',
    timestamp: at,
    data: {
      telegram_id: person?.telegramId ?? null,
      access,
      since: at,
      request: requestId,
      // Later events have greater numbers, whomever they are about.
      version: eventId,
    },
  };
  await tx.store.webhooks.add(eventId, JSON.stringify(body), tx.now);
  tx.onCommit(() => webhooks.wake());
}
