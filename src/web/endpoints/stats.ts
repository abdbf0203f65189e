import { dailyStats } from '../../requests/read/stats';
import type { DailyStats } from '../../requests/read/views';
import { endpoint } from '../endpoint';
import { statsJson } from '../json';
import { noQuery, statsQuery, statsSchema } from '../schemas';
import { inTime } from '../work';

/** What happened lately, day by day. */
export const statsEndpoints = () => {
  /** Several who ask for the same at the same time get the same. */
  const underWay = new Map<number, Promise<DailyStats>>();
  return [
    endpoint({
      method: 'get',
      path: '/admin/stats',
      access: 'readers',
      summary: 'What happened on each of the last days',
      description:
        'A decision that was taken back has not happened; of several approvals the last is the decision; an appeal counts as submitted.',
      params: noQuery,
      query: statsQuery,
      body: null,
      answers: statsSchema,
      async use(work, { query: { days } }) {
        const asked = underWay.get(days) ?? dailyStats(work, days, inTime(work)).finally(() => underWay.delete(days));
        underWay.set(days, asked);
        const counted = work.transactions.read(({ store }) => store.requests.counts());
        const [stats, counts] = await Promise.all([asked, counted]);
        return { status: 200, json: statsJson(stats, counts) };
      },
    }),
  ];
};
