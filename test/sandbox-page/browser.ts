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

/** Starts Debian's Chromium, with `fontconfig` as its only list of fonts if given, and more arguments. Throws if there is none. */
export function startChromium(fontconfig?: string, more: readonly string[] = []): Promise<Browser> {
  const executablePath = pathTo('chromium');
  if (executablePath === undefined) throw new Error('chromium is missing: apt-get install chromium');
  const fonts = fontconfig === undefined ? {} : { FONTCONFIG_FILE: fontconfig };
  return chromium.launch({ executablePath, args: [...args, ...more], env: { ...process.env, ...fonts } });
}
