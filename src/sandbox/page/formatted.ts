import type { MessageEntity } from '@grammyjs/types';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import type { PhoneWords } from './phone-words.js';

/** What a tap on something in a text does. */
export interface TextActions {
  /** A tap on a command sends it. */
  readonly sendCommand: (command: string) => void;
}

/**
 * A message's text with its formatting, as DOM nodes: https://core.telegram.org/bots/api#messageentity. Offsets are UTF-16 units,
 * as in JavaScript. Entities are nested or separate, never overlapping; they come sorted, outer ones first.
 */
export function formatted(
  text: string,
  entities: readonly MessageEntity[],
  words: PhoneWords,
  actions: TextActions,
): Node[] {
  return piece({ text, from: 0, to: text.length, entities, words, actions });
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The entities within this piece. */
  readonly entities: readonly MessageEntity[];
  readonly words: PhoneWords;
  readonly actions: TextActions;
}

function piece({ text, from, to, entities, words, actions }: Piece): Node[] {
  const nodes: Node[] = [];
  let at = from;
  let afterBlock = false;
  const plain = (end: number): void => {
    // A block already ends its line, so the line break after it is skipped.
    const begin = afterBlock && text.charAt(at) === '\n' ? at + 1 : at;
    if (begin < end) nodes.push(document.createTextNode(text.slice(begin, end)));
  };
  for (const [index, entity] of entities.entries()) {
    if (entity.offset < at) continue;
    const end = entity.offset + entity.length;
    plain(entity.offset);
    const inner = entities.slice(index + 1).filter((other) => other.offset >= entity.offset && endOf(other) <= end);
    const content = piece({ text, from: entity.offset, to: end, entities: inner, words, actions });
    const said = text.slice(entity.offset, end);
    const made = formattedAs(entity, said, content, { words, actions });
    nodes.push(made);
    afterBlock = made.nodeName === 'BLOCKQUOTE' || made.nodeName === 'PRE';
    at = end;
  }
  plain(to);
  return nodes;
}

const endOf = ({ offset, length }: MessageEntity): number => offset + length;

/** `said` is the text it covers, `content` the same as nodes. */
function formattedAs(
  entity: MessageEntity,
  said: string,
  content: readonly Node[],
  { words, actions }: Pick<Piece, 'words' | 'actions'>,
): Node {
  switch (entity.type) {
    case 'bold':
      return element('strong', {}, ...content);
    case 'italic':
      return element('em', {}, ...content);
    case 'underline':
      return element('u', {}, ...content);
    case 'strikethrough':
      return element('s', {}, ...content);
    case 'code':
      return element('code', {}, ...content);
    case 'pre':
      return element('pre', {}, element('code', {}, ...content));
    case 'blockquote':
      return element('blockquote', { dir: 'auto' }, ...content);
    case 'expandable_blockquote':
      return expandableQuote(content, words);
    case 'spoiler':
      return spoiler(content, words);
    case 'text_link':
      return link(entity.url, content);
    case 'url':
      return link(/^[a-z]+:\/\//i.test(said) ? said : `http://${said}`, content);
    case 'text_mention':
      return element('span', { class: 'mention', title: `ID ${entity.user.id}` }, ...content);
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'email':
    case 'phone_number':
      return element('span', { class: 'mention' }, ...content);
    case 'bot_command':
      return actionButton(
        { class: 'inline-command', title: words.sendCommand(said) },
        () => actions.sendCommand(said),
        said,
      );
    case 'custom_emoji':
    case 'date_time':
      return element('span', {}, ...content);
  }
}

/** Three lines of the quote, until it is expanded. */
function expandableQuote(content: readonly Node[], words: PhoneWords): Node {
  const quoted = element('div', { class: 'quote-words' }, ...content);
  const toggle = actionButton(
    { class: 'quote-toggle', 'aria-expanded': 'false', hidden: true },
    () => {
      const expanded = toggle.getAttribute('aria-expanded') !== 'true';
      setAttributes(toggle, { 'aria-expanded': `${expanded}` });
      say(toggle, expanded ? words.showLess : words.showAll);
    },
    words.showAll,
  );
  // Whether it has more than three lines depends on its width.
  new ResizeObserver(() => {
    const collapsed = toggle.getAttribute('aria-expanded') !== 'true';
    if (collapsed) toggle.hidden = quoted.scrollHeight <= quoted.clientHeight;
  }).observe(quoted);
  return element('blockquote', { class: 'expandable', dir: 'auto' }, quoted, toggle);
}

/** Hidden until it is pressed. */
function spoiler(content: readonly Node[], words: PhoneWords): Node {
  const hidden = element('span', { class: 'spoiler-content', 'aria-hidden': 'true' }, ...content);
  const cover = actionButton(
    { class: 'spoiler', 'aria-label': words.spoiler },
    () => cover.replaceWith(...content),
    hidden,
  );
  return cover;
}

/** Only web addresses become links: a browser should not open anything else. */
function link(address: string, content: readonly Node[]): Node {
  const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address);
  if (!isWeb) return element('span', { class: 'mention', title: address }, ...content);
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...content);
}
