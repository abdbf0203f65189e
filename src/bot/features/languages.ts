import type { MiddlewareFn } from 'telegraf';
import type { RecipientId, PersonId } from '../../lifecycle/ids';
import type { Notice } from '../../notices/notice';
import { lookUp } from '../../i18n/lookup';
import { ownName } from '../../i18n/writing';
import { chooseLanguage } from '../../people/language';
import { tell, tellInPlaceOf } from '../../transaction/transaction';
import { typedCommand } from '../commands';
import { incoming, type BotContext } from '../context';
import { isPrivate } from '../update';

/** `/language CODE`, or alone for buttons: the language used with this person, whatever their Telegram app is set to. */
export const languages: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  const typed = said === null ? null : typedCommand(said.text ?? '', ctx.facts.me.username);
  if (said === null || typed?.name !== 'language' || !isPrivate(said.message)) return next();
  const wanted = typed.rest.trim().toLowerCase().replace('_', '-');
  if (wanted === '') return tell(ctx.tx, said.chat, { kind: 'language_question', unknown: false });
  const language = knownLanguage(wanted, ctx.facts.languages);
  if (language === null) return tell(ctx.tx, said.chat, { kind: 'language_question', unknown: true });
  ctx.language = await chooseLanguage(ctx.tx, said.sender, language);
  tell(ctx.tx, said.chat, { kind: 'language_set' });
};

/** A button of the language question: the answer replaces the question. */
export async function languagePressed(
  ctx: BotContext,
  { chat, messageId, sender }: { readonly chat: RecipientId; readonly messageId: number; readonly sender: PersonId },
  wanted: string | null,
): Promise<void> {
  const { tx, facts } = ctx;
  const language = wanted === null ? null : knownLanguage(wanted, facts.languages);
  // If the language no longer has texts, the question is asked again.
  const isGone = wanted !== null && language === null;
  if (!isGone) ctx.language = await chooseLanguage(tx, sender, language);
  const notice: Notice = isGone
    ? { kind: 'language_question', unknown: true }
    : { kind: language === null ? 'language_of_telegram' : 'language_set' };
  tellInPlaceOf(tx, chat, messageId, notice);
}

/**
 * `pt-br` for itself and for `pt`, `ru` for `ru-RU` and for what its button says, `русский`, without what stands in brackets after it;
 * null: there are no texts in it.
 */
function knownLanguage(wanted: string, known: readonly string[]): string | null {
  const isNamed = (tag: string): boolean => {
    const name = ownName(tag).toLowerCase();
    return name === wanted || name.replace(/ *\(.*\)$/, '') === wanted;
  };
  return lookUp(wanted, known) ?? known.find(isNamed) ?? null;
}
