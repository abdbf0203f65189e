import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version in the program's package.json. */
export function readVersion(): string {
  // A boundary: npm makes sure that a package.json has a version.
  return (JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version;
}
