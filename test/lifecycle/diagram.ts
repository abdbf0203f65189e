import { arrows } from '../../src/sandbox/state-diagram';

/** The transition table as a Mermaid state diagram, an arrow for each pair of statuses that something leads between. */
export function stateDiagram(): string {
  const lines = arrows().map(({ from, to, commands }) => `    ${from ?? '[*]'} --> ${to}: ${commands.join(', ')}`);
  return ['stateDiagram-v2', ...lines].join('\n');
}
