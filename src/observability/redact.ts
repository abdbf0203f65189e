/** Removes secrets from a text before it is shown. */
export type Redact = (text: string) => string;

const redacted = '[redacted]';

/**
 * Secrets of any length are removed where secrets are expected: as the password in a URL, even a foreign one, and as the value of
 * `password=` or the like. Anywhere else only long and unusual ones are removed, which no other word equals by chance. `publicValues` are
 * values the program shows openly, such as the database's name: a secret contained in one of them doesn't count as unusual.
 */
export function redactor(secrets: readonly string[], publicValues: readonly string[] = []): Redact {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => formsOf(secret).map((form) => ({ form, alone: isUnusual(secret, publicValues) })))
    // The whole token before a part of it.
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

/** What comes before a secret: `password=`, `"secretKey":"`, `PGPASSWORD='`, `Credential=`, `<AccessKeyId>`. */
const valueOf = String.raw`(?:pass|password|passwd|passphrase|pwd|secret|token|credential|key|key[ _-]?id|auth|sign|psw)[\\"']*\s{0,2}[=:>]\s{0,2}[\\"']*`;

/**
 * Removes secrets of any origin, since a setting may be wrong or a person may have pasted them: passwords in URLs (they have no
 * slash, which would have ended the host), and bot tokens.
 */
function withoutPatterns(text: string): string {
  if (!text.includes(':')) return text;
  return text
    .replace(/(?<=\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:)[^\s/]+(?=@)/gi, redacted)
    .replace(/(?<!\d)\d{5,}:[\w-]{30,}/g, redacted);
}

/** The secret as it is, in a URL, and each of these in a JSON string. */
function formsOf(secret: string): readonly string[] {
  const inUrl = encodeURIComponent(secret);
  const forms = [secret, inUrl, inUrl.replaceAll('%20', '+'), decoded(secret)];
  return [...new Set(forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]))];
}

/** Text that isn't valid percent-encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const longEnough = 8;
/** Secrets of this length are also removed from inside longer words. */
const longForAnyPlace = 16;

function isUnusual(secret: string, publicValues: readonly string[]): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(secret)).length;
  const unlikeWords = (kinds >= 2 && /\p{L}/u.test(secret)) || secret.length >= 20;
  return secret.length >= longEnough && unlikeWords && !publicValues.some((word) => word.includes(secret));
}

/** Shorter ones only count as whole words. */
function standing(form: string): string {
  if (form.length >= longForAnyPlace) return escaped(form);
  return `${/^\w/.test(form) ? '(?<!\\w)' : ''}${escaped(form)}${/\w$/.test(form) ? '(?!\\w)' : ''}`;
}

const alternatives = (forms: readonly { readonly form: string }[]): string =>
  forms.map(({ form }) => escaped(form)).join('|');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
