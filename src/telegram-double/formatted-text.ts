import type { MessageEntity } from '@grammyjs/types';

/** A text and its formatting. Offsets and lengths are in UTF-16 units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/**
 * The text as Telegram stores a bot's text: control characters become spaces; carriage returns, line separators, direction
 * overrides (U+2028 to U+202E) and white space at both ends are removed.
 */
export function cleaned(formatted: FormattedText): FormattedText {
  const replaced = formatted.text.replace(/[\0-\x08\x09\x0b\x0c\x0e-\x1f]/g, ' ');
  const withoutOverrides = cut({ ...formatted, text: replaced }, /[\r\u2028-\u202e]+/g);
  return cut(withoutOverrides, /^[ \n]+|[ \n]+$/g);
}

/**
 * Adds the entities that Telegram detects by itself (commands, mentions, links, e-mail addresses, hashtags), outside code and
 * links.
 */
export function withDetected(formatted: FormattedText): FormattedText {
  const found = detect(formatted.text).filter(
    (entity) => !formatted.entities.some((other) => undetectable.has(other.type) && overlap(entity, other)),
  );
  return found.length === 0 ? formatted : { ...formatted, entities: sorted([...formatted.entities, ...found]) };
}

/** Sorted by offset, longer ones first, so that nested entities follow those that contain them. */
export function sorted(entities: readonly MessageEntity[]): MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

/** The text as HTML again, for display. */
export function toHtml({ text, entities }: FormattedText): string {
  const opens = new Map<number, string>();
  const closes = new Map<number, string>();
  for (const entity of sorted(entities)) {
    const tag = tagOf(entity);
    if (tag === undefined) continue;
    const end = entity.offset + entity.length;
    opens.set(entity.offset, (opens.get(entity.offset) ?? '') + tag.open);
    closes.set(end, tag.close + (closes.get(end) ?? ''));
  }
  let html = '';
  for (let at = 0; at <= text.length; at++) {
    html += (closes.get(at) ?? '') + (opens.get(at) ?? '') + escaped(text.charAt(at));
  }
  return html;
}

const undetectable = new Set<MessageEntity['type']>(['code', 'pre', 'text_link', 'text_mention']);

const overlap = (a: MessageEntity, b: MessageEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;

const detectors = [
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/@])/gu,
  },
  { type: 'url', pattern: /\bhttps?:\/\/[^\s<>"]*[\p{L}\p{N}/]/giu },
  {
    type: 'email',
    pattern: /(?<![\p{L}\p{N}._%+-])[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\p{L}\p{N}-])/gu,
  },
  {
    type: 'url',
    pattern:
      /(?<![\p{L}\p{N}_@./-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|io|dev|app|me|eu|de|ru|uk)(?![\p{L}\p{N}_-]|\.\p{L})(?:[/?#][^\s<>"]*[\p{L}\p{N}/])?/giu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_/@.])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\p{L}\p{N}_])/gu },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_&#/])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu },
] as const;

function detect(text: string): MessageEntity[] {
  if (!/[/@#.]/.test(text)) return [];
  const found: MessageEntity[] = [];
  for (const { type, pattern } of detectors) {
    for (const match of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: match.index, length: match[0].length };
      if (!found.some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return sorted(found);
}

/** Removes what matches `pattern` and shifts the entities; empty ones are removed. */
function cut({ text, entities }: FormattedText, pattern: RegExp): FormattedText {
  const gaps = [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  if (gaps.length === 0) return { text, entities };
  const moved = (at: number): number =>
    gaps.reduce((place, gap) => place - Math.max(0, Math.min(at, gap.to) - gap.from), at);
  return {
    text: text.replace(pattern, ''),
    entities: entities
      .map((entity) => {
        const offset = moved(entity.offset);
        return { ...entity, offset, length: moved(entity.offset + entity.length) - offset };
      })
      .filter((entity) => entity.length > 0),
  };
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[<>&"]/g, (char) => escapes[char] ?? char);

const tag = (name: string, attributes = ''): { open: string; close: string } => ({
  open: `<${name}${attributes}>`,
  close: `</${name}>`,
});

function tagOf(entity: MessageEntity): { open: string; close: string } | undefined {
  switch (entity.type) {
    case 'bold':
      return tag('b');
    case 'italic':
      return tag('i');
    case 'underline':
      return tag('u');
    case 'strikethrough':
      return tag('s');
    case 'spoiler':
      return tag('tg-spoiler');
    case 'code':
      return tag('code');
    case 'pre':
      return tag('pre');
    case 'blockquote':
      return tag('blockquote');
    case 'expandable_blockquote':
      return tag('blockquote', ' expandable');
    case 'text_link':
      return tag('a', ` href="${escaped(entity.url)}"`);
    case 'text_mention':
      return tag('a', ` href="tg://user?id=${entity.user.id}"`);
    case 'custom_emoji':
      return tag('tg-emoji', ` emoji-id="${entity.custom_emoji_id}"`);
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'bot_command':
    case 'url':
    case 'email':
    case 'phone_number':
    case 'date_time':
      return undefined;
  }
}
