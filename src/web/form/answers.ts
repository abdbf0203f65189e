import type { Texts } from '../../i18n/texts';
import type { Work } from '../work';
import { onlyUsedHere } from './doors';
import type { FormReader } from './page';

/** One request to a page. */
export interface Visit {
  readonly request: Request;
  readonly work: Work;
  readonly reader: FormReader;
  readonly texts: Texts;
}

/** A page. It is nobody's but theirs who asked for it. */
export const html = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...onlyUsedHere, ...headers },
  });

/** What there is now is at another address. */
export const seeOther = (location: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { location, ...onlyUsedHere, ...headers } });

/** It is at another address for good, whatever is sent there. */
export const movedTo = (location: string): Response =>
  new Response(null, { status: 308, headers: { location, ...onlyUsedHere } });
