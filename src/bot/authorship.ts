import type { Message } from 'telegraf/types';
import { isObject, type Fields } from '../channels/telegram/answer';

/** Fields that mark a message as forwarded or as made by an inline bot; some servers have the older ones. */
const signsOfForwarding = [
  'forward_origin',
  'forward_date',
  'forward_from',
  'forward_from_chat',
  'via_bot',
  'sender_business_bot',
] as const;

/**
 * Whether its sender wrote a message themselves: it is not forwarded, not made by an inline bot, not posted by a channel
 * and does not begin with a quotation. Another person's words decide nothing, no matter who sends them.
 */
export function isOwnWords(message: Message): boolean {
  const fields: Fields = { ...message };
  if (signsOfForwarding.some((name) => fields[name] !== undefined)) return false;
  if (fields['is_automatic_forward'] === true) return false;
  return !beginsWithQuotation(fields);
}

function beginsWithQuotation({ entities, caption_entities, rich_message }: Fields): boolean {
  const marked = [entities, caption_entities].flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []));
  if (marked.some((entity) => isObject(entity) && entity['offset'] === 0 && isQuotation(entity['type']))) return true;
  const blocks: unknown = isObject(rich_message) ? rich_message['blocks'] : undefined;
  const first: unknown = Array.isArray(blocks) ? blocks[0] : undefined;
  return isObject(first) && isQuotation(first['type']);
}

const isQuotation = (type: unknown): boolean =>
  type === 'blockquote' || type === 'expandable_blockquote' || type === 'pullquote';
