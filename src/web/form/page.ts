import { html, raw } from 'hono/html';
import { plainText } from '../../i18n/markup';
import type { KeyOf, Say } from '../../i18n/sentences';
import { directionOf, ownName } from '../../i18n/writing';
import { inline, type Html } from './markup';

/** Who reads a page, and where they are. */
export interface FormReader {
  readonly say: Say<KeyOf<'form'>>;
  /** The language that they get, in lower case. */
  readonly language: string;
  readonly languages: readonly string[];
  readonly community: string;
  /** The path of the page, which is there in every language. */
  readonly path: string;
}

/** Part of a page. */
export type Part = Html | Promise<Html> | '';

export const stylePath = '/apply/style.css';

/** A page with its title, what it says, and what stands below. */
export async function page(title: string, body: Part, foot: Part, reader: FormReader): Promise<string> {
  const { language, community } = reader;
  const whole = await html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} · ${community}</title>
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <header>
          <p>${community}</p>
          ${languageList(reader)}
        </header>
        <main>${body}</main>
        <footer>${foot}</footer>
      </body>
    </html> `;
  return whole.toString();
}

/** Folded, since there are many. */
function languageList({ language, languages, path, say }: FormReader): Part {
  if (languages.length < 2) return '';
  const items = languages.map((tag) =>
    tag === language
      ? html`<li><span lang="${tag}" aria-current="true">${ownName(tag)}</span></li>`
      : html`<li><a href="${path}?lang=${tag}" lang="${tag}" hreflang="${tag}">${ownName(tag)}</a></li>`,
  );
  return html`<nav aria-label="${plainText(say('form_language'))}">
    <details>
      <summary>${ownName(language)}</summary>
      <ul>
        ${items}
      </ul>
    </details>
  </nav>`;
}

/** What went wrong, or well, above everything else. */
export const announcement = (is: 'wrong' | 'good', words: string): Part =>
  html`<div class="is-${is}" role="${is === 'wrong' ? 'alert' : 'status'}">${inline(words)}</div>`;

/** What stands around an input: its label, what is wrong with it, and what belongs into it. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | undefined;
  /** Whoever opens the page types here first. */
  readonly isFirst?: boolean;
}

/** `input` gets the attributes that tie it to the words around it. */
export function field({ id, label, hint, wrong, isFirst }: Field, input: (tied: Html) => Part): Part {
  const ids = [...(wrong === undefined ? [] : [`${id}-wrong`]), ...(hint === undefined ? [] : [`${id}-hint`])];
  const tied = [
    `id="${id}" name="${id}"`,
    ids.length === 0 ? '' : `aria-describedby="${ids.join(' ')}"`,
    wrong === undefined ? '' : 'aria-invalid="true"',
    isFirst === true ? 'autofocus' : '',
  ];
  return html`<label for="${id}">${inline(label)}</label> ${input(raw(tied.filter((part) => part !== '').join(' ')))}
    ${wrong === undefined ? '' : html`<span class="wrong-here" id="${id}-wrong">${inline(wrong)}</span>`}
    ${hint === undefined ? '' : html`<span class="hint" id="${id}-hint">${inline(hint)}</span>`}`;
}
