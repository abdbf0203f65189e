import { rules } from '../lifecycle/transition';

/** Two statuses with a transition between them; `from` is null if there is no request yet. */
export interface Arrow {
  readonly from: string | null;
  readonly to: string;
  readonly commands: readonly string[];
}

/** The same rules with plain strings as names. */
const table: Readonly<Record<string, Readonly<Record<string, { readonly to: readonly string[] }>>>> = rules;

/** The daemon's transition table as the arrows of a state diagram, in the table's order. */
export function arrows(): readonly Arrow[] {
  const found = new Map<string, { from: string | null; to: string; commands: string[] }>();
  for (const [from, row] of Object.entries(table)) {
    for (const [command, rule] of Object.entries(row)) {
      for (const to of rule.to) {
        const key = `${from} ${to}`;
        const arrow = found.get(key);
        if (arrow === undefined) found.set(key, { from: from === 'none' ? null : from, to, commands: [command] });
        else arrow.commands.push(command);
      }
    }
  }
  return [...found.values()];
}
