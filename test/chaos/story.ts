import { join } from 'node:path';
import type { Notice } from '../../src/notices/notice';
import { renderNotice } from '../../src/channels/telegram/messages/render';
import type { Call } from '../../src/telegram-double/call-log';
import { loadTexts, type Texts } from '../../src/i18n/texts';
import type { Evidence, OutboxRow } from './evidence';

interface Accepted {
  readonly messageId: number;
  /** What the message is, whichever of its copies. */
  readonly key: string;
}

/** What people saw arrive, and which of the messages owed each of them was. */
export class Story {
  private readonly texts: Texts;
  private readonly inChat = new Map<number, Accepted[]>();
  private readonly byPlace = new Map<string, Accepted>();
  private readonly keys = new Map<number, string>();

  constructor({ calls }: Evidence) {
    const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community: 'Sosekni', timeZone: 'UTC' });
    if (!('texts' in loaded)) throw new Error(`the texts in ${join('src', 'texts')} are wrong`);
    this.texts = loaded.texts;
    for (const call of calls) {
      if (call.method !== 'sendMessage' || !call.acted) continue;
      const accepted = { messageId: messageIdOf(call), key: keyOfCall(String(call.params['text'])) };
      const chat = Number(call.params['chat_id']);
      const inChat = this.inChat.get(chat);
      if (inChat === undefined) this.inChat.set(chat, [accepted]);
      else inChat.push(accepted);
      this.byPlace.set(`${chat}/${accepted.messageId}`, accepted);
    }
  }

  /** The new messages that Telegram accepted for a chat, in the order in which people see them. */
  acceptedIn(chat: number): readonly Accepted[] {
    return this.inChat.get(chat) ?? [];
  }

  acceptedAt(place: string): Accepted | undefined {
    return this.byPlace.get(place);
  }

  /** What a row is recognised by when it arrives: what it says, or which card it is. */
  keyOf({ id, notice }: Pick<OutboxRow, 'id' | 'notice'>): string {
    const known = this.keys.get(id);
    if (known !== undefined) return known;
    const key = this.describe(notice);
    this.keys.set(id, key);
    return key;
  }

  private describe(notice: Notice): string {
    switch (notice.kind) {
      case 'card':
        return cardKey(notice.requestId);
      case 'shown_card':
        return shownKey(notice.requestId);
      case 'queue_card':
        return cardKey(notice.requestId);
      case 'reminder':
      case 'address_code':
      case 'my_data':
        return notice.kind;
      case 'digest':
      case 'digest_update':
        return 'digest';
      default:
        return renderNotice(notice, { texts: this.texts, language: 'en' }).html;
    }
  }
}

const cardKey = (request: number) => `the card of request ${request}`;
const shownKey = (request: number) => `request ${request} with its history`;

/** These say what is so when they leave. */
export const isDrawnWhenSent = ({ kind }: Notice): boolean =>
  kind === 'card' ||
  kind === 'shown_card' ||
  kind === 'queue_card' ||
  kind === 'reminder' ||
  kind === 'digest' ||
  kind === 'digest_update';

function keyOfCall(html: string): string {
  const card = /^📨 <b>Request #(\d+)<\/b>/.exec(html);
  if (card !== null) return html.includes('<b>History</b>') ? shownKey(Number(card[1])) : cardKey(Number(card[1]));
  if (/^📨 (?:No|One|<b>\d+<\/b>) requests? (?:is|are) waiting/.test(html)) return 'digest';
  return html.startsWith('⏰') ? 'reminder' : html;
}

/** The boundary: the double's answer to sendMessage is a message. */
const messageIdOf = ({ answer }: Call): number =>
  answer?.ok === true ? (answer.result as { readonly message_id: number }).message_id : 0;
