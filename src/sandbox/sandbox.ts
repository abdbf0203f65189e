import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Photo } from '../telegram-double/pictures';
import { AnsweredPresses } from './answered-presses';
import { DeskFront } from './desk-front';
import { framedHtml } from './mailbox';
import { runAction } from './run-action';
import type { Action, ActionAnswer, Snapshot } from './protocol';
import { snapshotOf } from './snapshot';
import { Session } from './session';

/** Changes within this time are shown together (ms). */
const settledFor = 40;
/** How often to look for commits of the daemon while a page is watching (ms). */
const lookEvery = 150;

/** The current session and who watches it: sends snapshots, carries out actions, and starts over. */
export class Sandbox {
  private readonly watchers = new Set<(snapshot: Snapshot) => void>();
  private looking: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private seen = '';
  private last: Promise<unknown> = Promise.resolve();
  private readonly presses = new AnsweredPresses(() => this.showSoon());
  private session: Session | undefined;
  private withGroup: boolean;
  private readonly folder: string;
  private readonly desk = new DeskFront({
    target: () => this.session?.daemon.deskAddress ?? null,
    framedBy: () => this.page,
  });
  /** The origin of the page; null: it isn't served yet. */
  private page: string | null = null;

  /** Creates a temporary folder for everything; `abandon` removes it. */
  constructor({ withGroup }: { readonly withGroup: boolean }) {
    this.withGroup = withGroup;
    this.folder = mkdtempSync(join(tmpdir(), 'sosekni-sandbox-'));
  }

  /** Starts everything, without waiting until the daemon is ready. */
  async begin(): Promise<void> {
    await this.desk.listen();
    await this.beginSession();
  }

  /** Where the desk is. It stays there. */
  get deskOrigin(): string {
    return this.desk.origin;
  }

  /** The page is served there, and may frame the desk. */
  isServedAt(page: string): void {
    this.page = page;
  }

  private async beginSession(): Promise<void> {
    const { folder, withGroup, deskOrigin } = this;
    const approvalsNeeded = this.session?.policy.approvalsNeeded ?? 1;
    const changed = () => this.showSoon();
    const number = (this.session?.number ?? 0) + 1;
    this.session = await Session.open({ number, folder, withGroup, approvalsNeeded, deskOrigin, changed });
    this.showSoon();
  }

  /** The current state of everything. */
  snapshot(): Snapshot {
    return snapshotOf(this.current(), this.presses);
  }

  /** A photo that the bot has sent, by its `file_id`. */
  photo(fileId: string): Photo | undefined {
    return this.session?.double.methods.photos.get(fileId);
  }

  /** The HTML of a mail as the page frames it, by its number. */
  mail(id: string): string | null {
    const html = this.session?.mailbox?.mails.find((mail) => String(mail.id) === id)?.html ?? null;
    return html === null ? null : framedHtml(html, this.deskOrigin);
  }

  /** Whether the bot can send mail here. */
  get hasMail(): boolean {
    return this.current().mailbox !== null;
  }

  /** Calls `watcher` with a snapshot now and after each change, until the returned function is called. */
  watch(watcher: (snapshot: Snapshot) => void): () => void {
    watcher(this.snapshot());
    this.watchers.add(watcher);
    this.looking ??= setInterval(() => this.look(), lookEvery);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      clearInterval(this.looking);
      this.looking = undefined;
    };
  }

  /** Carries out a visitor's action. */
  act(action: Action): Promise<ActionAnswer> {
    return this.inTurn(async () => {
      // Some actions, such as switching a fault, have no event to announce them.
      if (action.type !== 'fresh')
        return runAction(this.current(), action, this.presses).finally(() => this.showSoon());
      await this.current().close();
      this.presses.giveUp();
      this.withGroup = action.group;
      await this.beginSession();
      return { ok: true };
    });
  }

  /** Kills the daemon and removes everything at once: the process is ending. */
  abandon(): void {
    void this.session?.daemon.kill();
    this.desk.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private current(): Session {
    if (this.session === undefined) throw new Error('the sandbox has not begun');
    return this.session;
  }

  /** Commits, confirmed updates and passing time have no event either. */
  private look(): void {
    const { database, double } = this.current();
    const { pending, forgotten } = double.updates;
    const minute = Math.floor(double.now() / 60_000);
    const state = [database.version(), pending, forgotten, double.violations.length, minute].join(' ');
    if (state !== this.seen) this.showSoon();
    this.seen = state;
  }

  private showSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      if (this.watchers.size === 0) return;
      const snapshot = this.snapshot();
      for (const watcher of this.watchers) watcher(snapshot);
    }, settledFor);
  }

  /** One at a time: nobody kills a daemon while another starts it. */
  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.last.then(job);
    this.last = done.catch(() => undefined);
    return done;
  }
}
