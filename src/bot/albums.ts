import type { Message, MessageEntity, Update } from 'telegraf/types';
import { contentOf, textOf } from './update';

/** An album's messages come within seconds, so few need be remembered. */
const mostRemembered = 500;

/**
 * Telegram sends an album as a message for each of its pictures (https://core.telegram.org/bots/api#message,
 * `media_group_id`). One of them represents all: the first with words, with the words of the others that came together
 * with it, else the first.
 */
export class Albums {
  /** The albums of which a message has been handled, or has come with words; the oldest first. */
  private readonly known = new Set<string>();
  /** An update that is handled again after a rollback is judged once. */
  private readonly verdicts = new WeakMap<Update, boolean>();

  /**
   * These come together: which of their albums have words is known before the first is handled. Gives them with the
   * captions of each album in its first message that has one.
   */
  gather(updates: readonly Update[]): readonly Update[] {
    const captioned = new Map<string, Update[]>();
    for (const update of updates) {
      const { message } = contentOf(update);
      const album = message === null ? null : albumOf(message);
      if (message === null || album === null || textOf(message) === null) continue;
      this.remember(album);
      captioned.set(album, [...(captioned.get(album) ?? []), update]);
    }
    const gathered = new Map<Update, Update>();
    for (const [first, ...others] of captioned.values()) {
      if (first === undefined || others.length === 0) continue;
      gathered.set(first, withCaptionsOf(first, others));
      for (const other of others) this.verdicts.set(other, true);
    }
    return updates.map((update) => gathered.get(update) ?? update);
  }

  /** Whether another message represents this one. One with words that came by itself always counts. */
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

function withCaptionsOf(update: Update, others: readonly Update[]): Update {
  if (!('message' in update) || !('caption' in update.message)) return update;
  let { caption = '' } = update.message;
  const caption_entities = entitiesOf(update.message.caption_entities);
  for (const other of others) {
    if (!('message' in other) || !('caption' in other.message)) continue;
    const { caption: more = '', caption_entities: entities } = other.message;
    const start = caption.length + 1;
    caption += `\n${more}`;
    for (const entity of entitiesOf(entities)) caption_entities.push({ ...entity, offset: entity.offset + start });
  }
  return { ...update, message: { ...update.message, caption, caption_entities } };
}

/** Some other server than Telegram's may send anything in their place. */
function entitiesOf(entities: unknown): MessageEntity[] {
  return Array.isArray(entities) ? entities.filter(isEntity) : [];
}

const isEntity = (entity: unknown): entity is MessageEntity => typeof entity === 'object' && entity !== null;
