import { exportList } from '../../requests/read/export';
import { endpoint, type Admin, type Answer } from '../endpoint';
import { listQuery, listRefusal } from '../list-query';
import { Problem, unavailable } from '../problem';
import { filterQuery, noQuery } from '../schemas';
import type { Work } from '../work';

/** Each reads the whole list: two are enough for the admins, and leave the database to the bot. */
const mostAtOnce = 2;

/** The largest table that the bot sends: it is in memory until Telegram has it. Telegram takes 50 MB. */
const mostSent = 20 * 1024 * 1024;

/** The requests as a table. */
export const exportEndpoints = () => {
  let running = 0;
  const busy = () =>
    running < mostAtOnce ? null : unavailable('Other tables are being written. Try again later.', 10, 'busy');
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
      async use(work, { caller, query }) {
        const wait = busy();
        if (wait !== null) return wait;
        running += 1;
        const ended = (error: unknown): void => {
          running -= 1;
          if (error === null) return;
          work.log.warn('a table could not be written to its end', { action: 'web_failed', error });
        };
        try {
          const parts = await exportList(work.transactions, caller, listQuery(query), work.signal);
          if (!('refused' in parts)) return { headers: table, parts, ended };
          ended(null);
          return listRefusal(parts);
        } catch (error) {
          ended(null);
          throw error;
        }
      },
    }),
    endpoint({
      method: 'post',
      path: '/admin/export',
      access: 'admins',
      summary: 'Have the bot send the requests as CSV',
      description: `As a document to one’s own private chat, with the filters of the list: a Mini App can’t download. At most ${mostSent / 1024 / 1024} MB.`,
      params: noQuery,
      query: filterQuery,
      repeatable: ['status'],
      body: null,
      answers: null,
      refusals: [409],
      async use(work, { caller, query }) {
        const wait = busy();
        if (wait !== null) return wait;
        running += 1;
        try {
          const parts = await exportList(work.transactions, caller, listQuery(query), work.signal);
          return 'refused' in parts ? listRefusal(parts) : await sendTable(work, caller, parts);
        } finally {
          running -= 1;
        }
      },
    }),
  ];
};

async function sendTable(work: Work, { id }: Admin, parts: AsyncIterable<string>): Promise<Answer | Problem> {
  const bytes = await whole(parts);
  if (bytes === null) {
    const detail = `The table has more than ${mostSent / 1024 / 1024} MB. Filter more, or open the desk in a browser.`;
    return new Problem(409, detail, { code: 'too_large' });
  }
  const person = await work.transactions.read(({ store }) => store.people.get(id));
  const to = person?.telegramId ?? null;
  const file = { name: 'requests.csv', type: 'text/csv', bytes };
  const result = to === null ? null : await work.sendFile(to, file, work.signal);
  const fields = { action: 'desk_export', telegramId: to ?? undefined, details: { bytes: bytes.length } };
  if (result?.end === 'sent') {
    work.log.info('an admin was sent the requests as a table', fields);
    return { status: 204 };
  }
  work.log.warn('a table could not be sent to an admin', { ...fields, error: result?.error });
  switch (result?.end) {
    case 'later':
      return unavailable(
        'Telegram isn’t accepting the file right now. Try again.',
        Math.ceil((result.after ?? 5000) / 1000),
      );
    case 'unknown':
      return unavailable(
        'Telegram gave no answer: check whether the file has arrived before you try again.',
        5,
        'unanswered',
      );
    default:
      return new Problem(409, 'The bot can’t write to you: open your private chat with it and press Start.', {
        code: 'chat_closed',
      });
  }
}

/** All of it, as bytes; null: it is larger than is sent. */
async function whole(parts: AsyncIterable<string>): Promise<Buffer | null> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > mostSent) return null;
    read.push(bytes);
  }
  return Buffer.concat(read);
}

const table = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="requests.csv"',
};
