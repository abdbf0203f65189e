import { telegramId } from '../../lifecycle/ids';
import { accessChanges, accessOnTelegram, type AccessStateView } from '../../requests/read/access-states';
import { endpoint } from '../endpoint';
import { isoOrNull } from '../json';
import { accessChangesQuery, accessChangesSchema, accessStateSchema, noQuery, telegramParams } from '../schemas';

/** The most people of one answer. */
const most = 500;

/** Who has access, for programs. */
export const accessEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/access/{telegram_id}',
    access: 'readers',
    summary: 'Whether somebody has access',
    description: 'Also of people whom the bot has never met: they have none.',
    params: telegramParams,
    query: noQuery,
    body: null,
    answers: accessStateSchema,
    async read(reading, { params }) {
      return { status: 200, json: stateJson(await accessOnTelegram(reading, telegramId(params.telegram_id))) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/access',
    access: 'readers',
    summary: 'Whose access has changed',
    description:
      'Each person once with their latest state, oldest change first. Ask again with the version of the answer as `after`; an answer without items has told everything.',
    params: noQuery,
    query: accessChangesQuery,
    body: null,
    answers: accessChangesSchema,
    async read(reading, { query: { after } }) {
      const { items, version } = await accessChanges(reading, after, most);
      const people = items.map((item) => ({ telegram_id: item.telegramId, ...stateJson(item) }));
      return { status: 200, json: { items: people, version } };
    },
  }),
];

const stateJson = ({ access, since, request, version }: AccessStateView) => ({
  access,
  since: isoOrNull(since),
  request,
  version,
});
