import type { Log } from '../observability/log';
import type { Meter } from '../observability/meter';
import type { Random } from '../process/back-off';
import type { OwedWebhook } from '../store/queries/webhooks';
import { tellAdmins, type Transaction } from '../transaction/transaction';
import type { Answer } from './endpoint';
import { becomeGone } from './gone';
import { pauseAfter } from './retries';
import { hostOf, type WebhookSettings } from './settings';

/** An attempt that is over. */
export interface Attempt {
  readonly row: OwedWebhook;
  readonly answer: Exclude<Answer, { readonly end: 'dropped' }>;
}

interface SettlePorts {
  readonly settings: WebhookSettings;
  readonly log: Log;
  readonly meter: Pick<Meter, 'webhookTried'>;
  readonly random: Random;
}

/** Writes down what became of an attempt. Returns `gone` if the endpoint wants no more webhooks. */
export async function settle(
  tx: Transaction,
  { row, answer }: Attempt,
  ports: SettlePorts,
): Promise<'goes_on' | 'gone'> {
  const { meter } = ports;
  switch (answer.end) {
    case 'accepted':
      await tx.store.webhooks.deliver(row.eventId, tx.now);
      await worksAgain(tx);
      tx.onCommit(() => meter.webhookTried('delivered'));
      return 'goes_on';
    case 'gone':
      // It is still owed: to whatever WEBHOOK_URL names next.
      if (await becomeGone(tx, ports.settings)) {
        const says = `${hostOf(ports.settings)} wants no more webhooks (410): none is sent until WEBHOOK_URL changes`;
        tx.onCommit(() => ports.log.error(says, { action: 'webhook_gone', ...about(row) }));
      }
      tx.onCommit(() => meter.webhookTried('gone'));
      return 'gone';
    case 'failed':
      await fail(tx, row, answer, ports);
      return 'goes_on';
  }
}

async function fail(
  tx: Transaction,
  row: OwedWebhook,
  { error, wish }: Extract<Answer, { readonly end: 'failed' }>,
  { settings, log, meter, random }: SettlePorts,
): Promise<void> {
  const { state, webhooks } = tx.store;
  const attempts = row.attempts + 1;
  const pause = pauseAfter(attempts, wish, random);
  const { requestId, details } = about(row);
  const fields = { requestId, details: { ...details, host: hostOf(settings), attempts, reason: error } };
  if (pause !== null) {
    await webhooks.postpone(row.eventId, tx.now + pause, error, tx.now);
    const retryInMs = Math.round(pause);
    tx.onCommit(() => {
      meter.webhookTried('retried');
      log.warn('a webhook was not accepted and is sent again later', {
        action: 'webhook_failed',
        ...fields,
        details: { ...fields.details, retryInMs },
      });
    });
    return;
  }
  await webhooks.giveUp(row.eventId, error, tx.now);
  // An endpoint that is away for days fails one webhook after another.
  if ((await state.get('webhook_trouble_told')) !== 'yes') {
    await state.set('webhook_trouble_told', 'yes');
    tellAdmins(tx, { kind: 'webhook_given_up', host: hostOf(settings), requestId: row.requestId });
  }
  tx.onCommit(() => {
    meter.webhookTried('given_up');
    log.error('a webhook was not accepted and is given up', { action: 'webhook_given_up', ...fields });
  });
}

/** From now on the admins are told again of a webhook that is given up. */
async function worksAgain({ store: { state } }: Transaction): Promise<void> {
  if ((await state.get('webhook_trouble_told')) === 'yes') await state.set('webhook_trouble_told', 'no');
}

const about = ({ eventId, requestId }: OwedWebhook) => ({ requestId, details: { webhook: `evt_${eventId}` } });
