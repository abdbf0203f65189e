import { isObject, type Fields } from '../channels/telegram/answer';

/** Rich messages nest blocks and texts; nothing that Telegram sends is deeper. */
const deepest = 100;

/** Says what else a part holds besides its words: `address` of a link, the type of a block with media. */
export interface RichReader {
  /** Words with a link behind them. */
  readonly link: (words: string, address: string) => string;
  readonly mention: (words: string, id: number) => string;
}

/**
 * The words of a rich message (https://core.telegram.org/bots/api#richmessage) as plain text, block below block. Parts
 * that differ from Telegram's documentation have no words.
 */
export function wordsOfRich(richMessage: unknown, reader: RichReader): string {
  return blocks(fieldsOf(richMessage)['blocks'], reader, 0);
}

/** The types of the blocks that hold something other than words. */
export function mediaOfRich(richMessage: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, depth: number): void => {
    if (depth > deepest) return;
    for (const block of listOf(value)) {
      const { type, blocks: inner, items } = fieldsOf(block);
      if (typeof type === 'string' && mediaTypes.has(type)) found.add(type);
      look(inner, depth + 1);
      for (const item of listOf(items)) look(fieldsOf(item)['blocks'], depth + 1);
    }
  };
  look(fieldsOf(richMessage)['blocks'], 0);
  return [...found];
}

const mediaTypes = new Set(['photo', 'video', 'animation', 'audio', 'voice_note', 'document', 'map']);

function blocks(value: unknown, reader: RichReader, depth: number): string {
  if (depth > deepest) return '';
  return joined(listOf(value).map((block) => wordsOfBlock(fieldsOf(block), reader, depth)));
}

/** https://core.telegram.org/bots/api#richblock */
function wordsOfBlock(block: Fields, reader: RichReader, depth: number): string {
  const words = (value: unknown): string => wordsOf(value, reader, depth + 1);
  const inner = (): string => blocks(block['blocks'], reader, depth + 1);
  const { type, text, credit, caption } = block;
  switch (type) {
    case 'list':
      return joined(listOf(block['items']).map((item) => wordsOfItem(fieldsOf(item), reader, depth)));
    case 'divider':
      return '———';
    case 'anchor':
      return '';
    case 'mathematical_expression':
      return textOrNothing(block['expression']);
    case 'blockquote':
    case 'expandable_blockquote':
      return joined([inner(), words(text), words(credit)]);
    case 'table': {
      const rows = listOf(block['cells']).map((row) =>
        listOf(row)
          .map((cell) => words(fieldsOf(cell)['text']))
          .join(' | '),
      );
      return joined([words(caption), ...rows]);
    }
    case 'details':
      return joined([words(block['summary']), inner()]);
    default:
      // Paragraphs, headings and the like have a text; collages and media a caption. A type to come may have any.
      return joined([words(text), inner(), captionWords(caption, words), words(credit)]);
  }
}

function captionWords(caption: unknown, words: (value: unknown) => string): string {
  const { text, credit, type } = fieldsOf(caption);
  return type === undefined && text !== undefined ? joined([words(text), words(credit)]) : words(caption);
}

function wordsOfItem(item: Fields, reader: RichReader, depth: number): string {
  const box = item['has_checkbox'] === true ? (item['is_checked'] === true ? '☑' : '☐') : '';
  const label = [textOrNothing(item['label']), box].filter(Boolean).join(' ');
  const words = blocks(item['blocks'], reader, depth + 1);
  return label === '' ? words : `${label} ${words}`;
}

/** https://core.telegram.org/bots/api#richtext */
function wordsOf(value: unknown, reader: RichReader, depth: number): string {
  if (typeof value === 'string') return value;
  if (depth > deepest) return '';
  if (Array.isArray(value)) return value.map((part: unknown) => wordsOf(part, reader, depth + 1)).join('');
  const { type, text, url, user, alternative_text, expression } = fieldsOf(value);
  const words =
    text === undefined ? textOrNothing(alternative_text) + textOrNothing(expression) : wordsOf(text, reader, depth + 1);
  if (type === 'url' && typeof url === 'string') return reader.link(words, url);
  const { id } = fieldsOf(user);
  return type === 'text_mention' && typeof id === 'number' ? reader.mention(words, id) : words;
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
const textOrNothing = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** The fields of an object; none of anything else. */
export const fieldsOf = (value: unknown): Fields => (isObject(value) && !Array.isArray(value) ? value : {});
