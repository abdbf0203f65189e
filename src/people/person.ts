import type { PersonId, TelegramId } from '../lifecycle/ids';
import type { Person } from '../store/queries/people';

/** The language that a person is written to in; null: the default one. */
export const languageOf = (person: Person | null): string | null => person?.chosenLanguage ?? person?.language ?? null;

/** The name of somebody who is forgotten, or of an admin who has never written: nothing but their number is known. */
export const nameOfUnknown = (id: TelegramId | PersonId): string => String(id);

/** Whether somebody has ever written to the bot. */
export const hasWritten = ({ telegramId, name }: Person): boolean =>
  telegramId === null || name !== nameOfUnknown(telegramId);
