import type { GroupId, Millis } from '../lifecycle/ids';
import { ChatLoop } from './chat-loop';
import type { AccessPorts } from './ports';

/** Nobody's message waits longer for a look at its links. */
const longestLook: Millis = 3000;

/**
 * Makes Telegram agree with what is wanted, for every chat of ACCESS_CHATS, until it is stopped. What is wanted and what was seen
 * are in the database: being woken only makes it sooner.
 */
export class AccessWorker {
  private readonly stopping = new AbortController();
  private readonly loops: readonly ChatLoop[];
  private running: readonly Promise<void>[] = [];

  constructor(private readonly ports: AccessPorts) {
    this.loops = ports.community.accessChats().map((chat) => new ChatLoop(ports, chat, this.stopping.signal));
  }

  start(): void {
    this.running = this.loops.map((loop) => loop.run());
  }

  /** There may be something to do. */
  wake(): void {
    for (const loop of this.loops) loop.wake();
  }

  /**
   * The link to a chat as it works now, for a message that is about to leave: one that somebody has revoked is made anew. Null where
   * Telegram doesn't say it soon.
   */
  async workingLink(chatId: GroupId): Promise<string | null> {
    const id = this.ports.community.currentGroup(chatId);
    const loop = this.loops.find(({ chat }) => chat === id);
    return loop === undefined || this.stopping.signal.aborted ? null : this.soon(loop.workingLink());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  /** Null if it takes too long, or fails: the message is sent all the same. */
  private async soon(looking: Promise<string | null>): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), longestLook);
    });
    try {
      return await Promise.race([looking, late]);
    } catch (error) {
      if (!this.stopping.signal.aborted)
        this.ports.log.error('a link could not be looked at before it was sent', { error });
      return null;
    } finally {
      clearTimeout(timer);
      // Its failure concerns nobody any more.
      looking.catch(() => {});
    }
  }
}
