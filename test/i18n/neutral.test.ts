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
  /(?<!\p{L})(press|tap|click|button|command|reply|replies|chat|topic|send me|type me)(?!\p{Ll})/iu,
  /(?<!\p{L})(нажм|нажат|нажим|кнопк|команд|ответьте|ответом|чат|отправьте мне|пришлите мне)/iu,
];
const namesTelegram = (text: string): boolean => ofTelegram.some((sign) => sign.test(text));

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
    expect(neutral.filter(({ text }) => namesTelegram(text) || namesTelegram(plainText(text)))).toEqual([]);
  });

  test('those signs are found where Telegram speaks for itself', () => {
    const named = sentences.filter(({ id, text }) => id.startsWith('telegram_') && namesTelegram(text));
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
