/** A semaphore: at most `free` callers have a turn at once; the others wait, first come, first served. */
export class Turns {
  private readonly line = new Set<() => void>();

  constructor(private free: number) {}

  /** Calls `begin` when it is their turn, which may be at once. Each turn ends with `end`. */
  wait(begin: () => void): void {
    if (this.free === 0) {
      this.line.add(begin);
      return;
    }
    this.free -= 1;
    begin();
  }

  /** Leaves the line before the turn has come. */
  leave(begin: () => void): void {
    this.line.delete(begin);
  }

  end(): void {
    const [next] = this.line;
    if (next === undefined) {
      this.free += 1;
      return;
    }
    this.line.delete(next);
    next();
  }
}
