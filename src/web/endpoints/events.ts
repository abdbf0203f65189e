import { endpoint } from '../endpoint';
import type { EventHub } from '../events/hub';
import { streamHeaders } from '../events/stream';
import { notActing } from '../problem';
import { noQuery } from '../schemas';

/** The stream of what happens. `hub` is that of the bot that acts; null: it doesn't. */
export const eventEndpoints = (hub: () => EventHub | null) => [
  endpoint({
    method: 'get',
    path: '/admin/events',
    access: 'admins',
    summary: 'What happens to requests, as it happens',
    description:
      'Server-sent events: `id` is the number of the event, `data` `{"request":12}`. Last-Event-ID resumes; `event: reset` says that more was missed than is told. Notes come without an `id`. At most 4 streams an admin.',
    params: noQuery,
    query: noQuery,
    body: null,
    headers: { 'Last-Event-ID': { required: false, description: 'The event that was seen last' } },
    answers: 'events',
    async use({ transactions }, { caller, request }) {
      const acting = hub();
      if (acting === null) return notActing();
      // A stream that nobody reads would count as one.
      if (request.method === 'HEAD') return new Response(null, { headers: streamHeaders });
      return acting.open(caller, request.headers.get('last-event-id'), transactions);
    },
  }),
];
