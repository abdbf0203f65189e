import { themeOf } from './theme.js';
import { forThisTab } from './storage.js';

/** Where Telegram Web and Telegram Desktop on Linux put Mini Apps into frames. */
const frame = 'https://web.telegram.org';

/** What Telegram opened the page with. */
interface Launch {
  readonly version: string;
  readonly theme: string;
}

/**
 * The Mini App's side of Telegram: https://docs.telegram-mini-apps.com/platform/methods. Instead of Telegram's own script, which
 * is larger than this page and comes from another host. Outside Telegram, all of it does nothing.
 */
export class Telegram {
  /** As it came, for signing in once; null: it came without, or the page was reloaded. */
  readonly initData: string | null;
  /** What the link said that opened the page, such as `r12` (https://core.telegram.org/bots/webapps#launching-the-main-mini-app). */
  readonly startParam: string | null;
  private readonly launch: Launch | null;
  private readonly isFramed = window.parent !== window;
  private readonly fragment = location.hash;
  private onBack: (() => void) | null = null;
  private isBackShown = false;

  constructor() {
    const fragment = new URLSearchParams(this.fragment.slice(1));
    const version = fragment.get('tgWebAppVersion');
    this.initData = fragment.get('tgWebAppData');
    const query = new URLSearchParams(location.search);
    this.startParam =
      fragment.get('tgWebAppStartParam') ??
      new URLSearchParams(this.initData ?? '').get('start_param') ??
      query.get('tgWebAppStartParam');
    query.delete('tgWebAppStartParam');
    this.launch = version === null ? remembered() : { version, theme: fragment.get('tgWebAppThemeParams') ?? '{}' };
    if (version !== null) {
      forThisTab.set('launch', JSON.stringify(this.launch));
      // Who reads over a shoulder, or copies the address, doesn't get what signs in.
      history.replaceState(history.state, '', `${location.pathname}?${query.toString()}`.replace(/\?$/, ''));
    }
  }

  /** Whether the page is a Mini App in Telegram. */
  get isThere(): boolean {
    return this.launch !== null;
  }

  /** Begins: takes Telegram's colours and the whole height. */
  start(): void {
    if (this.launch === null) return;
    if (this.knows('6.1')) document.documentElement.classList.add('has-back-button');
    this.colour(this.launch.theme);
    this.listen();
    if (this.isFramed) this.post('iframe_ready', { reload_supported: true });
    this.post('web_app_ready');
    this.post('web_app_expand');
    this.post('web_app_request_theme');
    // Otherwise scrolling down from the top would close the page.
    if (this.knows('7.7')) this.post('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
    if (this.knows('8.0')) {
      this.post('web_app_request_safe_area');
      this.post('web_app_request_content_safe_area');
    }
  }

  /** Shows Telegram's back button, or hides it (null). */
  back(onBack: (() => void) | null): void {
    this.onBack = onBack;
    const isShown = onBack !== null;
    if (this.launch === null || isShown === this.isBackShown || !this.knows('6.1')) return;
    this.isBackShown = isShown;
    this.post('web_app_setup_back_button', { is_visible: isShown });
  }

  /** Lets the phone be felt. */
  feel(how: 'success' | 'warning' | 'error'): void {
    if (this.launch === null || !this.knows('6.1')) return;
    this.post('web_app_trigger_haptic_feedback', { type: 'notification', notification_type: how });
  }

  /** Opens a chat inside Telegram; false: this isn't Telegram. */
  openChat(username: string): boolean {
    if (this.launch === null || !this.knows('6.1')) return false;
    this.post('web_app_open_tg_link', { path_full: `/${username}` });
    return true;
  }

  private knows(version: string): boolean {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [ownMajor = 0, ownMinor = 0] = (this.launch?.version ?? '').split('.').map(Number);
    return ownMajor > major || (ownMajor === major && ownMinor >= minor);
  }

  private post(type: string, data: unknown = null): void {
    if (this.isFramed) {
      window.parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), frame);
      return;
    }
    (window as TelegramWindow).TelegramWebviewProxy?.postEvent(type, JSON.stringify(data));
  }

  private listen(): void {
    const receive = (type: unknown, data: unknown): void => this.hear(type, data);
    // Each client calls another of these.
    const view = { receiveEvent: receive };
    Object.assign(window, {
      Telegram: { WebView: view },
      TelegramGameProxy: view,
      TelegramGameProxy_receiveEvent: receive,
    });
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || origin !== frame || typeof data !== 'string') return;
      const said = parsed(data);
      if (said !== null) receive(said['eventType'], said['eventData']);
    });
  }

  private hear(type: unknown, data: unknown): void {
    const given = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
    switch (type) {
      case 'back_button_pressed':
        this.onBack?.();
        return;
      case 'theme_changed':
        this.colour(JSON.stringify(given['theme_params'] ?? {}));
        return;
      case 'reload_iframe':
        this.post('iframe_will_reload');
        // Where nothing can be stored, the page has to come in once more as it came.
        history.replaceState(history.state, '', location.pathname + location.search + this.fragment);
        location.reload();
        return;
      case 'safe_area_changed':
        setInsets('safe', given);
        return;
      case 'content_safe_area_changed':
        setInsets('content', given);
        return;
    }
  }

  private colour(json: string): void {
    const root = document.documentElement;
    const theme = themeOf(parsed(json) ?? {});
    if (theme === null) return;
    root.dataset['theme'] = theme.isDark ? 'dark' : 'light';
    for (const [name, value] of theme.variables) root.style.setProperty(name, value);
  }
}

type TelegramWindow = Window & {
  readonly TelegramWebviewProxy?: { postEvent(type: string, json: string): void };
};

function remembered(): Launch | null {
  const launch = parsed(forThisTab.get('launch') ?? '');
  if (launch === null) return null;
  const { version, theme } = launch;
  return typeof version === 'string' && typeof theme === 'string' ? { version, theme } : null;
}

function parsed(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** What the phone or Telegram covers at each side, in CSS pixels. */
function setInsets(kind: 'safe' | 'content', given: Readonly<Record<string, unknown>>): void {
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const inset = given[side];
    if (typeof inset === 'number' && inset >= 0) {
      document.documentElement.style.setProperty(`--${kind}-${side}`, `${inset}px`);
    }
  }
}
