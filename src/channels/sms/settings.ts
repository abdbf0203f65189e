import type { SmsLimits } from '../../contacts/sms-limits';

/** The gateway that takes messages, and what keeps them from costing too much. */
export interface SmsSettings extends SmsLimits {
  readonly gateway: GatewaySettings;
}

export type GatewaySettings = TwilioSettings | TemplateSettings;

/** Twilio, or one that takes what Twilio takes: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
export interface TwilioSettings {
  readonly shape: 'twilio';
  /** Where messages are posted, without user and password. */
  readonly url: string;
  readonly login: GatewayLogin;
  /** A number, a name, or a messaging service (`MG…`). */
  readonly from: string;
}

/** Any gateway that takes a GET. */
export interface TemplateSettings {
  readonly shape: 'template';
  /** With `{to}`, `{text}` and perhaps `{from}` in it, without user and password. May hold secrets. */
  readonly template: string;
  /** Null: the gateway asks for none. */
  readonly login: GatewayLogin | null;
  /** Null: the gateway knows it. */
  readonly from: string | null;
}

/** Goes as HTTP Basic authentication. */
export interface GatewayLogin {
  readonly username: string;
  /** Secret. */
  readonly password: string;
}

/** What SMS_URL says. */
export type SmsUrl = Omit<TwilioSettings, 'from'> | Omit<TemplateSettings, 'from'>;

/** `https://SID:TOKEN@api.twilio.com/2010-04-01/Accounts/SID/Messages.json`, or an address with `{to}` and `{text}` in its query. */
export function parseSmsUrl(text: string): SmsUrl | undefined {
  if (!/^https?:\/\/\S+$/i.test(text) || text.includes('#') || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const login = loginIn(url);
  if (login === undefined) return undefined;
  // Not url.href: it would have encoded the braces.
  const bare = text.replace(/^(https?:\/\/)[^/?]*@/i, '$1');
  if (isTemplate(bare)) return { shape: 'template', template: bare, login };
  const isTwilio = /\/2010-04-01\/Accounts\/[^/]+\/Messages\.json$/.test(url.pathname) && url.search === '';
  return isTwilio && login !== null ? { shape: 'twilio', url: bare, login } : undefined;
}

/** What is filled in stands in the query: in the path or the host it could lead somewhere else. */
function isTemplate(text: string): boolean {
  const query = text.indexOf('?');
  const [before, after] = query === -1 ? [text, ''] : [text.slice(0, query), text.slice(query)];
  return !/[{}]/.test(before) && ['{to}', '{text}'].every((name) => after.split(name).length === 2);
}

/** Null: there is none; undefined: it can't be read. */
function loginIn({ username, password }: URL): GatewayLogin | null | undefined {
  if (username === '' && password === '') return null;
  try {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

/** Prefixes of numbers separated by commas, each with its plus: `+49,+43`. */
export function parsePrefixes(text: string): readonly string[] | undefined {
  const prefixes = text.split(',').map((part) => part.trim());
  return prefixes.every((prefix) => /^\+[1-9]\d{0,14}$/.test(prefix)) ? [...new Set(prefixes)] : undefined;
}

/** A number or a name as messages show it, or a messaging service of Twilio's. */
export const parseSmsFrom = (text: string): string | undefined =>
  /^(?:\+?\d{3,15}|MG[\da-f]{32}|[A-Za-z\d][A-Za-z\d &+._-]{0,10})$/.test(text) ? text : undefined;

/** The gateway's host, for logs and people: the rest of its address may hold secrets. */
export const gatewayHost = (gateway: GatewaySettings): string =>
  new URL(gateway.shape === 'twilio' ? gateway.url : gateway.template).host;

/** All that must never be seen: passwords, and whatever in the query may be one. */
export function secretsOfSms({ gateway }: Pick<SmsSettings, 'gateway'>): readonly string[] {
  const { login } = gateway;
  const ofLogin =
    login === null ? [] : [login.password, Buffer.from(`${login.username}:${login.password}`).toString('base64')];
  if (gateway.shape === 'twilio') return ofLogin;
  const query = gateway.template.slice(gateway.template.indexOf('?') + 1);
  const inQuery = query.split('&').flatMap((part) => {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    return /pass|pwd|secret|token|key|auth|sign|psw/i.test(name) && !/[{}]/.test(value) ? [value, decoded(value)] : [];
  });
  return [...ofLogin, ...inQuery.filter((value) => value !== '')];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
