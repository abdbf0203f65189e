import type { Message } from 'telegraf/types';
import type { Fields } from '../channels/telegram/answer';
import type { LeftOut } from '../notices/notice';
import { fieldsOf, mediaOfRich, wordsOfRich, type RichReader } from './rich-text';

/** The parts of a message that can be passed on to others: its words, and the addresses behind them. */
export interface Written {
  /** The words: a text, a caption, or a rich message's blocks as text. */
  readonly text: string;
  /** The same with the address after each link, and the ID after each mention of somebody without a username. */
  readonly spelledOut: string;
  /** The rest of the message, which is not passed on. */
  readonly leftOut: readonly LeftOut[];
}

/** Null: the message has no text. */
export function writtenIn(message: Message): Written | null {
  const { text, entities, caption, caption_entities, rich_message }: Fields = { ...message };
  if (typeof text === 'string') return { text, spelledOut: spelledOut(text, entities), leftOut: [] };
  if (typeof caption === 'string') {
    return { text: caption, spelledOut: spelledOut(caption, caption_entities), leftOut: [mediaIn(message)] };
  }
  if (rich_message === undefined) return null;
  const words = wordsOfRich(rich_message, wordsOnly);
  if (words === '') return null;
  return {
    text: words,
    spelledOut: wordsOfRich(rich_message, withAddresses),
    leftOut: [...new Set(mediaOfRich(rich_message).map((type) => mediaNames[type] ?? 'media'))],
  };
}

/** The text to pass on if the limit is `limit` UTF-16 units: with the addresses, unless they make it too long. */
export function passedOn(text: string, withAddresses: string, limit: number): Pick<Written, 'text' | 'leftOut'> {
  if (withAddresses === text || text.length > limit) return { text, leftOut: [] };
  return withAddresses.length <= limit ? { text: withAddresses, leftOut: [] } : { text, leftOut: ['addresses'] };
}

/** By the field of a message or the type of a block. */
const mediaNames: Readonly<Partial<Record<string, LeftOut>>> = {
  photo: 'photo',
  live_photo: 'photo',
  video: 'video',
  // Telegram sets `document` for an animation, too.
  animation: 'video',
  document: 'file',
  audio: 'audio',
  voice: 'audio',
  voice_note: 'audio',
};

function mediaIn(message: Message): LeftOut {
  const field = Object.keys(mediaNames).find((name) => name in message);
  return (field === undefined ? undefined : mediaNames[field]) ?? 'media';
}

const wordsOnly: RichReader = { link: (words) => words, mention: (words) => words };
const withAddresses: RichReader = {
  link: (words, address) => (isShown(words, address) ? words : `${words} (${address})`),
  mention: (words, id) => `${words} (ID ${id})`,
};

/** Skips malformed entities and those that point outside the text: not every server is Telegram's. */
function spelledOut(text: string, entities: unknown): string {
  if (!Array.isArray(entities)) return text;
  const additions: { readonly at: number; readonly what: string }[] = [];
  for (const entity of entities as readonly unknown[]) {
    const { type, offset, length, url, user } = fieldsOf(entity);
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) continue;
    const [from, to] = [Number(offset), Number(offset) + Number(length)];
    if (from < 0 || to <= from || to > text.length) continue;
    const words = text.slice(from, to);
    const { id } = fieldsOf(user);
    if (type === 'text_link' && typeof url === 'string' && !isShown(words, url)) {
      additions.push({ at: to, what: ` (${url})` });
    } else if (type === 'text_mention' && typeof id === 'number') {
      additions.push({ at: to, what: ` (ID ${id})` });
    }
  }
  additions.sort((a, b) => a.at - b.at);
  let spelled = '';
  let done = 0;
  for (const { at, what } of additions) {
    spelled += text.slice(done, at) + what;
    done = at;
  }
  return spelled + text.slice(done);
}

/** Whether the words say the address themselves. */
const isShown = (words: string, address: string): boolean => bare(words) === bare(address);
const bare = (address: string): string =>
  address
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/$/, '');
