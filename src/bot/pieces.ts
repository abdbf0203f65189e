import type { ChatId } from '../lifecycle/ids';

/**
 * Telegram's apps send what is longer than one message takes (4,096 UTF-16 units) in pieces. Knows which messages go on
 * with one that was refused for its length, so that the rest of a text is not taken for an answer of its own.
 */
export class Pieces {
  /** By chat, the message that was refused and the last one that went on with it. */
  private readonly refused = new Map<ChatId, { readonly first: number; last: number }>();

  refuse(chat: ChatId, messageId: number): void {
    this.refused.set(chat, { first: messageId, last: messageId });
  }

  /**
   * Whether nothing came between the message and what was refused, not even the refusal: nobody can have read that. Says
   * the same of a message that is handled again.
   */
  goOn(chat: ChatId, messageId: number): boolean {
    const text = this.refused.get(chat);
    if (text === undefined || messageId <= text.first) return false;
    const goesOn = messageId <= text.last + 1;
    if (goesOn) text.last = Math.max(text.last, messageId);
    else this.refused.delete(chat);
    return goesOn;
  }
}
