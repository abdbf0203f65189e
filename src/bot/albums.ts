import type { Message, Update } from 'telegraf/types';
import { contentOf, textOf } from './update';

/** An album's messages come within seconds, so few need be remembered. */
const mostRemembered = 500;

/**
 * Telegram sends an album as a message for each of its pictures (https://core.telegram.org/bots/api#message,
 * `media_group_id`). One of them stands for all: that with words, else the first.
 */
export class Albums {
  /** The albums of which a message has been handled, or has come with words; the oldest first. */
  private readonly known = new Set<string>();
  /** An update that is handled again after a rollback is judged once. */
  private readonly verdicts = new WeakMap<Update, boolean>();

  /** These come together: which of their albums have words is known before the first is handled. */
  expect(updates: readonly Update[]): void {
    for (const update of updates) {
      const { message } = contentOf(update);
      const album = message === null ? null : albumOf(message);
      if (message !== null && album !== null && textOf(message) !== null) this.remember(album);
    }
  }

  /** Whether another message stands for this one. One with words of its own always counts. */
  isRest(update: Update): boolean {
    const judged = this.verdicts.get(update);
    if (judged !== undefined) return judged;
    const { message } = contentOf(update);
    const album = message === null ? null : albumOf(message);
    if (message === null || album === null || textOf(message) !== null) return false;
    const isRest = this.known.has(album);
    this.remember(album);
    this.verdicts.set(update, isRest);
    return isRest;
  }

  private remember(album: string): void {
    this.known.add(album);
    const [oldest] = this.known.size > mostRemembered ? this.known : [];
    if (oldest !== undefined) this.known.delete(oldest);
  }
}

function albumOf(message: Message): string | null {
  const { media_group_id: id }: Readonly<Record<string, unknown>> = { ...message };
  return typeof id === 'string' && id.length <= 64 ? `${message.chat.id}:${id}` : null;
}
