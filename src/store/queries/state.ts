import { eq } from 'drizzle-orm';
import type { GroupId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** What the daemon remembers about itself. */
export type StateName =
  | 'last_poll_at'
  | 'bot_id'
  | 'owners'
  | 'desk_buttons'
  | 'told_telegram'
  | 'long_texts'
  | 'group_unreachable'
  | 'topic_unreachable'
  | 'expiries_told_until'
  | 'undo_over_until_event'
  | 'foreign_poller_told_at'
  | 'backup_trouble_told'
  | 'backups_expected_since'
  | 'email_away'
  | 'sms_away'
  | 'webhook_gone'
  | 'webhook_trouble_told'
  | 'words_dropped_until'
  | 'names_kept'
  | 'known_bots';

export function stateQueries({ db, schema: { daemonState, chatAliases } }: Database) {
  return {
    async get(name: StateName): Promise<string | null> {
      const [row] = await db.select().from(daemonState).where(eq(daemonState.name, name));
      return row?.value ?? null;
    },

    async set(name: StateName, value: string): Promise<void> {
      await db
        .insert(daemonState)
        .values({ name, value })
        .onConflictDoUpdate({ target: daemonState.name, set: { value } });
    },

    /** The new ID of every group that became a supergroup. */
    async movedChats(): Promise<ReadonlyMap<GroupId, GroupId>> {
      const rows = await db.select().from(chatAliases);
      return new Map(rows.map(({ oldId, newId }) => [oldId, newId]));
    },

    async rememberMove(oldId: GroupId, newId: GroupId): Promise<void> {
      await db
        .insert(chatAliases)
        .values({ oldId, newId })
        .onConflictDoUpdate({ target: chatAliases.oldId, set: { newId } });
    },
  };
}
