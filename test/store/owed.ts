import type { Queries } from '../../src/store/queries';
import type { Owed } from '../../src/store/queries/outbox';

/** All that waits, in the order in which it came to be owed. */
export async function waiting(outbox: Queries['outbox']): Promise<readonly Owed[]> {
  const places = await outbox.scanOwed('telegram', 0, 10_000, false);
  const found: Owed[] = [];
  for (const chat of new Set(places.map(({ recipientId }) => recipientId))) {
    found.push(...(await outbox.waitingFor('telegram', chat, 'all', 0, 10_000)));
  }
  return found.sort((a, b) => a.id - b.id);
}
