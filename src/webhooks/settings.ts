/** Where webhooks are sent, and what signs them. */
export interface WebhookSettings {
  /** `http:` or `https:`, without user, password and fragment. Its query may hold a secret. */
  readonly url: string;
  /** As written: `whsec_` and the key in Base64. Each signs every webhook, so that a receiver can move from one to the next. Secret. */
  readonly secrets: readonly [string, ...string[]];
}

/** The address in the form that a browser would use; undefined for what can't be called. */
export function parseWebhookUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || /[\s#]/.test(text) || !URL.canParse(text)) return undefined;
  const { href, username, password, port } = new URL(text);
  return username || password || port === '0' ? undefined : href;
}

const prefix = 'whsec_';
/** In bytes: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
const keyLength = { least: 24, most: 64 } as const;

/** One or more secrets with spaces in between, each once; undefined if one of them isn't one. */
export function parseWebhookSecrets(text: string): readonly [string, ...string[]] | undefined {
  const [first, ...others] = new Set(text.split(/\s+/));
  if (first === undefined || ![first, ...others].every(isSecret)) return undefined;
  return [first, ...others];
}

function isSecret(text: string): boolean {
  if (!text.startsWith(prefix)) return false;
  const key = keyOf(text);
  // Node skips what isn't Base64; what is comes out as it went in.
  const isBase64 = key.toString('base64') === text.slice(prefix.length);
  return isBase64 && key.length >= keyLength.least && key.length <= keyLength.most;
}

/** The key of a secret. */
export const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(prefix.length), 'base64');

/** Every form in which the secrets are written; the query of the address is one, too. */
export const secretsOfWebhook = ({ url, secrets }: WebhookSettings): readonly string[] => [
  ...secrets.flatMap((secret) => [secret, secret.slice(prefix.length)]),
  ...new URL(url).searchParams.values(),
];

/** The host as logs, errors and `check` may name it: the path and the query may hold a secret. */
export const hostOf = ({ url }: Pick<WebhookSettings, 'url'>): string => new URL(url).host;
