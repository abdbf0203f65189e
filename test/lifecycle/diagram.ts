import { rules } from '../../src/lifecycle/transition';

/** The transition table as a Mermaid state diagram, an arrow for each pair of statuses that something leads between. */
export function stateDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const [from, row] of Object.entries(rules)) {
    for (const [command, { to }] of Object.entries(row)) {
      for (const next of to) {
        const arrow = `${from === 'none' ? '[*]' : from} --> ${next}`;
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), command]);
      }
    }
  }
  return ['stateDiagram-v2', ...[...arrows].map(([arrow, commands]) => `    ${arrow}: ${commands.join(', ')}`)].join(
    '\n',
  );
}
