import { lookUp } from '../../i18n/lookup';
import type { Texts } from '../../i18n/texts';
import type { FormReader } from './page';

/** Who reads a page: in the language that they chose on it, or their own, or the one that their browser asks for. */
export function readerFor(
  { url, headers }: Request,
  texts: Texts,
  community: string | null,
  own: string | null = null,
): FormReader {
  const { pathname, searchParams } = new URL(url);
  const chosen = searchParams.get('lang')?.toLowerCase() ?? '';
  const tag = texts.languages.includes(chosen) ? chosen : (own ?? wanted(headers.get('accept-language') ?? '', texts));
  const say = texts.for('form', tag);
  return {
    say,
    language: texts.languageFor(tag),
    languages: texts.languages,
    community: community ?? '',
    path: pathname,
  };
}

/** The language that a browser would like best of those that there are; null: none of them (https://www.rfc-editor.org/rfc/rfc9110#field.accept-language). */
function wanted(header: string, { languages }: Texts): string | null {
  const ranges = header
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return ranges.find(({ tag }) => lookUp(tag, languages) !== null)?.tag ?? null;
}
