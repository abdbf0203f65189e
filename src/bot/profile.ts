import { renderDescriptions } from '../channels/telegram/messages/descriptions';
import { twoLetterCodes } from '../i18n/lookup';
import type { Texts } from '../i18n/texts';
import type { Told } from './told';
import { callUntilTaken, type CallPorts } from './until-taken';

/**
 * Sets what Telegram shows of the bot in a chat before Start is pressed, and on its profile, in every language, unless it was told
 * at an earlier start. Texts set with BotFather are overwritten; TEXTS_DIR changes them.
 */
export async function setProfile(ports: CallPorts, texts: Texts, told: Told, signal: AbortSignal): Promise<void> {
  if (await told.has('profile')) return;
  let isTaken = true;
  const call = async (method: string, params: object): Promise<void> => {
    if ((await callUntilTaken(ports, method, params, signal)) !== 'taken') isTaken = false;
  };
  // Null is for everybody else.
  const languages = [null, ...twoLetterCodes(texts.languages)];
  for (const language of languages) {
    const { description, shortDescription } = renderDescriptions(texts, language);
    const to = language === null ? {} : { language_code: language };
    await call('setMyDescription', { description, ...to });
    await call('setMyShortDescription', { short_description: shortDescription, ...to });
  }
  if (isTaken) await told.remember('profile', true);
}
