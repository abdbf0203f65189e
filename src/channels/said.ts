import { redactor } from '../observability/redact';
import { shorten } from './wording/shorten';

/** Of what a server said, so much is kept: with the sentence around it, it has to fit into a message to the admins. */
const longestSaid = 300;

/**
 * What a server said, for the log, the database, `/readyz` and the admins: in one line, not longer than they need, and without our
 * `secrets`, since some servers repeat what they were asked. They are removed first: half a secret would not be recognised.
 */
export const briefly = (text: string, secrets: readonly string[]): string =>
  shorten(redactor(secrets)(text).replace(/\s+/g, ' ').trim(), longestSaid);
