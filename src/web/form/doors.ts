import { Problem } from '../problem';

/** What a browser may do with a page of the form: show it, with our style, and send its forms back here. Nobody keeps it, finds it or frames it. */
export const onlyUsedHere = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Refuses what a page of somebody else could make a browser send. Reads no body. */
export function refuseForeign({ headers }: Request, publicUrl: string): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  // A page without referrers says null of itself (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
  const isForeign =
    origin === null || origin === 'null' ? site !== null && site !== 'same-origin' : origin !== publicUrl;
  if (isForeign) throw new Problem(403, `Only pages of ${publicUrl} may send this.`, { code: 'foreign_page' });
  const type = headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded *(; *charset="?utf-8"?)?$/i.test(type)) {
    throw new Problem(415, 'Send application/x-www-form-urlencoded in UTF-8.');
  }
}
