import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of the program, from the package.json beside it. */
export function readVersion(): string {
  // The boundary: npm sees to it that a package.json has a version.
  return (JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version;
}
