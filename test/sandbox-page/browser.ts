import { chromium, type Browser } from 'playwright-core';
import { pathTo } from '../programs';

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
  const executablePath = pathTo('chromium');
  if (executablePath === undefined) throw new Error('chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath, args });
}
