import type { Millis } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';

/** What keeps SMS from costing more than the operator wants. */
export interface SmsLimits {
  /** How numbers have to begin; null: anyhow. */
  readonly prefixes: readonly string[] | null;
  /** How many messages may leave in 24 hours; null: any number. */
  readonly daily: number | null;
}

/** `SMS_DAILY` is about this long. */
export const smsDay: Millis = 24 * 60 * 60_000;

/**
 * Whether one more code may be asked for: with a limit, codes get half of it at most, so that whoever asks for many holds up no
 * outcome, and none once all of it is used up, since nobody waits a day for a code.
 */
export async function mayAskForSms({ store, now }: Transaction, { daily }: SmsLimits): Promise<boolean> {
  if (daily === null) return true;
  const since = now - smsDay;
  if ((await store.addressCodes.countAll('sms', since)) >= Math.ceil(daily / 2)) return false;
  return (await store.outbox.sentSince('sms', since)).length < daily;
}
