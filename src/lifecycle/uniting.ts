import type { Instant, RequestId } from './ids';
import { appealWindow, type Policy } from './policy';
import { isOpenStatus, type NoRequest, type Pending, type Request } from './request';

/** The two who turn out to be one: whoever came by the form, and the Telegram account. */
export type Side = 'form' | 'account';

/** What becomes of their requests. */
export type Joined =
  | {
      /** Whose request is the one that counts from now on. */
      readonly kept: Side;
      /** The other’s request waits, and is withdrawn. */
      readonly withdraws: boolean;
      /** What becomes of its words: an addition to the request that is kept, an appeal against its decision, or nothing. */
      readonly words: 'added' | 'appealed' | null;
    }
  /** Two decisions stand, and only admins take one back. */
  | { readonly refused: 'two_decisions' }
  /** One waits, and the other can’t be appealed yet (until `opensAt`) or any more (null). */
  | { readonly refused: 'no_appeal_now'; readonly waits: Side; readonly opensAt: Instant | null };

/**
 * A client has one request that is open. Of two people who turn out to be one each may have one: what they could not have sent as one
 * person gives way, and no decision of the admins is lost by it.
 */
export function join(
  { form, account }: Readonly<Record<Side, Request | NoRequest>>,
  now: Instant,
  policy: Policy,
): Joined {
  if (!isOpen(account)) return { kept: 'form', withdraws: false, words: null };
  if (!isOpen(form)) return { kept: 'account', withdraws: false, words: null };
  // What the admins have before them in Telegram stays there.
  if (isNew(form)) return givesWay('form', account, now, policy);
  if (isNew(account)) return givesWay('account', form, now, policy);
  return { refused: 'two_decisions' };
}

function givesWay(waits: Side, other: Request, now: Instant, policy: Policy): Joined {
  const kept = waits === 'form' ? 'account' : 'form';
  switch (other.status) {
    case 'rejected':
    case 'revoked': {
      const window = appealWindow(other, now, policy);
      if (window.state === 'open') return { kept, withdraws: true, words: 'appealed' };
      return { refused: 'no_appeal_now', waits, opensAt: window.state === 'not_open' ? window.opensAt : null };
    }
    case 'pending':
      return { kept, withdraws: true, words: 'added' };
    case 'approved':
    case 'expired':
    case 'withdrawn':
      return { kept, withdraws: true, words: null };
  }
}

const isOpen = (request: Request | NoRequest): request is Request =>
  request.status !== 'none' && isOpenStatus(request.status);

/** Nobody has decided it yet. */
const isNew = (request: Request): request is Pending => request.status === 'pending' && request.beforeAppeal === null;

/** Why somebody is not made one with their Telegram account. */
export type NotUnited =
  /** It is no link of this bot's, or of somebody who was forgotten. */
  | { readonly refused: 'no_such_link' }
  | { readonly refused: 'link_used' }
  /** Whoever decides here stays who they are. */
  | { readonly refused: 'is_admin' }
  /** Both have a request that the admins have decided: only they can take a decision back. */
  | { readonly refused: 'two_decisions'; readonly here: RequestId; readonly web: RequestId }
  /** One request waits, and the other can only be appealed: from `opensAt` on; null: not any more. */
  | {
      readonly refused: 'no_appeal_now';
      readonly waits: RequestId;
      readonly decided: RequestId;
      readonly opensAt: Instant | null;
    };

/** A request that gave way to the one that counts. */
export interface GaveWay {
  readonly request: RequestId;
  readonly to: RequestId;
  /** What became of its words. */
  readonly words: 'added' | 'appealed' | null;
}
