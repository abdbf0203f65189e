import type { Standby } from '../../src/store/leader';

/** For databases that nobody else acts on: whoever has to stand by waits in silence. */
export const noStandby: Standby = { signal: new AbortController().signal, tell: () => undefined };
