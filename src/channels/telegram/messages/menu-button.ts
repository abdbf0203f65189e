import { plainText } from '../../../i18n/markup';
import type { Texts } from '../../../i18n/texts';

/** What the menu button of a private chat says where it opens the desk. */
export const renderMenuButton = (texts: Texts, language: string | null): string =>
  plainText(texts.for('telegram', language)('telegram_button_desk_menu'));
