import type { Opening } from '../../src/store/store-event';

/** For databases that nobody else acts on: whoever has to stand by waits in silence. */
export const noStandby: Opening = { signal: new AbortController().signal, tell: () => undefined, random: Math.random };
