import { createHash, timingSafeEqual } from 'node:crypto';

/** What a request proves who sent it with. */
export interface Credential {
  readonly token: string;
  /** A browser sends its cookie by itself, whatever page asks it to. */
  readonly by: 'bearer' | 'cookie';
}

/** With https only this very host, over TLS, can have set the cookie. */
export const cookieName = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-desk' : 'desk');

/**
 * The credential of a request; null: it has none. A token in the header goes before the cookie; another scheme there is between the
 * browser and a proxy.
 */
export function credentialOf({ headers }: Request, cookie: string): Credential | null {
  const header = headers.get('authorization');
  if (header !== null && /^Bearer(?: |$)/i.test(header)) {
    const token = /^Bearer +([!-~]{1,600})$/i.exec(header)?.[1];
    return token === undefined ? null : { token, by: 'bearer' };
  }
  const token = cookieValue(headers, cookie);
  return token === null ? null : { token, by: 'cookie' };
}

/** The token in a cookie; null: there is none. */
export function cookieValue(headers: Headers, cookie: string): string | null {
  for (const pair of headers.get('cookie')?.split(';') ?? []) {
    const [name = '', value = ''] = pair.trim().split('=', 2);
    if (name === cookie && /^[\w-]{1,100}$/.test(value)) return value;
  }
  return null;
}

/** The cookie that holds a session, or that ends it where there is no token. */
export function cookieFor(publicUrl: string, token: string | null, maxAge: number): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  // Lax: Strict would lose it on a click in web.telegram.org.
  return `${cookieName(publicUrl)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=${maxAge}`;
}

/** Whether two secrets are the same, in a time that says nothing about them. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
