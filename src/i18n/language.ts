import { FluentBundle, type FluentVariable, type Pattern } from './fluent';
import { escapeHtml } from './markup';
import { kindsOf, type SentenceKey } from './sentences';
import { valueWriter } from './values';

/** One language: its sentences as far as it has them, and its way of writing values. */
export interface Language {
  readonly tag: string;
  readonly bundle: FluentBundle;
  /** The words of a sentence; null where this language has none of its own. */
  pattern(key: SentenceKey): Pattern | null;
  /**
   * Fills `pattern` as the sentence `key`, as Telegram HTML. What can't be filled goes to `errors`;
   * without them the first such thing throws.
   */
  format(key: SentenceKey, pattern: Pattern, values: SentenceValues, errors?: Error[]): string;
}

/** A sentence's variables by name, as numbers and strings of people; not escaped. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** An empty language; sentences are added to its bundle. */
export function createLanguage(tag: string, community: string, timeZone: string | undefined): Language {
  const bundle = new FluentBundle(tag, { useIsolating: false });
  const write = valueWriter(tag, timeZone);
  const everywhere = { community: escapeHtml(community) };
  return {
    tag,
    bundle,
    pattern: (key) => bundle.getMessage(key)?.value ?? null,
    format(key, pattern, values, errors) {
      const variables: Record<string, FluentVariable> = { ...everywhere };
      for (const [name, kind] of Object.entries(kindsOf(key))) {
        const value = values[name];
        if (value === undefined) throw new Error(`the sentence ${key} was given no ${name}`);
        variables[name] = write(kind, value);
      }
      return bundle.formatPattern(pattern, variables, errors ?? null);
    },
  };
}
