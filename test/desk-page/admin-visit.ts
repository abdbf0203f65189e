import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Person, PersonOptions } from '../../src/telegram-double/people';
import { answerTo, asks, newcomer, saying } from '../e2e/scenes';
import { startWorld, type World } from '../e2e/world';
import { startChromium } from '../sandbox-page/browser';
import { initData, openedBy } from '../sessions/opening';

export const laptop = { width: 1440, height: 900 };
export const smallPhone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const clara = { id: 7_000_000_001, first_name: 'Clara', language_code: 'en' };
const boris = { id: 7_000_000_002, first_name: 'Boris', language_code: 'en' };

/** Where people find the desk. Chromium takes it for trustworthy without TLS, and other sites for foreign. */
export const origin = 'http://desk.localhost';

/** What frames it in Telegram Web. Tests answer in its place. */
export const telegramWeb = 'https://web.telegram.org/';

/** A running bot with its desk, and a browser. */
export class DeskWorld {
  readonly clara: Person;
  readonly boris: Person;
  /** What browsers complained of: errors of the page, and what its policy kept from it. */
  readonly complaints: string[] = [];
  /** Requests to other hosts. */
  readonly foreign: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly world: World,
    readonly browser: Browser,
    private readonly texts: string,
  ) {
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('this world has two admins');
    [this.clara, this.boris] = [first, second];
  }

  static async start(env: Readonly<Record<string, string>> = {}): Promise<DeskWorld> {
    const texts = mkdtempSync(join(tmpdir(), 'desk-texts-'));
    writeFileSync(join(texts, 'en.ftl'), 'reason_1 = We don’t know you yet.\nreason_2 = All beds are taken.\n');
    writeFileSync(join(texts, 'ru.ftl'), 'reason_1 = Мы вас пока не знаем.\nreason_2 = Грядки заняты.\n');
    const world = await startWorld({
      engine: 'sqlite',
      admins: [clara, boris],
      env: { WEB_LISTEN: '127.0.0.1:0', PUBLIC_URL: origin, COMMUNITY_NAME: 'Sosekni', TEXTS_DIR: texts, ...env },
    });
    try {
      const line = await world.daemon.logged((logged) => logged['event.action'] === 'web_listening');
      const rules = [
        `MAP desk.localhost ${String(line['labels.address'])}`,
        // Nothing else is to be had.
        'MAP * ~NOTFOUND',
      ];
      const args = [
        `--host-resolver-rules=${rules.join(',')}`,
        '--test-third-party-cookie-phaseout',
        // The page of Telegram Web that a test answers for is on the internet, and the desk isn't.
        '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
      ];
      // Whoever has written to the bot has a name here.
      for (const admin of world.admins) admin.write('/help');
      await world.settled();
      return new DeskWorld(world, await startChromium(undefined, args), texts);
    } catch (error) {
      await world.end();
      rmSync(texts, { recursive: true });
      throw error;
    }
  }

  /** Somebody new with a request that waits. */
  async request(message = 'May I come in?', profile: Partial<PersonOptions> = {}) {
    const client = newcomer(this.world, profile);
    return { client, id: await asks(client, message) };
  }

  /** Clara has this language with the bot from now on. Returns her as Telegram tells of her. */
  async claraIn(language: string): Promise<object> {
    await answerTo(this.clara, `/language ${language}`);
    return { ...clara, language_code: language };
  }

  async statusOf(request: number): Promise<unknown> {
    return (await this.world.rows(`SELECT status FROM requests WHERE id = ${request}`))[0]?.['status'];
  }

  /** A browser of its own, which nobody has signed in with. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: laptop, reducedMotion: 'reduce', ...options });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // Of an answer that says no, any browser complains, whatever the page makes of it.
      const isAnswer =
        message.location().url.startsWith(`${origin}/admin/`) &&
        / status of (40[149]|412|422|503) /.test(message.text());
      if (message.type() === 'error' && !isAnswer) {
        this.complaints.push(message.text());
      }
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !url.startsWith(telegramWeb)) this.foreign.push(url);
    });
    return page;
  }

  /** The address that Telegram opens for somebody, with what it says in the fragment. */
  telegramAddress(path: string, theme: object = {}, user: object = clara): string {
    const fragment = new URLSearchParams({
      tgWebAppData: initData(this.world.double.token, openedBy(user, Date.now())),
      tgWebAppVersion: '9.1',
      tgWebAppPlatform: 'tdesktop',
      tgWebAppThemeParams: JSON.stringify(theme),
    });
    return `${origin}${path}#${fragment.toString()}`;
  }

  /** A page of the desk for an admin who came from Telegram. */
  async open(path = '/desk', options: BrowserContextOptions = {}, user: object = clara): Promise<Page> {
    const page = await this.page(options);
    await page.goto(this.telegramAddress(path, {}, user));
    await page.locator('.row:visible, .empty:visible, .timeline:visible, .page h1:visible').first().waitFor();
    return page;
  }

  /** The one-time link that the bot gives an admin. */
  async link(admin: Person = this.clara): Promise<string> {
    const message = await admin.sees(saying('opens the desk'), { after: admin.write('/desk') });
    const found = JSON.stringify(message).match(/http:\/\/desk\.localhost\/desk\/login#[\w-]{43}/);
    if (found === null) throw new Error('the bot gave no link');
    return found[0];
  }

  /** Closes the browsers that were opened since; nothing may have gone wrong in them. */
  async closePages(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  /** No browser complained, and none went elsewhere. */
  expectNoComplaints(): void {
    expect({ complaints: this.complaints.splice(0), foreign: this.foreign.splice(0) }).toEqual({
      complaints: [],
      foreign: [],
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
    rmSync(this.texts, { recursive: true });
  }
}

// Where things are on the page.

export const row = (page: Page, request: number): Locator =>
  page.locator('.row', { has: page.locator(`[href*="/requests/${request}"]`) });

/** The pane of an open request. */
export const pane = (page: Page, request: number): Locator =>
  page.locator('.request-pane', { hasText: `Request #${request}` });

/** What can be done with the open request. */
export const action = (page: Page, name: string): Locator =>
  page.locator('.actions').getByRole('button', { name, exact: true });

/** What was done last, with the way back. */
export const undoBar = (page: Page): Locator => page.locator('.undo-bar');
