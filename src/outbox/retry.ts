import type { Millis } from '../lifecycle/ids';
import { delay, type Random } from '../process/back-off';

const pauses = { min: 250, max: 4000 };

/** How long a message waits in its chat that has failed, after `attempts` that failed before, where nobody asked for a time. */
export const retryAfter = (attempts: number, random: Random): Millis => delay(attempts + 1, pauses, random);
