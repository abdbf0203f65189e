import type { TelegramId } from '../lifecycle/ids';
import type { Person } from '../store/queries/people';

/** The language that a person is written to in; null: the default one. */
export const languageOf = (person: Person | null): string | null => person?.chosenLanguage ?? person?.language ?? null;

/** The name of an admin who has never written: nothing but their Telegram ID is known, from the settings. */
export const nameOfUnknown = (id: TelegramId): string => String(id);

/** Whether somebody has ever written to the bot. */
export const hasWritten = ({ telegramId, name }: Person): boolean =>
  telegramId === null || name !== nameOfUnknown(telegramId);
