import { element } from '../../page/dom.js';

/** What keeps the focus. Of what is open within a `details`, which builds it anew, its summary does. */
const focusable = 'a[href], summary';

/** A part of the page that every answer draws anew. What somebody reads there changes only where the answer says something else. */
export class Redrawn {
  private last: { readonly of: number; readonly html: string } | null = null;

  constructor(private readonly place: HTMLElement) {}

  /** Whether an answer about this is shown, rather than that one is awaited or none came. */
  shows(of: number): boolean {
    return this.last?.of === of;
  }

  /** Shows something until an answer is drawn. */
  instead(...elements: readonly HTMLElement[]): void {
    this.last = null;
    this.place.replaceChildren(...elements);
  }

  /** Shows an answer about something. What was open stays open, and the focus stays where it was. */
  draw(of: number, elements: readonly HTMLElement[]): void {
    const html = element('div', {}, ...elements).innerHTML;
    const isSame = html === this.last?.html;
    this.last = { of, html };
    if (isSame) return;
    const open = this.all<HTMLDetailsElement>('details').map((details) => details.open);
    const holds = (each: Element): boolean =>
      (each.localName === 'summary' ? each.parentElement : each)?.contains(document.activeElement) === true;
    const focused = this.all<HTMLElement>(focusable).findIndex(holds);
    this.place.replaceChildren(...elements);
    for (const [n, details] of this.all<HTMLDetailsElement>('details').entries()) details.open = open[n] ?? false;
    if (focused !== -1) this.all<HTMLElement>(focusable)[focused]?.focus({ preventScroll: true });
  }

  private all<Type extends Element>(selector: string): Type[] {
    return [...this.place.querySelectorAll<Type>(selector)];
  }
}
