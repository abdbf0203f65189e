import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import type { Notice } from '../../../notices/notice';
import type { RequestId } from '../../../lifecycle/ids';
import { button, rendering, type DeskPlace, type Keyboard, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** Makes the one-time link to the desk from its nonce. Null: there is no desk. */
export type DeskLink = ((nonce: string) => string) | null;

export function renderDeskLink({ nonce }: Of<'desk_link'>, deskLink: DeskLink, say: TelegramSay): Rendering {
  if (deskLink === null) return rendering(say('telegram_desk_off'));
  const url = deskLink(nonce);
  if (opensInTelegram(url)) {
    return rendering(say('telegram_desk_link'), [[{ text: plainText(say('telegram_button_desk_open')), url }]]);
  }
  return rendering(say('telegram_desk_link_to_copy', { url }), [
    [{ text: plainText(say('telegram_button_desk_copy')), copy: url }],
  ]);
}

/**
 * Whether Telegram takes a button that opens this address: one with TLS, and with a dot in its host. Any other, such as one on this
 * machine, is to be copied.
 */
export function opensInTelegram(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname.includes('.');
}

/** Where a button in this chat opens a request at the desk. Null: nowhere. */
export type OpenAtDesk = ((request: RequestId) => DeskPlace | null) | null;

/** A row with the button that opens a request at the desk, where there is one. */
export function deskRow(request: RequestId, open: OpenAtDesk, say: TelegramSay): Keyboard {
  const desk = open?.(request) ?? null;
  return desk === null ? [] : [[{ text: plainText(say('telegram_button_desk_request')), desk }]];
}

export const renderDeskSignedIn = (notice: Of<'desk_signed_in'>, say: TelegramSay): Rendering =>
  rendering(say('telegram_desk_signed_in', notice), [
    [button(say, 'desk_sign_out', { type: 'desk_sign_out', link: notice.link })],
  ]);
