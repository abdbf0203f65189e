import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import type { Notice } from '../../../notices/notice';
import { button, rendering, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/**
 * Makes the one-time link to the desk from its nonce. Telegram refuses a button with an address that has no dot in its host, such
 * as one on this machine, so that one is to be copied. Null: there is no desk.
 */
export type DeskLink = ((nonce: string) => string) | null;

export function renderDeskLink({ nonce }: Of<'desk_link'>, deskLink: DeskLink, say: TelegramSay): Rendering {
  if (deskLink === null) return rendering(say('telegram_desk_off'));
  const url = deskLink(nonce);
  if (url.startsWith('https:')) {
    return rendering(say('telegram_desk_link'), [[{ text: plainText(say('telegram_button_desk_open')), url }]]);
  }
  return rendering(say('telegram_desk_link_to_copy', { url }), [
    [{ text: plainText(say('telegram_button_desk_copy')), copy: url }],
  ]);
}

export const renderDeskSignedIn = (notice: Of<'desk_signed_in'>, say: TelegramSay): Rendering =>
  rendering(say('telegram_desk_signed_in', notice), [
    [button(say, 'desk_sign_out', { type: 'desk_sign_out', link: notice.link })],
  ]);
