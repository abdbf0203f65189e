import { deskSentences, type DeskTexts } from './desk-sentences';
import type { Message, Pattern, Term } from './fluent';
import type { Catalogue } from './kinds';
import type { Language } from './language';

/** The variables of the desk's sentences. */
export const deskVariables: Catalogue = Object.fromEntries(
  Object.entries(deskSentences).filter(([, variables]) => Object.keys(variables).length > 0),
);

/** The sentences of the desk, each from the first of these languages that has it, with everything they refer to. */
export function deskBundles(candidates: readonly Language[]): DeskTexts['bundles'] {
  const missing = new Set<string>(Object.keys(deskSentences));
  const bundles: { language: string; entries: (Message | Term)[] }[] = [];
  for (const language of new Set(candidates)) {
    const own = [...missing].filter((id) => language.pattern(id) !== null);
    for (const id of own) missing.delete(id);
    if (own.length > 0) bundles.push({ language: language.tag, entries: withReferences(language, own) });
  }
  return bundles;
}

function withReferences(language: Language, ids: readonly string[]): (Message | Term)[] {
  const found = new Map<string, Message | Term>();
  const add = (id: string): void => {
    const entry = found.has(id) ? null : language.parsed(id);
    if (entry === null) return;
    found.set(id, entry);
    for (const pattern of [entry.value, ...Object.values(entry.attributes)]) {
      for (const reference of pattern === null ? [] : referencesOf(pattern)) add(reference);
    }
  };
  for (const id of ids) add(id);
  return [...found.values()];
}

type Expression = Exclude<Exclude<Pattern, string>[number], string>;

/** The sentences and terms that a pattern has in it, by the names they are written under. */
function referencesOf(pattern: Pattern): string[] {
  if (typeof pattern === 'string') return [];
  return pattern.flatMap((element) => (typeof element === 'string' ? [] : referencesIn(element)));
}

function referencesIn(expression: Expression): string[] {
  switch (expression.type) {
    case 'mesg':
      return [expression.name];
    case 'term':
      return [`-${expression.name}`];
    case 'func':
      return expression.args.flatMap((argument) => (argument.type === 'narg' ? [] : referencesIn(argument)));
    case 'select':
      return [...referencesIn(expression.selector), ...expression.variants.flatMap(({ value }) => referencesOf(value))];
    case 'var':
    case 'str':
    case 'num':
      return [];
  }
}
