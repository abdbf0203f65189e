/** Rejects with the signal's reason, an error, as soon as it is aborted. Never resolves. */
export const rejection = (signal: AbortSignal): Promise<never> =>
  // A boundary: the reason of these signals is always an error.
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
