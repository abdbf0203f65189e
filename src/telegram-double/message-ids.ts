/**
 * Numbers messages as Telegram does. Private chats and basic groups share one counter per bot account, so the IDs within one chat
 * have gaps; each supergroup and channel has its own counter.
 */
export class MessageIds {
  private constructor(
    private last: number,
    private readonly gapAfter: (id: number) => number,
  ) {}

  /** The account's counter. It skips some numbers, as if other chats used them. */
  static ofAccount(): MessageIds {
    return new MessageIds(0, (id) => id % 3);
  }

  /** The counter of a supergroup or channel; its first message is the one about its creation. */
  static ofSupergroup(): MessageIds {
    return new MessageIds(1, () => 0);
  }

  next(): number {
    this.last += 1 + this.gapAfter(this.last);
    return this.last;
  }
}
