import { element } from './dom.js';

const tones = 5;

/** A round with someone's initial, in a colour of theirs. */
export function avatar({ id, name }: { readonly id: number; readonly name: string }): HTMLElement {
  const initial = new Intl.Segmenter().segment(name)[Symbol.iterator]().next().value?.segment ?? '?';
  return element('span', { class: `avatar tone-${Math.abs(id) % tones}`, 'aria-hidden': 'true' }, initial);
}
