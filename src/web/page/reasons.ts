import { actionButton, element } from '../../page/dom.js';
import type { RequestDetails } from '../protocol.js';
import type { Draft } from './drafts.js';
import type { Desk } from './desk.js';

/** The longest reason, as the API takes it. */
const longestReason = 1000;

interface Question {
  readonly title: string;
  /** What sends it. */
  readonly label: string;
  readonly ready: RequestDetails['ready_reasons'];
  /** Own words that could not be sent before. */
  readonly draft: Draft;
  /** `ready` is the name of a ready one, which each client reads in their own language. */
  readonly send: (reason: string | null, ready: string | null) => void;
  readonly cancel: () => void;
}

/** Asks for a reason: a ready one by one tap or its digit, or own words. */
export function reasonForm(
  { title, label, ready, draft, send, cancel: giveUp }: Question,
  { say, telegram }: Desk,
): HTMLElement {
  const words = element('textarea', {
    'aria-label': say('desk_own_words'),
    placeholder: say('desk_own_words'),
    maxlength: `${longestReason}`,
    rows: '2',
  });
  words.value = draft.get();
  words.addEventListener('input', () => draft.set(words.value));
  const cancel = (): void => {
    draft.set('');
    giveUp();
  };
  const sendOwn = (): void => {
    const reason = words.value.trim();
    if (reason === '') words.focus();
    else send(reason, null);
  };
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendOwn();
  });
  const form = element(
    'form',
    { class: 'reasons', 'aria-label': title },
    element('p', { class: 'reasons-title' }, title),
    element('p', { class: 'hint' }, say('desk_reason_is_read')),
    ready.length === 0
      ? null
      : element(
          'ul',
          { class: 'ready' },
          ...ready.map(({ name, text }, index) =>
            element(
              'li',
              {},
              actionButton(
                { class: 'ready-reason', 'aria-keyshortcuts': `${index + 1}` },
                () => send(text, name),
                element('kbd', { 'aria-hidden': 'true' }, `${index + 1}`),
                element('bdi', {}, text),
              ),
            ),
          ),
        ),
    words,
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'button is-bad' }, label),
      actionButton({ class: 'button' }, () => send(null, null), say('desk_without_reason')),
      actionButton({ class: 'button is-quiet' }, cancel, say('desk_cancel')),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendOwn();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
      return;
    }
    if (event.target === words || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = /^[1-9]$/.test(event.key) ? ready[Number(event.key) - 1] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    send(chosen.text, chosen.name);
  });
  // A phone's keyboard would cover the ready ones.
  const first = form.querySelector<HTMLElement>('.ready-reason') ?? (telegram.isThere ? null : words);
  queueMicrotask(() => (first ?? form.querySelector('button'))?.focus());
  return form;
}
