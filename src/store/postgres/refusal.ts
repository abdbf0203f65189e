import type { Client } from 'pg';
import { codeOf, messageOf, StoreError } from '../errors';
import { placeOf } from './place';

/** Why the server is there and can't be used, as an error that says what to do. */
export function refusal(client: Client, cause: unknown): StoreError {
  return new StoreError('refused', `PostgreSQL at ${placeOf(client)} ${whyAndWhat(cause)}`, { cause });
}

/** Whether the server does without TLS. node-postgres says so in words only. */
export const hasNoTls = (error: unknown): boolean => messageOf(error) === 'The server does not support SSL connections';

/** To be read after the name of the place. */
function whyAndWhat(error: unknown): string {
  const [code, said] = [codeOf(error), messageOf(error)];
  if (hasNoTls(error)) {
    return 'offers no TLS, and DATABASE_URL asks for it by sslmode. Switch it on there (ssl = on in postgresql.conf); on a network you trust, set sslmode=disable.';
  }
  if (untrusted.test(code)) {
    return `shows a certificate that no authority known here has signed (${said}). Name the file of the authority, or of the certificate itself, by sslrootcert=FILE in DATABASE_URL. sslmode=no-verify takes any certificate, also that of somebody in between.`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `shows a certificate for another host (${said}). Write the host into DATABASE_URL as the certificate has it, or set sslmode=verify-ca with sslrootcert=FILE.`;
  }
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code)) {
    return `shows a certificate that does not count today (${said}). Renew it there, and see that both machines' clocks are right.`;
  }
  if (/^(ERR_(SSL|TLS|OSSL)_|CERT_)|^EPROTO$/.test(code)) {
    return `can't agree on TLS with this machine (${said}). See sslmode, sslrootcert, sslcert and sslkey in DATABASE_URL.`;
  }
  if (code === 'EACCES') {
    return `can't be reached: this user may not open the socket (${said}). Let it into the socket's folder, or connect by a host name.`;
  }
  const refused = `does not let us in: ${said}.`;
  if (/password must be a string/.test(said)) {
    return 'asks for a password, and DATABASE_URL has none. Write it as postgres://USER:PASSWORD@HOST/DATABASE.';
  }
  if (code === '3D000') return `${refused} Create that database, or correct its name in DATABASE_URL.`;
  if (/^no pg_hba\.conf entry/.test(said)) {
    const encrypt = /no encryption$/.test(said) ? ', or set sslmode=require in DATABASE_URL if one asks for TLS' : '';
    return `${refused} Add a line for them to pg_hba.conf on the server${encrypt}.`;
  }
  if (/^(Peer|Ident) authentication failed/.test(said)) {
    return `${refused} The server wants the bot to run as the system's user of that name. Do so, or let pg_hba.conf ask for a password.`;
  }
  return `${refused} Check user, password and database in DATABASE_URL.`;
}

// https://nodejs.org/api/tls.html#x509-certificate-error-codes
const untrusted =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)|CERT_UNTRUSTED|INVALID_CA|CERT_CHAIN_TOO_LONG|CERT_SIGNATURE_FAILURE|PATH_LENGTH_EXCEEDED)$/;
