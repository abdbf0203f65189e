import type { PersonView } from '../protocol.js';
import { actionButton, element } from '../../page/dom.js';
import { icon } from './icons.js';
import type { PhoneWords } from './phone-words.js';

/**
 * The desk over a phone's chat, as Telegram Web shows a Mini App: in a frame from another origin, to which it says how the phone
 * looks and when Back was pressed (https://docs.telegram-mini-apps.com/platform/methods).
 */
export class MiniApp {
  readonly element: HTMLElement;
  private readonly back: HTMLButtonElement;
  private readonly place = element('div', { class: 'mini-app-place' });
  private frame: HTMLIFrameElement | null = null;
  private origin = '';
  /** Where the focus was before. */
  private opener: Element | null = null;

  constructor(
    { name }: PersonView,
    private readonly words: PhoneWords,
  ) {
    const title = words.deskOf(name);
    this.back = actionButton(
      { class: 'round', 'aria-label': words.back, title: words.back, hidden: true },
      () => this.tell('back_button_pressed', null),
      icon('back'),
    );
    const close = actionButton(
      { class: 'round', 'aria-label': words.close, title: words.close },
      () => this.close(),
      icon('close'),
    );
    this.element = element(
      'div',
      { class: 'mini-app', role: 'group', 'aria-label': title, hidden: true },
      element('div', { class: 'mini-app-bar' }, close, this.back, element('p', { class: 'mini-app-title' }, title)),
      this.place,
    );
    window.addEventListener('message', (event) => this.hear(event));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.tellTheme());
  }

  /** `address`: as Telegram opens it, but for the theme. */
  open(address: string): void {
    const url = new URL(address);
    this.origin = url.origin;
    this.opener ??= document.activeElement;
    const frame = element('iframe', {
      class: 'mini-app-frame',
      title: this.element.getAttribute('aria-label'),
      src: `${address}&tgWebAppThemeParams=${encodeURIComponent(JSON.stringify(this.theme()))}`,
      allow: 'clipboard-write',
    });
    this.frame = frame;
    this.place.replaceChildren(frame);
    this.back.hidden = true;
    this.element.classList.remove('expanded');
    this.element.hidden = false;
    frame.focus();
  }

  private close(): void {
    this.element.hidden = true;
    this.place.replaceChildren();
    this.frame = null;
    if (this.opener instanceof HTMLElement) this.opener.focus();
    this.opener = null;
  }

  private hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (this.frame === null || source !== this.frame.contentWindow || origin !== this.origin) return;
    const said = typeof data === 'string' ? parsed(data) : null;
    const about = said?.['eventData'];
    switch (said?.['eventType']) {
      case 'web_app_expand':
        this.element.classList.add('expanded');
        return;
      case 'web_app_request_theme':
        return this.tellTheme();
      case 'web_app_setup_back_button':
        this.back.hidden = !isObject(about) || about['is_visible'] !== true;
        return;
      case 'web_app_request_safe_area':
        return this.tell('safe_area_changed', nothingCovered);
      case 'web_app_request_content_safe_area':
        return this.tell('content_safe_area_changed', nothingCovered);
      case 'web_app_close':
        return this.close();
    }
  }

  private tellTheme(): void {
    this.tell('theme_changed', { theme_params: this.theme() });
  }

  private tell(eventType: string, eventData: unknown): void {
    this.frame?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), this.origin);
  }

  /** The colours of the phone: https://core.telegram.org/bots/webapps#themeparams */
  private theme(): Readonly<Record<string, string>> {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    return {
      bg_color: colour('--surface'),
      secondary_bg_color: colour('--ground'),
      text_color: colour('--ink'),
      hint_color: colour('--quiet'),
      link_color: colour('--accent'),
      button_color: colour('--accent'),
      button_text_color: colour('--on-accent'),
    };
  }
}

const nothingCovered = { top: 0, bottom: 0, left: 0, right: 0 };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function parsed(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
