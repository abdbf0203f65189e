import { element } from './dom.js';

const tones = 5;

/** A circle with the person's initial in their colour. */
export function avatar({ id, name }: { readonly id: number; readonly name: string }): HTMLElement {
  const initial =
    'Segmenter' in Intl ? new Intl.Segmenter().segment(name)[Symbol.iterator]().next().value?.segment : [...name][0];
  return element('span', { class: `avatar tone-${Math.abs(id) % tones}`, 'aria-hidden': 'true' }, initial ?? '?');
}
