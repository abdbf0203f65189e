import type { Update } from 'telegraf/types';

/** Deeper than anything in Telegram's documentation, and far from what a stack can hold. */
const deepest = 100;
/**
 * The most an update may hold: UTF-16 units of its texts and field names, plus its values. Telegram's longest message has
 * 32,768 characters (https://core.telegram.org/bots/api#inputrichmessage), and comes with the message it replies to.
 */
const most = 500_000;

/** Why the update is too big to process; null: it isn't. Telegram's own Bot API never sends one that is. */
export function whyUnreadable(update: Update): 'nested too deeply' | 'too long' | null {
  let left = most;
  const examine = (value: unknown, depth: number): 'nested too deeply' | 'too long' | null => {
    left -= typeof value === 'string' ? value.length + 1 : 1;
    if (left < 0) return 'too long';
    if (typeof value !== 'object' || value === null) return null;
    if (depth === deepest) return 'nested too deeply';
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) {
        const why = examine(item, depth + 1);
        if (why !== null) return why;
      }
      return null;
    }
    for (const name in value) {
      left -= name.length;
      const why = examine(value[name as keyof typeof value], depth + 1);
      if (why !== null) return why;
    }
    return null;
  };
  return examine(update, 0);
}

const longestKept = 500;
const mostKept = 50;
const deepestKept = 10;

/** Enough of an update for a person to see what it was: the beginnings of its texts and lists. */
export function abridged(update: Update): object {
  const abridge = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return value.slice(0, longestKept).toWellFormed().replaceAll('\0', '\uFFFD');
    if (typeof value !== 'object' || value === null) return value;
    if (depth === deepestKept) return '…';
    if (Array.isArray(value)) return value.slice(0, mostKept).map((item) => abridge(item, depth + 1));
    const fields: [string, unknown][] = [];
    for (const name in value) {
      if (fields.length === mostKept) break;
      fields.push([String(abridge(name, depth)), abridge(value[name as keyof typeof value], depth + 1)]);
    }
    return Object.fromEntries(fields);
  };
  const kept = abridge(update, 0);
  return { ...(typeof kept === 'object' && kept), update_id: update.update_id };
}
