import { escapeHtml, plainText } from '../../i18n/markup';

/** How the tags of sentences look in a mail. Their style stands in each tag: many programs drop everything else. */
const styles: Readonly<Record<string, string>> = {
  blockquote: 'margin:12px 0 0;padding:2px 0 2px 14px;border-left:3px solid #c4ccd8;unicode-bidi:plaintext;',
  code: 'font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:15px;',
  pre: 'margin:12px 0 0;white-space:pre-wrap;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:14px;',
  a: 'color:#1a63c7;',
};

/** A quotation in a mail from right to left. */
const mirroredQuotation =
  'margin:12px 0 0;padding:2px 14px 2px 0;border-right:3px solid #c4ccd8;unicode-bidi:plaintext;';

/** The HTML of a mail from right to left: what stands at the left of a quotation goes to its right. */
export const mirrored = (html: string): string =>
  html.replaceAll(`style="${styles['blockquote']}"`, `style="${mirroredQuotation}"`);

/** What a sentence may hold, by the tag it becomes: Telegram's own tags have no meaning here, and their text stays. */
const tags = new Map([
  ['b', 'b'],
  ['strong', 'b'],
  ['i', 'i'],
  ['em', 'i'],
  ['u', 'u'],
  ['ins', 'u'],
  ['s', 's'],
  ['strike', 's'],
  ['del', 's'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'blockquote'],
  ['a', 'a'],
]);

const tag = /<(\/?)([a-z][a-z0-9-]*)([^>]*)>/gi;
const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** Sentences, whose HTML is Telegram's, as the HTML of a mail: an empty line begins a paragraph, except within a tag. */
export function mailHtml(html: string): string {
  const paragraphs: string[] = [];
  for (const part of withoutReturns(html).split(/\n{2,}/)) {
    const last = paragraphs.at(-1);
    if (last !== undefined && hasOpenTag(last)) paragraphs[paragraphs.length - 1] = `${last}\n\n${part}`;
    else paragraphs.push(part);
  }
  return paragraphs.map(paragraph).join('\n');
}

/** A quotation can't stand in a <p>. */
function paragraph(html: string): string {
  const name = /<(?:blockquote|pre)\b/i.test(html) ? 'div' : 'p';
  return `<${name} style="margin:0 0 16px;">${withStyles(html).replaceAll('\n', '<br>\n')}</${name}>`;
}

const hasOpenTag = (html: string): boolean =>
  [...html.matchAll(tag)].reduce((open, [, closes]) => open + (closes === '/' ? -1 : 1), 0) > 0;

/** Sentences as plain text; where a link leads stands behind its words. */
export function mailText(html: string): string {
  const withAddresses = withoutReturns(html).replace(
    /<a(\s[^>]*)>([^]*?)<\/a>/gi,
    (_, attributes: string, words: string) => {
      const address = addressIn(attributes);
      return address === null || words === address ? words : `${words} (${address})`;
    },
  );
  const quoted = withAddresses.replace(/\s*<blockquote[^>]*>([^]*?)<\/blockquote>/gi, (_, words: string) =>
    words
      .split('\n')
      .map((line) => `\n> ${line}`)
      .join(''),
  );
  // The marks that keep a name's direction to itself, and a command's.
  return plainText(quoted)
    .replace(/[\u2066-\u2069]/g, '')
    .trim();
}

/**
 * A carriage return without a line feed must never leave (https://www.rfc-editor.org/rfc/rfc5321#section-2.3.8), and the library lets it
 * through: a server that takes it for the end of a line would see commands in what somebody wrote.
 */
const withoutReturns = (html: string): string => html.replace(/\r\n?/g, '\n');

function withStyles(html: string): string {
  return html.replace(tag, (_, closes: string, name: string, attributes: string) => {
    const known = tags.get(name.toLowerCase());
    if (known === undefined) return '';
    if (closes === '/') return `</${known}>`;
    const style = styles[known] === undefined ? '' : ` style="${styles[known]}"`;
    // What people wrote runs as it is written, whatever the language of the mail.
    const direction = known === 'blockquote' ? ' dir="auto"' : '';
    const address = known === 'a' ? addressIn(attributes) : null;
    return `<${known}${address === null ? '' : ` href="${address}"`}${direction}${style}>`;
  });
}

/** Where a link leads, escaped as it stands in the sentence; null: nowhere that a mail should lead to. */
function addressIn(attributes: string): string | null {
  const [, double, single, bare] = href.exec(attributes) ?? [];
  const address = double ?? single ?? bare ?? '';
  return /^(?:https?|mailto):/i.test(address) ? address.replace(/["<>]/g, '') : null;
}

/** A link of its own line. Only to a page: `null` where the address is none. */
export function mailLink(title: string, url: string): { readonly html: string; readonly text: string } | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const address = escapeHtml(new URL(url).href);
  return {
    html: `<a href="${address}" style="${styles['a']}">${escapeHtml(title)}</a>`,
    text: `${title}: ${new URL(url).href}`,
  };
}
