import { Readable } from 'node:stream';
import { exportList } from '../../requests/read/export';
import { endpoint } from '../endpoint';
import { listQuery, listRefusal } from '../list-query';
import { unavailable } from '../problem';
import { filterQuery, noQuery } from '../schemas';

/** Each reads the whole list: two are enough for the admins, and leave the database to the bot. */
const mostAtOnce = 2;

/** The requests as a table. */
export const exportEndpoints = () => {
  let running = 0;
  return [
    endpoint({
      method: 'get',
      path: '/admin/export.csv',
      access: 'readers',
      summary: 'Requests as CSV',
      description: 'As the command export writes it, with the filters of the list.',
      params: noQuery,
      query: filterQuery,
      repeatable: ['status'],
      body: null,
      answers: 'csv',
      async use(work, { caller, query, request }) {
        if (running >= mostAtOnce) return unavailable('Other tables are being written. Try again later.', 10);
        const parts = await exportList(work.transactions, caller, listQuery(query), work.signal);
        if ('refused' in parts) return listRefusal(parts);
        running += 1;
        const text = Readable.from(parts);
        text.once('close', () => {
          running -= 1;
        });
        // The connection breaks off: whoever reads sees that it is not whole.
        text.on('error', (error) =>
          work.log.warn('a table could not be written to its end', { action: 'web_failed', error }),
        );
        request.signal.addEventListener('abort', () => text.destroy());
        // A boundary: Node's own types for the same streams.
        return new Response(Readable.toWeb(text), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="requests.csv"',
          },
        });
      },
    }),
  ];
};
