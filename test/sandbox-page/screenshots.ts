import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFonts, giveFonts, type Font } from './fonts';
import { smallPhone, Visit } from './visit';

// Makes the pictures of the README again: npm run screenshots. It needs chromium, and fetches its fonts from the registry of npm.

const docs = join(__dirname, '..', '..', 'docs');

/** An appeal waits for the admins, and somebody looks for a command. */
async function laptop(fonts: readonly Font[]): Promise<void> {
  await photographed('sandbox-laptop.png', fonts, { behind: 'folded', colorScheme: 'light' }, async (visit) => {
    const [anna, dmitry, clara] = [visit.phone('Anna Berg'), visit.phone('Дмитрий'), visit.phone('Clara')];
    await rejectedOnce(visit);
    await visit.page.getByRole('button', { name: '+7 days: let time jump' }).click();
    await anna.sees('The wait is over');
    await anna.writes('/appeal Six years of growing tomatoes, and I bring seeds');
    await clara.sees(/Appeal 1[^]*Six years/);
    await dmitry.start();
    await dmitry.sees('Здравствуйте');
    await visit.verdict('Nothing missing');
    await dmitry.field.fill('/');
  });
}

/** An admin's phone with a card to decide. */
async function phone(fonts: readonly Font[]): Promise<void> {
  const screen = {
    behind: 'folded',
    viewport: smallPhone,
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
  } as const;
  await photographed('sandbox-phone.png', fonts, screen, async (visit) => {
    await visit.phone('Anna Berg').start();
    await visit.phone('Anna Berg').sees('I take requests');
    await visit.phone('Anna Berg').writes('/request I’m Anna, a friend of Boris');
    await visit.phone('Clara').sees('a friend of Boris');
    await visit.page
      .getByRole('navigation', { name: 'Phones' })
      .getByRole('button', { name: /^Clara/ })
      .tap();
    await visit.page.locator('.phone-tab[aria-current="true"]', { hasText: 'Clara' }).waitFor();
    await visit.verdict('Nothing missing');
  });
}

/** A message on its way, lit from the phone to those it reached. */
async function followed(fonts: readonly Font[]): Promise<void> {
  const screen = { viewport: { width: 1440, height: 1130 }, colorScheme: 'light' } as const;
  await photographed('sandbox-followed.png', fonts, screen, async (visit) => {
    const [anna, clara] = [visit.phone('Anna Berg'), visit.phone('Clara')];
    await anna.start();
    await anna.sees('I take requests');
    await anna.writes('/request I’m Anna, a friend of Boris');
    await clara.sees('a friend of Boris');
    await visit.verdict('Nothing missing');
    await visit.button('Follow it').click();
  });
}

async function rejectedOnce(visit: Visit): Promise<void> {
  const [anna, clara] = [visit.phone('Anna Berg'), visit.phone('Clara')];
  await anna.start();
  await anna.sees('I take requests');
  await anna.writes('/request I’m Anna, a friend of Boris');
  const card = await clara.sees('a friend of Boris');
  await card.hover();
  await card.getByRole('button', { name: /^Reply to/ }).click();
  await clara.writes('reject too little detail');
  await anna.sees('was rejected');
}

async function photographed(
  file: string,
  fonts: readonly Font[],
  options: Parameters<typeof Visit.open>[0],
  act: (visit: Visit) => Promise<void>,
): Promise<void> {
  const visit = await Visit.open(options);
  try {
    await giveFonts(visit.page, fonts);
    await act(visit);
    await visit.page.screenshot({ path: join(docs, file) });
    process.stdout.write(`docs/${file}\n`);
  } finally {
    await visit.close();
  }
}

async function main(): Promise<void> {
  mkdirSync(docs, { recursive: true });
  const fonts = fetchFonts();
  await laptop(fonts);
  await phone(fonts);
  await followed(fonts);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
