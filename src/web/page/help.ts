import { actionButton, element } from '../../page/dom.js';
import { areKeysOn, keyNames, switchKeys } from './keys.js';
import type { Say } from './texts.js';

/** The keys and what they do, and the switch for them. */
export function helpDialog(say: Say): HTMLDialogElement {
  const dialog = element('dialog', { class: 'help', 'aria-labelledby': 'help-title' });
  const use = element('input', { type: 'checkbox' });
  use.checked = areKeysOn();
  use.addEventListener('change', () => switchKeys(use.checked));
  dialog.append(
    element('h2', { id: 'help-title' }, say('desk_shortcuts')),
    element('label', { class: 'switch' }, use, say('desk_shortcuts_use')),
    element(
      'dl',
      { class: 'keys' },
      ...keyNames.map(([command, name]) =>
        element(
          'div',
          {},
          element('dt', {}, element('kbd', { dir: 'ltr' }, name)),
          element('dd', {}, say(`desk_key_${command === 'why_reject' ? 'reject_with_reason' : command}`)),
        ),
      ),
    ),
    actionButton({ class: 'button' }, () => dialog.close(), say('desk_close')),
  );
  // A click beside it closes it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
