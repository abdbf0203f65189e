import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

// The letters of the README's pictures, whatever fonts the machine has. Not among the dependencies: 26 MB that only pictures need.
const packages = [
  {
    name: '@fontsource-variable/inter@5.3.0',
    sha512: 'OupL48va4JNofb97w6NYeF9S7W/kHNKM0Er8Dem5nqi4jeOLrVJDoE8tZEpnMJmtkvNbB1EIPPwHcdkF6b1oUA==',
    fonts: [
      { family: 'Inter', file: 'inter-latin-wght-normal.woff2', unicodeRange: 'U+0000-02FF, U+2000-21FF' },
      {
        family: 'Inter',
        file: 'inter-cyrillic-wght-normal.woff2',
        unicodeRange: 'U+0301, U+0400-045F, U+0490-0491, U+2116',
      },
    ],
  },
  {
    name: '@fontsource/noto-color-emoji@5.3.2',
    sha512: 'rO15sQ45Dc28hMAMz1X1oSOWxcbqNL+CiHHJ7JPn1gmfiGIuR/QyLuHqBrXivSYHsHVTXGT/m6/DuQ42s5xQkw==',
    fonts: [
      { family: 'Noto Color Emoji', file: 'noto-color-emoji-emoji-400-normal.woff2', unicodeRange: 'U+0-10FFFF' },
    ],
  },
] as const;

export interface Font {
  readonly family: string;
  readonly unicodeRange: string;
  readonly base64: string;
}

/** Fetches them. Throws where they can't be had, or are not what they were. */
export function fetchFonts(): readonly Font[] {
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-fonts-'));
  try {
    return packages.flatMap(({ name, sha512, fonts }) => {
      const packed = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' }).trim();
      const found = createHash('sha512')
        .update(readFileSync(join(folder, packed)))
        .digest('base64');
      if (found !== sha512) throw new Error(`${name} is not what it was: its SHA-512 is ${found}`);
      execFileSync('tar', ['-xzf', packed], { cwd: folder });
      return fonts.map(({ family, file, unicodeRange }) => {
        const base64 = readFileSync(join(folder, 'package', 'files', file)).toString('base64');
        return { family, unicodeRange, base64 };
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lets a page have them: as bytes, since its policy loads nothing from elsewhere. */
export async function giveFonts(page: Page, fonts: readonly Font[]): Promise<void> {
  for (const font of fonts) {
    await page.evaluate(async ({ family, unicodeRange, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const made = new FontFace(family, bytes, { unicodeRange, weight: family === 'Inter' ? '100 900' : '400' });
      document.fonts.add(await made.load());
    }, font);
  }
}
