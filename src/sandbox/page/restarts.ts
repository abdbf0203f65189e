import type { Snapshot } from '../protocol.js';
import type { Act } from './connection.js';
import { actionButton, element, setAttributes } from '../../page/dom.js';

/** The ways to restart: with the same settings, with the cards in a group, or with another number of approvals. Beside them, the form. */
export class Restarts {
  private readonly group: HTMLButtonElement;
  private readonly approvals: HTMLButtonElement;
  private readonly form = element(
    'a',
    {
      class: 'chip',
      target: '_blank',
      rel: 'noopener noreferrer',
      title: 'The form for people without Telegram, in a tab. They get mail.',
      hidden: true,
    },
    'Ask without Telegram',
  );
  private hasGroup = false;
  private needsTwo = false;

  /** `anew`: what else starts again when the visitor restarts. */
  constructor(
    where: HTMLElement,
    around: { readonly act: Act; readonly tell: (text: string) => void; readonly anew: () => void },
  ) {
    const does = async (action: Parameters<Act>[0]): Promise<void> => {
      const answer = await around.act(action);
      around.tell(answer.ok ? '' : answer.error);
    };
    const fresh = actionButton(
      { class: 'chip', title: 'Empty chats and a new database' },
      () => {
        around.anew();
        void does({ type: 'fresh', group: this.hasGroup });
      },
      'Start over',
    );
    this.group = switchOf(
      'Admins’ group',
      'The cards go to one group of the admins. Starts over.',
      () => void does({ type: 'fresh', group: !this.hasGroup }),
    );
    this.approvals = switchOf(
      'Two approvals',
      'Both admins have to approve (APPROVALS_NEEDED=2). Restarts the bot; the chats stay.',
      () => void does({ type: 'approvals', needed: this.needsTwo ? 1 : 2 }),
    );
    where.append(this.form, this.group, this.approvals, fresh);
  }

  show({ group, approvalsNeeded, form }: Snapshot): void {
    this.form.hidden = form === null;
    setAttributes(this.form, { href: form });
    this.hasGroup = group;
    this.needsTwo = approvalsNeeded > 1;
    setAttributes(this.group, { 'aria-checked': `${this.hasGroup}` });
    setAttributes(this.approvals, { 'aria-checked': `${this.needsTwo}` });
  }
}

/** A switch that the next snapshot turns. */
const switchOf = (name: string, title: string, pressed: () => void): HTMLButtonElement =>
  actionButton(
    { class: 'chip switch plain', role: 'switch', 'aria-checked': 'false', title },
    pressed,
    element('span', { class: 'lamp', 'aria-hidden': 'true' }),
    name,
  );
