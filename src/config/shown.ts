import type { Problem } from './report';
import { settingNames, settings, type AboutSetting, type Setting, type SettingName } from './schema';
import { writtenSettings, type Sources, type WrittenSetting } from './sources';

/** What is wrong with a setting, as it is written in `all`; `wrong` is to be read after the name. */
export function problem(name: SettingName, wrong: string, all: ReadonlyMap<SettingName, WrittenSetting>): Problem {
  const found = all.get(name);
  return {
    setting: name,
    found: found === undefined ? null : showable(name, found, all),
    wrong,
    example: settings[name].about.example,
  };
}

/** A problem with a setting that only who uses it can see; `wrong` is to be read after the name. */
export function problemWith(name: SettingName, wrong: string, sources: Sources): Problem {
  return problem(name, wrong, writtenSettings(sources).found);
}

/** A setting as it counts. */
export interface InForce {
  readonly name: SettingName;
  /** As it is written, or its default; null: it is not set and has none. May be a secret. */
  readonly text: string | null;
  /** The same for people: of a secret, that it is set. */
  readonly shown: string;
  /** `default` where it is set nowhere. */
  readonly where: string;
}

/** Every setting, set or not. They have been found right before. */
export function settingsInForce(sources: Sources): readonly InForce[] {
  const { found } = writtenSettings(sources);
  return settingNames.map((name) => {
    const written = found.get(name);
    if (written === undefined) return { name, text: unsetOf(name), shown: unsetOf(name) ?? 'unset', where: 'default' };
    const { text, where } = written;
    const shown = isHeldBack(name, text, found) ? 'set' : /\p{C}/u.test(text) ? JSON.stringify(text) : text;
    return { name, text, shown, where };
  });
}

function unsetOf(name: SettingName): string | null {
  const { unset }: Setting<unknown> = settings[name];
  return unset ?? null;
}

/** A wrong value as a problem may show it. People paste secrets into the wrong setting, so what resembles one is held back. */
function showable(
  name: SettingName,
  { text, where }: WrittenSetting,
  all: ReadonlyMap<SettingName, WrittenSetting>,
): string {
  return isHeldBack(name, text, all)
    ? `a value in ${where}, not shown here`
    : `${JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)} in ${where}`;
}

function isHeldBack(name: SettingName, text: string, all: ReadonlyMap<SettingName, WrittenSetting>): boolean {
  const secrets = [...all].flatMap(([each, value]) => (isSecret(each, value.text) ? [value.text] : []));
  const resemblesToken = /[\w-]{20,}/.test(text);
  const hasPassword = /:\/\/[^/]*@|password=/i.test(text);
  return isSecret(name, text) || resemblesToken || hasPassword || secrets.some((secret) => holds(text, secret));
}

/** A short secret may stand in another value by chance: only the same value is the same secret. */
const holds = (text: string, secret: string): boolean =>
  text === secret || (secret.length >= 8 && text.includes(secret));

function isSecret(name: SettingName, text: string): boolean {
  const { secret }: AboutSetting = settings[name].about;
  return typeof secret === 'function' ? secret(text) : secret === true;
}
