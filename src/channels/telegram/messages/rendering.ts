import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import type { ChatLink, StatsChart } from '../../../requests/read/views';
import { pack, type CallbackData } from './callback-data';
import { shorten } from './fit';

/** A message as it is sent. At most one of `keyboard` and `forceReply` is set. */
export interface Rendering {
  /** Telegram HTML. */
  readonly html: string;
  readonly keyboard: Keyboard | null;
  readonly forceReply: ForceReply | null;
  readonly picture: Picture | null;
}

/** A picture over the text, which is its caption: 1,024 UTF-16 units at most. */
export interface Picture {
  readonly chart: StatsChart;
  /** Telegram HTML of the message where the chat allows no pictures. */
  readonly otherwise: string;
}

/** Rows of buttons. */
export type Keyboard = readonly (readonly Button[])[];

/** `data` comes back when it is pressed: a packed CallbackData. `url` is opened. */
export type Button = { readonly text: string; readonly data: string } | { readonly text: string; readonly url: string };

/** Opens the reply field for the person mentioned in the text if `selective`, else for everyone. */
interface ForceReply {
  readonly placeholder: string;
  readonly selective: boolean;
}

export const rendering = (html: string, keyboard: Keyboard | null = null): Rendering => ({
  html,
  keyboard: keyboard?.length === 0 ? null : keyboard,
  forceReply: null,
  picture: null,
});

type ButtonKey =
  | 'ask'
  | 'appeal'
  | 'send_request'
  | 'send_appeal'
  | 'add_to_request'
  | 'approve'
  | 'reject'
  | 'reject_with_reason'
  | 'ask_client'
  | 'own_reason'
  | 'undo'
  | 'undo_approval'
  | 'pending'
  | 'previous'
  | 'next'
  | 'list_in_place'
  | 'next_in_place'
  | 'stats_picture'
  | 'remove_them'
  | 'language_of_telegram';

export const button = (say: TelegramSay, key: ButtonKey, data: CallbackData): Button => ({
  text: plainText(say(`telegram_button_${key}`)),
  data: pack(data),
});

/** A button for each of these chats, on a row of its own. */
export const linkButtons = (links: readonly ChatLink[]): Keyboard =>
  links.map(({ title, url }) => [{ text: `🚪 ${shorten(title, longestTitle)}`, url }]);

/** More of it no button shows. */
const longestTitle = 64;

/** Asks for a reply; the placeholder has Telegram's 64 characters at most. */
export const asking = (html: string, placeholder: string, selective: boolean): Rendering => ({
  html,
  keyboard: null,
  forceReply: { placeholder: shorten(plainText(placeholder), 64), selective },
  picture: null,
});
