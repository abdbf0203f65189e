import type { InlineKeyboardButton } from '@grammyjs/types';
import { badRequest, type Refusal } from './answer';
import type { Chat } from './chats';

const longestCallbackData = 64;
/** Not documented; what Telegram enforces. */
const mostButtons = 100;

type Rows = readonly (readonly InlineKeyboardButton[])[];

/** What is wrong with the buttons of a message, whatever the chat. */
export function keyboardProblem(rows: Rows): Refusal | undefined {
  const buttons = rows.flat();
  if (buttons.length > mostButtons) return badRequest('reply markup is too long');
  for (const button of buttons) {
    const problem = buttonProblem(button);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function buttonProblem(button: InlineKeyboardButton): Refusal | undefined {
  if (button.text === '') return badRequest("can't parse inline keyboard button: Text buttons must have text");
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > longestCallbackData) return badRequest('BUTTON_DATA_INVALID');
  }
  if ('url' in button) {
    const wrong = linkProblem(button.url);
    if (wrong !== undefined) return badRequest(`inline keyboard button URL '${button.url}' is invalid: ${wrong}`);
  }
  if ('web_app' in button) {
    const { url } = button.web_app;
    const wrong = webAppProblem(url);
    if (wrong !== undefined) return badRequest(`inline keyboard button Web App URL '${url}' is invalid: ${wrong}`);
  }
  return undefined;
}

/** Mini Apps are opened from private chats only (https://core.telegram.org/bots/api#inlinekeyboardbutton). */
export const placeProblem = (rows: Rows, chat: Chat): Refusal | undefined =>
  chat.kind !== 'private' && rows.flat().some((button) => 'web_app' in button)
    ? badRequest('BUTTON_TYPE_INVALID')
    : undefined;

/** Why Telegram takes no Mini App at this address. */
export function webAppProblem(url: string): string | undefined {
  return linkProblem(url) ?? (new URL(url).protocol === 'https:' ? undefined : 'Only HTTPS links are allowed');
}

function linkProblem(url: string): string | undefined {
  if (!URL.canParse(url)) return 'Wrong HTTP URL';
  const { protocol, hostname } = new URL(url);
  if (protocol === 'tg:') return undefined;
  if (protocol !== 'http:' && protocol !== 'https:') return 'Unsupported URL protocol';
  return hostname.includes('.') || hostname.startsWith('[') ? undefined : 'Wrong HTTP URL';
}
