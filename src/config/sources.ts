import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import type { ProcessEnvironment } from '../process/context';
import type { Problem } from './report';
import { settingNames, settings, type AboutSetting, type SettingName } from './schema';

/** Where settings come from. A credential beats the environment, which beats `.env`; an empty value is no value. */
export interface Sources extends ProcessEnvironment {
  readonly dotenv: Readonly<Record<string, string>>;
  /** The content of a systemd credential, or null. What it throws becomes a problem of the setting. */
  readonly credentials: (name: string) => string | null;
}

/** What the files of settings hold, and what is wrong with the files themselves. */
export interface Files {
  readonly sources: Sources;
  readonly unreadable: readonly Problem[];
}

/** Reads `.env` in `home`, and a file of `$CREDENTIALS_DIRECTORY` when it is asked for. Files that don't exist are no problem. */
export function readFiles(place: ProcessEnvironment): Files {
  const credentialsDirectory = place.env['CREDENTIALS_DIRECTORY'];
  const credentials = (name: string) =>
    credentialsDirectory ? readIfPresent(path.join(credentialsDirectory, name)) : null;

  const dotenvFile = path.join(place.home, '.env');
  try {
    const dotenv = parseDotenv(readIfPresent(dotenvFile) ?? '');
    return { sources: { ...place, dotenv, credentials }, unreadable: [] };
  } catch (error) {
    const wrong = `can't be read: ${reasonOf(error)}`;
    return {
      sources: { ...place, dotenv: {}, credentials },
      unreadable: [{ setting: dotenvFile, found: null, wrong, example: null }],
    };
  }
}

/** The value of a setting, as it is written. */
export interface WrittenSetting {
  readonly text: string;
  /** For people: `.env`. */
  readonly where: string;
}

/** Every setting that has a value, and those whose credential can't be read. */
export function writtenSettings(sources: Sources): {
  readonly found: ReadonlyMap<SettingName, WrittenSetting>;
  readonly unreadable: Problem[];
} {
  const found = new Map<SettingName, WrittenSetting>();
  const unreadable: Problem[] = [];
  for (const name of settingNames) {
    try {
      const value = find(name, sources);
      if (value !== null) found.set(name, value);
    } catch (error) {
      unreadable.push({ setting: name, found: null, wrong: `can't be read: ${reasonOf(error)}`, example: null });
    }
  }
  return { found, unreadable };
}

/** The value of a setting and where it stands, null if nowhere. Throws what reading its credential throws. */
function find(name: SettingName, { env, dotenv, credentials }: Sources): WrittenSetting | null {
  const { credential }: AboutSetting = settings[name].about;
  const places: WrittenSetting[] = [
    { text: (credential && credentials(credential)) ?? '', where: `the credential ${credential}` },
    { text: env[name] ?? '', where: 'the environment' },
    { text: dotenv[name] ?? '', where: '.env' },
  ].map(({ text, where }) => ({ text: text.trim(), where }));
  return places.find(({ text }) => text !== '') ?? null;
}

/** The content of a file, null if there is none. Throws if it is there and can't be read. */
function readIfPresent(file: string): string | null {
  if (!statSync(file, { throwIfNoEntry: false })) return null;
  const content = readFileSync(file, 'utf8');
  // As Windows’ editors and shells write it: every name in it would pass for another.
  if (content.includes('\0')) throw new Error('it is not UTF-8; save it as UTF-8');
  return content;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
