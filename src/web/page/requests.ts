import type { Problem, ProblemCode, RequestDetails } from '../protocol.js';
import { timeLimit, type Answer, type Api } from './api.js';
import { sentenceFor } from './refusals.js';
import type { Say } from './texts.js';

/** What an admin does to a request. */
export type Deed =
  { readonly do: 'approve' | 'undo' | 'reopen' } | { readonly do: 'reject' | 'revoke'; readonly reason: string | null };

/** What became of it. If it wasn't done, `why` says so as a sentence, and `now` is the request as it is. */
export type Outcome =
  | { readonly done: true; readonly now: RequestDetails; readonly unclear: boolean }
  | { readonly done: false; readonly why: string; readonly now: RequestDetails | null };

/** A note that may have been stored: no answer came. */
interface Unanswered {
  readonly text: string;
  /** The newest note that the page knew of. */
  readonly after: number;
  isThere: boolean;
}

/** The requests that this page has looked at. Everything that shows one hears of what is new about it here. */
export class Requests {
  private readonly held = new Map<number, RequestDetails>();
  private readonly busy = new Set<number>();
  private readonly watchers = new Set<(changed: RequestDetails) => void>();
  private readonly busyWatchers = new Set<(id: number) => void>();
  private readonly unanswered = new Map<number, Unanswered>();
  /** How many calls were made, and of each request the last one that was believed. */
  private calls = 0;
  private readonly believed = new Map<number, number>();

  constructor(
    private readonly api: Api,
    private readonly say: Say,
    /** The person who is signed in. */
    private readonly me: number,
  ) {}

  /** Calls `watcher` whenever something new is known about a request. */
  watch(watcher: (changed: RequestDetails) => void): void {
    this.watchers.add(watcher);
  }

  /** Calls `watcher` when a decision is on its way, and when it has arrived. */
  watchBusy(watcher: (id: number) => void): void {
    this.busyWatchers.add(watcher);
  }

  known(id: number): RequestDetails | null {
    return this.held.get(id) ?? null;
  }

  /** Something about these may have changed, or about all (null): they are asked for anew when they are needed. */
  forget(ids: Iterable<number> | null): void {
    if (ids === null) this.held.clear();
    else for (const id of ids) this.held.delete(id);
  }

  /** Whether a decision about it is on its way. */
  isBusy(id: number): boolean {
    return this.busy.has(id);
  }

  /** Asks for the request as it is now; a sentence: why it can't be seen. Rejects if it is aborted. */
  async look(id: number, signal: AbortSignal): Promise<RequestDetails | string> {
    for (;;) {
      const call = (this.calls += 1);
      const answer = await this.api.read<RequestDetails>(detailsPath(id), signal);
      if (answer.kind !== 'done') {
        const isGone = answer.kind === 'refused' && answer.code === 'not_found';
        return isGone ? this.say('desk_no_such_request', { request: id }) : this.sentence(answer);
      }
      // Answers may overtake one another: an older one is no news.
      if (call > (this.believed.get(id) ?? 0)) return this.accept(answer.value, call);
    }
  }

  /** Does it to the request as it was seen: if anything about it has changed since, it isn't done. */
  async act(seen: RequestDetails, deed: Deed): Promise<Outcome> {
    const { id, etag } = seen;
    if (this.busy.has(id)) return { done: false, why: this.say('desk_busy'), now: null };
    this.setBusy(id, true);
    const call = (this.calls += 1);
    try {
      const { path, body } = callOf(deed);
      const answer = await this.api.call<RequestDetails>(`/admin/request/${id}/${path}`, {
        method: 'POST',
        body,
        etag,
      });
      return await this.outcomeOf(answer, seen, deed, call);
    } finally {
      this.setBusy(id, false);
    }
  }

  /** Adds a note for the admins. */
  async note(seen: RequestDetails, text: string): Promise<Outcome> {
    const { id } = seen;
    // One that was sent before, and not answered for, goes as it went: the bot stores it once.
    const former = this.unanswered.get(id);
    const after = former?.text === text ? former.after : Math.max(0, ...seen.notes.map((note) => note.id));
    const call = (this.calls += 1);
    const answer = await this.api.call<RequestDetails>(`/admin/request/${id}/notes`, {
      method: 'POST',
      body: { text, after },
    });
    if (answer.kind === 'done') {
      if (former?.text === text) this.unanswered.delete(id);
      return { done: true, now: this.acceptWritten(answer.value, call), unclear: false };
    }
    if (!isUnsettled(answer)) return { done: false, why: this.sentence(answer), now: null };
    const sent = { text, after, isThere: false };
    this.unanswered.set(id, sent);
    const now = await this.lookOnce(id);
    if (now !== null && !sent.isThere) this.arrivedNote(now);
    return now !== null && sent.isThere
      ? { done: true, now, unclear: true }
      : { done: false, why: this.say('desk_unknown'), now };
  }

  /** The text of a note that no answer had come for, and that turns out to be there; null: there is none. */
  arrivedNote({ id, notes }: RequestDetails): string | null {
    const sent = this.unanswered.get(id);
    if (sent === undefined) return null;
    const isIt = (note: RequestDetails['notes'][number]): boolean =>
      note.id > sent.after && note.author?.id === this.me && isSameText(note.text, sent.text);
    if (!notes.some(isIt)) return null;
    sent.isThere = true;
    this.unanswered.delete(id);
    return sent.text;
  }

  /** Why a call came to nothing. */
  sentence(answer: Exclude<Answer<unknown>, { readonly kind: 'done' }>): string {
    switch (answer.kind) {
      case 'no_answer':
        return this.say('desk_no_answer');
      case 'not_ready':
        return this.say('desk_not_ready');
      case 'signed_out':
        return this.say('desk_session_over');
      case 'conflict':
        return this.conflict(answer.problem);
      case 'refused':
        return this.refusal(answer.code) ?? this.say('desk_failed', { detail: answer.detail });
    }
  }

  private refusal(code: ProblemCode | null): string | null {
    const sentence = sentenceFor(code);
    return sentence === null ? null : this.say(sentence);
  }

  private async outcomeOf(
    answer: Answer<RequestDetails>,
    seen: RequestDetails,
    deed: Deed,
    call: number,
  ): Promise<Outcome> {
    if (answer.kind === 'done') return { done: true, now: this.acceptWritten(answer.value, call), unclear: false };
    if (answer.kind === 'conflict') {
      const { request, code } = answer.problem;
      const now = request === undefined ? null : this.acceptWritten(request, call);
      const isChanged = code === 'changed' && now !== null;
      return { done: false, why: isChanged ? this.overtaken(now, seen) : this.conflict(answer.problem), now };
    }
    if (!isUnsettled(answer)) return { done: false, why: this.sentence(answer), now: null };
    // It may have arrived, and only its answer was lost.
    const now = await this.lookOnce(seen.id);
    if (now === null) return { done: false, why: this.say('desk_unknown'), now };
    const known = seen.events.at(-1)?.id ?? 0;
    const isDone = now.events.some(
      ({ id, event, actor, via }) =>
        id > known && actor?.id === this.me && via === 'desk' && eventsOf[deed.do].includes(event),
    );
    if (isDone) return { done: true, now, unclear: true };
    // If it is still on its way: it goes for the request as it was seen, and for no other.
    const why = now.etag === seen.etag ? this.say('desk_not_done_yet') : this.overtaken(now, seen);
    return { done: false, why, now };
  }

  /** The request as it is now, if that can be seen at the first try. */
  private async lookOnce(id: number): Promise<RequestDetails | null> {
    const call = (this.calls += 1);
    const answer = await this.api.call<RequestDetails>(detailsPath(id));
    return answer.kind === 'done' ? this.accept(answer.value, call) : null;
  }

  /** What came between seeing a request and deciding it. */
  private overtaken(now: RequestDetails, seen: RequestDetails): string {
    if (now.status === seen.status) return this.say('desk_changed_meanwhile');
    const happened = this.whatHappened(now);
    // It was their own, from another tab or as an answer that came too late.
    return now.reviewed_by?.id === this.me ? happened : `${happened} ${this.say('desk_nothing_sent')}`;
  }

  /** Who decided it and when, if that is why. */
  private conflict({ code, detail, request }: Problem): string {
    const words = this.refusal(code);
    if (words !== null) return words;
    if (request === undefined) return this.say('desk_failed', { detail });
    const admin = request.reviewed_by?.name;
    if (code === 'not_your_decision' && admin !== undefined) return this.say('desk_not_your_decision', { admin });
    return `${this.whatHappened(request)} ${this.say('desk_nothing_sent')}`;
  }

  /** What has become of a request that somebody was about to decide. */
  whatHappened({ status, reviewed_by: reviewer, decided_at: decidedAt }: RequestDetails): string {
    const admin = reviewer?.name ?? '';
    const at = decidedAt === null ? 0 : Date.parse(decidedAt);
    if (status === 'revoked' && reviewer === null) return this.say('desk_given_up_meanwhile');
    switch (status) {
      case 'approved':
        return this.say('desk_approved_meanwhile', { admin, at });
      case 'rejected':
        return this.say('desk_rejected_meanwhile', { admin, at });
      case 'revoked':
        return this.say('desk_revoked_meanwhile', { admin, at });
      case 'expired':
        return this.say('desk_expired_meanwhile');
      case 'withdrawn':
        return this.say('desk_withdrawn_meanwhile');
      case 'pending':
        return this.say('desk_changed_meanwhile');
    }
  }

  /** What a write answered: whatever was asked for before that may be older. */
  private acceptWritten(details: RequestDetails, call: number): RequestDetails {
    const { id } = details;
    const isOvertaken = (this.believed.get(id) ?? 0) > call;
    this.accept(details, (this.calls += 1));
    if (isOvertaken) void this.look(id, timeLimit(10_000)).catch(() => undefined);
    return details;
  }

  private accept(details: RequestDetails, call: number): RequestDetails {
    this.believed.set(details.id, call);
    this.held.set(details.id, details);
    for (const watcher of this.watchers) watcher(details);
    return details;
  }

  private setBusy(id: number, isBusy: boolean): void {
    if (isBusy) this.busy.add(id);
    else this.busy.delete(id);
    for (const watcher of this.busyWatchers) watcher(id);
  }
}

const detailsPath = (id: number): string => `/admin/request/${id}/details`;

/** No answer, or a bot that goes away or comes: what was asked for may have been done all the same. */
const isUnsettled = ({ kind }: Answer<unknown>): boolean => kind === 'no_answer' || kind === 'not_ready';

/** What the history calls it. */
const eventsOf: Readonly<Record<Deed['do'], readonly string[]>> = {
  approve: ['approve', 'vote'],
  reject: ['reject'],
  undo: ['undo', 'vote_withdrawn'],
  revoke: ['revoke'],
  reopen: ['reopen'],
};

/** The bot may write the same words in other code points. */
const isSameText = (one: string, other: string): boolean => one.normalize().trim() === other.normalize().trim();

function callOf(deed: Deed): { readonly path: string; readonly body: unknown } {
  switch (deed.do) {
    case 'approve':
      return { path: 'decision', body: { decision: 'approve' } };
    case 'reject':
      return { path: 'decision', body: { decision: 'reject', reason: deed.reason } };
    case 'undo':
    case 'reopen':
      return { path: deed.do, body: {} };
    case 'revoke':
      return { path: 'revoke', body: { reason: deed.reason } };
  }
}
