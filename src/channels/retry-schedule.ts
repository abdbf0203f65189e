import type { Millis } from '../lifecycle/ids';

/** When what a relay or a gateway doesn't take for now is sent again (https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1). */

const minute: Millis = 60_000;
const pauses: readonly Millis[] = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

/** The longest pause that a message is given. */
export const longestPause: Millis = 240 * minute;
/** A message that was tried for so long is given up. */
const givenUpAfter: Millis = 3 * 24 * 60 * minute;
/**
 * The pauses of a whole channel that is away: messages leave again within 75 seconds once it is back, also where it came back just
 * after an attempt had begun, which takes 20 seconds to fail.
 */
export const outagePauses = { min: 5_000, max: 50_000 } as const;

/** How long a message waits after so many attempts; the last pause is repeated. */
export const pauseAfter = (attempts: number): Millis => pauses[attempts] ?? longestPause;

/**
 * Whether a message that was tried so often before is given up. What counts is for how long it was tried: that it is old says nothing,
 * since it may have waited for a channel that was away, for a daemon that was off, or for SMS_DAILY, without any attempt.
 */
export function isGivenUp(attempts: number, age: Millis): boolean {
  let waited = 0;
  for (let n = 0; n < attempts && waited <= givenUpAfter; n += 1) waited += pauseAfter(n);
  // A daemon that is killed again and again makes many attempts in a short time.
  return waited > givenUpAfter && age > givenUpAfter;
}
