import type { SendOutcome } from '../observability/meter';
import type { SendResult } from './channel';

/** The ending, as the metrics count it. */
export function outcomeOf(ending: SendResult): SendOutcome {
  switch (ending.end) {
    case 'sent':
      return 'accepted';
    case 'again':
      if (ending.outcomeUnknown) return 'unknown';
      return ending.after === null ? 'retried' : 'limited';
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
