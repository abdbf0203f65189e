import { setFlagsFromString } from 'node:v8';
import type * as Undici from 'undici';

/**
 * undici's HTTP/1.1 client, imported from its own file: loading the whole package, with fetch, WebSockets and caches, would
 * take three times as long at each start.
 */
// eslint-disable-next-line no-restricted-syntax -- the package declares the type of its main file only
export const Client = require('undici/lib/dispatcher/client.js') as typeof Undici.Client;

/**
 * Keeps V8 from compiling WebAssembly a second time, to be called before the first connection. undici's parser of answers is
 * all there is of it. Optimizing it in the background would take 30 MB and 70 ms of CPU right after each start, and save
 * nothing that can be measured: it is 1 % of what a call costs.
 */
export function compileParserOnce(): void {
  setFlagsFromString('--liftoff-only');
}
