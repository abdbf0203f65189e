import type { Opening } from '../../src/store/news';

/** For databases that nobody else acts on: whoever has to stand by waits in silence. */
export const noStandby: Opening = { signal: new AbortController().signal, tell: () => undefined };
