import { keptTogether, localeOf, runsLeft } from './writing';
import { FluentBundle, FluentResource, type FluentVariable, type Message, type Pattern, type Term } from './fluent';
import { communityName } from './invisible';
import { escapeHtml } from './markup';
import { formerNamesOf, kindsOf, type SentenceChannel, type AnySentenceKey } from './sentences';
import type { Kind, Values } from './kinds';
import { valueWriter } from './values';

/** A language: its sentences, which may be incomplete, and its formats. */
export interface Language {
  readonly tag: string;
  /** Adds an override of `id`, a sentence or a term. */
  override(id: string, resource: FluentResource): void;
  /** The words under exactly this name; null if this language has none. */
  pattern(id: string): Pattern | null;
  /** A sentence or term as it was parsed; null if this language has none of this name. */
  parsed(id: string): Message | Term | null;
  /**
   * The words for the sentence `key` in `channel`; null if this language has none. The channel's own wording comes first, but
   * an override of the neutral sentence precedes a wording that ships.
   */
  patternFor(channel: SentenceChannel | null, key: AnySentenceKey): Pattern | null;
  /**
   * Fills in `pattern` as the sentence `key`, as HTML. What can't be filled in goes to `errors`; without `errors`, the first such
   * problem throws.
   */
  format(key: AnySentenceKey, pattern: Pattern, values: SentenceValues, errors?: Error[]): string;
}

/** The variables of a sentence by name: numbers, and people's strings, which are not escaped. */
export type SentenceValues = Readonly<Record<string, Values[Kind]>>;

/** What the sentences of all languages have in common. */
export interface Surroundings {
  readonly community: string;
  /** An IANA name; undefined: the process's own zone. */
  readonly timeZone: string | undefined;
}

/** A language with the sentences of `shipped`, the text of a .ftl file. It is parsed when the first sentence is needed: most languages of a bot have no reader. */
export function createLanguage(tag: string, shipped: string | null, { community, timeZone }: Surroundings): Language {
  let parsed: FluentBundle | null = null;
  const bundle = (): FluentBundle => {
    if (parsed !== null) return parsed;
    parsed = new FluentBundle(localeOf(tag), {
      useIsolating: false,
      ...(runsLeft(tag) && { transform: keptTogether }),
    });
    if (shipped !== null) parsed.addResource(new FluentResource(shipped));
    return parsed;
  };
  const write = valueWriter(tag, timeZone);
  const everywhere = { community: escapeHtml(communityName(community, tag)) };
  const overridden = new Set<string>();
  const pattern = (id: string): Pattern | null => bundle().getMessage(id)?.value ?? null;
  return {
    tag,
    override(id, resource) {
      overridden.add(id);
      bundle().addResource(resource, { allowOverrides: true });
    },
    pattern,
    parsed: (id) => (id.startsWith('-') ? bundle()._terms.get(id) : bundle().getMessage(id)) ?? null,
    patternFor(channel, key) {
      const prefix = channel === null ? '' : `${channel}_`;
      const anywhere = key.startsWith(prefix) ? key.slice(prefix.length) : key;
      const names = [`${prefix}${anywhere}`, anywhere];
      const own = [...names, ...formerNamesOf(key)].find((name) => overridden.has(name));
      return own === undefined ? (pattern(`${prefix}${anywhere}`) ?? pattern(anywhere)) : pattern(own);
    },
    format(key, pattern, values, errors) {
      const variables: Record<string, FluentVariable> = { ...everywhere };
      for (const [name, kind] of Object.entries(kindsOf(key))) {
        const value = values[name];
        if (value === undefined) throw new Error(`the sentence ${key} was given no ${name}`);
        variables[name] = write(kind, value);
      }
      return bundle().formatPattern(pattern, variables, errors ?? null);
    },
  };
}
