/** Runs one job at a time, in the order of their calls. */
export class Mutex {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `work` once every earlier one has settled, and settles like it. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
