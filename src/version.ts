import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The version of the program, from the package.json beside it. */
export function readVersion(): string {
  return manifest.parse(JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8'))).version;
}
