import type { Millis } from '../lifecycle/ids';
import { delay, type Random } from '../process/back-off';

const pauses = { min: 400, max: 4000 };

/** How long a failed message waits, after `attempts` failed ones, if the channel named no time. */
export const retryAfter = (attempts: number, random: Random): Millis => delay(attempts + 1, pauses, random);
