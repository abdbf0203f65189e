import type { Pattern } from './fluent';
import type { Language, SentenceValues } from './language';
import { parseMarkup } from './markup';
import type { Kind, Values } from './kinds';
import { isDeskKey, isReadyReason, longestReadyReason, kindsOf, sentenceNamed, type AnySentenceKey } from './sentences';

/**
 * The problems of a sentence or term that is already in its bundle: an unknown key or variable, something that can't be filled
 * in, or markup that Telegram would refuse. Each is a phrase that follows the key.
 */
export function problemsOf(language: Language, id: string): string[] {
  // A term is checked in the sentences that use it.
  if (id.startsWith('-')) return [];
  const key = sentenceNamed(id);
  if (key === null) return ['there is no such sentence'];
  const pattern = language.pattern(id);
  if (pattern === null) return ['has no text'];

  const { variables, selectors, numbers } = contentsOf(pattern);
  const unknown = variables.filter((name) => name !== 'community' && kindsOf(key)[name] === undefined);
  if (unknown.length > 0) return unknown.map((name) => `has no variable $${name}; it has ${knownTo(key)}`);
  const uncountable = selectors.filter((name) => kindsOf(key)[name] !== 'count');
  if (uncountable.length > 0) return uncountable.map((name) => `can't select by $${name}: it is not a count`);

  const problems = [...usualCounts, ...numbers].flatMap((count) => problemsWith(language, key, pattern, count));
  return [...new Set(problems)];
}

/** The variables that `pattern` uses, without those of terms. */
export function variablesOf(pattern: Pattern): ReadonlySet<string> {
  return new Set(contentsOf(pattern).variables);
}

const knownTo = (key: AnySentenceKey): string =>
  ['community', ...Object.keys(kindsOf(key))].map((v) => `$${v}`).join(', ');

/** Together these numbers select every plural form of every language in Unicode's CLDR. */
const usualCounts = [...Array(30).keys(), 100, 101, 1_000_000];

function problemsWith(language: Language, key: AnySentenceKey, pattern: Pattern, count: number): string[] {
  const values: SentenceValues = Object.fromEntries(
    Object.entries(kindsOf(key)).map(([name, kind]) => [name, sample(kind, count)]),
  );
  const errors: Error[] = [];
  const html = language.format(key, pattern, values, errors);
  if (errors.length > 0) return errors.map(({ message }) => withNewName(message));
  const parsed = parseMarkup(html);
  if ('error' in parsed) return [`has broken markup: ${parsed.error}`];
  if (parsed.text.trim() === '') return ['has no text'];
  if (isDeskKey(key) && /<\/?[a-z]/i.test(html)) return ['has markup, and the desk shows none'];
  if (isReadyReason(key) && parsed.text.length > longestReadyReason) {
    return [`has ${parsed.text.length} characters; a reason has at most ${longestReadyReason}`];
  }
  return parsed.text.includes('{$') ? [`leaves ${/\{\$[^}]*\}?/.exec(parsed.text)?.[0]} unfilled`] : [];
}

/** A reference to a sentence by a former name gets an error that says the present one. */
function withNewName(message: string): string {
  const id = /^Unknown message: (\S+)$/.exec(message)?.[1] ?? null;
  const now = id === null ? null : sentenceNamed(id);
  return now === null || now === id ? message : `${message}; it is ${now} now`;
}

function sample(kind: Kind, count: number): Values[Kind] {
  switch (kind) {
    case 'count':
      return count;
    case 'id':
      return 12;
    case 'instant':
    case 'day':
    case 'duration':
      return 1_800_000_000_000;
    case 'text':
    case 'verbatim':
    case 'name':
      return 'Anna <3 & "Boris"';
    case 'names':
      return ['Anna <3 & "Boris"', 'Clara'];
  }
}

interface Contents {
  readonly variables: string[];
  /** The variables that a select expression depends on. */
  readonly selectors: string[];
  /** The numbers with a variant of their own. */
  readonly numbers: number[];
}

type Expression = Exclude<Exclude<Pattern, string>[number], string>;

function contentsOf(pattern: Pattern): Contents {
  const contents: Contents = { variables: [], selectors: [], numbers: [] };
  addPattern(pattern, contents);
  return contents;
}

function addPattern(pattern: Pattern, contents: Contents): void {
  if (typeof pattern === 'string') return;
  for (const element of pattern) if (typeof element !== 'string') addExpression(element, contents);
}

function addExpression(expression: Expression, contents: Contents): void {
  switch (expression.type) {
    case 'var':
      contents.variables.push(expression.name);
      return;
    case 'func':
      for (const argument of expression.args) if (argument.type !== 'narg') addExpression(argument, contents);
      return;
    case 'select':
      addExpression(expression.selector, contents);
      if (expression.selector.type === 'var') contents.selectors.push(expression.selector.name);
      for (const { key, value } of expression.variants) {
        if (key.type === 'num') contents.numbers.push(key.value);
        addPattern(value, contents);
      }
      return;
    case 'term':
    case 'mesg':
    case 'str':
    case 'num':
      return;
  }
}
