import { describeProblems, loadConfigFromFiles, type Config, type Place } from './config';
import { exitCodes, Failure } from './failure';
import { LogFile } from './log-file';
import { loadTexts, type Texts } from './texts/texts';

/** All settings. Throws a `Failure` with everything that is wrong with them. */
export function readConfig(place: Place): Config {
  const loaded = loadConfigFromFiles(place);
  if (!loaded.ok) throw new Failure(exitCodes.config, describeProblems(loaded.problems));
  return loaded.config;
}

/** What the bot says, with the community's own sentences. Throws a `Failure` with everything that is wrong with those. */
export function readTexts({ defaultLanguage, textsDir: overridesDir, community }: Config): Texts {
  const read = loadTexts({ defaultLanguage, overridesDir, community });
  if ('texts' in read) return read.texts;
  const problems = read.problems.map((text) => `  ${text}`);
  throw new Failure(exitCodes.config, ['Not started: TEXTS_DIR or DEFAULT_LANGUAGE is wrong.', ...problems].join('\n'));
}

/** The file of LOG_FILE, open; null: there is to be none. Throws a `Failure` where it can't be written. */
export function openLogFile({ log: { file } }: Config): LogFile | null {
  if (file === null) return null;
  try {
    return new LogFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      exitCodes.config,
      `Not started: LOG_FILE can't be written: ${reason}. Let this user write to the file and its folder, which has to be there, or leave LOG_FILE out.`,
    );
  }
}
