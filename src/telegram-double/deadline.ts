/** How long the double waits for the bot before a wait counts as failed. Generous: it bounds a wait, it is not a pause. */
export const patience = 20_000;

/**
 * The value of `promise`, or a rejection once `ms` of real time are over.
 * `failure` is asked only then and says what was waited for and what there is instead.
 */
export function withDeadline<T>(promise: Promise<T>, ms: number, failure: () => string): Promise<T> {
  // Made here, so that its stack names who waited and not the timer.
  const late = new Error();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      late.message = failure();
      reject(late);
    }, ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
