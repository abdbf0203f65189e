import type * as Undici from 'undici';

/**
 * undici's HTTP/1.1 client by its own file: the whole package, with fetch, WebSockets and caches, is three times as long to
 * load, and each start would wait for it.
 */
// eslint-disable-next-line no-restricted-syntax -- the package declares the type of its main file only
export const Client = require('undici/lib/dispatcher/client.js') as typeof Undici.Client;
