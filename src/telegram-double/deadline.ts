/** How long tests wait for the bot by default (ms). Generous: it only limits a wait that has already failed. */
export const patience = 20_000;

/**
 * Resolves with the value of `promise`, or rejects after `ms` of real time. Only then is `failure` called: it says what was
 * expected and what there is instead.
 */
export function withDeadline<T>(promise: Promise<T>, ms: number, failure: () => string): Promise<T> {
  // Created here, so that the stack trace shows who waited and not the timer.
  const late = new Error();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      late.message = failure();
      reject(late);
    }, ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
