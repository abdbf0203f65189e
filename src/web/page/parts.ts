import { actionButton, element, type Child } from '../../page/dom.js';
import type { RequestItem } from '../protocol.js';
import { addressOf, type Status } from './address.js';
import type { Desk } from './desk.js';
import { nameOf } from './formats.js';

/** What somebody is called here: their name, or how Telegram knows them. */
export const titleOf = ({ name, username }: { readonly name: string; readonly username?: string | null }): string => {
  const title = nameOf(name);
  return title === '–' && username ? `@${username}` : title;
};

/** Who has decided it, all whose approvals it took among them: who completed it comes last. */
export const decidersOf = ({
  co_approvers: others,
  reviewed_by: reviewer,
}: Pick<RequestItem, 'co_approvers' | 'reviewed_by'>): RequestItem['co_approvers'] =>
  reviewer === null ? [] : [...others, reviewer];

/** What stands in the place of a message that is empty. */
export const missingWords = (
  { erased_at: erasedAt }: Pick<RequestItem, 'erased_at'>,
  { say }: Pick<Desk, 'say'>,
): string => say(erasedAt === null ? 'desk_no_words' : 'desk_text_erased');

/** A status, in words. */
export function badge(status: Status, { say }: Pick<Desk, 'say'>): HTMLElement {
  return element('span', { class: `badge is-${status}` }, say(`desk_status_${status}`));
}

/** An instant, with everything about it for who asks. */
export function moment(iso: string, { formats }: Pick<Desk, 'formats'>): HTMLElement {
  const at = Date.parse(iso);
  return element('time', { datetime: iso, title: formats.exactly(at) }, formats.moment(at));
}

/** A person's @username, which opens their chat. */
export function usernameLink(username: string, { telegram }: Desk): HTMLAnchorElement {
  const link = element(
    'a',
    { href: `https://t.me/${encodeURIComponent(username)}`, target: '_blank', rel: 'noopener noreferrer' },
    // A username and its sign run from left to right, whatever stands around them.
    element('bdi', { dir: 'ltr' }, `@${username}`),
  );
  link.addEventListener('click', (event) => {
    if (telegram.openChat(username)) event.preventDefault();
  });
  return link;
}

/** A pair of a list of facts; null if there is nothing to say. */
export function fact(name: string, ...said: readonly Child[]): HTMLElement {
  return element('div', { class: 'fact' }, element('dt', {}, name), element('dd', {}, ...said));
}

/**
 * Tells the bar above it how high something at the foot of the page is, so that it doesn’t lie over it. Not the whole page: thousands
 * of rows would be styled anew.
 */
export function measure(
  foot: HTMLElement,
  name: '--actions-height' | '--bulk-height',
  { undoBar }: Pick<Desk, 'undoBar'>,
): void {
  new ResizeObserver(() => {
    undoBar.element.style.setProperty(name, `${foot.offsetHeight}px`);
  }).observe(foot);
}

/** What stands where there is nothing else. */
export function emptyState(words: string, ...more: readonly Child[]): HTMLElement {
  return element('div', { class: 'empty' }, element('p', {}, words), ...more);
}

/** The way back from where there is nothing. */
export function listLink({ say, filters }: Desk): HTMLAnchorElement {
  const href = addressOf({ view: 'requests', filters: filters(), request: null });
  return element('a', { class: 'button', href }, say('desk_back'));
}

/** A button that says at once that it was pressed, and can't be pressed again meanwhile. */
export function workingButton(
  label: string | readonly Child[],
  kind: string,
  act: () => Promise<void>,
): HTMLButtonElement {
  const button = actionButton(
    { class: `button ${kind}` },
    () => void work(),
    ...(typeof label === 'string' ? [label] : label),
  );
  const work = async (): Promise<void> => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await act();
    } finally {
      button.removeAttribute('aria-busy');
    }
  };
  return button;
}

/** A label with the key that does the same. */
export function keyed(label: string, key: string | null): Child[] {
  const shown = key === 'Shift+R' ? '⇧R' : key;
  return [
    element('span', {}, label),
    shown === null ? null : element('kbd', { dir: 'ltr', 'aria-hidden': 'true' }, shown),
  ];
}

/** Grey lines in the place of what is on its way. */
export function skeleton(lines: number, label: string): HTMLElement {
  const bars = Array.from({ length: lines }, () => element('span', { class: 'bar' }));
  return element('div', { class: 'skeleton', role: 'img', 'aria-label': label }, ...bars);
}

/** Where somebody is, chat by chat. */
export function accessList(
  access: readonly { readonly chat: number; readonly title: string | null; readonly state: AccessState }[],
  { say }: Pick<Desk, 'say'>,
): HTMLElement | null {
  if (access.length === 0) return null;
  return element(
    'ul',
    { class: 'access' },
    ...access.map(({ chat, title, state }) =>
      element(
        'li',
        {},
        element('bdi', {}, title === null ? `${chat}` : nameOf(title)),
        ' ',
        element('span', { class: `badge is-${state}` }, say(`desk_access_${state}`)),
      ),
    ),
  );
}

type AccessState = 'in' | 'invited' | 'not_on_telegram' | 'left' | 'banned' | 'by_hand';
