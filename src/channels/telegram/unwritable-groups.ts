import type { GroupId, Millis } from '../../lifecycle/ids';
import type { Log } from '../../observability/log';
import { isTrue, reasonOf } from './answer';
import type { BotApi } from './api';

/** The bot leaves a group that has refused this many answers: it isn't wanted there. */
const refusalsToLeave = 3;
/** The most groups to remember; the oldest is dropped, since strangers can create any number. */
const mostRemembered = 1000;
const within: Millis = 15_000;

/** Groups in which the bot may not write and that are not the admins' group: it leaves them, and nobody is told. */
export class UnwritableGroups {
  private readonly refusals = new Map<GroupId, number>();

  constructor(
    private readonly api: BotApi,
    private readonly log: Log,
  ) {}

  /** An answer to a message in the group was refused. */
  refused(group: GroupId, signal: AbortSignal): void {
    const count = (this.refusals.get(group) ?? 0) + 1;
    this.refusals.delete(group);
    if (count >= refusalsToLeave) return void this.leave(group, signal);
    this.refusals.set(group, count);
    const [first] = this.refusals.keys();
    if (this.refusals.size > mostRemembered && first !== undefined) this.refusals.delete(first);
  }

  /** Best effort: if it fails, further refusals trigger it again. */
  private async leave(group: GroupId, signal: AbortSignal): Promise<void> {
    const answer = await this.api.call('leaveChat', { chat_id: group }, { expects: isTrue, within, signal });
    this.log.info('leaving a group that is not ADMIN_CHAT_ID and in which the bot may not write', {
      action: 'group_left',
      chatId: group,
      details: { ...(answer.end !== 'ok' && { reason: reasonOf(answer) }) },
    });
  }
}
