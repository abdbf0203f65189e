import { forThisBrowser } from './storage.js';

/** What a key does. */
export type Command =
  'next' | 'previous' | 'tick' | 'approve' | 'reject' | 'why_reject' | 'undo' | 'note' | 'search' | 'help' | 'back';

/** The keys of commands, as they are shown. */
export const keyNames: readonly (readonly [Command, string])[] = [
  ['next', 'j'],
  ['previous', 'k'],
  ['approve', 'a'],
  ['reject', 'r'],
  ['why_reject', '⇧R'],
  ['undo', 'u'],
  ['tick', 'x'],
  ['note', 'n'],
  ['search', '/'],
  ['back', 'Esc'],
  ['help', '?'],
];

/** By the letter, or where it isn't Latin, by where its key is on the keyboard: й, ц, у … work as well. */
const commands: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  x: 'tick',
  a: 'approve',
  r: 'reject',
  R: 'why_reject',
  u: 'undo',
  n: 'note',
  '/': 'search',
  '?': 'help',
};

/** What must not happen twice because a key was held down. */
const onceOnly: ReadonlySet<Command> = new Set(['approve', 'reject', 'why_reject', 'undo', 'tick']);

/** Whether single keys do anything: who speaks to their computer may switch them off (WCAG 2.2, success criterion 2.1.4). */
export const areKeysOn = (): boolean => forThisBrowser.get('keys') !== 'off';
export const switchKeys = (areOn: boolean): void => forThisBrowser.set('keys', areOn ? null : 'off');

/** What somebody wants by a key; null: nothing, or they are typing. */
export function commandOf(event: KeyboardEvent): Command | null {
  const { key, code, target, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
  if (ctrlKey || metaKey || altKey || isComposing || event.defaultPrevented) return null;
  if (key === 'Escape') return 'back';
  if (!areKeysOn() || isField(target)) return null;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isLatin = key.length === 1 && key.charCodeAt(0) < 0x80;
  const typed = isLatin || letter === undefined ? key : event.shiftKey ? letter : letter.toLowerCase();
  const command = Object.hasOwn(commands, typed) ? commands[typed] : undefined;
  if (command === undefined || (repeat && onceOnly.has(command))) return null;
  return command;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.matches('textarea, select, input:not([type=checkbox])') || target.isContentEditable);
