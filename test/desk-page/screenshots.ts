import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { asks, cardOf, newcomer } from '../e2e/scenes';
import { fetchFonts, giveFonts, type Font } from '../sandbox-page/fonts';
import { DeskWorld, smallPhone } from './admin-visit';

// Makes the pictures of the desk for the README again: npm run screenshots.

const docs = join(__dirname, '..', '..', 'docs');
const hour = 3_600_000;

const people = [
  [
    'Anna Berg',
    'anna_berg',
    'I’m Anna, a friend of Boris. I moved to Linden Street in spring and would love a bed for tomatoes. I can help on Saturdays.',
  ],
  ['Дмитрий Соколов', 'dsokolov', 'Живу в соседнем доме, хочу помогать в саду по выходным. Есть инструменты и прицеп.'],
  ['María José Ortega', undefined, 'We are a family of four, and the kids would like to see where carrots come from.'],
  ['Tom Reed', 'tomreed', 'Let me in please'],
  [
    'Yuki Tanaka',
    'yuki',
    'I’ve kept bees for six years and could bring two hives, if the neighbours agree. Whom should I talk to first?',
  ],
  ['Peter Novák', undefined, 'Found you at the market last week. I have a lot of time and two strong arms.'],
  ['Greta Holm', 'greta_h', 'I’d like to learn how to prune apple trees.'],
] as const;

/** A community with a past: requests of a few days, some of them decided. */
async function fill(desk: DeskWorld): Promise<number> {
  const ids: number[] = [];
  for (const [name, username, message] of people) {
    const [first_name = name, ...last] = name.split(' ');
    const profile = { first_name, last_name: last.join(' '), ...(username !== undefined && { username }) };
    ids.push(await asks(newcomer(desk.world, profile), message));
  }
  await desk.world.settled();
  for (const [index, id] of ids.entries()) {
    await desk.world.backDate('requests', 'submitted_at', (ids.length - index) * 7 * hour, `id = ${id}`);
  }
  const [, , third = 0, fourth = 0, fifth = 0] = ids;
  desk.boris.press(await cardOf(desk.boris, third), 'Approve');
  await cardOf(desk.boris, third, ['Approved']);
  desk.boris.press(await cardOf(desk.boris, fourth), 'Reject');
  await cardOf(desk.boris, fourth, ['Rejected']);
  const card = await cardOf(desk.boris, fifth);
  desk.boris.write('note My neighbour knows her: very reliable.', { replyTo: card });
  await desk.boris.sees('Note added');
  await desk.world.settled();
  return fifth;
}

async function photographed(
  desk: DeskWorld,
  fonts: readonly Font[],
  file: string,
  { path, ...options }: BrowserContextOptions & { readonly path: string },
  act: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await desk.open(path, options);
  await giveFonts(page, fonts);
  await act(page);
  await page.screenshot({ path: join(docs, file) });
  process.stdout.write(`docs/${file}\n`);
}

async function main(): Promise<void> {
  mkdirSync(docs, { recursive: true });
  const fonts = fetchFonts();
  const desk = await DeskWorld.start();
  try {
    const request = await fill(desk);
    const ready = (page: Page) => page.locator('.timeline .entry').nth(2).waitFor();
    // Decided by a key: the next one is open, and the way back is at hand.
    const laptop = { path: `/desk/requests/2?status=pending`, colorScheme: 'light' } as const;
    await photographed(desk, fonts, 'desk-laptop.png', laptop, async (page) => {
      await page.locator('.actions .is-good').waitFor();
      await page.keyboard.press('a');
      await page.locator('.row', { hasText: 'Approved' }).waitFor();
      await page.locator('.count', { hasText: '4' }).waitFor();
      await ready(page);
    });
    const phone = {
      ...smallPhone,
      deviceScaleFactor: 2,
      path: `/desk/requests/${request}`,
      colorScheme: 'dark',
    } as const;
    await photographed(desk, fonts, 'desk-phone.png', phone, ready);
  } finally {
    await desk.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
