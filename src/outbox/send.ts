import { groupId, isGroup, type ChatId, type GroupId, type Millis } from '../lifecycle/ids';
import type { Rendering } from '../channels/telegram/messages/rendering';
import type { SendOutcome } from '../observability/meter';
import { isObject } from '../channels/telegram/answer';
import type { BotApi, CallResult, Refused } from '../channels/telegram/api';
import type { ResolvedMessage } from './resolve';

/** How an attempt to send ended, and so what has to be done about it. */
export type SendResult =
  /** `topicRefused`: its topic is closed or gone, as Telegram says there, so that it stands in no topic. */
  | { readonly end: 'sent'; readonly messageId: number | null; readonly topicRefused?: string }
  /** It is tried again; `after` is how long Telegram told us to keep away from the chat. */
  | { readonly end: 'again'; readonly outcomeUnknown: boolean; readonly after: Millis | null; readonly error: string }
  /** The message to be edited is no longer there. */
  | { readonly end: 'target_gone'; readonly error: string }
  /** The recipient can't be written to until they write to us. */
  | { readonly end: 'unreachable'; readonly error: string }
  | { readonly end: 'chat_moved'; readonly to: GroupId; readonly error: string }
  /** Telegram refuses the message itself: sending it again would change nothing. */
  | { readonly end: 'refused'; readonly error: string }
  /** It could not be put into words, and has not been sent. */
  | { readonly end: 'unworded'; readonly error: string };

/** A message that has somewhere to go. */
export type Addressed = ResolvedMessage & { readonly address: ChatId };

/** A call is given up after this long; what became of it is then unknown. */
const sendWithin: Millis = 25_000;

/**
 * Sends or edits one message. Markup that Telegram can't read is sent again as plain text, and what a closed or deleted
 * topic refuses without the topic. Never throws.
 */
export async function send(
  api: BotApi,
  drawn: Addressed,
  rendering: Rendering,
  plainText: (html: string) => string,
  signal: AbortSignal,
): Promise<SendResult> {
  const result = await attempt(api, drawn, { text: rendering.html, parse_mode: 'HTML' }, rendering, signal);
  if (result.end !== 'refused') return ending(drawn, result);
  if (drawn.row.threadId !== null && noTopic.some((text) => result.description.includes(text))) {
    const elsewhere = { ...drawn, row: { ...drawn.row, threadId: null, replyTo: null } };
    const sent = await send(api, elsewhere, rendering, plainText, signal);
    return sent.end === 'sent' ? { ...sent, topicRefused: `${result.code} ${result.description}` } : sent;
  }
  if (!result.description.includes("can't parse entities")) return ending(drawn, result);
  return ending(drawn, await attempt(api, drawn, { text: plainText(rendering.html) }, rendering, signal));
}

const noTopic = ['message thread not found', 'TOPIC_CLOSED', 'TOPIC_DELETED', 'TOPIC_ID_INVALID'];

interface Sent {
  readonly message_id: number;
}

/** Without its number a card could not be followed: then it is as if nobody had answered. */
const isSent = (result: unknown): result is Sent => isObject(result) && Number.isSafeInteger(result['message_id']);
/** An edit of what somebody else wrote is answered with `true` (https://core.telegram.org/bots/api#editmessagetext). */
const isEdited = (result: unknown): result is Sent | true => result === true || isSent(result);

function attempt(
  api: BotApi,
  { row, address, edits }: Addressed,
  text: { readonly text: string; readonly parse_mode?: 'HTML' },
  rendering: Rendering,
  signal: AbortSignal,
): Promise<CallResult<Sent | true>> {
  const common = { chat_id: address, ...text, link_preview_options: { is_disabled: true }, ...markup(rendering) };
  const limits = { within: sendWithin, signal };
  if (edits !== null)
    return api.call('editMessageText', { ...common, message_id: edits }, { ...limits, expects: isEdited });
  const reply = row.replyTo !== null && {
    reply_parameters: { message_id: row.replyTo, allow_sending_without_reply: true },
  };
  const topic = row.threadId !== null && { message_thread_id: row.threadId };
  return api.call('sendMessage', { ...common, ...topic, ...reply }, { ...limits, expects: isSent });
}

function markup({ keyboard, forceReply }: Rendering): object {
  if (keyboard !== null) {
    const rows = keyboard.map((row) => row.map(({ text, data }) => ({ text, callback_data: data })));
    return { reply_markup: { inline_keyboard: rows } };
  }
  if (forceReply !== null) {
    const { placeholder, selective } = forceReply;
    return { reply_markup: { force_reply: true, input_field_placeholder: placeholder, selective } };
  }
  return {};
}

function ending(message: Addressed, result: CallResult<Sent | true>): SendResult {
  switch (result.end) {
    case 'ok':
      return { end: 'sent', messageId: message.edits ?? messageIdOf(result.result) };
    case 'not_sent':
      return { end: 'again', outcomeUnknown: false, after: null, error: result.error };
    case 'unknown':
      return { end: 'again', outcomeUnknown: true, after: null, error: result.error };
    case 'refused':
      return refusedEnding(message, result);
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

function refusedEnding(
  { address, edits }: Addressed,
  { code, description, retryAfter, migratedTo }: Refused,
): SendResult {
  const error = `${code} ${description}`;
  const says = (texts: readonly string[]) => texts.some((text) => description.includes(text));
  if (code === 429) return { end: 'again', outcomeUnknown: false, after: retryAfter ?? 1000, error };
  // The token is refused: an outage, until the token is right again.
  if (code === 401 || code === 404) return { end: 'again', outcomeUnknown: false, after: null, error };
  if (migratedTo !== null && isGroup(address)) return { end: 'chat_moved', to: groupId(migratedTo), error };
  if (description.includes('message is not modified')) return { end: 'sent', messageId: edits };
  if (code === 403 || says(nobodyThere)) return { end: 'unreachable', error };
  if (edits !== null && says(nothingToEdit)) return { end: 'target_gone', error };
  return { end: 'refused', error };
}

/** The ending as whoever watches counts it. */
export function outcomeOf(ending: SendResult): SendOutcome {
  switch (ending.end) {
    case 'sent':
      return 'accepted';
    case 'again':
      if (ending.outcomeUnknown) return 'unknown';
      return ending.after === null ? 'retried' : 'limited';
    case 'target_gone':
      return 'gone';
    case 'unreachable':
      return 'blocked';
    case 'chat_moved':
      return 'moved';
    case 'refused':
    case 'unworded':
      return 'undeliverable';
  }
}
