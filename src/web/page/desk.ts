import type { Session } from '../protocol.js';
import type { Filters, Place } from './address.js';
import type { Api } from './api.js';
import type { BulkReport } from './bulk-report.js';
import type { Drafts } from './drafts.js';
import type { Requests } from './requests.js';
import type { Telegram } from './telegram.js';
import type { Formats } from './formats.js';
import type { Say } from './texts.js';
import type { UndoBar } from './undo-bar.js';

/** What every part of the page works with. */
export interface Desk {
  readonly api: Api;
  readonly telegram: Telegram;
  readonly requests: Requests;
  readonly undoBar: UndoBar;
  readonly drafts: Drafts;
  readonly bulkReport: BulkReport;
  readonly say: Say;
  readonly formats: Formats;
  readonly now: () => number;
  /** Who is signed in. */
  readonly me: Session['admin'];
  /** Goes to another view; `replace` leaves no way back to this one. */
  readonly go: (place: Place, how?: 'push' | 'replace') => void;
  /** The list as it is narrowed at the moment. */
  readonly filters: () => Filters;
  /** Says something to those who listen to the page. */
  readonly announce: (text: string) => void;
}
