import type { SendOutcome } from '../observability/meter';
import type { SendResult } from './channel';

/** The result, as the metrics count it. */
export function outcomeOf(result: SendResult): SendOutcome {
  switch (result.end) {
    case 'sent':
      return 'accepted';
    case 'again':
      if (result.outcomeUnknown) return 'unknown';
      return result.after === null || result.onlyThem === true ? 'retried' : 'limited';
    case 'away':
      return result.outcomeUnknown === true ? 'unknown' : 'retried';
    case 'target_gone':
      return 'gone';
    case 'unreachable':
    case 'no_address':
    case 'unwanted':
      return 'blocked';
    case 'moved':
      return 'moved';
    case 'refused':
    case 'unworded':
      return 'undeliverable';
  }
}
