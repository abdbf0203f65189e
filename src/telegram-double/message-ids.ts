/**
 * Numbers messages as Telegram does. In private chats and basic groups one counter serves the bot's whole account, so
 * other chats' messages lie between two of one chat; a supergroup counts for itself.
 */
export class MessageIds {
  private constructor(
    private last: number,
    private readonly gapAfter: (id: number) => number,
  ) {}

  /** The counter of the account. It skips some numbers: those of chats that the double does not have. */
  static ofAccount(): MessageIds {
    return new MessageIds(0, (id) => id % 3);
  }

  /** The counter of one supergroup; the first message of all is the one about its making. */
  static ofSupergroup(): MessageIds {
    return new MessageIds(1, () => 0);
  }

  next(): number {
    this.last += 1 + this.gapAfter(this.last);
    return this.last;
  }
}
