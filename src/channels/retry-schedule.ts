import type { Millis } from '../lifecycle/ids';

/** When what a relay or a gateway doesn't take for now is sent again (https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1). */

const minute: Millis = 60_000;
const pauses: readonly Millis[] = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

/** The longest pause that a message is given. */
export const longestPause: Millis = 240 * minute;
/** A message that waits for longer than this is given up. */
export const givenUpAfter: Millis = 3 * 24 * 60 * minute;
/** The pauses of a whole channel that is away: messages leave again within 75 seconds once it is back. */
export const outagePauses = { min: 5_000, max: minute } as const;

/** How long a message waits after so many attempts; the last pause is repeated. */
export const pauseAfter = (attempts: number): Millis => pauses[attempts] ?? longestPause;
