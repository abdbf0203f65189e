import { setAttributes } from '../../page/dom.js';

/** The key in sessionStorage that remembers whether the panel is open. */
const memory = 'sosekni-behind';

/** The panel that shows what happens behind the phones. Closed at first, so that the chats have the screen. */
export class DetailsPanel {
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

// A browser that stores nothing throws on both.
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
