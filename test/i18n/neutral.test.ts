import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../src/i18n/markup';
import { readSource } from '../../src/i18n/source';

const folder = join(__dirname, '../../src/i18n');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.ftl'));

/** What nobody finds on a page or in an email. */
const ofTelegram: readonly RegExp[] = [
  // A command, but not a closing tag
  /(?<![\p{L}\p{N}<])\/[a-z]/iu,
  /tg:\/\/|t\.me|@BotFather/i,
];
/** The same in the words of each language. */
const inWords: Readonly<Record<string, RegExp>> = {
  'ar.ftl': /(?<!\p{L})(?:ال)?(اضغط|زر|أزرار|أمر|أوامر|دردشة|محادثة)(?!\p{L})|رُ?دَّ? على|أرسل (إليّ|إلي|لي)/iu,
  'de.ftl':
    /(?<!\p{L})(drücken|tippen|klicken|schaltfläche|knopf|taste|befehl|antworten sie|chat|schicken sie mir|schreiben sie mir)/iu,
  'en.ftl': /(?<!\p{L})(press|tap|click|button|command|reply|replies|chat|topic|send me|type me)(?!\p{Ll})/iu,
  'es.ftl':
    /(?<!\p{L})(pulsa|pulse|toca|toque|bot[oó]n|comando|responda|responde a|chat|env[ií]eme|env[ií]ame|m[aá]ndame)/iu,
  'fr.ftl': /(?<!\p{L})(appuye|touche[zr]|clique|bouton|commande|répondez|chat|discussion|envoyez-moi)/iu,
  'pt-BR.ftl':
    /(?<!\p{L})(toque|clique|aperte|pressione|botão|botões|comando|responda|chat|conversa|envie-me|me envie|me mande)/iu,
  'ru.ftl': /(?<!\p{L})(нажм|нажат|нажим|кнопк|команд|ответьте|ответом|чат|отправьте мне|пришлите мне)/iu,
  'tr.ftl': /(?<!\p{L})(dokun|tıkla|düğme|komut|yanıtla|sohbet|bana gönder)/iu,
  'uk.ftl':
    /(?<!\p{L})(натисн|натиск|кнопк|команд|відповідайте на|відповіддю на|чат(?!\p{L}*ков)|надішліть мені|пришліть мені)/iu,
};
const namesTelegram = (file: string, text: string): boolean =>
  ofTelegram.some((sign) => sign.test(text)) || inWords[file]?.test(text) === true;

/** Each sentence of a file as it is written, with all its variants. */
function sentencesOf(file: string): { readonly id: string; readonly text: string }[] {
  const source = readFileSync(join(folder, file), 'utf8');
  const { entries } = readSource(source);
  const allLines = source.split('\n');
  return entries.map(({ id, line }) => {
    const rest = allLines.slice(line);
    const length = rest.findIndex((text) => !/^\s+\S/.test(text) && text !== '');
    const text = [allLines[line - 1] ?? '', ...rest.slice(0, length === -1 ? undefined : length)].join('\n');
    return { id, text: text.replace(/^\S+ =/, '') };
  });
}

describe.each(shipped)('in %s', (file) => {
  const sentences = sentencesOf(file).filter(({ id }) => !id.startsWith('words_'));

  test('what any channel can say names no command, no button and nothing else of Telegram', () => {
    const neutral = sentences.filter(({ id }) => !/^(telegram|desk)_/.test(id));
    expect(neutral.length).toBeGreaterThan(100);
    expect(neutral.filter(({ text }) => namesTelegram(file, text) || namesTelegram(file, plainText(text)))).toEqual([]);
  });

  test('those signs are found where Telegram speaks for itself', () => {
    const named = sentences.filter(({ id, text }) => id.startsWith('telegram_') && namesTelegram(file, text));
    expect(named.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'telegram_next_pending',
        'telegram_appeal_open',
        'telegram_unclear_reply',
        'telegram_anonymous_sender',
        'telegram_card_id',
        'telegram_private_chat_only',
        'telegram_hint_unknown_command',
      ]),
    );
  });
});
