import { element } from '../../page/dom.js';
import type { NewSession, Session } from '../protocol.js';
import type { Answer, Api } from './api.js';
import { workingButton } from './parts.js';
import { forThisTab } from './storage.js';
import type { Telegram } from './telegram.js';
import type { Texts } from './texts.js';

/** How somebody came in, or why they didn't. */
export type Entry = { readonly kind: 'in'; readonly session: Session } | Out;

export type Out =
  | { readonly kind: 'out'; readonly why: WhyOut }
  /** It isn't known whether they may come in. */
  | { readonly kind: 'out'; readonly why: 'failed'; readonly detail: string };

type WhyOut = 'needed' | 'stale' | 'refused' | 'too_often' | 'wrong_address' | 'broken' | 'over' | 'signed_out';

/** Signs in with what Telegram opened the page with, or goes on with a session from before. */
export async function enter(api: Api, telegram: Telegram, signal: AbortSignal): Promise<Entry> {
  if (telegram.initData !== null) {
    const entry = await exchange(api, { init_data: telegram.initData }, signal);
    if (entry.kind === 'in') return entry;
    const former = await resume(api, signal);
    if (former.kind === 'in') return former;
    return entry.why === 'refused' ? { kind: 'out', why: 'stale' } : entry;
  }
  const entry = await resume(api, signal);
  return entry.kind === 'out' && telegram.isThere ? { kind: 'out', why: 'stale' } : entry;
}

/** Signs in by the code of a one-time link. The browser gets a cookie for that. */
export const enterByCode = (api: Api, code: string, signal: AbortSignal): Promise<Entry> =>
  exchange(api, { code }, signal);

/** Goes on with a session from before, or from another tab. */
export async function resume(api: Api, signal: AbortSignal): Promise<Entry> {
  api.use(forThisTab.get('token'));
  const answer = await api.read<Session>('/admin/session', signal);
  if (answer.kind === 'done') return { kind: 'in', session: answer.value };
  if (answer.kind !== 'signed_out') return refusal(answer);
  if (!api.isByToken) return { kind: 'out', why: 'needed' };
  // The token is over, and there may be a cookie.
  keep(api, null);
  const other = await api.read<Session>('/admin/session', signal);
  if (other.kind === 'done') return { kind: 'in', session: other.value };
  return other.kind === 'signed_out' ? { kind: 'out', why: 'over' } : refusal(other);
}

async function exchange(
  api: Api,
  login: { readonly init_data: string } | { readonly code: string },
  signal: AbortSignal,
): Promise<Entry> {
  api.use(null);
  for (let isLost = false; ;) {
    const answer = await api.call<NewSession>('/admin/session', { method: 'POST', body: login, signal });
    if (answer.kind === 'done') {
      const { token, ...session } = answer.value;
      // In a browser the cookie is enough, and out of reach of whatever runs here.
      if ('init_data' in login) keep(api, token);
      return { kind: 'in', session };
    }
    const isLate = answer.kind === 'refused' && answer.code === 'timed_out';
    if (answer.kind === 'not_ready' || answer.kind === 'no_answer' || isLate) {
      isLost = true;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      signal.throwIfAborted();
      continue;
    }
    const out = answer.kind === 'signed_out' ? ({ kind: 'out', why: 'refused' } as const) : refusal(answer);
    if (!isLost || out.why !== 'refused' || !('code' in login)) return out;
    // A code works once: it may have worked, and only its answer was lost.
    const entry = await resume(api, signal);
    return entry.kind === 'in' ? entry : out;
  }
}

function refusal(answer: Extract<Answer<unknown>, { readonly kind: 'refused' | 'conflict' }>): Out {
  if (answer.kind === 'conflict') return { kind: 'out', why: 'failed', detail: answer.problem.detail };
  switch (answer.code) {
    case 'foreign_page':
    case 'wrong_host':
      return { kind: 'out', why: 'wrong_address' };
    case 'too_many_attempts':
      return { kind: 'out', why: 'too_often' };
    case 'internal':
      return { kind: 'out', why: 'broken' };
    default:
      return { kind: 'out', why: 'failed', detail: answer.detail };
  }
}

/** Holds on to the session for as long as this tab is open; null: forgets it. */
export function keep(api: Api, token: string | null): void {
  api.use(token);
  forThisTab.set('token', token);
}

/** Says how to come in. */
export function signInView(out: Out, { say, community }: Texts): HTMLElement {
  const reasons = {
    ...{ needed: null, stale: say('desk_sign_in_stale'), refused: say('desk_sign_in_refused') },
    ...{ too_often: say('desk_sign_in_too_often'), wrong_address: say('desk_wrong_address') },
    ...{ over: say('desk_session_over'), signed_out: say('desk_signed_out'), broken: say('desk_broken') },
  };
  const reason = out.why === 'failed' ? say('desk_failed', { detail: out.detail }) : reasons[out.why];
  return element(
    'main',
    { class: 'door' },
    element('h1', {}, element('bdi', {}, community)),
    reason === null ? null : element('p', { class: 'door-why', role: 'alert' }, reason),
    element('p', {}, say('desk_sign_in_needed')),
    // Telegram shows its button for https:// alone.
    location.protocol === 'https:'
      ? element(
          'ol',
          {},
          element('li', {}, say('desk_sign_in_telegram')),
          element('li', {}, say('desk_sign_in_browser')),
        )
      : element('p', {}, say('desk_sign_in_by_link')),
  );
}

/** Asks whoever opened a one-time link to press: whatever only looks at links must not use it up. */
export function linkView({ say, community }: Texts, press: () => Promise<void>): HTMLElement {
  return element(
    'main',
    { class: 'door' },
    element('h1', {}, element('bdi', {}, community)),
    element('p', {}, say('desk_sign_in_link')),
    workingButton(say('desk_sign_in'), 'is-good', press),
  );
}
