import type { RequestItem } from '../protocol.js';

export type Status = RequestItem['status'];

/** All statuses, in the order they are offered. */
export const statuses: readonly Status[] = ['pending', 'approved', 'rejected', 'revoked', 'expired', 'withdrawn'];

/** What the list is narrowed to; all of it is in the address, so that it can be sent to another admin. */
export interface Filters {
  readonly status: readonly Status[];
  readonly q: string;
  readonly reviewer: number | null;
  readonly client: number | null;
  /** Days, as 2026-11-30, in the browser's zone; empty: any. */
  readonly from: string;
  readonly to: string;
}

export const noFilters: Filters = { status: [], q: '', reviewer: null, client: null, from: '', to: '' };

/** A view of the page. */
export type Place =
  | { readonly view: 'requests'; readonly filters: Filters; readonly request: number | null }
  | { readonly view: 'person'; readonly person: number }
  | { readonly view: 'stats'; readonly days: number }
  | { readonly view: 'login' }
  | { readonly view: 'unknown' };

/** The periods that statistics are offered for, in days. */
export const periods: readonly number[] = [7, 30, 90, 365];

const root = '/desk';

export function placeAt({ pathname, searchParams }: URL): Place {
  const [, view = '', id = '', ...more] = pathname.slice(root.length).replace(/\/$/, '').split('/');
  const number = idIn(id);
  const filters = filtersIn(searchParams);
  if (more.length === 0) {
    if (view === '' && id === '') return { view: 'requests', filters, request: null };
    if (view === 'requests' && id === '') return { view: 'requests', filters, request: null };
    if (view === 'requests' && number !== null) return { view: 'requests', filters, request: number };
    if (view === 'people' && number !== null) return { view: 'person', person: number };
    if (view === 'stats' && id === '') return { view: 'stats', days: daysIn(searchParams.get('days')) };
    if (view === 'login' && id === '') return { view: 'login' };
  }
  return { view: 'unknown' };
}

/** The place that the end of a link to the bot names: `r12`, a request. Null: none. */
export function placeNamed(startParam: string | null): Place | null {
  const request = idIn(/^r(\d+)$/.exec(startParam ?? '')?.[1] ?? '');
  return request === null ? null : { view: 'requests', filters: noFilters, request };
}

export function addressOf(place: Place): string {
  switch (place.view) {
    case 'requests': {
      const query = queryOf(place.filters).toString();
      const path = place.request === null ? root : `${root}/requests/${place.request}`;
      return query === '' ? path : `${path}?${query}`;
    }
    case 'person':
      return `${root}/people/${place.person}`;
    case 'stats':
      return place.days === 30 ? `${root}/stats` : `${root}/stats?days=${place.days}`;
    case 'login':
      return `${root}/login`;
    case 'unknown':
      return root;
  }
}

/** The filters as the API takes them. */
export function apiQuery(filters: Filters): URLSearchParams {
  const query = queryOf(filters);
  const { from, to } = filters;
  // Days of the reader's calendar, whatever the server's is.
  if (from !== '') query.set('from', new Date(`${from}T00:00`).toISOString());
  if (to !== '') query.set('to', dayAfter(to).toISOString());
  return query;
}

/** The API's `to` is what the list ends before. */
function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date;
}

export const isFiltered = (filters: Filters): boolean => queryOf(filters).toString() !== '';

function queryOf({ status, q, reviewer, client, from, to }: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const one of status) query.append('status', one);
  if (q !== '') query.set('q', q);
  if (reviewer !== null) query.set('reviewer', `${reviewer}`);
  if (client !== null) query.set('client', `${client}`);
  if (from !== '') query.set('from', from);
  if (to !== '') query.set('to', to);
  return query;
}

function filtersIn(query: URLSearchParams): Filters {
  const given = query.getAll('status');
  return {
    status: statuses.filter((status) => given.includes(status)),
    q: (query.get('q') ?? '').trim(),
    reviewer: idIn(query.get('reviewer') ?? ''),
    client: idIn(query.get('client') ?? ''),
    from: dayIn(query.get('from')),
    to: dayIn(query.get('to')),
  };
}

/** People who came by the form have IDs of 16 digits. */
function idIn(text: string): number | null {
  const id = Number(text);
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(id) ? id : null;
}

const dayIn = (text: string | null): string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';

const daysIn = (text: string | null): number => periods.find((days) => `${days}` === text) ?? 30;
