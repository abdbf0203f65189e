/** Which of the ticked requests were not decided, and why. */
export interface NotDecided {
  readonly words: string;
  readonly failures: readonly string[];
}

/** What became of ticked requests. It outlives the view that decided them, which is another one once a session has ended. */
export class BulkReport {
  private said: NotDecided | null = null;
  private watcher: () => void = () => undefined;

  get now(): NotDecided | null {
    return this.said;
  }

  /** Null: it has been read. */
  say(said: NotDecided | null): void {
    if (said === this.said) return;
    this.said = said;
    this.watcher();
  }

  /** From now on, `watcher` is called for what is new, and none before it. */
  watch(watcher: () => void): void {
    this.watcher = watcher;
  }
}
