import type { Page } from 'playwright-core';
import { describeWith } from '../programs';
import { idsUsedTwice, namelessControls } from './audit';
import { laptop, smallPhone, Visit, type PhoneOnPage } from './visit';

describeWith('chromium')('the mailbox in the sandbox', () => {
  let visit: Visit;
  let anna: PhoneOnPage;

  beforeAll(async () => {
    visit = await Visit.open({ behind: 'folded', colorScheme: 'light' });
    anna = visit.phone('Anna Berg');
    await anna.start();
    await anna.sees('I take requests');
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  const mailbox = () => visit.region('Mailbox');
  const press = (name: string) => mailbox().getByRole('button', { name, exact: true }).click();

  test('comes up with the first mail, and shows each as it looks, as text and with its headers', async () => {
    expect(await mailbox().count()).toBe(0);
    await anna.writes('/email anna@example.org');
    await mailbox().getByText('everybody’s mail, 1 unread').waitFor();
    await mailbox().getByRole('button', { name: 'to anna@example.org' }).click();
    await mailbox().getByText('everybody’s mail', { exact: true }).waitFor();
    const looks = await mailbox().frameLocator('iframe').locator('body').innerText();
    const code = /\b\d{6}\b/.exec(looks)?.[0] ?? 'no code';
    await press('Text');
    expect(await mailbox().locator('pre').innerText()).toContain(code);
    await press('Headers');
    expect(await mailbox().locator('pre').innerText()).toContain('Auto-Submitted: auto-generated');
    await anna.writes(code);
    await anna.sees('is confirmed');
    await press('Back to all mail');
    expect(await mailbox().getByRole('button', { name: 'to anna@example.org' }).count()).toBe(1);
  });

  test('fits beside the phones on a laptop, with no word on a key broken', async () => {
    const { page } = visit;
    const clara = visit.phone('Clara');
    await clara.writes('/language ru');
    await anna.writes('/request I grow tomatoes');
    await clara.sees('Одобрить');
    for (const narrow of [1366, 1280]) {
      await page.setViewportSize({ width: narrow, height: 768 });
      expect(await page.locator('#phones').evaluate((row) => row.scrollWidth - row.clientWidth)).toBe(0);
      expect(await brokenWords(page)).toEqual([]);
    }
    await page.setViewportSize(laptop);
  });

  test('has names for all its controls, and a tab of its own where one phone fits', async () => {
    expect(await namelessControls(visit.page)).toEqual([]);
    expect(await idsUsedTwice(visit.page)).toEqual([]);
    await visit.page.setViewportSize(smallPhone);
    await visit.page
      .getByRole('navigation', { name: 'Phones' })
      .getByRole('button', { name: /^Mailbox/ })
      .click();
    await mailbox().getByRole('button', { name: 'to anna@example.org' }).click();
    await mailbox().frameLocator('iframe').locator('body').waitFor();
    const { width } = (await mailbox().locator('iframe').boundingBox()) ?? { width: 0 };
    expect(width).toBeGreaterThan(300);
  });

  test('is gone with what it held once everything starts over', async () => {
    await visit.page.setViewportSize(laptop);
    await visit.button('Start over').click();
    await mailbox().waitFor({ state: 'detached' });
  });
});

/** The words on keys of which a part is on the next line. */
const brokenWords = (page: Page): Promise<readonly string[]> =>
  page.locator('.key').evaluateAll((keys) =>
    keys.flatMap((key) => {
      const texts = document.createTreeWalker(key, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      while (texts.nextNode() !== null) {
        const text = texts.currentNode;
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );
