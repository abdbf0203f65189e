import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnsweredPresses } from './answered-presses';
import { perform } from './perform-action';
import type { Action, ActionAnswer, Scene } from './protocol';
import { sceneOf } from './snapshot';
import { Session } from './session';

/** What people and the daemon do in one go is shown in one go. */
const settledFor = 40;
/** How often the daemon's commits are looked for while somebody watches. */
const lookEvery = 150;

/** A stage behind a curtain: shows how it stands to whoever watches, does what they ask, and can begin anew. */
export class Sandbox {
  private readonly watchers = new Set<(scene: Scene) => void>();
  private looking: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private seen = '';
  private last: Promise<unknown> = Promise.resolve();
  private readonly presses = new AnsweredPresses(() => this.showSoon());
  private stage: Session | undefined;
  private withGroup: boolean;
  private readonly folder: string;

  /** Makes a temporary folder for everything there will be; `abandon` takes it away. */
  constructor({ withGroup }: { readonly withGroup: boolean }) {
    this.withGroup = withGroup;
    this.folder = mkdtempSync(join(tmpdir(), 'sosekni-sandbox-'));
  }

  /** Starts everything, without waiting for the daemon to be at work. */
  async begin(): Promise<void> {
    const { folder, withGroup } = this;
    this.stage = await Session.open({ folder, withGroup, changed: () => this.showSoon() });
    this.showSoon();
  }

  /** How everything stands now. */
  scene(): Scene {
    return sceneOf(this.current(), this.presses);
  }

  /** Calls `watcher` with the scene, now and after each change, until the returned function is called. */
  watch(watcher: (scene: Scene) => void): () => void {
    watcher(this.scene());
    this.watchers.add(watcher);
    this.looking ??= setInterval(() => this.look(), lookEvery);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      clearInterval(this.looking);
      this.looking = undefined;
    };
  }

  /** Does what a visitor asks for. */
  act(action: Action): Promise<ActionAnswer> {
    return this.inTurn(async () => {
      // A switched fault, for one, is announced by nothing else.
      if (action.type !== 'fresh') return perform(this.current(), action, this.presses).finally(() => this.showSoon());
      await this.current().close();
      this.presses.giveUp();
      this.withGroup = action.group;
      await this.begin();
      return { ok: true };
    });
  }

  /** Ends the daemon and takes everything away, at once: the process ends now. */
  abandon(): void {
    void this.stage?.daemon.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private current(): Session {
    if (this.stage === undefined) throw new Error('the sandbox has not begun');
    return this.stage;
  }

  /** Commits and confirmed updates announce themselves to nobody, and neither does the time that is left for something. */
  private look(): void {
    const { records, double } = this.current();
    const { pending, forgotten } = double.updates;
    const minute = Math.floor(double.now() / 60_000);
    const state = [records.version(), pending, forgotten, double.violations.length, minute].join(' ');
    if (state !== this.seen) this.showSoon();
    this.seen = state;
  }

  private showSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      if (this.watchers.size === 0) return;
      const scene = this.scene();
      for (const watcher of this.watchers) watcher(scene);
    }, settledFor);
  }

  /** One after the other: nobody kills a daemon that another is starting. */
  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.last.then(job);
    this.last = done.catch(() => undefined);
    return done;
  }
}
