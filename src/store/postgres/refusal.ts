import type { Client } from 'pg';
import { codeOf, messageOf, StoreError } from '../errors';
import { serverOf } from './server-name';

/** Turns a refusal by the server into an error that says what to do. */
export function refusal(client: Client, cause: unknown): StoreError {
  return new StoreError('refused', `PostgreSQL at ${serverOf(client)} ${whyAndWhat(cause)}`, { cause });
}

/** Whether the server has no TLS. node-postgres says so only in its message. */
export const hasNoTls = (error: unknown): boolean => messageOf(error) === 'The server does not support SSL connections';

/** Continues a sentence that starts with the server's name. */
function whyAndWhat(error: unknown): string {
  const [code, said] = [codeOf(error), messageOf(error)];
  if (hasNoTls(error)) {
    return 'offers no TLS, but sslmode in DATABASE_URL requires it. Enable it on the server (ssl = on in postgresql.conf), or set sslmode=disable on a network you trust.';
  }
  if (untrusted.test(code)) {
    return `has a certificate that no known authority has signed (${said}). Add sslrootcert=FILE to DATABASE_URL, with the file of the authority or of the certificate itself. sslmode=no-verify accepts any certificate, even an attacker's.`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `has a certificate for another host (${said}). Use the certificate's host in DATABASE_URL, or set sslmode=verify-ca with sslrootcert=FILE.`;
  }
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code)) {
    return `has a certificate that is not valid today (${said}). Renew it, and check the clocks of both machines.`;
  }
  if (/^(ERR_(SSL|TLS|OSSL)_|CERT_)|^EPROTO$/.test(code)) {
    return `can't agree on TLS with this machine (${said}). Check sslmode, sslrootcert, sslcert and sslkey in DATABASE_URL.`;
  }
  if (code === 'EACCES') {
    return `can't be reached: this user may not open the socket (${said}). Give it access to the socket's folder, or connect by a host name.`;
  }
  const refused = `refuses the login: ${said}.`;
  if (/password must be a string/.test(said)) {
    return 'requires a password, but DATABASE_URL has none. Write it as postgres://USER:PASSWORD@HOST/DATABASE.';
  }
  if (code === '3D000') return `${refused} Create that database, or correct its name in DATABASE_URL.`;
  if (/^no pg_hba\.conf entry/.test(said)) {
    const encrypt = /no encryption$/.test(said)
      ? ', or set sslmode=require in DATABASE_URL if an existing line requires TLS'
      : '';
    return `${refused} Add a line for them to pg_hba.conf on the server${encrypt}.`;
  }
  if (/^(Peer|Ident) authentication failed/.test(said)) {
    return `${refused} The server wants the bot to run as the system user of that name. Do that, or make pg_hba.conf ask for a password.`;
  }
  return `${refused} Check user, password and database in DATABASE_URL.`;
}

// https://nodejs.org/api/tls.html#x509-certificate-error-codes
const untrusted =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)|CERT_UNTRUSTED|INVALID_CA|CERT_CHAIN_TOO_LONG|CERT_SIGNATURE_FAILURE|PATH_LENGTH_EXCEEDED)$/;
