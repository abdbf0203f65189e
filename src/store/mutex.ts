/** Lets one piece of work run at a time, in the order they came. */
export class Mutex {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `work` once everything before it has settled; settles as it does. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
