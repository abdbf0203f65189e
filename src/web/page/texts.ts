import type { FluentResource } from '@fluent/bundle';
import type { DeskKey, deskSentences, DeskTexts } from '../../i18n/desk-sentences.js';
import type { Kind, Values } from '../../i18n/kinds.js';
import { apart, keptTogether, localeOf, runsLeft } from '../../i18n/writing.js';
import { FluentBundle } from '@fluent/bundle/esm/bundle.js';
import { Formats, isolated } from './formats.js';

type Variables<K extends DeskKey> = {
  readonly [V in keyof (typeof deskSentences)[K]]: Values[Extract<(typeof deskSentences)[K][V], Kind>];
};

/** The arguments after a sentence's key: its variables, or nothing if it has none. */
type Given<K extends DeskKey> = keyof Variables<K> extends never ? [] : [variables: Variables<K>];

/** Says a sentence, as plain text. */
export type Say = <K extends DeskKey>(key: K, ...given: Given<K>) => string;

/** The page's sentences in one language. */
export interface Texts {
  readonly language: string;
  readonly languages: readonly string[];
  readonly community: string;
  readonly formats: Formats;
  readonly say: Say;
}

/** What the server sends, ready to be said. */
export function textsOf(sent: DeskTexts, now: () => number): Texts {
  const formats = new Formats(sent.language, now);
  const bundles = sent.bundles.map(({ language, entries }) => {
    const bundle = new FluentBundle(localeOf(language), {
      useIsolating: false,
      ...(runsLeft(language) && { transform: keptTogether }),
    });
    // A boundary: the server has them parsed by the same Fluent.
    bundle.addResource({ body: [...entries] as FluentResource['body'] });
    return bundle;
  });
  const inSentence = runsLeft(sent.language) ? apart : (value: string) => value;
  const written = (kind: Kind, value: Values[Kind]): string | number => {
    switch (kind) {
      case 'count':
        return Number(value);
      case 'id':
      case 'verbatim':
        return String(value);
      case 'text':
        return inSentence(String(value));
      case 'instant':
        return inSentence(formats.moment(Number(value)));
      case 'day':
        return inSentence(formats.dayOf(Number(value)));
      case 'duration':
        return formats.length(Number(value));
      case 'name':
        return isolated(String(value));
      case 'names':
        return [value]
          .flat()
          .map((name) => isolated(String(name)))
          .join(', ');
    }
  };
  const { language, languages, community, variables } = sent;
  return {
    language,
    languages,
    community,
    formats,
    say(key, ...given) {
      const values: Record<string, string | number> = { community };
      for (const [name, value] of Object.entries<Values[Kind]>(given[0] ?? {})) {
        values[name] = written(variables[key]?.[name] ?? 'text', value);
      }
      for (const bundle of bundles) {
        const pattern = bundle.getMessage(key)?.value ?? null;
        if (pattern !== null) return bundle.formatPattern(pattern, values);
      }
      return key;
    },
  };
}
