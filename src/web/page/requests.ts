import type { Problem, ProblemCode, RequestDetails } from '../protocol.js';
import type { Answer, Api } from './api.js';
import { sentenceFor } from './refusals.js';
import type { Say } from './texts.js';

/** What an admin does to a request. */
export type Deed =
  { readonly do: 'approve' | 'undo' | 'reopen' } | { readonly do: 'reject' | 'revoke'; readonly reason: string | null };

/** What became of it. If it wasn't done, `why` says so as a sentence, and `now` is the request as it is. */
export type Outcome =
  | { readonly done: true; readonly now: RequestDetails; readonly unclear: boolean }
  | { readonly done: false; readonly why: string; readonly now: RequestDetails | null };

/** The requests that this page has looked at. Everything that shows one hears of what is new about it here. */
export class Requests {
  private readonly held = new Map<number, RequestDetails>();
  private readonly busy = new Set<number>();
  private readonly watchers = new Set<(changed: RequestDetails) => void>();
  private readonly busyWatchers = new Set<(id: number) => void>();

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
    const answer = await this.api.read<RequestDetails>(`/admin/request/${id}/details`, signal);
    if (answer.kind === 'done') return this.accept(answer.value);
    const isGone = answer.kind === 'refused' && answer.code === 'not_found';
    return isGone ? this.say('desk_no_such_request', { request: id }) : this.sentence(answer);
  }

  /** Does it to the request as it was seen: if anything about it has changed since, it isn't done. */
  async act(seen: RequestDetails, deed: Deed): Promise<Outcome> {
    const { id, etag } = seen;
    if (this.busy.has(id)) return { done: false, why: '', now: null };
    this.setBusy(id, true);
    try {
      const { path, body } = callOf(deed);
      const answer = await this.api.call<RequestDetails>(`/admin/request/${id}/${path}`, {
        method: 'POST',
        body,
        etag,
      });
      return await this.outcomeOf(answer, seen);
    } finally {
      this.setBusy(id, false);
    }
  }

  /** Adds a note for the admins. */
  async note(id: number, text: string): Promise<Outcome> {
    const answer = await this.api.call<RequestDetails>(`/admin/request/${id}/notes`, {
      method: 'POST',
      body: { text },
    });
    if (answer.kind === 'done') return { done: true, now: this.accept(answer.value), unclear: false };
    return { done: false, why: this.sentence(answer), now: null };
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

  private async outcomeOf(answer: Answer<RequestDetails>, seen: RequestDetails): Promise<Outcome> {
    if (answer.kind === 'done') return { done: true, now: this.accept(answer.value), unclear: false };
    const why = this.sentence(answer);
    if (answer.kind === 'conflict') {
      const { request } = answer.problem;
      return { done: false, why, now: request === undefined ? null : this.accept(request) };
    }
    if (answer.kind !== 'no_answer') return { done: false, why, now: null };
    // It may have arrived, and only its answer was lost.
    const now = await this.api.call<RequestDetails>(`/admin/request/${seen.id}/details`);
    if (now.kind !== 'done') return { done: false, why: this.say('desk_unknown'), now: null };
    const details = this.accept(now.value);
    const last = details.events.at(-1);
    const isMine = details.etag !== seen.etag && last?.actor?.id === this.me && last.via === 'desk';
    return isMine ? { done: true, now: details, unclear: true } : { done: false, why, now: details };
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

  private accept(details: RequestDetails): RequestDetails {
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
