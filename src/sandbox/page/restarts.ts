import type { Snapshot } from '../protocol.js';
import type { Act } from './connection.js';
import { actionButton, element, setAttributes } from '../../page/dom.js';

/** The ways to restart: with the same settings, or with the cards in a group. */
export class Restarts {
  private readonly group: HTMLButtonElement;
  private hasGroup = false;

  /** `anew`: what else starts again when the visitor restarts. */
  constructor(
    where: HTMLElement,
    around: { readonly act: Act; readonly tell: (text: string) => void; readonly anew: () => void },
  ) {
    const begin = async (group: boolean): Promise<void> => {
      const answer = await around.act({ type: 'fresh', group });
      around.tell(answer.ok ? '' : answer.error);
    };
    const fresh = actionButton(
      { class: 'chip', title: 'Empty chats and a new database' },
      () => {
        around.anew();
        void begin(this.hasGroup);
      },
      'Start over',
    );
    this.group = actionButton(
      {
        class: 'chip switch plain',
        role: 'switch',
        'aria-checked': 'false',
        title: 'The cards go to one group of the admins. Starts over.',
      },
      () => void begin(!this.hasGroup),
      element('span', { class: 'lamp', 'aria-hidden': 'true' }),
      'Admins’ group',
    );
    where.append(this.group, fresh);
  }

  show({ group }: Snapshot): void {
    this.hasGroup = group;
    setAttributes(this.group, { 'aria-checked': `${group}` });
  }
}
