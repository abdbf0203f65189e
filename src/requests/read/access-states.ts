import type { Instant, RequestId, TelegramId } from '../../lifecycle/ids';
import type { Reading } from '../../transaction/transaction';

/** Whether somebody has access, as webhooks say it too. */
export interface AccessStateView {
  /** Null: they are not on Telegram. */
  readonly telegramId: TelegramId | null;
  readonly access: boolean;
  /** When that came about; null: they never had access. */
  readonly since: Instant | null;
  /** The request that it is by. */
  readonly request: RequestId | null;
  /** The number of the event that changed it last; 0: none has. Later events have greater numbers, whomever they are about. */
  readonly version: number;
}

/** The state of one person, also of one whom nobody has heard of. For programs that have been given the right to ask. */
export async function accessOnTelegram(
  { store }: Pick<Reading, 'store'>,
  telegramId: TelegramId,
): Promise<AccessStateView> {
  const person = await store.people.byTelegramId(telegramId);
  const state = person === null ? null : await store.access.stateOf(person.id);
  if (state === null) return { telegramId, access: false, since: null, request: null, version: 0 };
  const { access, since, requestId, version } = state;
  return { telegramId, access, since, request: requestId, version };
}

/** What has changed after a version, in order, each person once with their latest state; and the version to go on from. */
export async function accessChanges(
  { store }: Pick<Reading, 'store'>,
  after: number,
  limit: number,
): Promise<{ readonly items: readonly AccessStateView[]; readonly version: number }> {
  const rows = await store.access.statesAfter(after, limit);
  const items = rows.map(({ state: { access, since, requestId, version }, telegramId }) => ({
    ...{ telegramId, access, since, request: requestId, version },
  }));
  // A database restored from an older backup has not come as far as whoever asks, who has to learn of that.
  return { items, version: items.at(-1)?.version ?? (await store.access.newestVersion()) };
}
