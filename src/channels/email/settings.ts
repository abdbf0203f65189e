/** The relay that takes the mail, and who it is from. */
export interface EmailSettings {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** Null: the relay asks for none. The password is secret. */
  readonly login: { readonly username: string; readonly password: string } | null;
  readonly from: Sender;
  /** Absolute path of the certificates that the relay's may be signed by, instead of those that Node knows; null: those. */
  readonly caFile: string | null;
}

/** `starttls`: plain at first, and never without going over to TLS; `force_tls`: TLS from the first byte; `off`: none. */
export const securities = ['starttls', 'force_tls', 'off'] as const;
export type Security = (typeof securities)[number];

/** All that must never be seen: the password, and the forms in which it goes over the wire, alone and with the name before it (AUTH PLAIN). */
export function secretsOfEmail({ login }: Pick<EmailSettings, 'login'>): readonly string[] {
  if (login === null) return [];
  const { username, password } = login;
  const coded = [password, `\0${username}\0${password}`].map((text) => Buffer.from(text).toString('base64'));
  return [password, ...coded];
}

/** Who mail is from. */
export interface Sender {
  /** Null: the name of the community. */
  readonly name: string | null;
  readonly address: string;
}
