import type { z } from '@hono/zod-openapi';
import type { Instant, PersonId, TelegramId } from '../../lifecycle/ids';
import { readInitData } from '../../sessions/init-data';
import { signInByCode, signOut, whyNoSignIn } from '../../sessions/link';
import { signInFromTelegram, type NotLetIn, type SignedIn } from '../../sessions/session';
import type { Community } from '../../people/community';
import { languageOf } from '../../people/person';
import type { Reading } from '../../transaction/transaction';
import type { Attempts } from '../attempts';
import { cookieFor } from '../credentials';
import { endpoint } from '../endpoint';
import { iso } from '../json';
import { notLetIn, Problem } from '../problem';
import { loginSchema, newSessionSchema, noQuery, whoSchema, type sessionSchema } from '../schemas';
import { inTime, type Work } from '../work';

/** Signing in and out, and who is signed in. `signedOut` is told of each session that somebody has ended. */
export const sessionEndpoints = (publicUrl: string, attempts: Attempts, signedOut: (token: string) => void) => [
  endpoint({
    method: 'post',
    path: '/admin/session',
    access: 'public_while_acting',
    summary: 'Sign in',
    description:
      'With what a Mini App was opened with, at most an hour ago, or with the code of a one-time link. With a code, the answer also sets a cookie.',
    params: noQuery,
    query: noQuery,
    body: loginSchema,
    answers: newSessionSchema,
    refusals: [401, 429],
    async serve(work, { body }) {
      const signedIn = await signIn(work, body);
      if ('refused' in signedIn) return refuse(work, signedIn, attempts);
      const { token, expiresAt, session, telegramId } = signedIn;
      const by = 'code' in body ? 'code' : 'init_data';
      work.log.info('an admin signed in at the desk', {
        action: 'desk_login',
        telegramId: telegramId ?? undefined,
        details: { by },
      });
      const seconds = Math.floor((expiresAt - work.clock.now()) / 1000);
      return {
        status: 200,
        json: { ...session, token, community: work.communityName },
        headers: by === 'code' ? { 'set-cookie': cookieFor(publicUrl, token, seconds) } : {},
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/admin/session',
    access: 'readers',
    summary: 'Who is signed in',
    params: noQuery,
    query: noQuery,
    body: null,
    answers: whoSchema,
    async use({ transactions, communityName: community }, { caller }) {
      if (caller.kind === 'program') return { status: 200, json: { expires_at: null, admin: null, community } };
      const { session } = await transactions.read((reading) => described(reading, caller.id, caller.expiresAt));
      return { status: 200, json: { ...session, community } };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/admin/session',
    access: 'admins',
    summary: 'Sign out',
    description: 'Ends the session and its streams.',
    params: noQuery,
    query: noQuery,
    body: null,
    answers: null,
    async write(tx, { caller }) {
      await signOut(tx, caller.token);
      tx.onCommit(() => signedOut(caller.token));
      return { status: 204, headers: { 'set-cookie': cookieFor(publicUrl, null, 0) } };
    },
  }),
];

type Begun = SignedIn & Awaited<ReturnType<typeof described>>;

async function signIn(work: Work, login: z.output<typeof loginSchema>): Promise<Begun | NotLetIn> {
  const { transactions, community, clock, botToken } = work;
  // Whoever is not let in keeps nobody from writing: they get no transaction.
  if ('code' in login) {
    const why = await transactions.read((reading) => whyNoSignIn(reading, login.code));
    if (why !== null) return why;
    return transactions.run(async (tx) => withName(tx, await signInByCode(tx, login.code)), inTime(work));
  }
  // Before anything is asked of the database.
  const opened = readInitData(login.init_data, botToken, clock.now());
  if ('refused' in opened) return opened;
  const isAdminOf = (members: Pick<Community, 'adminOnTelegram'>) => members.adminOnTelegram(opened.user) !== null;
  if (!isAdminOf(community) && !(await transactions.read((reading) => Promise.resolve(isAdminOf(reading.community))))) {
    return { refused: 'not_an_admin' };
  }
  return transactions.run(async (tx) => withName(tx, await signInFromTelegram(tx, opened)), inTime(work));
}

async function withName(looking: Looking, signedIn: SignedIn | NotLetIn): Promise<Begun | NotLetIn> {
  if ('refused' in signedIn) return signedIn;
  return { ...signedIn, ...(await described(looking, signedIn.person, signedIn.expiresAt)) };
}

type Looking = Pick<Reading, 'store'>;

async function described(
  { store }: Looking,
  id: PersonId,
  expiresAt: Instant,
): Promise<{
  readonly telegramId: TelegramId | null;
  readonly session: Omit<z.input<typeof sessionSchema>, 'community'>;
}> {
  const person = await store.people.get(id);
  const admin = { id, name: person?.name ?? '' };
  const session = { expires_at: iso(expiresAt), admin, language: languageOf(person) };
  return { telegramId: person?.telegramId ?? null, session };
}

/** From outside all refusals are the same; the log says why. */
function refuse({ log }: Work, { refused }: NotLetIn, attempts: Attempts): Problem {
  const seconds = attempts.failed();
  if (seconds > 0) {
    const headers = { 'retry-after': String(seconds) };
    return new Problem(429, 'Too many attempts to sign in have failed. Try again later.', {}, headers);
  }
  log.warn('somebody was not let in at the desk', { action: 'desk_login_refused', details: { reason: refused } });
  return notLetIn();
}
