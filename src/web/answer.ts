import type { Reading } from '../transaction/transaction';
import { isUnavailable } from '../transaction/transactions';
import type { PersonId } from '../lifecycle/ids';
import { sessionOf } from '../sessions/session';
import { credentialOf, isSame, type Credential } from './credentials';
import type { AnyEndpoint, Answer, Caller, Streamed } from './endpoint';
import { notActing, notLetIn, Problem, problemType, unauthorized, unavailable } from './problem';
import { parse, type Parsed } from './request';
import { problemSchema } from './schemas';
import type { Pace } from './pace';
import { inTime, paced, type Work } from './work';

/** What stays the same for all requests. */
export interface Door {
  readonly publicUrl: string;
  readonly cookie: string;
  /** Null: no program may read. */
  readonly apiToken: string | null;
}

/** A bot that acts, and the pace of what it does for readers. */
export interface Acting {
  readonly work: Work;
  readonly pace: Pace;
}

/** Answers a request of which path, method and origin are right. Throws a `Problem`, and any other error for a bug. */
export async function answer(
  endpoint: AnyEndpoint,
  request: Request,
  params: Readonly<Record<string, string>>,
  acting: Acting | null,
  door: Door,
): Promise<Response | Streamed> {
  if (endpoint.access === 'public') {
    const parsed = await parse(endpoint, request, params);
    if (!parsed.ok) throw parsed.problem;
    return respond(endpoint, await endpoint.say({ ...parsed, request, caller: null }));
  }
  if (acting === null) throw notActing();
  const credential = endpoint.access === 'public_while_acting' ? null : credentialOf(request, door.cookie);
  if (endpoint.access !== 'public_while_acting' && credential === null) throw unauthorized();
  const parsed = await parse(endpoint, request, params);
  try {
    return await act(endpoint, { request, parsed, credential }, acting, door);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const isOver =
      acting.work.signal.aborted || isUnavailable(error) || (error instanceof Error && error.name === 'TimeoutError');
    throw isOver ? unavailable('The database is not available at the moment. Try again.') : error;
  }
}

type Guarded = Exclude<AnyEndpoint, { readonly access: 'public' }>;

interface Asked {
  readonly request: Request;
  readonly parsed: Parsed;
  readonly credential: Credential | null;
}

async function act(
  endpoint: Guarded,
  asked: Asked,
  { work: unpaced, pace }: Acting,
  door: Door,
): Promise<Response | Streamed> {
  const token = asked.credential?.token ?? null;
  const work = paced(unpaced, pace, token);
  const { transactions } = work;
  const say = <Whole extends Response | Streamed>(said: Answer | Whole | Problem) =>
    pace.run(token, () => respond(endpoint, said));
  const known = (caller: Caller | null): Caller | null => {
    if (token !== null && caller !== null) pace.admit(token);
    if (token !== null && caller === null) pace.dismiss(token);
    return caller;
  };
  const signal = inTime(work);
  const former = new FormerAdmin();
  const { parsed } = asked;
  try {
    if ('serve' in endpoint) {
      if (!parsed.ok) throw parsed.problem;
      return respond(endpoint, await endpoint.serve(work, { ...asked, ...parsed, caller: null }));
    }
    if ('write' in endpoint) {
      if (isOfProgram(asked.credential, door)) throw readOnly();
      // Strangers, whatever tokens they make up, keep nobody from writing: they get no transaction.
      if (token === null || !pace.isAdmitted(token)) {
        if (known(await transactions.read((reading) => identify(reading, asked, door, former))) === null) {
          throw notLetIn();
        }
      }
      const done = await transactions.run(async (tx) => {
        const caller = known(await identify(tx, asked, door, former));
        if (caller?.kind !== 'admin') return caller === null ? notLetIn() : readOnly();
        if (!parsed.ok) return parsed.problem;
        return endpoint.write({ ...tx, via: 'desk' }, { ...asked, ...parsed, caller });
      }, signal);
      // Whoever has decided is told at once.
      return respond(endpoint, 'after' in done ? await done.after(work) : done);
    }
    if ('use' in endpoint) {
      const caller = known(await transactions.read((reading) => identify(reading, asked, door, former)));
      if (caller === null) throw notLetIn();
      if (!parsed.ok) throw parsed.problem;
      if (endpoint.access === 'readers') return await say(await endpoint.use(work, { ...asked, ...parsed, caller }));
      if (caller.kind !== 'admin') throw readOnly();
      return await say(await endpoint.use(work, { ...asked, ...parsed, caller }));
    }
    const found = await transactions.read(async (reading) => {
      const caller = known(await identify(reading, asked, door, former));
      if (caller === null) return notLetIn();
      if (!parsed.ok) return parsed.problem;
      if (endpoint.access === 'readers') return endpoint.read(reading, { ...asked, ...parsed, caller });
      return caller.kind === 'admin' ? endpoint.read(reading, { ...asked, ...parsed, caller }) : readOnly();
    });
    return await say(found);
  } finally {
    const { person } = former;
    if (person !== null) await transactions.run((tx) => tx.store.sessions.endOfPerson(person), signal);
  }
}

const readOnly = (): Problem => new Problem(403, 'This token only reads. Sign in as an admin.', { code: 'read_only' });

/** Somebody with a session who is no admin any more. */
class FormerAdmin {
  person: PersonId | null = null;
}

/** Whether it is API_TOKEN, which nobody shows by a cookie. */
const isOfProgram = (credential: Credential | null, { apiToken }: Door): boolean =>
  credential?.by === 'bearer' && apiToken !== null && isSame(credential.token, apiToken);

/** Who has sent the request, as of this moment; null: nobody who may. */
async function identify(
  reading: Pick<Reading, 'store' | 'community' | 'now'>,
  { credential }: Asked,
  door: Door,
  former: FormerAdmin,
): Promise<Caller | null> {
  if (credential === null) return null;
  if (isOfProgram(credential, door)) return { kind: 'program' };
  const { token } = credential;
  const session = await sessionOf(reading, token);
  if (session === null) return null;
  if (session.isAdmin) return { kind: 'admin', id: session.person, token, expiresAt: session.expiresAt };
  former.person = session.person;
  return null;
}

function respond<Whole extends Response | Streamed>(
  { answers }: AnyEndpoint,
  answer: Answer | Whole | Problem,
): Response | Whole {
  if (answer instanceof Problem) throw answer;
  if (!('status' in answer) || answer instanceof Response) return answer;
  const { status, json, headers = {} } = answer;
  if (status === 204) return new Response(null, { status, headers: { ...headers } });
  if (answers === null || typeof answers === 'string') throw new Error('this endpoint answers no JSON');
  return new Response(JSON.stringify(answers.parse(json)), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** A problem as an answer. */
export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problemSchema.parse(problem.body)), {
    status: problem.status,
    headers: { 'content-type': problemType, ...problem.headers },
  });
}
