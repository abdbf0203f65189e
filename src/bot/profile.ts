import { renderDescriptions } from '../channels/telegram/messages/descriptions';
import { twoLetterCodes } from '../i18n/lookup';
import type { Texts } from '../i18n/texts';
import { callUntilTaken, type CallPorts } from './until-taken';

/**
 * Sets what Telegram shows of the bot in a chat before Start is pressed, and on its profile, in every language. Texts
 * set with BotFather are overwritten; TEXTS_DIR changes them.
 */
export async function setProfile(ports: CallPorts, texts: Texts, signal: AbortSignal): Promise<void> {
  // Null is for everybody else.
  const languages = [null, ...twoLetterCodes(texts.languages)];
  for (const language of languages) {
    const { description, shortDescription } = renderDescriptions(texts, language);
    const to = language === null ? {} : { language_code: language };
    await callUntilTaken(ports, 'setMyDescription', { description, ...to }, signal);
    await callUntilTaken(ports, 'setMyShortDescription', { short_description: shortDescription, ...to }, signal);
  }
}
