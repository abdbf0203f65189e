import type { Millis } from '../lifecycle/ids';

/** How soon a message is tried again in its chat: at first, and at the most. */
const firstRetry: Millis = 250;
export const longestRetry: Millis = 4000;

/** How long a message waits that has failed after so many attempts that failed before, where nobody asked for a time. */
export const retryAfter = (attempts: number): Millis => Math.min(longestRetry, firstRetry * 2 ** attempts);
