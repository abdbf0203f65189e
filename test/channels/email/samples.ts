import { EmailChannel, messageKeyOf, type EmailChannelPorts } from '../../../src/channels/email/channel';
import type { EmailSettings } from '../../../src/channels/email/settings';
import { personId, requestId } from '../../../src/lifecycle/ids';
import type { Log } from '../../../src/observability/log';
import type { ResolvedMessage } from '../../../src/outbox/resolve';
import type { ResolvedNotice } from '../../../src/notices/resolved-notice';
import { texts } from '../telegram/messages/samples';

export const noon = Date.UTC(2026, 10, 30, 12);
const log: Log = { error() {}, warn() {}, info() {}, debug() {}, child: () => log };

/** A channel through the relay at this port of this machine. */
export function channelTo(
  port: number,
  more: Partial<EmailSettings> = {},
  ports: Partial<EmailChannelPorts> = {},
): EmailChannel {
  const from = { name: null, address: 'bot@sosekni.example' };
  return new EmailChannel({
    settings: { host: '127.0.0.1', port, security: 'off', login: null, from, caFile: null, ...more },
    texts: texts(),
    community: 'Choir “Нота”',
    messageKey: messageKeyOf('1:token'),
    personalPage: null,
    clock: { now: () => noon + 60_000, monotonic: () => 0 },
    log,
    onOutage: () => undefined,
    ...ports,
  });
}

/** A message of the outbox, as it leaves. */
export function messageTo(address: string | null, notice: ResolvedNotice, attempts = 0): ResolvedMessage {
  const id = personId(5_000_000_001);
  const person = { id, telegramId: null, name: 'Anna', username: null, language: 'en', chosenLanguage: null };
  return {
    row: {
      id: 7,
      channel: 'email',
      recipientId: id,
      notice: { kind: 'draft_sent' },
      priority: 1,
      requestId: requestId(12),
      botMessageId: null,
      replyTo: null,
      editMessageId: null,
      threadId: null,
      attempts,
      unknownOutcomes: 0,
      notBefore: null,
      toldToWaitAt: null,
      createdAt: noon,
    },
    recipient: { kind: 'person', id, person: { ...person, unreachableAt: null } },
    notice,
    language: 'en',
    edits: null,
    address,
  };
}
