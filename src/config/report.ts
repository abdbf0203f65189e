/** One thing to put right. Holds no secret. */
export interface Problem {
  /** Name of the setting, or path of a file that can't be read. */
  readonly setting: string;
  /** Where the wrong value came from and, if it may be shown, the value. Null if there was none. */
  readonly found: string | null;
  /** What is wrong, to be read after the name. */
  readonly wrong: string;
  /** A right value. Null where the problem is not one of values. */
  readonly example: string | null;
}

/** The part of the program that reports what is wrong with the settings. */
export type Teller = 'daemon' | 'check' | 'command';

/** The problems as a person at a terminal reads them: for each the name, what was wrong and a right value. */
export function describeProblems(problems: readonly Problem[], teller: Teller = 'daemon'): string {
  const lines = problems.map(({ setting, found, wrong, example }) => {
    const value = found === null ? '' : `\n    found:    ${found}`;
    const right = example === null ? '' : `\n    example:  ${setting}=${example}`;
    return `  ${setting} ${wrong}${value}${right}\n`;
  });
  return [
    `${headline(problems.length, teller)}\n`,
    ...lines,
    'Settings are read from the environment, from .env beside package.json and from systemd credentials. .env.example lists them.\n',
  ].join('\n');
}

function headline(count: number, teller: Teller): string {
  switch (teller) {
    case 'daemon':
      return `Not started: ${count === 1 ? 'a setting is' : `${count} settings are`} missing or wrong.`;
    case 'check':
      return `${count === 1 ? 'A setting is' : `${count} settings are`} missing or wrong; nothing else was checked.`;
    case 'command':
      return `${count === 1 ? 'A setting is' : `${count} settings are`} missing or wrong.`;
  }
}
