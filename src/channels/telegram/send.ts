import { groupId, isGroup, type ChatId, type Millis } from '../../lifecycle/ids';
import type { SendResult } from '../../outbox/channel';
import type { ResolvedMessage } from '../../outbox/resolve';
import { isObject, reasonOf } from './answer';
import type { BotApi, CallResult, Refused } from './api';
import { withoutDesk, type Rendering } from './messages/rendering';

/**
 * `topicRefused`: the topic is closed or gone, as Telegram says there, so the message went to no topic. `deskRefused`: why it went
 * without the button that opens the desk.
 */
export type TelegramResult =
  | {
      readonly end: 'sent';
      readonly messageId: number | null;
      readonly topicRefused?: string;
      readonly deskRefused?: string;
    }
  | Exclude<SendResult, { readonly end: 'sent' | 'unwanted' | 'unworded' | 'no_address' }>;

/** A message to a chat. */
export interface Addressed extends Pick<ResolvedMessage, 'row' | 'edits'> {
  readonly chat: ChatId;
}

/** A rendering whose picture, if it has one, is drawn: a PNG. */
export type Drawn = Rendering & { readonly png?: Buffer | null };

/** A call is given up after this long, and its outcome is then unknown. */
const sendWithin: Millis = 25_000;

/**
 * Sends or edits one message. If Telegram can't read the markup, it is sent again as plain text; if a topic is closed or
 * deleted, it is sent again without the topic; if the chat allows no pictures, it is told so; a button that opens the desk and may be
 * what is refused is left out. Never throws.
 */
export async function send(
  api: BotApi,
  message: Addressed,
  rendering: Drawn,
  plainText: (html: string) => string,
  signal: AbortSignal,
): Promise<TelegramResult> {
  const result = await attempt(api, message, { text: rendering.html, parse_mode: 'HTML' }, rendering, signal);
  if (result.end !== 'refused') return resultOf(message, result);
  if (message.row.threadId !== null && noTopic.some((text) => result.description.includes(text))) {
    const elsewhere = { ...message, row: { ...message.row, threadId: null, replyTo: null } };
    const sent = await send(api, elsewhere, rendering, plainText, signal);
    return sent.end === 'sent' ? { ...sent, topicRefused: reasonOf(result) } : sent;
  }
  if (rendering.picture !== null && noPictures.some((text) => result.description.includes(text))) {
    const words = { ...rendering, html: rendering.picture.otherwise, picture: null, png: null };
    return send(api, message, words, plainText, signal);
  }
  const final = result.description.includes("can't parse entities")
    ? await attempt(api, message, { text: plainText(rendering.html) }, rendering, signal)
    : result;
  const buttonless = withoutDesk(rendering);
  if (buttonless === null || final.end !== 'refused' || resultOf(message, final).end !== 'refused') {
    return resultOf(message, final);
  }
  const sent = await send(api, message, buttonless, plainText, signal);
  return sent.end === 'sent' ? { ...sent, deskRefused: reasonOf(final) } : sent;
}

const noPictures = ['not enough rights to send photos', 'CHAT_SEND_PHOTOS_FORBIDDEN', 'CHAT_SEND_MEDIA_FORBIDDEN'];
const noTopic = ['message thread not found', 'TOPIC_CLOSED', 'TOPIC_DELETED', 'TOPIC_ID_INVALID'];

interface Sent {
  readonly message_id: number;
}

/** A card whose number is unknown could not be updated later, so an answer without one counts as no answer. */
const isSent = (result: unknown): result is Sent => isObject(result) && Number.isSafeInteger(result['message_id']);
/** Telegram answers `true` when an edit was not of a message of the bot's own (https://core.telegram.org/bots/api#editmessagetext). */
const isEdited = (result: unknown): result is Sent | true => result === true || isSent(result);

function attempt(
  api: BotApi,
  { row, chat, edits }: Addressed,
  text: { readonly text: string; readonly parse_mode?: 'HTML' },
  rendering: Drawn,
  signal: AbortSignal,
): Promise<CallResult<Sent | true>> {
  const place = { chat_id: chat, ...markup(rendering) };
  const common = { ...place, ...text, link_preview_options: { is_disabled: true } };
  const limits = { within: sendWithin, signal };
  if (edits !== null)
    return api.call('editMessageText', { ...common, message_id: edits }, { ...limits, expects: isEdited });
  const reply = row.replyTo !== null && {
    reply_parameters: { message_id: row.replyTo, allow_sending_without_reply: true },
  };
  const topic = row.threadId !== null && { message_thread_id: row.threadId };
  const { png = null } = rendering;
  if (rendering.file !== undefined) {
    const { text: caption, ...parsed } = text;
    const { name, type, text: content } = rendering.file;
    const upload = { field: 'document', fileName: name, type, bytes: Buffer.from(content) };
    const document = { ...place, caption, ...parsed, ...topic, ...reply };
    return api.call('sendDocument', document, { ...limits, upload, expects: isSent });
  }
  if (png !== null) {
    const { text: caption, ...parsed } = text;
    const upload = { field: 'photo', fileName: 'stats.png', type: 'image/png', bytes: png };
    const photo = { ...place, caption, ...parsed, ...topic, ...reply };
    return api.call('sendPhoto', photo, { ...limits, upload, expects: isSent });
  }
  return api.call('sendMessage', { ...common, ...topic, ...reply }, { ...limits, expects: isSent });
}

function markup({ keyboard, forceReply }: Rendering): object {
  if (keyboard !== null) {
    const rows = keyboard.map((row) =>
      row.map((button) => {
        const { text } = button;
        if ('url' in button) return { text, url: button.url };
        if ('desk' in button) {
          const { desk } = button;
          return 'webApp' in desk ? { text, web_app: { url: desk.webApp } } : { text, url: desk.link };
        }
        return 'copy' in button ? { text, copy_text: { text: button.copy } } : { text, callback_data: button.data };
      }),
    );
    return { reply_markup: { inline_keyboard: rows } };
  }
  if (forceReply !== null) {
    const { placeholder, selective } = forceReply;
    return { reply_markup: { force_reply: true, input_field_placeholder: placeholder, selective } };
  }
  return {};
}

function resultOf(message: Addressed, result: CallResult<Sent | true>): TelegramResult {
  switch (result.end) {
    case 'ok':
      return { end: 'sent', messageId: message.edits ?? messageIdOf(result.result) };
    case 'not_sent':
      return { end: 'again', outcomeUnknown: false, after: null, error: result.error };
    case 'unknown':
      return { end: 'again', outcomeUnknown: true, after: null, error: result.error };
    case 'refused':
      return refusedResult(message, result);
  }
}

const messageIdOf = (sent: Sent | true): number | null => (sent === true ? null : sent.message_id);

/** Telegram's descriptions are not documented; these are the ones its server is known to give. */
const nobodyThere = [
  'chat not found',
  'user not found',
  'PEER_ID_INVALID',
  'CHANNEL_PRIVATE',
  'bot is not a member',
  'not enough rights',
  'no rights to send',
  'need administrator rights',
  'CHAT_WRITE_FORBIDDEN',
  'CHAT_RESTRICTED',
  'TOPIC_CLOSED',
];
const nothingToEdit = ['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'];

function refusedResult(
  { chat, edits }: Addressed,
  { code, description, retryAfter, migratedTo }: Refused,
): TelegramResult {
  const error = `${code} ${description}`;
  const says = (texts: readonly string[]) => texts.some((text) => description.includes(text));
  if (code === 429) return { end: 'again', outcomeUnknown: false, after: retryAfter ?? 1000, error };
  // The token is refused: an outage until the token is valid again.
  if (code === 401 || code === 404) return { end: 'again', outcomeUnknown: false, after: null, error };
  if (migratedTo !== null && isGroup(chat)) return { end: 'moved', to: groupId(migratedTo), error };
  if (description.includes('message is not modified')) return { end: 'sent', messageId: edits };
  if (code === 403 || says(nobodyThere)) return { end: 'unreachable', error };
  if (edits !== null && says(nothingToEdit)) return { end: 'target_gone', error };
  return { end: 'refused', error };
}
