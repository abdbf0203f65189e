import { describeWith } from '../programs';
import { Visit } from './visit';

/** The form takes nothing that was filled in faster than people do it: how long they write, in milliseconds. */
const asPeopleWrite = 4000;

describeWith('chromium')('somebody without Telegram in the sandbox', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.open({ behind: 'folded', colorScheme: 'light' });
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  test('asks by the form in a tab, gets the code and the link by mail, and is told there what the admins decide', async () => {
    const { page } = visit;
    const mailbox = visit.region('Mailbox');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Ask without Telegram' }).click();
    const tab = await opened;
    tab.on('pageerror', (error) => visit.complaints.push(error.message));
    await tab.getByLabel('Your name').fill('Vera');
    await tab.getByLabel('Your email address').fill('vera@example.org');
    const words = 'I bring cake';
    await tab
      .getByLabel('A few words for the admins')
      .pressSequentially(words, { delay: asPeopleWrite / words.length });
    await tab.getByRole('button', { name: 'Continue' }).click();
    await mailbox.getByRole('button', { name: 'to vera@example.org' }).first().click();
    const body = mailbox.frameLocator('iframe').locator('body');
    const code = /\b\d{6}\b/.exec(await body.innerText())?.[0] ?? 'no code';
    await tab.getByLabel('Code from the message').fill(code);
    await tab.getByRole('button', { name: 'Send the request' }).click();
    await tab.getByText('Your request has been sent').waitFor();
    const card = await visit.phone('Clara').sees(words);
    expect(await card.innerText()).toContain('vera@example.org');
    await visit.phone('Clara').presses('Approve', words);
    await mailbox.getByRole('button', { name: 'Back to all mail' }).click();
    await mailbox.getByRole('button', { name: /approved/ }).click();
    const personal = page.context().waitForEvent('page');
    // By a key: the frame may not have been painted yet, and would miss a click.
    await body.getByRole('link').first().press('Enter');
    await (
      await personal
    )
      .getByText(/approved/)
      .first()
      .waitFor();
  });
});
