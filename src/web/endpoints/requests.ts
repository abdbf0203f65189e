import type { Texts } from '../../i18n/texts';
import { requestId } from '../../lifecycle/ids';
import { listRequests } from '../../requests/read/list';
import { detailsFor } from '../details';
import { endpoint } from '../endpoint';
import { itemJson } from '../json';
import { listQuery, listRefusal } from '../list-query';
import { detailsSchema, idParams, noQuery, pageQuery, pageSchema } from '../schemas';
import { inTime } from '../work';

/** The list of requests, and one of them. */
export const requestEndpoints = (texts: Texts) => [
  endpoint({
    method: 'get',
    path: '/admin/requests',
    access: 'readers',
    summary: 'Requests, a page at a time',
    description:
      'Those that wait first, the longest waiting first; then the others, newest first. `from` and `to` are about when the current round began. `q` finds what `/find` finds in the chat; where that is more than 500 requests and less than one in twenty, those that don’t wait come by number, newest first.',
    params: noQuery,
    query: pageQuery,
    repeatable: ['status'],
    body: null,
    answers: pageSchema,
    async use(work, { caller, query, request }) {
      const { limit, after, ...filters } = query;
      const wanted = { ...listQuery(filters), limit, ...(after !== undefined && { after }) };
      const found = await listRequests(work.transactions, caller, wanted, inTime(work));
      if ('refused' in found) return listRefusal(found);
      const { items, next, counts } = found;
      const link = next === null ? {} : { link: `<${nextPage(request, next)}>; rel="next"` };
      return { status: 200, json: { items: items.map(itemJson), next, counts }, headers: link };
    },
  }),
  endpoint({
    method: 'get',
    path: '/admin/request/{id}/details',
    access: 'readers',
    summary: 'A request with everything about it',
    description: 'The ETag names what it is at this moment: a decision has to send it as If-Match.',
    params: idParams,
    query: noQuery,
    body: null,
    answers: detailsSchema,
    refusals: [404],
    use: (work, { caller, params }) => detailsFor(work, texts, caller, requestId(params.id)),
  }),
];

/** The address of the page after this one. */
function nextPage({ url }: Request, after: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set('after', after);
  return `${pathname}?${searchParams.toString()}`;
}
