import { lookUp } from '../../i18n/lookup';
import type { Texts } from '../../i18n/texts';
import { endpoint } from '../endpoint';
import { deskTextsSchema, noQuery, textsQuery } from '../schemas';
import { Served } from '../static-files';

/** What the page says, in a language. */
export const textEndpoints = (texts: Texts) => {
  const served = new Map<string, Served>();
  return [
    endpoint({
      method: 'get',
      path: '/desk/texts',
      access: 'public',
      summary: 'The sentences of the page, parsed by Fluent',
      params: noQuery,
      query: textsQuery,
      body: null,
      headers: {
        'Accept-Language': { required: false, description: 'Where no language is named' },
        'If-None-Match': { required: false, description: 'The ETag of an answer that is kept' },
      },
      isKept: true,
      answers: deskTextsSchema,
      async say({ query, request }) {
        const found = texts.desk(query.language ?? preferred(request.headers.get('accept-language') ?? '', texts));
        const type = 'application/json; charset=utf-8';
        const content = served.get(found.language) ?? new Served({ type, body: Buffer.from(JSON.stringify(found)) });
        served.set(found.language, content);
        const response = await content.answer(request);
        response.headers.set('content-language', found.language);
        response.headers.append('vary', 'Accept-Language');
        return response;
      },
    }),
  ];
};

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
  return wanted.find(({ tag }) => lookUp(tag, languages) !== null)?.tag ?? null;
}
