import { secretsOfEmail } from '../channels/email/settings';
import { gatewayHost, secretsOfSms } from '../channels/sms/settings';
import { secretsOfProxy } from '../channels/telegram/proxy';
import { hostOf, secretsOfWebhook } from '../webhooks/settings';
import type { Config } from './config';

/** What the program says openly of `config`; a secret may be the same word by chance. */
export function publicValuesOf({
  database,
  backup,
  apiRoot,
  proxy,
  community,
  textsDir,
  log,
  webhook,
  web,
  email,
  sms,
}: Config): readonly string[] {
  const place = database.dialect === 'sqlite' ? [database.path] : saidOfAddress(database.url);
  const bucket = backup.bucket === null ? [] : [backup.bucket.endpoint, backup.bucket.bucket, backup.bucket.prefix];
  const files = [backup.folder, textsDir ?? '', log.file ?? ''];
  const host = webhook === null ? '' : hostOf(webhook);
  return [
    'sosekni-bot',
    apiRoot,
    host,
    proxy?.host ?? '',
    web?.publicUrl ?? '',
    email?.host ?? '',
    email?.from.address ?? '',
    email?.login?.username ?? '',
    sms === null ? '' : gatewayHost(sms.gateway),
    community,
    ...place,
    ...bucket,
    ...files,
  ];
}

/** All parts of a PostgreSQL address but the password. */
function saidOfAddress(address: string): readonly string[] {
  const { username, host, pathname, searchParams } = new URL(address);
  searchParams.delete('password');
  return [username, host, pathname, ...searchParams.values()].map(percentDecoded);
}

/** Every string of `config` that must never be seen, for the log to remove. */
export function secretsOf(config: Config): readonly string[] {
  const tokenWithoutId = config.token.slice(config.token.indexOf(':') + 1);
  const passwords = config.database.dialect === 'postgres' ? passwordsOf(config.database.url) : [];
  const keys = config.backup.bucket === null ? [] : [config.backup.bucket.accessKey, config.backup.bucket.secretKey];
  const proxy = config.proxy === null ? [] : secretsOfProxy(config.proxy);
  const webhook = config.webhook === null ? [] : secretsOfWebhook(config.webhook);
  const web = config.web?.apiToken == null ? [] : [config.web.apiToken];
  const email = config.email === null ? [] : secretsOfEmail(config.email);
  const sms = config.sms === null ? [] : secretsOfSms(config.sms);
  return [config.token, tokenWithoutId, ...passwords, ...keys, ...proxy, ...webhook, ...web, ...email, ...sms];
}

/** Where a password stands in a PostgreSQL address, both as written and decoded. */
function passwordsOf(address: string): string[] {
  const url = new URL(address);
  const written = [url.password, /[?&]password=([^&#]*)/.exec(address)?.[1] ?? ''];
  return written.filter((password) => password !== '').flatMap((password) => [password, percentDecoded(password)]);
}

/** A text that is not well-formed stands for itself. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
