import type { GroupId, Instant, Millis, TelegramId } from '../lifecycle/ids';
import { latestRequest } from '../requests/current';
import type { AccessChat, Membership } from '../store/queries/access';
import type { Transaction } from '../transaction/transaction';
import { enterApproved } from './enter';
import { nextStep, noProgress, type Progress, type Step } from './next-step';

/** What the worker does next about a chat. */
export type Job =
  | { readonly kind: 'sleep'; readonly for: Millis }
  /** Ask whether the bot can manage the chat again. */
  | { readonly kind: 'probe'; readonly chat: AccessChat }
  /** See that the link to the chat works. */
  | { readonly kind: 'link'; readonly chat: AccessChat }
  /** Look where somebody is who was let in before there was a link, and send it to them if they are not in. */
  | { readonly kind: 'invite'; readonly telegramId: TelegramId; readonly row: Membership }
  /** Look again where somebody is, after a long silence; null: everybody was looked at. */
  | {
      readonly kind: 'look_again';
      readonly chat: AccessChat;
      readonly who: { readonly telegramId: TelegramId; readonly row: Membership } | null;
    }
  | StepJob;

/** One call about somebody. */
export interface StepJob {
  readonly kind: 'step';
  readonly step: Exclude<Step, 'rest'>;
  readonly telegramId: TelegramId;
  readonly row: Membership;
}

/** What a worker of a chat remembers between its calls. All of it may be lost. */
export interface Memory {
  /** When it was asked last whether an outage is over, by the monotonic clock. */
  probedAt: Millis | null;
  /** When somebody was invited or looked for last. */
  pacedAt: Millis | null;
  /** What the call right before this one has found out, and about which row. */
  row: { readonly id: string; readonly progress: Progress } | null;
}

/** Once a row changes, what was found out before counts no more. */
const idOf = ({ personId, wanted, seen, nextTryAt, joinRequestedAt }: Membership): string =>
  `${personId} ${wanted} ${seen} ${nextTryAt} ${joinRequestedAt}`;

export const progressOf = ({ row }: Memory, membership: Membership): Progress =>
  row?.id === idOf(membership) ? row.progress : noProgress;

export function remember(memory: Memory, membership: Membership, progress: Progress): void {
  memory.row = { id: idOf(membership), progress };
}

/** The database is asked this often, whatever wakes the worker: a commit of unknown outcome wakes nobody. */
const longestSleep: Millis = 5000;
/** A row that is due and held back is looked at again this soon. */
const heldSleep: Millis = 100;
/** An outage that ends without an update is noticed this soon. */
const probeEvery: Millis = 60_000;
/** Telegram closes the chat with a stranger after this long: then there is nothing to wait for. */
const strangersReadFor: Millis = 5 * 60 * 1000;
/** How many rows are looked at in one transaction. */
const batch = 20;
/** Many people in a row are looked for and written to no faster than this. */
const paced: Millis = 1000;
/** A wait that is longer was written down by a clock that has been set back since. */
const longestWait: Millis = 24 * 60 * 60 * 1000;

/** Reads from the database what is to be done about a chat now. Rows that need no call are settled on the way. */
export async function nextJob(
  tx: Transaction,
  chatId: GroupId,
  memory: Memory,
  { monotonic, isLinkSeenTo }: { readonly monotonic: Millis; readonly isLinkSeenTo: boolean },
): Promise<Job> {
  const { access } = tx.store;
  const outlook = await access.outlook(chatId);
  if (outlook === null) return { kind: 'sleep', for: longestSleep };
  const { chat, next } = outlook;
  const closed = chat.notBefore === null ? 0 : chat.notBefore - tx.now;
  if (closed > 0 && closed <= longestWait) return { kind: 'sleep', for: Math.min(closed, longestSleep) };
  const isPast = (at: Millis | null, every: Millis) => at === null || monotonic - at >= every;
  if (chat.outage !== null) {
    return isPast(memory.probedAt, probeEvery) ? { kind: 'probe', chat } : { kind: 'sleep', for: longestSleep };
  }
  if (chat.inviteLink === null || !isLinkSeenTo) return { kind: 'link', chat };
  const isDue = next !== null && next <= tx.now;
  const due = isDue ? await access.due(chatId, tx.now, tx.now - strangersReadFor, batch) : [];
  for (const { membership: row, telegramId } of due) {
    const step = telegramId === null ? 'rest' : nextStep(await situation(tx, row), progressOf(memory, row));
    if (step !== 'rest' && telegramId !== null) return { kind: 'step', step, telegramId, row };
    await access.save({ ...row, nextTryAt: null, isFresh: false, tries: 0 });
  }
  if (due.length > 0) return { kind: 'sleep', for: 0 };
  if (chat.enteredThrough !== null) {
    await enterApproved(tx, chat, chat.enteredThrough);
    return { kind: 'sleep', for: 0 };
  }
  if (isPast(memory.pacedAt, paced)) {
    const invited = outlook.invites ? await access.toInvite(chatId) : null;
    if (invited !== null && invited.telegramId !== null) {
      return { kind: 'invite', telegramId: invited.telegramId, row: invited.membership };
    }
    if (invited !== null) await access.save({ ...invited.membership, invitedAt: tx.now });
    if (chat.lookedThrough !== null) {
      const who = await access.nextToLook(chatId, chat.lookedThrough);
      if (who === null) return { kind: 'look_again', chat, who };
      const { membership: row, telegramId } = who;
      if (telegramId !== null) return { kind: 'look_again', chat, who: { telegramId, row } };
      await access.change(chatId, { lookedThrough: row.personId });
    }
  } else if (next === null || next > tx.now + paced) return { kind: 'sleep', for: paced };
  return { kind: 'sleep', for: sleepUntil(next, tx.now) };
}

function sleepUntil(next: Instant | null, now: Instant): Millis {
  if (next === null) return longestSleep;
  return Math.min(longestSleep, Math.max(heldSleep, next - now));
}

async function situation(tx: Transaction, row: Membership) {
  const latest = row.joinRequestedAt === null ? null : await latestRequest(tx, row.personId);
  const { wanted, seen, isFresh, toRemove } = row;
  return { wanted, seen, isFresh, toRemove, joinRequestWaits: row.joinRequestedAt !== null, status: statusOf(latest) };
}

const statusOf = (stored: Awaited<ReturnType<typeof latestRequest>>) => stored?.request.status ?? null;
