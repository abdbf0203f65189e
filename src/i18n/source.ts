import { FluentResource } from './fluent';

/** One sentence or term of a .ftl file. */
export interface Entry {
  readonly id: string;
  readonly line: number;
  readonly resource: FluentResource;
}

export interface SourceProblem {
  readonly line: number;
  readonly what: string;
}

/**
 * Parses the entries of a .ftl file (https://projectfluent.org/fluent/guide/). Fluent's own parser silently skips what it can't
 * parse; here each such place is a problem.
 */
export function readSource(source: string): { entries: Entry[]; problems: SourceProblem[] } {
  const entries: Entry[] = [];
  const problems: SourceProblem[] = [];
  for (const block of blocksOf(source)) {
    const { line } = block;
    const text = block.lines.join('\n');
    if (block.id === null) {
      problems.push({ line, what: `"${text.trim()}" belongs to no sentence` });
    } else if (entries.some(({ id }) => id === block.id)) {
      problems.push({ line, what: `${block.id} is there a second time` });
    } else if (!isReadWhole(text)) {
      problems.push({ line, what: `${block.id} has a syntax error` });
    } else {
      entries.push({ id: block.id, line, resource: new FluentResource(text) });
    }
  }
  return { entries, problems };
}

interface Block {
  /** Null: lines outside any entry. */
  readonly id: string | null;
  /** The number of its first line, from 1. */
  readonly line: number;
  readonly lines: string[];
}

const entryStart = /^(-?[a-zA-Z][\w-]*) *=/;

/** An entry ends at the next entry or comment. */
function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let current: Block | null = null;
  for (const [index, text] of source.split(/\r?\n/).entries()) {
    const id = entryStart.exec(text)?.[1];
    if (text.startsWith('#')) {
      current = null;
    } else if (id !== undefined) {
      current = { id, line: index + 1, lines: [text] };
      blocks.push(current);
    } else if (current !== null) {
      current.lines.push(text);
    } else if (text.trim() !== '') {
      current = { id: null, line: index + 1, lines: [text] };
      blocks.push(current);
    }
  }
  return blocks;
}

const end = 'THE-END-OF-THE-ENTRY';

/** Appended text becomes part of a valid entry, but not of one at which the parser gave up. */
function isReadWhole(text: string): boolean {
  const isEntry = new FluentResource(text).body.length === 1;
  return isEntry && JSON.stringify(new FluentResource(`${text}\n ${end}`).body).includes(end);
}
