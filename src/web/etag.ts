import type { RequestId } from '../lifecycle/ids';
import type { RequestVersion } from '../requests/read/version';

/** What a request was when somebody looked at it: whatever happens to it is an event. */
export const etagOf = (id: RequestId, { round, lastEvent }: RequestVersion): string => `"${id}-${round}-${lastEvent}"`;

/**
 * Whether If-Match names this ETag (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1). A `*` would decide whatever anybody
 * else did meanwhile, so it counts as missing.
 */
export function ifMatch({ headers }: Request, etag: string): 'missing' | 'same' | 'other' {
  const header = headers.get('if-match')?.trim() ?? '';
  if (header === '' || header === '*') return 'missing';
  // A weak one is never the same as a strong one.
  return header.split(',').some((one) => one.trim() === etag) ? 'same' : 'other';
}
