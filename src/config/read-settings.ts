import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import type { ProcessEnvironment } from '../process/context';
import type { Config } from './config';
import { loadConfig, loadConfigFromFiles, type Unchecked } from './load';
import { describeProblems, type Problem, type Teller } from './report';
import { problemWith, settingsInForce, type InForce } from './shown';
import { readFiles, type Sources } from './sources';
import { warningsAbout, type SettingWarning } from './warnings';
import { exitCodes, Failure } from '../failure';
import { LogFile } from '../observability/log-file';
import { loadTexts, type Texts } from '../i18n/texts';

/** All settings, for a command that has nothing to do with the texts. Throws a `Failure` with everything that is wrong with them. */
export function readConfig(place: ProcessEnvironment): Config {
  const loaded = loadConfigFromFiles(place);
  if (!loaded.ok) throw new Failure(exitCodes.config, describeProblems(loaded.problems, 'command'));
  return loaded.config;
}

/** What the daemon runs with. */
export interface Settings {
  readonly config: Config;
  /** What the bot says, with the community's own sentences. */
  readonly texts: Texts;
  /** What is allowed and can hardly be meant. */
  readonly warnings: readonly SettingWarning[];
  readonly inForce: readonly InForce[];
}

/** All settings with what they lead to. Throws a `Failure` with everything that is wrong, the texts and LOG_FILE included. */
export function readSettings(place: ProcessEnvironment, teller: Teller): Settings {
  const { sources, unreadable } = readFiles(place);
  const loaded = loadConfig(sources);
  const unchecked = loaded.ok ? loaded.config : loaded.unchecked;
  const read = readTexts(unchecked, sources);
  const problems = [
    ...unreadable,
    ...(loaded.ok ? [] : loaded.problems),
    ...('problems' in read ? read.problems : []),
    ...caFileProblems(unchecked, sources),
    // `check` has a line of its own for it.
    ...(teller === 'daemon' ? logFileProblems(unchecked, sources) : []),
  ];
  if (!loaded.ok || 'problems' in read || problems.length > 0) {
    throw new Failure(exitCodes.config, describeProblems(problems, teller));
  }
  const { config } = loaded;
  return { config, texts: read.texts, warnings: warningsAbout(config, sources), inForce: settingsInForce(sources) };
}

function readTexts(
  { defaultLanguage, textsDir: overridesDir, community }: Unchecked,
  sources: Sources,
): { readonly texts: Texts } | { readonly problems: readonly Problem[] } {
  const read = loadTexts({ defaultLanguage, overridesDir, community });
  if ('texts' in read) return read;
  const { problems, otherLanguages } = read;
  const inFolder = problems.length === 0 ? [] : [problemWith('TEXTS_DIR', mistakes(problems), sources)];
  if (otherLanguages === null) return { problems: inFolder };
  const must = `must be a language that has texts: ${otherLanguages.join(', ')}, or one with a file in TEXTS_DIR`;
  return { problems: [...inFolder, problemWith('DEFAULT_LANGUAGE', must, sources)] };
}

const mistakes = (problems: readonly string[]): string =>
  problems.length === 1
    ? `has a mistake in it: ${problems.join()}`
    : [`has ${problems.length} mistakes in it:`, ...problems].join('\n      ');

/** A relay that is trusted by a file that isn't there would be an outage that nobody understands. */
function caFileProblems({ email }: Unchecked, sources: Sources): readonly Problem[] {
  const file = email?.caFile ?? null;
  if (file === null) return [];
  try {
    createSecureContext({ ca: readFileSync(file, 'utf8') });
    if (!readFileSync(file, 'utf8').includes('-----BEGIN CERTIFICATE-----'))
      throw new Error('it holds no certificate (PEM)');
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      problemWith('SMTP_CA_FILE', `can't be used: ${reason}. It has to be a file of certificates in PEM`, sources),
    ];
  }
}

/** Looks at it without opening it: nothing is made while something else is wrong. */
function logFileProblems({ log: { file } }: Unchecked, sources: Sources): readonly Problem[] {
  if (file === null) return [];
  try {
    accessSync(existsSync(file) ? file : path.dirname(file), constants.W_OK);
    return [];
  } catch (error) {
    return [problemWith('LOG_FILE', unwritable(error), sources)];
  }
}

/** To be read after the name. */
const unwritable = (error: unknown): string =>
  `can't be written: ${error instanceof Error ? error.message : String(error)}. Let this user write to the file and its folder, which has to be there, or leave LOG_FILE out`;

/** The file of LOG_FILE, open; null: there is to be none. Throws a `Failure` where it can't be written. */
export function openLogFile({ log: { file } }: Config, place: ProcessEnvironment): LogFile | null {
  if (file === null) return null;
  try {
    return new LogFile(file);
  } catch (error) {
    const problem = problemWith('LOG_FILE', unwritable(error), readFiles(place).sources);
    throw new Failure(exitCodes.config, describeProblems([problem]));
  }
}
