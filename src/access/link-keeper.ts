import type { GroupId, Millis } from '../lifecycle/ids';
import type { AccessChat } from '../store/queries/access';
import { seeToLink, type InTransaction } from './link';
import type { AccessPorts } from './ports';

type SeenTo = Awaited<ReturnType<typeof seeToLink>>;

/** Sees to the link of one chat. Whoever asks while it is being seen to waits for that, so that no second link is made. */
export class LinkKeeper {
  private seenTo: { readonly at: Millis; readonly chatId: GroupId; readonly url: string } | null = null;
  private running: Promise<SeenTo> | null = null;

  constructor(
    private readonly ports: AccessPorts,
    private readonly inTransaction: InTransaction,
    private readonly signal: AbortSignal,
  ) {}

  /** The link as it was seen to last; null: not yet, or something has happened to it since. */
  get url(): string | null {
    return this.seenTo?.url ?? null;
  }

  /** Whether it was seen to less than this long ago, under the ID that the chat has now. */
  isFresh(chatId: GroupId, within: Millis): boolean {
    return this.seenTo?.chatId === chatId && this.ports.clock.monotonic() - this.seenTo.at < within;
  }

  /** It has to be seen to again. */
  doubt(): void {
    this.seenTo = null;
  }

  see(chat: AccessChat): Promise<SeenTo> {
    this.running ??= this.seeOnce(chat).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async seeOnce(chat: AccessChat): Promise<SeenTo> {
    const seenTo = await seeToLink(this.ports, chat, this.inTransaction, this.signal);
    this.seenTo =
      seenTo.end === 'done' ? { at: this.ports.clock.monotonic(), chatId: chat.chatId, url: seenTo.url } : null;
    return seenTo;
  }
}
