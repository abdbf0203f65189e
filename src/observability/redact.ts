/** Takes the secrets out of a text that is to be seen. */
export type Redact = (text: string) => string;

const redacted = '[redacted]';

/**
 * Secrets are taken out where secrets stand, however short they are: as the password in a URL, whosever it is, and as the value
 * of a `password=` or the like. Anywhere else only those that no other word is by chance: long and unusual ones. `said` is what
 * the program says openly, such as the database's name: a secret that is part of it is no longer unusual.
 */
export function redactor(secrets: readonly string[], said: readonly string[] = []): Redact {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => formsOf(secret).map((form) => ({ form, alone: isUnusual(secret, said) })))
    // The whole token goes before a part of it.
    .sort((a, b) => b.form.length - a.form.length);
  if (forms.length === 0) return withoutPatterns;
  const inUrl = new RegExp(`(?<=:)(?:${alternatives(forms)})(?=@)`, 'g');
  const asValue = new RegExp(`(?<=${valueOf})(?:${alternatives(forms)})(?!\\w)`, 'gi');
  const exact = new Set(forms.map(({ form }) => form));
  const unusual = forms.filter(({ alone }) => alone);
  const anywhere = new RegExp(unusual.map(({ form }) => standing(form)).join('|'), 'g');
  return (text) => {
    const placed = withoutPatterns(text.replace(inUrl, redacted)).replace(asValue, (value) =>
      exact.has(value) ? redacted : value,
    );
    return unusual.length === 0 ? placed : placed.replace(anywhere, redacted);
  };
}

/** What stands before the value of a secret: `password=`, `"secretKey":"`, `PGPASSWORD='`, `Credential=`, `<AccessKeyId>`. */
const valueOf = String.raw`(?:pass|password|passwd|passphrase|pwd|secret|token|credential|key|key[ _-]?id)[\\"']*\s{0,2}[=:>]\s{0,2}[\\"']*`;

/**
 * What is a secret whoever's it is, since a setting may be wrong or a person may have pasted it: the password in a URL, which
 * has no slash (that would have ended the host), and a bot's token.
 */
function withoutPatterns(text: string): string {
  if (!text.includes(':')) return text;
  return text
    .replace(/(?<=\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:)[^\s/]+(?=@)/gi, redacted)
    .replace(/(?<!\d)\d{5,}:[\w-]{30,}/g, redacted);
}

/** As it is, inside a URL, and each of them inside JSON that is a string. */
function formsOf(secret: string): readonly string[] {
  const inUrl = encodeURIComponent(secret);
  const forms = [secret, inUrl, inUrl.replaceAll('%20', '+'), decoded(secret)];
  return [...new Set(forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]))];
}

/** A text that is not well-formed stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const longEnough = 8;
/** Of such a length it is no other word's part either. */
const longForAnyPlace = 16;

function isUnusual(secret: string, said: readonly string[]): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(secret)).length;
  const unlikeWords = (kinds >= 2 && /\p{L}/u.test(secret)) || secret.length >= 20;
  return secret.length >= longEnough && unlikeWords && !said.some((word) => word.includes(secret));
}

/** A shorter one is not looked for inside of longer words. */
function standing(form: string): string {
  if (form.length >= longForAnyPlace) return escaped(form);
  return `${/^\w/.test(form) ? '(?<!\\w)' : ''}${escaped(form)}${/\w$/.test(form) ? '(?!\\w)' : ''}`;
}

const alternatives = (forms: readonly { readonly form: string }[]): string =>
  forms.map(({ form }) => escaped(form)).join('|');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
