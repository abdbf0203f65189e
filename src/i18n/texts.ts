import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pattern } from './fluent';
import { problemsOf } from './check';
import type { DeskTexts } from './desk-sentences';
import { deskBundles, deskVariables } from './desk-texts';
import { createLanguage, type Language, type SentenceValues } from './language';
import { lookUp, readable } from './lookup';
import { plainName } from './invisible';
import { plainText } from './markup';
import {
  isReadyReason,
  type Given,
  type NeutralKey,
  type Say,
  type SayIn,
  type SentenceChannel,
  type SentenceKey,
} from './sentences';
import { readSource } from './source';

/**
 * All texts of the bot, in every language. A `tag` is the language of a person's Telegram, or null if unknown. They get that
 * language, its base (`ru` for `ru-RU`), another region's (`pt-br` for `pt`), or the default.
 */
export interface Texts {
  /** Another one whenever a sentence that somebody could be told is another. */
  readonly fingerprint: string;
  /** The languages with a file, in lower case: `en`, `pt-br`. */
  readonly languages: readonly string[];
  /** One neutral sentence, as HTML. */
  say<K extends NeutralKey>(tag: string | null, key: K, ...given: Given<K>): string;
  /** `say` for one person. */
  in(tag: string | null): Say;
  /** Sentences for one person in one channel, which words some of them in its own way. */
  for<C extends SentenceChannel>(channel: C, tag: string | null): SayIn[C];
  /** The language that somebody gets, in lower case. */
  languageFor(tag: string | null): string;
  /** The sentences of the admins' desk, for somebody's browser. */
  desk(tag: string | null): DeskTexts;
  /** The words with this meaning in every language, in lower case. */
  words(meaning: Meaning): ReadonlySet<string>;
  /** The ready reason of this number as plain text, for one person; null: neither their language nor the default has it. */
  readyReason(tag: string | null, number: number): string | null;
}

/**
 * `approve` and `reject` start a reply that decides, `note` one that is kept for the admins; `no`, `wait` and `doubt` after such a word may take it back; `no_reason` are
 * complete answers; `thanks` may be anywhere.
 */
type Meaning = 'approve' | 'reject' | 'note' | 'no' | 'wait' | 'doubt' | 'no_reason' | 'thanks';

export interface TextsOptions {
  readonly defaultLanguage: string;
  /** A folder with files such as `ru.ftl` that override sentences; null if there is none. */
  readonly overridesDir: string | null;
  readonly community: string;
  /** An IANA name; by default the process's own zone. */
  readonly timeZone?: string;
}

/** Why the texts can't be used. */
export interface TextsProblems {
  /** The problems of the overrides, each with file, line and sentence. */
  readonly problems: readonly string[];
  /** The available languages if the default isn't one of them, written as in the names of files (`pt-BR`); otherwise null. */
  readonly otherLanguages: readonly string[] | null;
}

/** Loads the texts that ship and the overrides. Returns every problem there is. */
export function loadTexts(options: TextsOptions): { readonly texts: Texts } | TextsProblems {
  const languages: Languages = new Map();
  const around = { community: options.community, timeZone: options.timeZone };
  const words = noWords();
  const fingerprint = createHash('sha256').update(options.community);
  for (const [tag, source] of shippedSources()) {
    fingerprint.update(`\n${tag}\n${source}`);
    const language = createLanguage(tag, source, around);
    languages.set(tag, language);
    addWords(words, createLanguage(tag, wordLists(source), around));
  }
  const reworded = new Set<Language>();
  const languageOf = (tag: string): Language => {
    const language = languages.get(tag) ?? createLanguage(tag, null, around);
    languages.set(tag, language);
    reworded.add(language);
    return language;
  };
  const problems = options.overridesDir === null ? [] : readOverrides(options.overridesDir, languageOf, fingerprint);

  const defaultLanguage = findLanguage(languages, options.defaultLanguage);
  // An override adds words: those that ship keep their meaning.
  for (const language of reworded) addWords(words, language);
  problems.push(...problemsOfWords(words));

  if (problems.length > 0 || defaultLanguage === null) {
    return { problems, otherLanguages: defaultLanguage === null ? [...languages.keys()].map(canonical).sort() : null };
  }
  fingerprint.update(`\n${defaultLanguage.tag}`);
  const made = createTexts(languages, defaultLanguage, words, options.community);
  return { texts: { ...made, fingerprint: fingerprint.digest('base64url') } };
}

/** The .ftl files that ship, by language. */
function shippedSources(): ReadonlyMap<string, string> {
  const names = readdirSync(__dirname).filter((file) => file.endsWith('.ftl'));
  return new Map(names.map((name) => [tagOf(name), readFileSync(join(__dirname, name), 'utf8')]));
}

/** Only the lists of words of a file that ships, in which each is one line: they are needed at once, in every language. */
const wordLists = (source: string): string => source.match(/^words_\w+ = .*$/gm)?.join('\n') ?? '';

type Languages = Map<string, Language>;
type Words = Readonly<Record<Meaning, Set<string>>>;

/** The complete language, which fills the gaps of all others. */
const complete = 'en';

function createTexts(
  languages: Languages,
  defaultLanguage: Language,
  words: Words,
  community: string,
): Omit<Texts, 'fingerprint'> {
  const speakers = new Map<string, Say<SentenceKey>>();
  const languageFor = (tag: string | null): Language =>
    (tag === null ? null : findLanguage(languages, tag)) ?? defaultLanguage;
  const speakerFor = (channel: SentenceChannel | null, tag: string | null): Say<SentenceKey> => {
    const language = languageFor(tag);
    const name = `${channel ?? ''}:${language.tag}`;
    const known = speakers.get(name);
    if (known !== undefined) return known;
    const created = speaker(channel, language, languages, defaultLanguage);
    speakers.set(name, created);
    return created;
  };
  return {
    languages: [...languages.keys()].sort(),
    say: (tag, key, ...given) => speakerFor(null, tag)(key, ...given),
    in: (tag) => speakerFor(null, tag),
    for: speakerFor,
    languageFor: (tag) => languageFor(tag).tag,
    desk(tag) {
      const language = languageFor(tag);
      const candidates = inOrder(language, languages, defaultLanguage);
      return {
        language: language.tag,
        languages: [...languages.keys()].sort(),
        community: plainName(community),
        variables: deskVariables,
        bundles: deskBundles(candidates),
      };
    },
    words: (meaning) => words[meaning],
    readyReason(tag, number) {
      const key = `reason_${number}`;
      if (!isReadyReason(key)) return null;
      const language = languageFor(tag);
      // A reason in a language that neither of them asked for would be no help.
      for (const from of [...relativesOf(language, languages), defaultLanguage]) {
        const pattern = from.pattern(key);
        if (pattern !== null) return plainText(from.format(key, pattern, {}));
      }
      return null;
    },
  };
}

/** A language and those that its readers can read as well. */
const relativesOf = (language: Language, languages: Languages): readonly Language[] =>
  readable(language.tag, [...languages.keys()]).flatMap((tag) => languages.get(tag) ?? []);

/** Where a sentence in `language` is looked for. */
const inOrder = (language: Language, languages: Languages, defaultLanguage: Language): readonly Language[] => [
  ...relativesOf(language, languages),
  defaultLanguage,
  ...[complete].flatMap((tag) => languages.get(tag) ?? []),
];

/** Looks up each sentence once, when it is first said. */
function speaker(
  channel: SentenceChannel | null,
  language: Language,
  languages: Languages,
  defaultLanguage: Language,
): Say<SentenceKey> {
  const candidates = inOrder(language, languages, defaultLanguage);
  const phrases = new Map<SentenceKey, Phrase>();
  const phraseOf = (key: SentenceKey): Phrase => {
    const known = phrases.get(key);
    if (known !== undefined) return known;
    for (const from of candidates) {
      const pattern = from.patternFor(channel, key);
      if (pattern === null) continue;
      const phrase = { from, pattern };
      phrases.set(key, phrase);
      return phrase;
    }
    throw new Error(`no language has ${key}`);
  };
  return (key, ...given) => {
    const { from, pattern } = phraseOf(key);
    // TypeScript can't resolve the conditional type `Given` here: it is always this type, or nothing.
    const [values = {}] = given as readonly SentenceValues[];
    return from.format(key, pattern, values);
  };
}

interface Phrase {
  readonly from: Language;
  readonly pattern: Pattern;
}

function readOverrides(folder: string, languageOf: (tag: string) => Language, fingerprint: Hash): string[] {
  const names = attempt(() => readdirSync(folder));
  if ('failed' in names) return [`${folder} can't be read: ${names.failed}`];
  return names.value
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => readOverride(folder, name, languageOf, fingerprint));
}

const languageFile = /^[a-z]{2,3}(-[a-z0-9]{2,8})*\.ftl$/i;

function readOverride(
  folder: string,
  name: string,
  languageOf: (tag: string) => Language,
  fingerprint: Hash,
): string[] {
  const file = join(folder, name);
  if (!languageFile.test(name)) return [`${file}: its name must be a language and .ftl, such as en.ftl or pt-br.ftl`];
  const source = attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  if ('failed' in source) return [`${file} can't be read as UTF-8: ${source.failed}`];

  fingerprint.update(`\n${name}\n${source.value}`);
  const language = languageOf(tagOf(name));
  const { entries, problems } = readSource(source.value);
  for (const { id, resource } of entries) language.override(id, resource);
  return [
    ...problems.map(({ line, what }) => `${file}:${line}: ${what}`),
    ...entries.flatMap(({ id, line }) => problemsOf(language, id).map((what) => `${file}:${line}: ${id}: ${what}`)),
  ];
}

function attempt<T>(read: () => T): { readonly value: T } | { readonly failed: string } {
  try {
    return { value: read() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

const meanings: readonly Meaning[] = ['approve', 'reject', 'note', 'no', 'wait', 'doubt', 'no_reason', 'thanks'];

const noWords = (): Words => ({
  approve: new Set(),
  reject: new Set(),
  note: new Set(),
  no: new Set(),
  wait: new Set(),
  doubt: new Set(),
  no_reason: new Set(),
  thanks: new Set(),
});

function addWords(words: Words, language: Language): void {
  for (const meaning of meanings) {
    const key = `words_${meaning}` as const;
    const pattern = language.pattern(key);
    const list = pattern === null ? '' : plainText(language.format(key, pattern, {}, []));
    for (const word of list.split(/[,،]/)) if (word.trim() !== '') words[meaning].add(word.trim().toLowerCase());
  }
}

function problemsOfWords({ approve, reject, note, thanks }: Words): string[] {
  const inBoth = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].filter((word) => other.has(word));
  const several = [...approve, ...reject, ...note, ...thanks].filter((word) => /\s/.test(word));
  return [
    ...inBoth(approve, reject).map((word) => `"${word}" is in words_approve and in words_reject`),
    ...inBoth(note, new Set([...approve, ...reject])).map(
      (word) => `"${word}" is in words_note and in words_approve or words_reject`,
    ),
    ...several.map(
      (word) =>
        `"${word}" in words_approve, words_reject, words_note or words_thanks is more than one word; commas separate words`,
    ),
  ];
}

function findLanguage(languages: Languages, tag: string): Language | null {
  const found = languages.has(tag) ? tag : lookUp(tag, [...languages.keys()]);
  return found === null ? null : (languages.get(found) ?? null);
}

/** `pt-BR` of `pt-br`; a tag that is none stays as it is. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

const tagOf = (fileName: string): string => fileName.slice(0, -'.ftl'.length).toLowerCase();
