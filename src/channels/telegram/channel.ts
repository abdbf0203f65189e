import { plainText } from '../../i18n/markup';
import type { Texts } from '../../i18n/texts';
import type { ChatId, GroupId, RequestId } from '../../lifecycle/ids';
import type { Log, LogFields } from '../../observability/log';
import type { Channel, SendResult } from '../../outbox/channel';
import type { Recipient, ResolvedMessage } from '../../outbox/resolve';
import type { Community } from '../../people/community';
import { moveChat } from '../../requests/move-chat';
import type * as StatsChartModule from '../picture/stats-chart';
import type { BotApi } from './api';
import { noteTopicRefused, noteUnreachableGroup } from '../../requests/group-trouble';
import { noteUnreachable } from '../../requests/reachability';
import type { DeskLink } from './messages/desk';
import { renderNotice } from './messages/render';
import { chatsLinkedBy, withLinks, type DeskPlace, type Rendering } from './messages/rendering';
import { TelegramPace } from './pace';
import { send, type Drawn, type TelegramResult } from './send';
import { UnwritableGroups } from './unwritable-groups';

/** Loaded when the first picture is asked for: hardly any start needs it. */
const statsChart = () => require('../picture/stats-chart') as typeof StatsChartModule;

export interface TelegramChannelPorts {
  readonly api: BotApi;
  readonly texts: Texts;
  readonly community: Community;
  readonly log: Log;
  /** In messages a second; null: no limit of our own, to any chat. */
  readonly sendRate: number | null;
  /** The link to a chat of the community as it works now; null: Telegram doesn't say it. Null where there are no such chats. */
  readonly workingLink: ((chat: GroupId) => Promise<string | null>) | null;
  readonly deskLink: DeskLink;
  /** Where a button in such a chat opens a request at the desk; null: nowhere. */
  readonly deskPlace: (chat: Recipient['kind'], request: RequestId) => DeskPlace | null;
}

/** Messages go out through the Bot API. */
export class TelegramChannel implements Channel {
  readonly name = 'telegram';
  readonly title = 'Telegram';
  readonly outagePauses = { min: 250, max: 4000 };
  readonly pace: TelegramPace;
  private readonly unwritable: UnwritableGroups;
  private isDeskRefused = false;

  constructor(private readonly ports: TelegramChannelPorts) {
    this.pace = new TelegramPace(ports.sendRate);
    this.unwritable = new UnwritableGroups(ports.api, ports.log);
  }

  async send(message: ResolvedMessage, signal: AbortSignal): Promise<SendResult> {
    const rendered = this.renderOrNull(message);
    const chats = rendered === null ? [] : chatsLinkedBy(rendered);
    const rendering = rendered === null || chats.length === 0 ? rendered : await this.withWorkingLinks(rendered, chats);
    // Without a picture or a link the call is on its way before anything else can happen.
    const drawn = rendering?.picture == null ? rendering : await this.drawOrNull(message, rendering);
    if (drawn === null) return { end: 'unworded', error: 'it could not be rendered' };
    const { row, edits, recipient } = message;
    const chat = chatOf(recipient);
    if (chat === null) return this.withoutChat(recipient);
    const result = await send(this.ports.api, { row, edits, chat }, drawn, plainText, signal);
    return this.withFollowUp(message, result, signal);
  }

  logFields(recipient: Recipient): LogFields {
    return { chatId: chatOf(recipient) ?? undefined };
  }

  /** One of another version's, or a bug: it is logged and shown as undeliverable, and holds nothing else up. */
  private renderOrNull(message: ResolvedMessage): Rendering | null {
    try {
      const { texts, deskLink, deskPlace } = this.ports;
      const { notice, language, recipient } = message;
      const openAtDesk = (request: RequestId) => deskPlace(recipient.kind, request);
      return renderNotice(notice, { texts, language, deskLink, openAtDesk });
    } catch (error) {
      return this.unrendered(message, error);
    }
  }

  /** A human may have revoked a link since the message was written. */
  private async withWorkingLinks(rendering: Rendering, chats: readonly GroupId[]): Promise<Rendering> {
    const links = new Map<GroupId, string>();
    await Promise.all(
      chats.map(async (chat) => {
        const url = await this.ports.workingLink?.(chat);
        if (url != null) links.set(chat, url);
      }),
    );
    return withLinks(rendering, links);
  }

  private async drawOrNull(message: ResolvedMessage, rendering: Rendering): Promise<Drawn | null> {
    try {
      return { ...rendering, png: rendering.picture && (await statsChart().drawStatsChart(rendering.picture.chart)) };
    } catch (error) {
      return this.unrendered(message, error);
    }
  }

  private unrendered({ row, recipient }: ResolvedMessage, error: unknown): null {
    this.ports.log.error('a message could not be rendered and is undeliverable', {
      ...this.logFields(recipient),
      error,
      details: { outboxId: row.id, kind: row.notice.kind },
    });
    return null;
  }

  /** The message has arrived, without a button; that is to be known once and not at every card. */
  private noteDeskRefused(recipient: Recipient, reason: string): void {
    if (this.isDeskRefused) return;
    this.isDeskRefused = true;
    this.ports.log.warn('Telegram refuses the button that opens the desk: cards go without it. Check PUBLIC_URL', {
      ...this.logFields(recipient),
      action: 'desk_button_refused',
      details: { reason },
    });
  }

  private withoutChat(recipient: Recipient): SendResult {
    const error = 'the recipient is not on Telegram';
    if (recipient.kind === 'group') return { end: 'no_address', error };
    return { end: 'no_address', error, follow: (tx) => noteUnreachable(tx, recipient.id, error, this.ports.log) };
  }

  /** The result, with effects that only Telegram has: people and groups that can't be written to, groups that move, topics. */
  private withFollowUp({ row, recipient }: ResolvedMessage, result: TelegramResult, signal: AbortSignal): SendResult {
    const { community, log } = this.ports;
    switch (result.end) {
      case 'sent': {
        const { topicRefused, deskRefused, ...sent } = result;
        if (deskRefused !== undefined) this.noteDeskRefused(recipient, deskRefused);
        if (topicRefused === undefined) return sent;
        return { ...sent, follow: (tx) => noteTopicRefused(tx, row, topicRefused, log) };
      }
      case 'moved':
        if (recipient.kind !== 'group') return result;
        return { ...result, follow: (tx) => moveChat(tx, recipient.id, result.to, log) };
      case 'unreachable':
        if (recipient.kind === 'person') {
          return { ...result, follow: (tx) => noteUnreachable(tx, recipient.id, result.error, log) };
        }
        if (community.isAdminChat(recipient.id)) {
          return { ...result, follow: (tx) => noteUnreachableGroup(tx, recipient.id, result.error, log) };
        }
        // A stranger's group is nobody's business, so nobody is told that it can't be answered.
        this.unwritable.refused(recipient.id, signal);
        return { end: 'unwanted', error: result.error };
      default:
        return result;
    }
  }
}

/** A group, or a person's private chat with the bot; null: they are not on Telegram. */
const chatOf = (recipient: Recipient): ChatId | null =>
  recipient.kind === 'group' ? recipient.id : (recipient.person?.telegramId ?? null);
