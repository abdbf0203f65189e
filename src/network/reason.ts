import { types } from 'node:util';

/** Also true for errors that another realm made, as Node's own are under a test runner. */
export const isError = (thing: unknown): thing is Error => thing instanceof Error || types.isNativeError(thing);

/** Why something failed, for people. Some errors of the system have a code and an empty message. */
export function reasonOf(error: unknown): string {
  if (!isError(error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
