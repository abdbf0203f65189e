import type { Locator, Page } from 'playwright-core';
import { saying } from '../e2e/scenes';
import { describeWith } from '../programs';
import { action, DeskWorld, origin, pane, row, undoBar } from './admin-visit';

describeWith('chromium')('at the desk, without a mouse, an admin', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.start();
  });
  afterEach(async () => {
    await desk.closePages();
    desk.expectNoComplaints();
  });
  afterAll(() => desk.close());

  /** Moves the focus there by the Tab key, as anybody would: it fails where that takes more than a few presses. */
  async function tabTo(page: Page, where: Locator, most = 15): Promise<void> {
    const isThere = (): Promise<boolean> => where.evaluate((element) => element === document.activeElement);
    for (let pressed = 0; pressed < most; pressed += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    expect(await isThere()).toBe(true);
  }

  test('signs in, and out again', async () => {
    const page = await desk.page();
    await page.goto(await desk.link());
    const signIn = page.getByRole('button', { name: 'Sign in' });
    await signIn.waitFor();
    await tabTo(page, signIn);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Status' }).waitFor();
    await tabTo(page, page.getByLabel('Menu', { exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Sign out' }));
    await page.keyboard.press('Enter');
    await page.getByText('You’re signed out.').waitFor();
  });

  test('goes through the list, decides, and takes back, by one key each', async () => {
    const [one, two] = [await desk.request('first words'), await desk.request('second words')];
    const page = await desk.open('/desk?q=words');
    await row(page, two.id).waitFor();
    await page.keyboard.press('j');
    await pane(page, one.id).waitFor();
    await page.keyboard.press('j');
    await pane(page, two.id).waitFor();
    await page.keyboard.press('k');
    await action(page, 'Approve').waitFor();
    await pane(page, one.id).waitFor();
    await page.keyboard.press('a');
    await undoBar(page).getByText(`Approved #${one.id}`).waitFor();
    // On to the next by itself.
    await pane(page, two.id).waitFor();
    await page.keyboard.press('r');
    await undoBar(page).getByText(`Rejected #${two.id}`).waitFor();
    await page.keyboard.press('u');
    await undoBar(page).getByText('Taken back').waitFor();
    await pane(page, two.id).waitFor();
    expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['approved', 'pending']);
    // A key that can't do anything says why.
    await page.keyboard.press('k');
    await pane(page, one.id)
      .getByText(/Approved by .?Clara/)
      .waitFor();
    await page.keyboard.press('r');
    await page
      .getByRole('alert')
      .getByText(/Clara.? has already approved it/)
      .waitFor();
    await page.keyboard.press('j');
    await pane(page, two.id).waitFor();
    await page.keyboard.press('a');
    await undoBar(page).getByText(`Approved #${two.id}`).waitFor();
  });

  test('rejects with a ready reason by its digit, or with words of their own, and writes a note', async () => {
    const [one, two] = [await desk.request('give me a reason'), await desk.request('give me a reason, too')];
    const page = await desk.open(`/desk/requests/${one.id}?q=reason`);
    await action(page, 'Approve').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Nobody knows them, raj.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.timeline .of-note', { hasText: 'Nobody knows them, raj.' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+R');
    await page.getByRole('button', { name: 'All beds are taken.' }).waitFor();
    await page.keyboard.press('2');
    await one.client.sees('All beds are taken.');
    await pane(page, two.id).waitFor();
    await action(page, 'Approve').waitFor();
    await page.keyboard.press('Shift+R');
    await page.locator('.reasons').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.reasons').waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+R');
    await tabTo(page, page.getByLabel('In your own words'));
    await page.keyboard.type('Come back in spring.');
    await page.keyboard.press('Control+Enter');
    await two.client.sees('Come back in spring.');
    expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['rejected', 'rejected']);
  });

  test('ticks requests and decides them together, each client reading a ready reason in their language', async () => {
    const [one, two] = [
      await desk.request('together'),
      await desk.request('together with me', { language_code: 'ru' }),
    ];
    const page = await desk.open('/desk?q=together');
    await row(page, two.id).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 ticked').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.bulk').waitFor({ state: 'hidden' });
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.getByText('2 ticked').waitFor();
    await page.keyboard.press('Shift+R');
    await page.getByText('Why do you reject these 2?').waitFor();
    await page.keyboard.press('1');
    await undoBar(page).getByText('2 requests decided.').waitFor();
    await one.client.sees('We don’t know you yet.');
    await two.client.sees('Мы вас пока не знаем.');
    await page.keyboard.press('u');
    await undoBar(page).getByText('2 requests are waiting again').waitFor();
    expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['pending', 'pending']);
    for (const { client } of [one, two]) client.write('/cancel');
    await one.client.sees(saying('withdrawn'));
  });

  test('searches, filters, and looks at a person and at the numbers', async () => {
    const { id, client } = await desk.request('I have a wheelbarrow', { first_name: 'Farid' });
    const page = await desk.open();
    await row(page, id).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('wheelbarrow');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk?q=wheelbarrow');
    await tabTo(page, page.getByRole('button', { name: 'Filters' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Decided by'));
    await page.keyboard.type('Clara');
    await page.waitForURL('**/desk?q=wheelbarrow&reviewer=*');
    await page.getByText('No request matches these filters.').waitFor();
    await tabTo(page, page.locator('.filter-more').getByRole('button', { name: 'Clear all filters' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/desk`);
    await row(page, id).waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${origin}/desk?q=wheelbarrow`);
    await row(page, id).waitFor();
    await page.keyboard.press('j');
    await pane(page, id).waitFor();
    // Enter reads on in the request.
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('.request-head h2 a'));
    await page.keyboard.press('Enter');
    await page.locator('.person-page').getByText(`${client.id}`).waitFor();
    const tab = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Statistics' });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, tab);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Requests a day' }).waitFor();
    await page.keyboard.press('/');
    await page.waitForURL('**/desk?q=wheelbarrow');
    expect(await page.getByLabel('Search').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('presses no key by accident: not in a field, not with Ctrl or Meta, and not where keys are switched off', async () => {
    const { id } = await desk.request('do not touch');
    const page = await desk.open(`/desk/requests/${id}?q=touch`);
    await action(page, 'Approve').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Meta+r');
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('/');
    await page.keyboard.type(' raujk');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Next request').waitFor();
    // Nothing behind the keys is decided.
    await page.keyboard.press('a');
    await tabTo(page, dialog.getByLabel('Use them'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.goto(`${origin}/desk/requests/${id}`);
    await action(page, 'Approve').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('?');
    expect(await dialog.isVisible()).toBe(false);
    // Whatever was pressed has been answered by now.
    await action(page, 'Reject').click();
    await undoBar(page).getByText(`Rejected #${id}`).waitFor();
    const events = await desk.world.rows(`SELECT event FROM request_events WHERE request_id = ${id} ORDER BY id`);
    expect(events.map(({ event }) => event)).toEqual(['submit', 'reject']);
  });

  test('has the same keys on a Russian keyboard', async () => {
    const { id } = await desk.request('Cyrillic');
    const page = await desk.open('/desk?q=Cyrillic');
    await row(page, id).waitFor();
    const press = (key: string, code: string): Promise<void> =>
      page.evaluate(
        ([letter, place]) =>
          void document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: letter, code: place, bubbles: true, cancelable: true }),
          ),
        [key, code] as const,
      );
    await press('о', 'KeyJ');
    await action(page, 'Approve').waitFor();
    await press('ф', 'KeyA');
    await undoBar(page).getByText(`Approved #${id}`).waitFor();
  });
});
