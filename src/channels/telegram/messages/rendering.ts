import { plainName } from '../../../i18n/invisible';
import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import type { GroupId } from '../../../lifecycle/ids';
import type { ChatLink, StatsChart } from '../../../requests/read/views';
import { pack, type CallbackData } from './callback-data';
import { shorten } from '../../wording/shorten';

/** A message as it is sent. At most one of `keyboard` and `forceReply` is set. */
export interface Rendering {
  /** Telegram HTML. */
  readonly html: string;
  readonly keyboard: Keyboard | null;
  readonly forceReply: ForceReply | null;
  readonly picture: Picture | null;
  /** A file over the text, which is its caption. Missing: there is none. */
  readonly file?: TextFile;
}

/** A file of text, in UTF-8. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A picture over the text, which is its caption: 1,024 UTF-16 units at most. */
export interface Picture {
  readonly chart: StatsChart;
  /** Telegram HTML of the message where the chat allows no pictures. */
  readonly otherwise: string;
}

/** Rows of buttons. */
export type Keyboard = readonly (readonly Button[])[];

/**
 * `data` comes back when it is pressed: a packed CallbackData. `copy` is copied. `url` is opened; where it is the link to a chat of the community,
 * `chatId` says of which. `desk` opens the desk, and is left out where Telegram refuses it.
 */
export type Button =
  | { readonly text: string; readonly desk: DeskPlace }
  | { readonly text: string; readonly data: string }
  | { readonly text: string; readonly url: string; readonly chatId?: GroupId | undefined }
  | { readonly text: string; readonly copy: string };

/** A place at the desk: a Mini App, which only private chats open, or a link to Telegram, which opens one from anywhere. */
export type DeskPlace = { readonly webApp: string } | { readonly link: string };

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
  | 'forget'
  | 'desk_sign_out'
  | 'language_of_telegram';

export const button = (say: TelegramSay, key: ButtonKey, data: CallbackData): Button => ({
  text: plainText(say(`telegram_button_${key}`)),
  data: pack(data),
});

/** A button for each of these chats, on a row of its own. */
export const linkButtons = (links: readonly ChatLink[]): Keyboard =>
  links.map(({ title, url, chatId }) => [{ text: `🚪 ${shorten(plainName(title), longestTitle)}`, url, chatId }]);

/** The chats of the community that the message has a link to. */
export const chatsLinkedBy = ({ keyboard }: Rendering): readonly GroupId[] =>
  (keyboard ?? [])
    .flat()
    .flatMap((button) => ('chatId' in button && button.chatId !== undefined ? [button.chatId] : []));

/** The same message with these links to chats of the community. */
export const withLinks = (rendering: Rendering, links: ReadonlyMap<GroupId, string>): Rendering => ({
  ...rendering,
  keyboard:
    rendering.keyboard?.map((row) =>
      row.map((button) => {
        const url = 'chatId' in button && button.chatId !== undefined ? links.get(button.chatId) : undefined;
        return url === undefined ? button : { ...button, url };
      }),
    ) ?? null,
});

/** The same message without the buttons that open the desk; null: it has none. */
export function withoutDesk<R extends Rendering>(rendering: R): R | null {
  const { keyboard } = rendering;
  if (keyboard?.flat().some((button) => 'desk' in button) !== true) return null;
  const rows = keyboard.map((row) => row.filter((button) => !('desk' in button))).filter((row) => row.length > 0);
  return { ...rendering, keyboard: rows.length === 0 ? null : rows };
}

/** More of it no button shows. */
const longestTitle = 64;

/** Asks for a reply; the placeholder has Telegram's 64 characters at most. */
export const asking = (html: string, placeholder: string, selective: boolean): Rendering => ({
  html,
  keyboard: null,
  forceReply: { placeholder: shorten(plainText(placeholder), 64), selective },
  picture: null,
});
