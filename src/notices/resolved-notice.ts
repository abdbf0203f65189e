import type { Millis } from '../lifecycle/ids';
import type { CardView, ReminderLine } from '../requests/read/views';
import type { Notice } from './notice';

/** A notice with all that its words need: those that are resolved when sent have the state of that moment with them. */
export type ResolvedNotice =
  | Exclude<
      Notice,
      {
        kind:
          'card' | 'shown_card' | 'queue_card' | 'digest' | 'digest_update' | 'reminder' | 'address_code' | 'my_data';
      }
    >
  | { readonly kind: 'card' | 'queue_card'; readonly card: CardView }
  | { readonly kind: 'digest'; readonly waiting: number }
  | ReminderView
  | { readonly kind: 'my_data'; readonly json: string }
  | DrawnCode
  | Malformed;

/** A code that proves the address it goes to, as it leaves. */
export interface DrawnCode {
  readonly kind: 'address_code';
  readonly code: string;
  /** How long it counts. */
  readonly validFor: Millis;
}

/** A stored notice that lacks what its kind needs. */
interface Malformed {
  readonly kind: 'malformed';
  readonly of: string;
}

/** The requests that expire soon: the first of them, and how many there are in all. */
export interface ReminderView {
  readonly kind: 'reminder';
  readonly requests: readonly ReminderLine[];
  readonly total: number;
}
