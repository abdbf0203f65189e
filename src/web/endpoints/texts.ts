import type { Texts } from '../../i18n/texts';
import { endpoint } from '../endpoint';
import { deskTextsSchema, noQuery, textsQuery } from '../schemas';

/** What the page says, in a language. */
export const textEndpoints = (texts: Texts) => [
  endpoint({
    method: 'get',
    path: '/desk/texts',
    access: 'everybody',
    summary: 'The sentences of the page, parsed by Fluent',
    params: noQuery,
    query: textsQuery,
    body: null,
    headers: { 'Accept-Language': { required: false, description: 'Where no language is named' } },
    answers: deskTextsSchema,
    say({ query, request }) {
      const found = texts.desk(query.language ?? preferred(request.headers.get('accept-language') ?? '', texts));
      return { status: 200, json: found, headers: { 'content-language': found.language, vary: 'Accept-Language' } };
    },
  }),
];

/** The language that a browser wants most, of those there are; null: none of them. */
function preferred(header: string, { languages }: Texts): string | null {
  const wanted = header
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.trim().split(/ *; *q=/);
      return { tag: tag.toLowerCase(), quality: quality === '' ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const known = ({ tag }: { readonly tag: string }) =>
    languages.includes(tag) || languages.includes(tag.split('-', 1)[0] ?? '');
  return wanted.find(known)?.tag ?? null;
}
