import type * as Undici from 'undici';

/**
 * undici's HTTP/1.1 client, imported from its own file: loading the whole package, with fetch, WebSockets and caches, would
 * take three times as long at each start.
 */
// eslint-disable-next-line no-restricted-syntax -- the package declares the type of its main file only
export const Client = require('undici/lib/dispatcher/client.js') as typeof Undici.Client;
