import type { RequestDetails } from '../protocol.js';
import { actionButton, element, say as setText } from '../../page/dom.js';
import type { Say } from './texts.js';

/** How long a bar that offers nothing stays (ms). */
const longEnough = 8_000;
/** The longest that a timer waits: a longer one may go off at once. */
const longestTimer = 2 ** 31 - 1;

/** What an admin has just done, with the way back. It asks nothing, covers nothing and waits. */
export class UndoBar {
  readonly element: HTMLElement;
  private readonly words = element('p', { role: 'status' });
  private readonly undoButton: HTMLButtonElement;
  private way: (() => Promise<void>) | null = null;
  private isUndoing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    say: Say,
    private readonly now: () => number,
  ) {
    this.undoButton = actionButton(
      { class: 'undo', 'aria-keyshortcuts': 'u' },
      () => void this.undo(),
      say('desk_undo'),
    );
    const close = actionButton({ class: 'close', 'aria-label': say('desk_close') }, () => this.hide(), '✕');
    this.element = element('div', { class: 'undo-bar', hidden: true }, this.words, this.undoButton, close);
  }

  /** Says what was done; `way` takes it back, which is possible until then. */
  show(words: string, way: { readonly back: () => Promise<void>; readonly until: number | null } | null): void {
    clearTimeout(this.timer);
    this.way = way?.back ?? null;
    this.element.hidden = false;
    setText(this.words, words);
    this.undoButton.hidden = way === null;
    this.undoButton.disabled = false;
    const until = way === null ? this.now() + longEnough : way.until;
    if (until === null) return;
    this.timer = setTimeout(() => this.hide(), Math.min(longestTimer, Math.max(0, until - this.now())));
  }

  hide(): void {
    clearTimeout(this.timer);
    this.way = null;
    this.element.hidden = true;
  }

  /** Takes back what the bar says, if it isn't about to; false: it offers nothing. */
  undo(): boolean {
    if (this.isUndoing) return true;
    if (this.way === null) return false;
    void this.takeBack(this.way);
    return true;
  }

  private async takeBack(way: () => Promise<void>): Promise<void> {
    this.way = null;
    this.isUndoing = true;
    this.undoButton.disabled = true;
    // What has taken that long says when it has ended.
    clearTimeout(this.timer);
    try {
      await way();
    } finally {
      this.isUndoing = false;
    }
  }
}

/** Until when an admin can take back what they have done; null: for as long as it is offered. */
export const undoUntil = ({ undo_until: until }: RequestDetails): number | null =>
  until === null ? null : Date.parse(until);
