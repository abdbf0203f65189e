/** The row of `daemon_state` that says nothing was erased since SQLite's file was written anew. An erasure removes it. */
export const rewrittenMark = 'vacuumed';
