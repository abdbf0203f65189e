import { describeWith } from '../programs';
import { Visit, type PhoneOnPage } from './visit';

describeWith('chromium')('the desk of an admin in the sandbox', () => {
  let visit: Visit;
  let anna: PhoneOnPage;
  let clara: PhoneOnPage;

  beforeAll(async () => {
    visit = await Visit.open({ behind: 'folded', colorScheme: 'light' });
    [anna, clara] = [visit.phone('Anna Berg'), visit.phone('Clara')];
    await anna.start();
    await anna.sees('I take requests');
    // The sandbox's time is not the browser's.
    await visit.page.getByRole('button', { name: '+1 day: let time jump' }).click();
    await anna.writes('/request I grow tomatoes');
    await clara.sees('I grow tomatoes');
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  test('opens over the chat as Telegram Web shows a Mini App: signed, in its colours, with its back button', async () => {
    await clara.chooses('Open the desk');
    const desk = clara.region.frameLocator('iframe');
    const back = clara.region.getByRole('button', { name: 'Back', exact: true });
    await desk.locator('.row', { hasText: 'I grow tomatoes' }).getByRole('link').click();
    await back.waitFor();
    await desk.getByText('expires in 7 days').first().waitFor();
    const surface = () =>
      desk.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--surface').trim());
    expect(await surface()).toBe('#ffffff');
    await visit.page.emulateMedia({ colorScheme: 'dark' });
    await desk.locator('html[data-theme="dark"]').waitFor();
    expect(await surface()).toBe('#18201c');
    await visit.page.emulateMedia({ colorScheme: 'light' });
    await desk.locator('html[data-theme="light"]').waitFor();
    await back.click();
    await back.waitFor({ state: 'hidden' });
    await desk.locator('.row', { hasText: 'I grow tomatoes' }).getByRole('link').click();
    await desk.locator('.actions').getByRole('button', { name: 'Approve' }).click();
    await anna.sees('approved');
    await clara.region.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await clara.region.locator('iframe').count()).toBe(0);
    await clara.sees(/Approved by/);
  });

  test('opens in a tab by the link that the bot sends, which works once', async () => {
    const opened = visit.page.context().waitForEvent('page');
    await clara.chooses('Open the desk in a tab');
    const tab = await opened;
    tab.on('pageerror', (error) => visit.complaints.push(error.message));
    await tab.getByRole('button').click();
    await tab.getByRole('navigation', { name: 'Status' }).waitFor();
    await clara.sees('Signed in to the desk');
    await clara.presses('Sign out', 'Signed in to the desk');
    await clara.sees('Signed out of the desk');
    await tab.close();
  });

  test('is for admins, and there is none while the bot is dead', async () => {
    await anna.region.getByRole('button', { name: 'More for Anna Berg' }).click();
    expect(await anna.region.getByRole('button', { name: 'Open the desk' }).count()).toBe(0);
    await visit.page.keyboard.press('Escape');
    await visit.button('Behind the phones').click();
    await visit.button('kill -9 the bot').click();
    await visit.page.getByText(/^The bot is dead/).waitFor();
    await clara.chooses('Open the desk');
    await clara.region.getByText('The bot isn’t running, and so there is no desk.').waitFor();
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
    await visit.button('Start it again').click();
    await visit.page.getByText(/^The bot runs/).waitFor();
    await clara.chooses('Open the desk');
    await clara.region.frameLocator('iframe').locator('.row').first().waitFor();
  });
});
