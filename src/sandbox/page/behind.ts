import { setAttributes } from './dom.js';

/** Where a tab of the browser remembers whether it was open. */
const memory = 'sosekni-behind';

/** What happens behind the phones: folded away until one wants to see it, so that the chats have the screen. */
export class Behind {
  constructor(
    private readonly toggle: HTMLButtonElement,
    private readonly panels: HTMLElement,
  ) {
    toggle.addEventListener('click', () => this.set(!this.isOpen));
    this.set(remembered() === 'open');
  }

  open(): void {
    if (!this.isOpen) this.set(true);
  }

  private get isOpen(): boolean {
    return !this.panels.hidden;
  }

  private set(open: boolean): void {
    this.panels.hidden = !open;
    setAttributes(this.toggle, { 'aria-expanded': `${open}` });
    setAttributes(document.body, { 'data-behind': open ? 'open' : 'folded' });
    remember(open ? 'open' : 'folded');
  }
}

// A browser that keeps nothing throws at either.
function remembered(): string | null {
  try {
    return sessionStorage.getItem(memory);
  } catch {
    return null;
  }
}

function remember(state: string): void {
  try {
    sessionStorage.setItem(memory, state);
  } catch {
    return;
  }
}
