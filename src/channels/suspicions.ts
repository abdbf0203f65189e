import type { RecipientId } from '../lifecycle/ids';

/** Whose trouble a failure is taken for as long as nothing shows better. */
export type Presumed = 'recipient' | 'channel';

/**
 * Some failures are the recipient's trouble or the server's (a relay or a gateway), and nothing in them says which. What other
 * recipients get meanwhile shows it: it is the server's if two have such a failure in a row, and the recipient's if another one gets
 * something. Until then, "relaying denied" is the recipient's, else one bad address would stop everybody's messages, and a connection
 * that is lost or silent is the server's, since that is what a server does that is in trouble.
 */
export class Suspicions {
  /** Who has had such a failure since anybody got anything. */
  private readonly suspects = new Set<RecipientId>();
  /** Who had one while others got something: there it is their own trouble. */
  private readonly troubled = new Set<RecipientId>();

  /** The server has taken a message to this recipient, or has said for certain that it would to another one. */
  accepted(recipient: RecipientId): void {
    for (const suspect of this.suspects) this.troubled.add(suspect);
    this.suspects.clear();
    this.troubled.delete(recipient);
  }

  /** Such a failure with this recipient: whether it is the server's. */
  isOfChannel(recipient: RecipientId, presumed: Presumed): boolean {
    this.suspects.add(recipient);
    return this.suspects.size > 1 || (presumed === 'channel' && !this.troubled.has(recipient));
  }

  /** Nothing waits for this recipient any more. */
  forget(recipient: RecipientId): void {
    this.suspects.delete(recipient);
    this.troubled.delete(recipient);
  }
}
