import type { Config } from '../../config/config';
import { asFailure } from '../../failure';
import type { TelegramId } from '../../lifecycle/ids';
import { maintenanceOf } from '../../store/dialects';

/**
 * The admins whom owners have added in the chat; null: the database can't be asked, or its tables are those of an older version.
 * The check's line about the database says which.
 */
export async function addedInChat({ database }: Config): Promise<readonly TelegramId[] | null> {
  const maintenance = maintenanceOf(database);
  try {
    const { applied, known } = await maintenance.inspect();
    if (applied === 0) return [];
    if (applied < known) return null;
    const reader = await maintenance.openReader();
    try {
      return (await reader.queries.administrators.current()).map(({ telegramId }) => telegramId);
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (asFailure(error) === null) throw error;
    return null;
  }
}
