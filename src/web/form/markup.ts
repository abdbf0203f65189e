import { raw } from 'hono/html';
import { escapeHtml } from '../../i18n/markup';

/** HTML that is finished: what people wrote is escaped in it. */
export type Html = ReturnType<typeof raw>;

/** Sentences, whose HTML is Telegram's, as the HTML of a page: an empty line begins a paragraph. */
export const prose = (html: string): Html =>
  raw(
    html
      .split(/\n{2,}/)
      .map(paragraph)
      .join('\n'),
  );

/** A sentence inside a line. */
export const inline = (html: string): Html => raw(asPage(html).replaceAll('\n', ' '));

/** What somebody wrote, line by line. */
export const written = (text: string): Html => raw(escapeHtml(text).replaceAll('\n', '<br>'));

/** A quotation can't stand in a paragraph. */
const paragraph = (html: string): string =>
  asPage(html)
    .split(/(<blockquote dir="auto">[^]*?<\/blockquote>)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('\n', '<br>'))
    .map((part) => (part.startsWith('<blockquote') ? part : `<p>${part}</p>`))
    .join('');

/** Tags that a page shows as they are; of any other only the words stay. */
const shown: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote']);

const asPage = (html: string): string =>
  html.replace(/<(\/?)([a-z][a-z0-9-]*)([^>]*)>/gi, (_, closes: string, name: string, attributes: string) => {
    const tag = name.toLowerCase();
    // What people wrote runs as it is written, whatever the language of the page.
    if (shown.has(tag)) return `<${closes}${tag}${tag === 'blockquote' && closes === '' ? ' dir="auto"' : ''}>`;
    if (tag !== 'a') return '';
    const [, address] = /\shref\s*=\s*"(https?:[^"<>]*)"/i.exec(attributes) ?? [];
    return closes === '/' ? '</a>' : `<a${address === undefined ? '' : ` href="${address}"`}>`;
  });
