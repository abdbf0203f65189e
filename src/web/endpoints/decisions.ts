import type { Texts } from '../../i18n/texts';
import type { Log } from '../../observability/log';
import type { z } from '@hono/zod-openapi';
import { requestId, type PersonId, type RequestId } from '../../lifecycle/ids';
import { isChanged } from '../../requests/change';
import { decide, type AdminDecision } from '../../requests/decide';
import { note } from '../../requests/notes';
import { currentRequest } from '../../requests/current';
import { detailsIn } from '../../requests/read/details';
import { requestVersion } from '../../requests/read/version';
import type { Transaction } from '../../transaction/transaction';
import { endpoint, type Admin, type After, type AnyEndpoint } from '../endpoint';
import { etagOf, ifMatch } from '../etag';
import { detailsFor, noSuchRequest, readyReasons } from '../details';
import { iso, stateOf } from '../json';
import { invalid, Problem, unauthorized } from '../problem';
import {
  decisionSchema,
  detailsSchema,
  idParams,
  newNoteSchema,
  noQuery,
  ownReasonSchema,
  reasonSchema,
} from '../schemas';

const precondition = {
  'If-Match': { required: true, description: 'The ETag of the request as whoever decides has seen it' },
};

/** What admins do with a request: the same as in the chat. */
export const decisionEndpoints = (bot: Bot): readonly AnyEndpoint[] => {
  const deciding = <B extends z.ZodType>(
    what: 'decision' | 'undo' | 'revoke' | 'reopen',
    summary: string,
    body: B,
    commandOf: (body: z.output<B>, seen: Seen) => AdminDecision,
  ) =>
    endpoint({
      method: 'post',
      path: `/admin/request/{id}/${what}`,
      access: 'admins',
      summary,
      params: idParams,
      query: noQuery,
      body,
      headers: precondition,
      answers: detailsSchema,
      refusals: [404, 409, 412, 428],
      async write(tx, { caller, params, body: said, request }) {
        const id = requestId(params.id);
        const version = await requestVersion(tx, id);
        if (version === null) return noSuchRequest(id);
        const seen = ifMatch(request, etagOf(id, version));
        if (seen === 'missing') {
          return new Problem(428, 'Send If-Match with the ETag of the request as you have seen it.');
        }
        if (version.client === caller.id) return ownRequest();
        if (seen === 'other') {
          return new Problem(412, 'The request has changed meanwhile.', await stateNow(bot, tx, caller, id));
        }
        return done(bot, tx, caller, commandOf(said, { by: caller.id, round: version.round }), id);
      },
    });
  return [
    deciding('decision', 'Approve or reject', decisionSchema, ({ decision, reason }, seen) =>
      decision === 'approve' ? { type: 'approve', ...seen } : { type: 'reject', ...seen, reason: reason ?? null },
    ),
    deciding('undo', 'Take one’s own decision or approval back', ownReasonSchema, ({ reason }, seen) => ({
      type: 'undo',
      ...seen,
      reason: reason ?? null,
    })),
    deciding('revoke', 'End an access', reasonSchema, ({ reason }, { by }) => ({
      type: 'revoke',
      by,
      reason: reason ?? null,
    })),
    deciding('reopen', 'Put a request up for a decision again', ownReasonSchema, ({ reason }, { by }) => ({
      type: 'reopen',
      by,
      reason: reason ?? null,
    })),
    endpoint({
      method: 'post',
      path: '/admin/request/{id}/notes',
      access: 'admins',
      summary: 'Write a note for the admins',
      params: idParams,
      query: noQuery,
      body: newNoteSchema,
      answers: detailsSchema,
      refusals: [404],
      async write(tx, { caller, params, body }) {
        const id = requestId(params.id);
        const outcome = await note(tx, caller.id, id, body.text, body.after);
        if ('refused' in outcome) {
          switch (outcome.refused) {
            case 'not_an_admin':
              return unauthorized();
            case 'no_such_request':
              return noSuchRequest(id);
            case 'too_long':
              return invalid([{ pointer: '#/text', detail: `has at most ${outcome.limit} characters` }]);
          }
        }
        if (outcome.isNew) {
          await logged(bot, tx, caller, { id, action: 'note', message: 'an admin noted something about a request' });
        }
        return asItIs(bot, caller, id);
      },
    }),
  ];
};

/** What these need beside the transaction. */
interface Bot {
  readonly log: Log;
  readonly texts: Texts;
}

/** Who decides, and the round that they have seen. */
interface Seen {
  readonly by: PersonId;
  readonly round: number;
}

const ownRequest = (): Problem => new Problem(403, 'Nobody decides their own request.', { code: 'own_request' });

async function done(
  bot: Bot,
  tx: Transaction,
  caller: Admin,
  command: AdminDecision,
  id: RequestId,
): Promise<After | Problem> {
  const outcome = await decide(tx, id, command);
  if (isChanged(outcome)) {
    await logged(bot, tx, caller, { id, action: outcome.event, message: 'an admin has decided at the desk' });
    return asItIs(bot, caller, id);
  }
  switch (outcome.refused) {
    case 'not_an_admin':
      return unauthorized();
    case 'no_such_request':
      return noSuchRequest(id);
    case 'own_request':
      return ownRequest();
    case 'too_long':
      return invalid([{ pointer: '#/reason', detail: `has at most ${outcome.limit} characters` }]);
    default: {
      const state = await stateNow(bot, tx, caller, id);
      const { code, detail } = refusalOf(outcome);
      return new Problem(409, detail, { code, ...state });
    }
  }
}

type Refusal = Exclude<
  Extract<Awaited<ReturnType<typeof decide>>, { readonly refused: string }>,
  { readonly refused: 'not_an_admin' | 'no_such_request' | 'own_request' | 'too_long' }
>;
type Refused = Refusal['refused'];

/** Why not, for programs and as a sentence. A request past its term has expired by the time that it is refused. */
function refusalOf(refusal: Refusal): { readonly code: Refused; readonly detail: string } {
  const { refused: code } = refusal;
  if (code !== 'not_pending' || refusal.request.status !== 'expired') return { code, detail: whyNot[code] };
  return { code: 'expired', detail: `The request expired at ${iso(refusal.request.expiresAt)}.` };
}

const whyNot: Readonly<Record<Refused, string>> = {
  no_request: 'There is no request.',
  already_pending: 'The request waits for a decision already.',
  already_approved: 'The request is approved already.',
  not_pending: 'The request does not wait for a decision any more.',
  expired: 'The request has expired.',
  not_due: 'The request is not due to expire.',
  earlier_round: 'The request has changed meanwhile.',
  nothing_to_appeal: 'There is nothing to appeal.',
  appeal_not_open: 'An appeal is not possible yet.',
  appeal_closed: 'An appeal is not possible any more.',
  appeals_used_up: 'There are no more appeals.',
  already_voted: 'You have approved this request already; it needs the approval of others.',
  no_vote: 'You have not approved this request, so there is nothing to take back.',
  nothing_to_undo: 'There is nothing to take back.',
  not_your_decision: 'Somebody else has decided this request: only they can take it back.',
  undo_too_late: 'It is too late to take the decision back.',
  not_approved: 'The request is not approved, so there is no access to end.',
  nothing_to_reopen: 'Only a request that was rejected, has expired or whose access has ended can be reopened.',
  open_instead: 'The client has a newer request that is open.',
};

/** Answers with the request as it is once all of this is committed. */
const asItIs = ({ texts }: Bot, caller: Admin, id: RequestId): After => ({
  after: (work) => detailsFor(work, texts, caller, id),
});

async function stateNow(bot: Bot, tx: Transaction, caller: Admin, id: RequestId) {
  const now = await detailsNow(tx, caller, id);
  return 'refused' in now ? {} : stateOf(now, await readyReasons(tx, bot.texts, now.item.client.id));
}

/** A request as it is now: one past its term expires first. */
async function detailsNow(tx: Transaction, caller: Admin, id: RequestId) {
  await currentRequest(tx, id);
  const now = await detailsIn(tx, caller, id);
  if (now === 'past_its_term') throw new Error(`request ${id} is past its term and does not expire`);
  return now;
}

/** Once it is committed. */
async function logged(
  { log }: Bot,
  tx: Transaction,
  { id: admin }: Admin,
  { id, action, message }: { readonly id: RequestId; readonly action: string; readonly message: string },
): Promise<void> {
  const telegramId = (await tx.store.people.get(admin))?.telegramId ?? undefined;
  tx.onCommit(() => log.info(message, { action, requestId: id, telegramId, details: { via: 'desk' } }));
}
