import type { MessageEntity, User } from '@grammyjs/types';
import { sorted, type FormattedText } from './formatted-text';

export type ParsedHtml =
  { readonly ok: true; readonly value: FormattedText } | { readonly ok: false; readonly error: string };

/**
 * Parses text with `parse_mode` HTML (https://core.telegram.org/bots/api#html-style) and reports the same errors as Telegram.
 * `userById` finds the user that a `tg://user?id=` link mentions; a mention of an unknown user stays plain text, as in Telegram.
 */
export function parseHtml(html: string, userById: (id: number) => User | undefined): ParsedHtml {
  try {
    return { ok: true, value: new Parser(html, userById).parse() };
  } catch (error) {
    if (error instanceof BadMarkup) return { ok: false, error: error.message };
    throw error;
  }
}

class BadMarkup extends Error {}

interface OpenTag {
  readonly name: string;
  /** The value of its one relevant attribute: a link, a language, an emoji, `expandable`. */
  readonly argument: string;
  /** Where its content starts in the text. */
  readonly offset: number;
}

const simpleTags: Readonly<Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};
const supportedTags = new Set([...Object.keys(simpleTags), 'a', 'code', 'pre', 'blockquote', 'tg-emoji']);

class Parser {
  private at = 0;
  private text = '';
  private readonly entities: MessageEntity[] = [];
  private readonly open: OpenTag[] = [];
  /** The languages of closed `<code class="language-…">` tags: one counts only if a `<pre>` contains exactly that. */
  private readonly languages = new Map<MessageEntity, string>();

  constructor(
    private readonly html: string,
    private readonly userById: (id: number) => User | undefined,
  ) {}

  parse(): FormattedText {
    while (this.at < this.html.length) {
      const char = this.html.charAt(this.at);
      if (char === '&') this.text += this.reference();
      else if (char !== '<') this.plainText();
      else if (this.html.charAt(this.at + 1) === '/') this.endTag();
      else this.startTag();
    }
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) {
      throw new BadMarkup(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    }
    if (/\p{Surrogate}/u.test(this.text)) {
      throw new BadMarkup(
        'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
      );
    }
    return { text: this.text, entities: sorted(this.entities) };
  }

  private plainText(): void {
    const rest = /[^<&]+/y;
    rest.lastIndex = this.at;
    const run = rest.exec(this.html)?.[0] ?? '';
    this.text += run;
    this.at += run.length;
  }

  /** Decodes a character reference; an ampersand that starts none is plain text. */
  private reference(): string {
    const pattern = /&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>[0-9]+)|(?<name>[a-z]+));?/iy;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.html);
    const decoded = match && decodeReference(match[0], match.groups ?? {});
    if (decoded === null) {
      this.at += 1;
      return '&';
    }
    this.at = pattern.lastIndex;
    return decoded;
  }

  private startTag(): void {
    const begin = this.at;
    this.at += 1;
    const name = this.until(/[\s>]/g).toLowerCase();
    if (this.ended) throw new BadMarkup(`Unclosed start tag at byte offset ${this.bytes(begin)}`);
    if (!supportedTags.has(name)) {
      throw new BadMarkup(`Unsupported start tag "${name}" at byte offset ${this.bytes(begin)}`);
    }
    let argument = '';
    for (this.skipSpace(); this.char !== '>'; this.skipSpace()) {
      const attribute = this.attribute(name, begin);
      argument = argumentOf(name, attribute) ?? argument;
    }
    this.at += 1;
    if (name === 'span' && argument !== 'spoiler') {
      throw new BadMarkup(`Tag "span" must have class "tg-spoiler" at byte offset ${this.bytes(begin)}`);
    }
    this.open.push({ name, argument, offset: this.text.length });
  }

  private attribute(tag: string, begin: number): { name: string; value: string } {
    const name = this.until(/[\s=>]/g);
    if (name === '') {
      throw new BadMarkup(`Empty attribute name in the tag "${tag}" at byte offset ${this.bytes(begin)}`);
    }
    this.skipSpace();
    if (this.ended) throw new BadMarkup(`Unclosed start tag "${tag}" at byte offset ${this.bytes(begin)}`);
    if (this.char !== '=') {
      if (tag === 'blockquote' && name === 'expandable') return { name, value: '' };
      throw new BadMarkup(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${this.bytes(begin)}`,
      );
    }
    this.at += 1;
    this.skipSpace();
    if (this.ended) throw new BadMarkup(`Unclosed start tag "${tag}" at byte offset ${this.bytes(begin)}`);
    const value = this.attributeValue();
    if (this.ended) throw new BadMarkup(`Unclosed start tag at byte offset ${this.bytes(begin)}`);
    return { name, value };
  }

  private attributeValue(): string {
    const quote = this.char;
    if (quote !== '"' && quote !== "'") {
      const begin = this.at;
      const token = this.until(/[^A-Za-z0-9.-]/g);
      if (!this.ended && !/[\s>]/.test(this.char)) {
        throw new BadMarkup(`Unexpected end of name token at byte offset ${this.bytes(begin)}`);
      }
      return token.toLowerCase();
    }
    this.at += 1;
    let value = '';
    while (!this.ended && this.char !== quote) {
      if (this.char === '&') value += this.reference();
      else {
        value += this.char;
        this.at += 1;
      }
    }
    this.at += 1;
    return value;
  }

  private endTag(): void {
    const begin = this.at;
    const tag = this.open.pop();
    if (tag === undefined) throw new BadMarkup(`Unexpected end tag at byte offset ${this.bytes(begin)}`);
    this.at += 2;
    const name = this.until(/[\s>]/g).toLowerCase();
    this.skipSpace();
    if (this.char !== '>') throw new BadMarkup(`Unclosed end tag at byte offset ${this.bytes(begin)}`);
    if (name !== '' && name !== tag.name) {
      throw new BadMarkup(
        `Unmatched end tag at byte offset ${this.bytes(begin)}, expected "</${tag.name}>", found "</${name}>"`,
      );
    }
    this.at += 1;
    if (this.text.length > tag.offset) this.close(tag);
  }

  private close({ name, argument, offset }: OpenTag): void {
    const place = { offset, length: this.text.length - offset };
    const simple = simpleTags[name];
    if (simple !== undefined) this.entities.push({ type: simple, ...place });
    else if (name === 'blockquote') {
      this.entities.push({ type: argument === 'expandable' ? 'expandable_blockquote' : 'blockquote', ...place });
    } else if (name === 'tg-emoji') {
      if (!/^[1-9][0-9]*$/.test(argument)) throw new BadMarkup('Invalid custom emoji identifier specified');
      this.entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: argument });
    } else if (name === 'a') this.closeLink(argument === '' ? this.text.slice(offset) : argument, place);
    else this.closeCode(name, argument, place);
  }

  private closeLink(url: string, place: Place): void {
    const userId = /^tg:\/\/user\?id=([0-9]+)$/i.exec(url)?.[1];
    if (userId !== undefined) {
      const user = this.userById(Number(userId));
      if (user !== undefined) this.entities.push({ type: 'text_mention', ...place, user });
      return;
    }
    const checked = checkedLink(url);
    if (checked !== undefined) this.entities.push({ type: 'text_link', ...place, url: checked });
  }

  /** `<pre>` and `<code class="language-…">` around the same text become one block with a language. */
  private closeCode(name: string, language: string, place: Place): void {
    const inner = this.entities.at(-1);
    const same = inner?.offset === place.offset && inner.length === place.length;
    if (name === 'pre') {
      const innerLanguage = same && inner.type === 'code' ? this.languages.get(inner) : undefined;
      if (innerLanguage !== undefined) this.entities.pop();
      this.entities.push({ type: 'pre', ...place, ...(innerLanguage !== undefined && { language: innerLanguage }) });
      return;
    }
    if (same && inner.type === 'pre' && language !== '') {
      this.entities.pop();
      this.entities.push({ type: 'pre', ...place, language });
      return;
    }
    const code: MessageEntity = { type: 'code', ...place };
    if (language !== '') this.languages.set(code, language);
    this.entities.push(code);
  }

  private get char(): string {
    return this.html.charAt(this.at);
  }

  private get ended(): boolean {
    return this.at >= this.html.length;
  }

  /** The text before the next match of `stop` (a global pattern), or the rest. */
  private until(stop: RegExp): string {
    const begin = this.at;
    stop.lastIndex = begin;
    this.at = stop.exec(this.html)?.index ?? this.html.length;
    return this.html.slice(begin, this.at);
  }

  private skipSpace(): void {
    while (/\s/.test(this.char)) this.at += 1;
  }

  /** Telegram's errors count UTF-8 bytes. */
  private bytes(at: number): number {
    return Buffer.byteLength(this.html.slice(0, at));
  }
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decodeReference(whole: string, { hex, decimal, name }: Partial<Record<string, string>>): string | null {
  if (name !== undefined) return namedCharacters[name] ?? null;
  const code = hex !== undefined ? parseInt(hex, 16) : parseInt(decimal ?? '', 10);
  const digitsFit = whole.replace(';', '').length < 10;
  return digitsFit && code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : null;
}

function argumentOf(tag: string, { name, value }: { name: string; value: string }): string | undefined {
  if (tag === 'a' && name === 'href') return value;
  if (tag === 'code' && name === 'class' && value.startsWith('language-')) return value.slice('language-'.length);
  if (tag === 'span' && name === 'class' && value.startsWith('tg-')) return value.slice('tg-'.length);
  if (tag === 'tg-emoji' && name === 'emoji-id') return value;
  if (tag === 'blockquote' && name === 'expandable') return 'expandable';
  return undefined;
}

/** The link as Telegram stores it; undefined if it isn't a valid one, in which case the text stays plain. */
function checkedLink(url: string): string | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(withScheme)) return undefined;
  const { protocol, hostname, href } = new URL(withScheme);
  if (protocol === 'tg:') return href;
  return (protocol === 'http:' || protocol === 'https:') && hostname.includes('.') ? href : undefined;
}
