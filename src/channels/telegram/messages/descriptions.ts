import { plainText } from '../../../i18n/markup';
import type { Texts } from '../../../i18n/texts';
import { shorten } from '../../wording/shorten';

/** The longest that Telegram accepts (https://core.telegram.org/bots/api#setmydescription), in characters. */
const longestDescription = 512;
/** https://core.telegram.org/bots/api#setmyshortdescription */
const longestShortDescription = 120;

/** The texts of an empty chat with the bot and of its profile, in one language. */
export function renderDescriptions(
  texts: Texts,
  language: string | null,
): { readonly description: string; readonly shortDescription: string } {
  const say = texts.for('telegram', language);
  return {
    description: shorten(plainText(say('telegram_bot_description')), longestDescription),
    shortDescription: shorten(plainText(say('telegram_bot_short_description')), longestShortDescription),
  };
}
