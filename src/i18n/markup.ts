/** Telegram HTML as a reader sees it. `length` is in UTF-16 units, like Telegram's limit of 4096. */
export type Parsed = { readonly text: string; readonly length: number } | { readonly error: string };

/**
 * Parses Telegram HTML (https://core.telegram.org/bots/api#html-style) as Telegram does: what Telegram would refuse is an error
 * that says what is wrong.
 */
export function parseMarkup(html: string): Parsed {
  const open: string[] = [];
  let text = '';
  for (const [piece, closes, rawName, attributes = '', named, hex, decimal] of html.matchAll(token)) {
    if (rawName !== undefined) {
      const name = rawName.toLowerCase();
      const error = closes === '/' ? closeTag(open, name) : openTag(open, name, attributes);
      if (error !== null) return { error };
    } else if (piece === '<') {
      return { error: 'there is a < that begins no tag; a plain one is written &lt;' };
    } else {
      text += characterOf(named, hex, decimal) ?? piece;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return { error: `<${unclosed}> is not closed` };
  return { text, length: text.length };
}

/** The text without its markup, for places that show none; markup that Telegram would refuse is left as it is. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const parsed = parseMarkup(html);
  return 'error' in parsed ? html : parsed.text;
}

/** Escapes `text` for Telegram HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes.get(character) ?? character);
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Telegram knows only these four named references; others are plain text. */
const characters = new Map([...escapes].map(([character, escape]) => [escape.slice(1, -1), character]));

const attribute = String.raw`\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?`;
const tag = String.raw`<(\/?)([a-z][a-z0-9-]*)((?:${attribute})*)\s*>`;
const reference = String.raw`&(?:(lt|gt|amp|quot)(?![a-z])|#x([\da-f]{1,6})|#(\d{1,7}));?`;
const token = new RegExp(`${tag}|${reference}|[^<&]+|[<&]`, 'gi');

const tags = new Set(
  'a b strong i em u ins s strike del span tg-spoiler tg-emoji tg-time pre code blockquote'.split(' '),
);

function openTag(open: string[], name: string, attributes: string): string | null {
  if (!tags.has(name)) return `Telegram knows no tag <${name}>`;
  if (name === 'span' && !/\bclass\s*=\s*["']?tg-spoiler\b/i.test(attributes)) {
    return '<span> must have the class "tg-spoiler"';
  }
  if (name === 'tg-emoji' && !/\bemoji-id\s*=\s*["']?\d+/i.test(attributes)) return '<tg-emoji> must have an emoji-id';
  open.push(name);
  return null;
}

function closeTag(open: string[], name: string): string | null {
  const expected = open.pop();
  if (expected === name) return null;
  return expected === undefined ? `</${name}> closes nothing` : `</${name}> stands where </${expected}> belongs`;
}

function characterOf(named?: string, hex?: string, decimal?: string): string | null {
  if (named !== undefined) return characters.get(named) ?? null;
  const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal ?? 0);
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : null;
}
