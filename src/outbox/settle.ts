import { noteUndeliveredCode } from '../contacts/undelivered-code';
import type { Log } from '../observability/log';
import { refreshCopy } from '../requests/cards';
import { followUp } from '../requests/digest';
import { questionUndelivered } from '../requests/talk';
import { tellByOtherChannels } from '../requests/tell-client';
import { owe, type Transaction } from '../transaction/transaction';
import { priorities, type Owed } from '../store/queries/outbox';
import type { ResolvedMessage } from './resolve';
import type { Channel, SendResult } from './channel';

/** What becomes of a message after an attempt: it is settled, or has to be sent again. */
export type Disposition = 'done' | 'again';

/** An attempt to send a message, and how it ended. */
export interface Attempt {
  readonly message: ResolvedMessage;
  readonly result: SendResult;
}

export interface SettlePorts {
  readonly channel: Pick<Channel, 'title' | 'logFields'>;
  readonly log: Log;
}

/** Records how attempts ended, with all consequences. Returns what becomes of each message. */
export async function settle(
  tx: Transaction,
  attempts: readonly Attempt[],
  ports: SettlePorts,
): Promise<readonly Disposition[]> {
  const accepted = attempts.flatMap(({ message: { row }, result }) =>
    result.end === 'sent' ? [{ id: row.id, messageId: result.messageId }] : [],
  );
  await tx.store.outbox.accept(accepted, tx.now);
  const placed = await tx.store.botMessages.placeNew(attempts.flatMap((attempt) => sentAnew(attempt) ?? []));
  const dispositions: Disposition[] = [];
  for (const attempt of attempts) dispositions.push(await follow(tx, attempt, placed, ports));
  return dispositions;
}

/** The place of a message of ours that people can act on, which this attempt has sent; null: it has sent none. */
function sentAnew({ message: { row, edits }, result }: Attempt) {
  if (edits !== null || row.botMessageId === null || result.end !== 'sent' || result.messageId === null) return null;
  return { id: row.botMessageId, recipientId: row.recipientId, messageId: result.messageId };
}

async function follow(
  tx: Transaction,
  attempt: Attempt,
  placed: ReadonlySet<number>,
  { channel, log }: SettlePorts,
): Promise<Disposition> {
  const { message, result } = attempt;
  const { row, recipient, notice } = message;
  const { outbox, botMessages } = tx.store;
  await result.follow?.(tx);
  const again = { id: row.id, as: 'owed', outcomeUnknown: false, notBefore: null } as const;
  switch (result.end) {
    case 'sent': {
      const sent = sentAnew(attempt);
      if (sent !== null && !placed.has(sent.id)) {
        const copy = await botMessages.place(sent.id, sent.recipientId, sent.messageId);
        if (copy !== null) await refreshCopy(tx, copy);
      }
      if (notice.kind === 'digest') await followUp(tx, row.botMessageId, notice.waiting);
      return 'done';
    }
    case 'again': {
      const { error, outcomeUnknown, after } = result;
      const notBefore = after === null ? null : tx.now + after;
      return againIf(await outbox.settle({ ...again, error, outcomeUnknown, notBefore }, tx.now));
    }
    case 'away': {
      const { error, outcomeUnknown = false } = result;
      return againIf(await outbox.settle({ ...again, error, outcomeUnknown, isAway: true }, tx.now));
    }
    case 'target_gone':
      return resendIfMissed(tx, row, result.error);
    case 'moved':
      return againIf(await outbox.settle({ ...again, error: result.error }, tx.now));
    case 'unwanted':
      await outbox.settle({ id: row.id, as: 'superseded', error: result.error }, tx.now);
      return 'done';
    case 'refused':
    case 'unreachable':
    case 'no_address':
    case 'unworded':
      if (!(await outbox.settle({ id: row.id, as: 'undeliverable', error: result.error }, tx.now))) return 'done';
      if (notice.kind === 'asked') await questionUndelivered(tx, row.botMessageId);
      await codeUndelivered(tx, row);
      await tellByOtherChannels(tx, row);
      if (result.end === 'refused') {
        log.error(`${channel.title} refuses a message for good`, {
          ...channel.logFields(recipient),
          details: { outboxId: row.id, reason: result.error },
        });
      }
      return 'done';
  }
}

/** What was taken back while it was on its way, since whoever it was about was forgotten, is not said again from what is still in memory. */
const againIf = (isOwed: boolean): Disposition => (isOwed ? 'again' : 'done');

/** Whoever waits for a code in the chat learns that it won't come. */
async function codeUndelivered(tx: Transaction, { notice }: Owed): Promise<void> {
  if (notice.kind === 'address_code') await noteUndeliveredCode(tx, notice.codeId);
}

/**
 * Someone deleted the message. If it was to be replaced by something a person just asked for, that is sent as a new message.
 * A card is sent again while its request is pending; after that, nobody misses it. A request that a list had open is sent again
 * only if an admin has just asked for it.
 */
async function resendIfMissed(tx: Transaction, row: Owed, error: string): Promise<Disposition> {
  const { outbox, botMessages, requests } = tx.store;
  if (row.editMessageId !== null) {
    if (!(await outbox.settle({ id: row.id, as: 'superseded', error }, tx.now))) return 'done';
    const { channel, recipientId, threadId, notice, priority } = row;
    owe(tx, { channel, recipientId, threadId, notice, priority });
    return 'done';
  }
  if (row.botMessageId !== null) await botMessages.displace(row.botMessageId);
  const shown = row.notice.kind === 'queue_card' ? row.notice.requestId : row.requestId;
  const stored = shown === null ? null : await requests.get(shown);
  const isMissed = row.notice.kind !== 'queue_card' || row.priority === priorities.answer;
  if (row.botMessageId === null || !isMissed || stored?.request.status !== 'pending') {
    if (row.notice.kind === 'queue_card' && row.botMessageId !== null) await botMessages.show(row.botMessageId, null);
    await outbox.settle({ id: row.id, as: 'superseded', error }, tx.now);
    return 'done';
  }
  return againIf(
    await outbox.settle({ id: row.id, as: 'owed', error, outcomeUnknown: false, notBefore: null }, tx.now),
  );
}
