import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { SandboxProcess } from '../sandbox/visitor';
import { startChromium } from './browser';

export const laptop = { width: 1440, height: 900 };
export const smallPhone = { width: 390, height: 844 };

interface VisitOptions extends BrowserContextOptions {
  /** Whether what happens behind the phones is unfolded, as it is not by itself. */
  readonly behind?: 'open' | 'folded';
  /** The only list of fonts its browser has; the machine's if not given. */
  readonly fontconfig?: string;
}

/** A sandbox with its page open in a browser. */
export class Visit {
  /** What the browser complained of: errors of the page, and what its policy for content kept from it. */
  readonly complaints: string[] = [];

  private constructor(
    readonly sandbox: SandboxProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Nothing is left running where it fails. */
  static async open(
    { behind = 'open', fontconfig, ...options }: VisitOptions = {},
    sandbox = new SandboxProcess(),
  ): Promise<Visit> {
    let browser: Browser | undefined;
    try {
      browser = await startChromium(fontconfig);
      const context = await browser.newContext({ viewport: laptop, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const visit = new Visit(sandbox, browser, page);
      await page.goto(await sandbox.address());
      await visit.atWork();
      if (behind === 'open') await visit.button('Behind the phones').click();
      return visit;
    } catch (error) {
      await browser?.close();
      await sandbox.end();
      throw error;
    }
  }

  /** Someone's phone, by the name on it. */
  phone(name: string): PhoneOnPage {
    return new PhoneOnPage(this.page, name);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A part of the page by its heading. */
  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Makes all letters as wide as readers may want them: WCAG 2.2, success criterion 1.4.12. */
  async wideLetters(): Promise<void> {
    await this.page.evaluate(() =>
      Object.assign(document.body.style, { letterSpacing: '0.12em', wordSpacing: '0.16em' }),
    );
  }

  /** Waits until the promise reads like this. */
  async verdict(text: string): Promise<void> {
    await this.region('The promise').getByRole('status').getByText(text, { exact: true }).waitFor();
  }

  /** Waits until the diagram, for those who can't see it, begins like this. */
  async stands(sentence: string): Promise<void> {
    await this.page.getByRole('img', { name: new RegExp(`^${sentence}`) }).waitFor();
  }

  /** Begins with empty chats and a new database. */
  async startOver(): Promise<void> {
    await this.button('Start over').click();
    await this.stands('There is no request yet');
    await this.atWork();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.sandbox.end();
  }

  private async atWork(): Promise<void> {
    await this.page.getByText(/^The bot runs/).waitFor();
    await this.verdict('Nothing missing');
  }
}

/** One of the phones. */
export class PhoneOnPage {
  readonly region: Locator;
  readonly log: Locator;
  readonly field: Locator;

  constructor(
    page: Page,
    readonly name: string,
  ) {
    this.region = page.getByRole('region', { name, exact: true });
    this.log = this.region.getByRole('log');
    this.field = this.region.getByRole('textbox');
  }

  /** Types a text into the field and sends it by Enter. */
  async writes(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** The newest message that says this, once there is one. */
  async sees(text: string | RegExp): Promise<Locator> {
    const message = this.log.getByRole('article').filter({ hasText: text }).last();
    await message.waitFor();
    return message;
  }

  /** Presses a button under the newest message that says this. */
  async presses(button: string, on: string | RegExp): Promise<void> {
    const message = await this.sees(on);
    await message.getByRole('button', { name: button }).first().click();
  }

  /** Opens the ⋮ and chooses. */
  async chooses(item: string): Promise<void> {
    await this.region.getByRole('button', { name: `More for ${this.name}` }).click();
    await this.region.getByRole('button', { name: item, exact: true }).click();
  }

  start(): Promise<void> {
    return this.region.getByRole('button', { name: /^(Start the chat|Запустить чат)/ }).click();
  }
}
