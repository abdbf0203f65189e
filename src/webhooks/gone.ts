import { createHash } from 'node:crypto';
import { tellAdmins, type Transaction } from '../transaction/transaction';
import { hostOf, type WebhookSettings } from './settings';

/** WEBHOOK_URL as the database remembers it: the address itself may hold a secret. */
const fingerprint = ({ url }: WebhookSettings): string => createHash('sha256').update(url).digest('hex');

/** Whether this endpoint has answered 410. It counts until there is another WEBHOOK_URL. */
export async function isGone({ store: { state } }: Transaction, settings: WebhookSettings): Promise<boolean> {
  const gone = await state.get('webhook_gone');
  if (gone === fingerprint(settings)) return true;
  if (gone !== null && gone !== '') await state.set('webhook_gone', '');
  return false;
}

/** Remembers that this endpoint has answered 410, and tells the admins. Returns whether that is news. */
export async function becomeGone(tx: Transaction, settings: WebhookSettings): Promise<boolean> {
  if (await isGone(tx, settings)) return false;
  await tx.store.state.set('webhook_gone', fingerprint(settings));
  tellAdmins(tx, { kind: 'webhook_gone', host: hostOf(settings) });
  return true;
}
