import type { RecipientId } from '../lifecycle/ids';

/**
 * Some failures are the recipient's trouble or the server's (a relay or a gateway), and nothing in them says which: "relaying denied", or a
 * connection that is lost when the recipient is named. It is the server's if two recipients have it in a row, or if it has never taken
 * anything. Else one bad address would stop everybody's messages.
 */
export class Suspicions {
  private readonly suspects = new Set<RecipientId>();
  private hasWorked = false;

  /** The server has taken a message, or has said for certain that it would to another recipient. */
  accepted(): void {
    this.hasWorked = true;
    this.suspects.clear();
  }

  /** Such a failure with this recipient: whether it is the server's. */
  isOfChannel(recipient: RecipientId): boolean {
    this.suspects.add(recipient);
    return this.suspects.size > 1 || !this.hasWorked;
  }
}
