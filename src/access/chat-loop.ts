import type { GroupId, Millis, PersonId } from '../lifecycle/ids';
import { isTrue } from '../channels/telegram/answer';
import { delay } from '../process/back-off';
import type { Seen } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import { invite } from './enter';
import { exposures, isChatInfo, type ChatInfo } from './exposure';
import { nextJob, progressOf, remember, type Job, type Memory, type StepJob } from './jobs';
import { seeToTitle, waitingJoinRequests, type InTransaction } from './link';
import { LinkKeeper } from './link-keeper';
import { finishLooking, lookedAgain } from './look-again';
import { moveAccessChat } from './move';
import type { Progress } from './next-step';
import { outcomeOf, troubleOf, type Obstacle, type Outcome } from './outcome';
import { noteOutage, noteRecovery } from './outages';
import { within, type AccessPorts } from './ports';
import { putOff, record } from './record';
import { isChatMember, seenIn, whyUnmanageable } from './seen';

const pauses = { min: 300, max: 5000 };
/** Humans can revoke a link, and no update says so. */
const linkEvery: Millis = 60 * 60 * 1000;
/** The same where somebody is about to be sent it. */
const linkEveryWhenSent: Millis = 60_000;
/** So many calls about somebody fail before it is asked whether that is their own trouble. */
const failuresToAsk = 3;

/** Makes one chat agree with what is wanted, one call at a time, until `signal` is aborted. */
export class ChatLoop {
  private readonly memory: Memory = { probedAt: null, pacedAt: null, row: null };
  private readonly link: LinkKeeper;
  private readonly inTransaction: InTransaction = (job) => this.ports.transactions.run(job, this.signal);
  private failures = 0;
  /** About whom calls fail, and how often in a row: that may be their own trouble, and must hold up nobody else. */
  private readonly troubled = new Map<PersonId, number>();
  private warnedOf: readonly string[] = [];
  private isWoken = false;
  private wakeUp: (() => void) | null = null;

  constructor(
    private readonly ports: AccessPorts,
    private readonly named: GroupId,
    private readonly signal: AbortSignal,
  ) {
    this.link = new LinkKeeper(ports, this.inTransaction, signal);
  }

  /** The ID that the chat has now. */
  get chat(): GroupId {
    return this.ports.community.currentGroup(this.named);
  }

  /** The link to the chat, right before somebody is sent it; null: there is none, or Telegram doesn't say whether it works. */
  async workingLink(): Promise<string | null> {
    if (this.link.isFresh(this.chat, linkEveryWhenSent)) return this.link.url;
    const chat = await this.inTransaction((tx) => tx.store.access.chat(this.chat));
    if (chat === null || chat.outage !== null || chat.inviteLink === null) return null;
    const seenTo = await this.link.see(chat);
    if (seenTo.end === 'done') return seenTo.url;
    // What stands in the way is for the loop to deal with.
    this.wake();
    return null;
  }

  /** There may be something to do. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp?.();
  }

  async run(): Promise<void> {
    const { log, random } = this.ports;
    while (!this.signal.aborted) {
      this.isWoken = false;
      try {
        await this.sleep(await this.turn());
      } catch (error) {
        if (this.signal.aborted) return;
        this.failures += 1;
        log.error('a chat’s members could not be updated; the bot tries again', { chatId: this.chat, error });
        await this.pause(delay(this.failures, pauses, random));
      }
    }
  }

  /** Does the next thing; returns for how long there is nothing to do after it. */
  private async turn(): Promise<Millis> {
    const known = { monotonic: this.ports.clock.monotonic(), isLinkSeenTo: this.link.isFresh(this.chat, linkEvery) };
    const memory = { ...this.memory };
    // Whoever was looked at before anything else happened may have been banned since.
    this.memory.row = null;
    const job = await this.inTransaction((tx) => nextJob(tx, this.chat, memory, known));
    switch (job.kind) {
      case 'sleep':
        return job.for;
      case 'probe':
        return this.probe(job);
      case 'link':
        return this.seeToChat(job);
      case 'invite':
        return this.paced(job, (tx, seen) => invite(tx, job.row, seen ?? job.row.seen));
      case 'look_again':
        return this.lookAgain(job);
      case 'step':
        return this.step(job, progressOf(memory, job.row));
    }
  }

  private async step(job: StepJob, progress: Progress): Promise<Millis> {
    const outcome = await this.call(job);
    switch (outcome.end) {
      case 'again':
        return this.putOff(job, outcome.error);
      case 'wait':
      case 'outage':
      case 'moved':
        return this.obstructed(outcome);
      default: {
        this.failures = 0;
        this.troubled.delete(job.row.personId);
        const row = await this.inTransaction((tx) => record(tx, job, outcome, this.ports.random));
        this.logOutcome(job, outcome);
        // What Telegram refuses is asked anew, from the beginning, when its time comes.
        if (row !== null && !('error' in outcome)) remember(this.memory, row, found(progress, job, outcome));
        return 0;
      }
    }
  }

  private async putOff({ row }: StepJob, reason: string): Promise<Millis> {
    const times = this.hasFailed(row.personId);
    await this.inTransaction((tx) => putOff(tx, row, delay(times, pauses, this.ports.random)));
    return this.trouble(reason, times === 1);
  }

  private async call({ step, telegramId }: StepJob): Promise<Outcome> {
    const { api } = this.ports;
    const whom = { chat_id: this.chat, user_id: telegramId };
    const limits = { within, signal: this.signal };
    const simple = async (method: string, params: object) =>
      outcomeOf(step, await api.call(method, params, { ...limits, expects: isTrue }), () => 'unknown');
    switch (step) {
      case 'approve':
        return simple('approveChatJoinRequest', whom);
      case 'decline':
        return simple('declineChatJoinRequest', whom);
      case 'remove':
        // Without only_if_banned it removes a member, and they can come back.
        return simple('unbanChatMember', whom);
      case 'lift_ban':
        return simple('unbanChatMember', { ...whom, only_if_banned: true });
      case 'look': {
        const answer = await api.call('getChatMember', whom, { ...limits, expects: isChatMember });
        return outcomeOf(step, answer, seenIn);
      }
    }
  }

  /** Whether the bot can manage the chat again. */
  private async probe({ chat }: Extract<Job, { kind: 'probe' }>): Promise<Millis> {
    const { api, botId, clock, log } = this.ports;
    this.memory.probedAt = clock.monotonic();
    const asked = { chat_id: this.chat, user_id: botId };
    const answer = await api.call('getChatMember', asked, { within, signal: this.signal, expects: isChatMember });
    if (answer.end !== 'ok') {
      const trouble = troubleOf(answer);
      if (trouble.end !== 'again' && trouble.end !== 'moved') return 0;
      this.memory.probedAt = null;
      return this.obstructed(trouble);
    }
    if (whyUnmanageable(answer.result) !== null) return 0;
    this.link.doubt();
    await this.inTransaction((tx) => noteRecovery(tx, chat.chatId, log));
    return 0;
  }

  /** After the last look Telegram says how many join requests wait, when the link is looked after. */
  private async lookAgain({ chat, who }: Extract<Job, { kind: 'look_again' }>): Promise<Millis> {
    if (who !== null) return this.paced(who, (tx, seen) => lookedAgain(tx, who.row, seen ?? who.row.seen));
    const asked = await waitingJoinRequests(this.ports, chat, this.signal);
    if (asked.end === 'again' || asked.end === 'moved') return this.obstructed(asked);
    await this.inTransaction((tx) => finishLooking(tx, this.chat, asked.end === 'done' ? asked.count : null));
    return 0;
  }

  /** Looks where somebody is, one a second, for `then`; null where Telegram doesn't say it. */
  private async paced(
    { telegramId, row }: Pick<StepJob, 'telegramId' | 'row'>,
    then: (tx: Transaction, seen: Seen | null) => Promise<void>,
  ): Promise<Millis> {
    this.memory.pacedAt = this.ports.clock.monotonic();
    const outcome = await this.call({ kind: 'step', step: 'look', telegramId, row });
    const { end } = outcome;
    if (end === 'wait' || end === 'outage' || end === 'moved') return this.obstructed(outcome);
    if (end === 'again') {
      if (!(await this.isTheirTrouble(row.personId))) return this.trouble(outcome.error);
      this.ports.log.warn('Telegram doesn’t say where somebody is, and the bot goes on with the others', {
        ...{ action: 'access', chatId: this.chat, telegramId },
        details: { reason: outcome.error },
      });
    }
    this.failures = 0;
    this.troubled.delete(row.personId);
    await this.inTransaction((tx) => then(tx, end === 'seen' ? outcome.seen : null));
    return 0;
  }

  /** A call about them has failed: whether others, such as one about the bot itself, would not. */
  private async isTheirTrouble(person: PersonId): Promise<boolean> {
    if (this.hasFailed(person) < failuresToAsk) return false;
    const { api, botId } = this.ports;
    const asked = { chat_id: this.chat, user_id: botId };
    const answer = await api.call('getChatMember', asked, { within, signal: this.signal, expects: isChatMember });
    return answer.end === 'ok';
  }

  /** Returns how often in a row. */
  private hasFailed(person: PersonId): number {
    const times = (this.troubled.get(person) ?? 0) + 1;
    this.troubled.set(person, times);
    return times;
  }

  private async seeToChat({ chat }: Extract<Job, { kind: 'link' }>): Promise<Millis> {
    const title = await seeToTitle(this.ports, chat, this.inTransaction, this.signal);
    const seenTo = title.end === 'done' ? await this.link.see(chat) : title;
    if (seenTo.end === 'refused') return this.obstructed({ ...seenTo, end: 'outage', why: 'refused' });
    if (seenTo.end !== 'done') return this.obstructed(seenTo);
    this.failures = 0;
    if (title.end === 'done') await this.warnOfExposures(title.chat);
    return 0;
  }

  /** Nothing can be done about the chat for now, whoever it is about. */
  private async obstructed(obstacle: Obstacle): Promise<Millis> {
    switch (obstacle.end) {
      case 'again':
        return this.trouble(obstacle.error);
      case 'wait':
        await this.inTransaction((tx) => tx.store.access.change(this.chat, { notBefore: tx.now + obstacle.for }));
        return 0;
      case 'outage':
        await this.inTransaction((tx) => noteOutage(tx, this.chat, obstacle, this.ports.log));
        this.memory.probedAt = this.ports.clock.monotonic();
        return 0;
      case 'moved': {
        const from = this.chat;
        await this.inTransaction((tx) => moveAccessChat(tx, from, obstacle.to, this.ports.log));
        return 0;
      }
    }
  }

  /** Says in the log what lets people in without an approval, once each until it changes. `check` says the same. */
  private async warnOfExposures(chat: ChatInfo): Promise<void> {
    const { api, log } = this.ports;
    const asked = { chat_id: chat.linked_chat_id };
    const limits = { within, signal: this.signal, expects: isChatInfo };
    const linked = asked.chat_id === undefined ? null : await api.call('getChat', asked, limits);
    const found = exposures(chat, linked?.end === 'ok' ? linked.result : null);
    for (const reason of found.filter((each) => !this.warnedOf.includes(each))) {
      const about = { action: 'access_exposed', chatId: this.chat, details: { title: chat.title, reason } };
      log.warn(`a chat of ACCESS_CHATS is open to people whom nobody approved: ${reason}`, about);
    }
    this.warnedOf = found;
  }

  private trouble(reason: string, isNews = true): Millis {
    this.failures += 1;
    if (this.failures === 1 && isNews) {
      this.ports.log.warn("Telegram can't be reached about a chat", { chatId: this.chat, details: { reason } });
    }
    return delay(this.failures, pauses, this.ports.random);
  }

  private logOutcome({ step, telegramId }: StepJob, outcome: Outcome): void {
    const { log } = this.ports;
    const details = { step, ...('error' in outcome ? { reason: outcome.error } : outcome) };
    const about = { action: 'access', chatId: this.chat, telegramId, details };
    if ('error' in outcome) log.warn('Telegram refuses something about a member', about);
    else log.debug('a chat follows what is wanted', about);
  }

  /** Ends early if there may be something to do. */
  private async sleep(length: Millis): Promise<void> {
    if (this.isWoken || length === 0) return;
    await this.pause(length);
  }

  private async pause(length: Millis): Promise<void> {
    if (this.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', done);
        this.wakeUp = null;
        resolve();
      };
      const timer = setTimeout(done, length);
      this.signal.addEventListener('abort', done);
      this.wakeUp = done;
    });
  }
}

/** A join request that can't be declined since they are in already shows no status: they may be an admin there. */
function found({ asked }: Progress, { step }: StepJob, outcome: Outcome): Progress {
  return {
    asked: asked || step === 'approve',
    looked: outcome.end === 'seen' && step !== 'decline' ? outcome.seen : null,
  };
}
