import type { DeskTexts } from '../../i18n/desk-sentences.js';
import { directionOf } from '../../i18n/writing.js';
import type { Session } from '../protocol.js';
import { addressOf, noFilters, placeAt, placeNamed, type Place } from './address.js';
import { Api, pause, type Answer, type Health, type SessionEnd } from './api.js';
import { App } from './app.js';
import { Banner } from './banner.js';
import { BulkReport } from './bulk-report.js';
import { BotClock } from './clock.js';
import { Drafts } from './drafts.js';
import { commandOf } from './keys.js';
import { Live } from './live.js';
import { enter, enterByCode, keep, linkView, resume, signInView, type Entry, type Out } from './sign-in.js';
import { forThisBrowser, forThisTab } from './storage.js';
import { Telegram } from './telegram.js';
import { textsOf, type Texts } from './texts.js';

/** How long the page waits before it looks for a bot that could not be reached (ms). */
const lookEvery = 2_000;

/** Pages stay open for days: nothing here ends with them. */
const forever = new AbortController().signal;

/** Opens the page: signs in, or says how to, and shows what the address says. */
class Page {
  private readonly telegram = new Telegram();
  private readonly code = codeInAddress();
  private readonly clock = new BotClock(() => Date.now());
  private readonly now = (): number => this.clock.now();
  private readonly api = new Api(null, (date) => this.clock.heard(date));
  private texts: Texts | null = null;
  /** The language that the texts were asked for in. */
  private asked: string | null = null;
  private banner: Banner | null = null;
  private app: App | null = null;
  private entry: Entry | null = null;
  /** What outlives a view of the desk, for as long as it is the same admin’s. */
  private kept: { readonly of: number; readonly drafts: Drafts; readonly bulkReport: BulkReport } | null = null;
  /** Somebody wants to be signed out, and it isn't known that they are. */
  private isLeaving = false;
  private isLookingForBot = false;
  /** Something was not done since the session had ended, and nobody has been told. */
  private isUntold = false;
  private readonly live = new Live(this.api, {
    changed: (requests) => this.app?.refresh(requests),
    missed: () => this.app?.refresh(null),
    live: (isLive) => this.banner?.showLive(isLive),
  });

  async open(): Promise<void> {
    this.telegram.start();
    const named = placeNamed(this.telegram.startParam);
    // An address that names a request knows better.
    if (named !== null && isList(placeAt(new URL(location.href)))) history.replaceState(null, '', addressOf(named));
    this.api.onHealth = (health) => this.hearOfHealth(health);
    this.api.onSignedOut = (end) => void this.comeBack(end);
    this.listen();
    // Both are on their way at once.
    const entering = this.code === null ? enter(this.api, this.telegram, forever) : null;
    this.texts = await this.fetchTexts(this.language());
    // The grey lines of index.html stay until it is known who this is.
    document.body.prepend(this.bannerOf(this.texts));
    if (entering === null) this.showLink();
    else await this.take(await entering);
  }

  private async take(entry: Entry): Promise<void> {
    this.entry = entry;
    if (entry.kind === 'out') {
      this.showDoor(entry);
      return;
    }
    await this.speakAs(entry.session);
    // Whoever has signed out meanwhile is not shown the desk.
    if (this.entry === entry) this.showDesk(entry.session);
  }

  /** In the language that the bot has with this admin, unless another one was chosen here. */
  private async speakAs({ language }: Session): Promise<void> {
    if (language === null || forThisBrowser.get('language') !== null) return;
    const isNew = language !== this.asked && language !== this.texts?.language;
    // The next view in this tab is in it from its first word on.
    forThisTab.set('language', language);
    if (isNew && isTag(language)) this.texts = await this.fetchTexts(language);
  }

  private showDesk(session: Extract<Entry, { kind: 'in' }>['session']): void {
    if (this.texts === null) return;
    const place = placeAt(new URL(location.href));
    const { id } = session.admin;
    if (this.kept?.of !== id) this.kept = { of: id, drafts: new Drafts(), bulkReport: new BulkReport() };
    const { drafts, bulkReport } = this.kept;
    this.app = new App({
      ...{ api: this.api, telegram: this.telegram, texts: this.texts, session, now: this.now },
      banner: this.bannerOf(this.texts),
      go: (to, how) => this.go(to, how),
      ...{ drafts, bulkReport },
      signOut: () => this.signOut(),
      speak: (language) => void this.speak(language),
    });
    document.body.replaceChildren(...this.app.elements);
    const first: Place = { view: 'requests', filters: noFilters, request: null };
    // What only signed in, or was added by Telegram, doesn't stay in the address.
    this.go(place.view === 'login' ? first : place, 'replace');
    this.live.follow();
  }

  private showDoor(out: Out): void {
    if (this.texts === null) return;
    this.live.end();
    this.app = null;
    this.showAlone(signInView(out, this.texts), this.texts);
  }

  private showLink(): void {
    const { texts, code } = this;
    if (texts === null || code === null) return;
    this.showAlone(
      linkView(texts, async () => this.take(await enterByCode(this.api, code, forever))),
      texts,
    );
  }

  private showAlone(view: HTMLElement, texts: Texts): void {
    document.title = texts.say('desk_title');
    document.body.replaceChildren(this.bannerOf(texts), view);
  }

  private bannerOf({ say }: Texts): HTMLElement {
    this.banner = new Banner(say);
    this.banner.showHealth(this.api.health);
    return this.banner.element;
  }

  /** Shows whether the bot can be reached. While it can't, the page looks for it, and then for what it missed. */
  private hearOfHealth(health: Health): void {
    this.banner?.showHealth(health);
    if (health !== 'well' && !this.isLookingForBot) void this.lookForBot();
  }

  private async lookForBot(): Promise<void> {
    this.isLookingForBot = true;
    try {
      while (this.api.health !== 'well' && this.app !== null) {
        await pause(lookEvery, forever);
        // Whatever it answers: it is there.
        await this.api.read('/admin/session', forever);
        this.app?.refresh(null);
      }
    } finally {
      this.isLookingForBot = false;
    }
  }

  /** The session is over: in Telegram, what the page was opened with may still do. */
  private async comeBack({ isLost, isFormer }: SessionEnd): Promise<void> {
    this.isUntold ||= isLost;
    // Whoever is coming back tells it then.
    if (this.app === null) return;
    if (this.isLeaving) return this.leave();
    if (!isFormer) {
      this.app = null;
      this.live.end();
      const entry = await enter(this.api, this.telegram, forever);
      await this.take(entry.kind === 'out' && entry.why === 'needed' ? { kind: 'out', why: 'over' } : entry);
    }
    if (this.isUntold) this.tellOfLoss();
  }

  private tellOfLoss(): void {
    this.isUntold = false;
    const words = this.texts?.say('desk_signed_in_again');
    if (words !== undefined) this.app?.tell(words);
  }

  /** Whoever has signed in elsewhere meanwhile needn't do it here again. */
  private async lookAgain(): Promise<void> {
    if (document.hidden || this.app !== null || this.entry?.kind !== 'out') return;
    const entry = await resume(this.api, forever);
    if (entry.kind === 'in' && this.app === null) await this.take(entry);
  }

  private async signOut(): Promise<Answer<null>> {
    this.isLeaving = true;
    const answer = await this.api.call<null>('/admin/session', { method: 'DELETE' });
    if (answer.kind === 'done' || answer.kind === 'signed_out') await this.leave();
    else if (answer.kind === 'refused') this.isLeaving = false;
    return answer;
  }

  /** Somebody is signed out, as they wanted. */
  private async leave(): Promise<void> {
    this.isLeaving = false;
    this.app = null;
    this.kept = null;
    this.live.end();
    keep(this.api, null);
    await this.take({ kind: 'out', why: 'signed_out' });
  }

  private async speak(language: string): Promise<void> {
    forThisBrowser.set('language', language);
    this.texts = await this.fetchTexts(language);
    if (this.entry !== null) await this.take(this.entry);
  }

  private go(place: Place, how: 'push' | 'replace' = 'push'): void {
    const { depth = 0 } = (history.state ?? {}) as { readonly depth?: number };
    const address = addressOf(place);
    if (how === 'replace') history.replaceState({ depth }, '', address);
    else if (address !== location.pathname + location.search) history.pushState({ depth: depth + 1 }, '', address);
    this.app?.show(place);
  }

  private listen(): void {
    document.addEventListener('visibilitychange', () => void this.lookAgain());
    window.addEventListener('popstate', () => this.app?.show(placeAt(new URL(location.href))));
    document.addEventListener('click', (event) => {
      const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
      if (event.defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/desk"]') : null;
      if (link === null || this.app === null) return;
      event.preventDefault();
      const place = placeAt(new URL(link.href));
      // Choosing the list anew shows it as it is now.
      if (place.view === 'requests' && link.closest('.top, .chips') !== null) this.app.forgetList();
      this.go(place);
    });
    document.addEventListener('keydown', (event) => {
      const command = this.app === null ? null : commandOf(event);
      if (command !== null && this.app?.command(command) === true) event.preventDefault();
    });
  }

  private language(): string {
    // Until it is known who this is: what the bot, or Telegram, has said in this tab before. A reload comes without what Telegram said.
    const given = languageIn(this.telegram.initData);
    if (given !== null) forThisTab.set('language', given);
    const wanted = forThisBrowser.get('language') ?? forThisTab.get('language') ?? navigator.language;
    return isTag(wanted) ? wanted : 'en';
  }

  private async fetchTexts(language: string): Promise<Texts> {
    this.asked = language;
    const answer = await this.api.read<DeskTexts>(`/desk/texts?language=${encodeURIComponent(language)}`, forever);
    if (answer.kind !== 'done') throw new Error('this server has no texts for the desk');
    const texts = textsOf(answer.value, this.now);
    document.documentElement.lang = texts.language;
    document.documentElement.dir = directionOf(texts.language);
    return texts;
  }
}

const isList = (place: Place): boolean => place.view === 'requests' && place.request === null;

/** What the API takes for a language. */
const isTag = (text: string): boolean => text.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text);

/** The code of a one-time link; it doesn't stay in the address. */
function codeInAddress(): string | null {
  if (placeAt(new URL(location.href)).view !== 'login') return null;
  const code = location.hash.slice(1);
  if (code === '') return null;
  history.replaceState(history.state, '', location.pathname);
  return code;
}

/** Whoever opened it in Telegram, as they have set it there. It decides nothing but the language. */
function languageIn(initData: string | null): string | null {
  try {
    const user: unknown = JSON.parse(new URLSearchParams(initData ?? '').get('user') ?? 'null');
    const tag = typeof user === 'object' && user !== null && 'language_code' in user ? user.language_code : null;
    return typeof tag === 'string' ? tag : null;
  } catch {
    return null;
  }
}

void new Page().open();
