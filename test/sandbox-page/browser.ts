import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** As root, and without calls home. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Debian's Chromium. Throws if there is none. */
export function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath, args });
}

/** Tests that need a browser: left out, with a line about it, where there is none; but not in CI. */
export function describeInChromium(name: string, tests: () => void): void {
  if (findChromium() !== undefined) return describe(name, tests);
  if (process.env['CI'] === 'true') {
    test(name, () => {
      throw new Error('chromium is missing: the sandbox’s page was not tested.');
    });
    return;
  }
  process.stderr.write('chromium is not on this machine: the sandbox’s page was not tested.\n');
  test.skip(`${name} (needs chromium)`, () => undefined);
}

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'chromium')).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
