import type { ChatId, PersonId } from '../lifecycle/ids';

/** Telegram's apps cut a text at the end of a paragraph, a sentence or a word, but not in a message's first half. */
const shortestPiece = 4096 / 2;

interface Said {
  readonly chat: ChatId;
  readonly sender: PersonId;
  readonly message: { readonly message_id: number };
  readonly text: string | null;
}

/** The message that was refused, and the last one that went on with it. */
interface Refused {
  readonly chat: ChatId;
  readonly first: number;
  last: number;
}

/**
 * Telegram's apps send what is longer than one message takes (4,096 UTF-16 units) in pieces. Knows which messages go on
 * with one that was refused for its length, so that the rest of a text is not taken for an answer of its own.
 */
export class Pieces {
  private readonly refused = new Map<PersonId, Refused>();

  /** The message was refused for its length; one too short to be a piece has no rest. */
  refuse({ chat, sender, message, text }: Said): void {
    if (text === null || text.length <= shortestPiece) return;
    this.refused.set(sender, { chat, first: message.message_id, last: message.message_id });
  }

  /**
   * Whether nothing came in the chat between the message and what its sender was refused, not even the refusal: nobody can
   * have read that. Says the same of a message that is handled again.
   */
  goOn({ chat, sender, message }: Said): boolean {
    const before = this.refused.get(sender);
    const id = message.message_id;
    if (before === undefined || before.chat !== chat || id <= before.first) return false;
    const goesOn = id <= before.last + 1;
    if (goesOn) before.last = Math.max(before.last, id);
    else this.refused.delete(sender);
    return goesOn;
  }
}
