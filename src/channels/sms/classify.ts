import type { Meaning } from '../address-channel';
import type { GatewaySettings } from './settings';

/** How an HTTP call to the gateway ended. */
export type GatewayAnswer =
  /** `code`: the gateway's own, where it is Twilio or like it. */
  | { readonly got: 'answer'; readonly status: number; readonly code: number | null }
  /** No connection came about: the gateway has heard nothing. */
  | { readonly got: 'no_connection'; readonly ofTls: boolean }
  /** The connection broke, or it took too long: the gateway may have taken the message. */
  | { readonly got: 'no_answer' };

/** Classifies an answer by its status and, with Twilio, by its code (https://www.twilio.com/docs/api/errors). */
export function classify(answer: GatewayAnswer, shape: GatewaySettings['shape']): Meaning {
  switch (answer.got) {
    case 'no_connection':
      return { is: 'away', broken: answer.ofTls };
    case 'no_answer':
      return { is: 'unknown' };
    case 'answer': {
      const { status, code } = answer;
      if (status >= 200 && status < 300) return { is: 'taken' };
      const known = shape === 'twilio' && code !== null ? byCode(code) : null;
      return known ?? byStatus(status);
    }
  }
}

function byCode(code: number): Meaning | null {
  switch (code) {
    // Not a number, or one that can't get SMS: a landline, for example.
    case 21211:
    case 21217:
    case 21614:
      return { is: 'dead' };
    case 21610:
      return { is: 'stopped' };
    // The account may not send to this country: somebody has to allow that, and it stops nobody else's where others get theirs.
    case 21408:
      return { is: 'unclear', presumed: 'channel', broken: true, maybeSent: false };
    // A number that this sender can't reach.
    case 21612:
      return { is: 'unclear', presumed: 'recipient', broken: true, maybeSent: false };
    // The login, the account, or SMS_FROM.
    case 20003:
    case 20005:
    case 20404:
    case 21212:
    case 21603:
    case 21606:
    case 21659:
    case 21660:
    case 21701:
    case 21703:
    case 21704:
      return { is: 'away', broken: true };
    case 20429:
    case 21611:
      return { is: 'away', broken: false };
    case 21602:
    case 21605:
    case 21617:
      return { is: 'refused' };
    default:
      return null;
  }
}

/** Gateways with a GET say no more than this. */
function byStatus(status: number): Meaning {
  // Too busy, or not there for now: it has taken nothing.
  if (status === 503 || status === 429) return { is: 'away', broken: false };
  // It says that it has failed, though not how far it had come.
  if (status >= 500 || status === 408) return { is: 'unclear', presumed: 'channel', broken: false, maybeSent: true };
  // A redirect is not followed: the address is wrong.
  if (status < 400 || [401, 402, 403, 404, 405, 407].includes(status)) return { is: 'away', broken: true };
  return { is: 'unclear', presumed: 'recipient', broken: true, maybeSent: false };
}
