import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToast } from '../../src/channels/telegram/messages/render';
import { lookUp, readable, twoLetterCodes } from '../../src/i18n/lookup';
import { plainText } from '../../src/i18n/markup';
import { kindsOf, sentences, type KeyOf, type SentenceKey } from '../../src/i18n/sentences';
import { readSource } from '../../src/i18n/source';
import { loadTexts, type Texts } from '../../src/i18n/texts';
import type { ResolvedNotice } from '../../src/notices/resolved-notice';
import { notices } from '../channels/telegram/messages/samples';
import { directionOf, keptTogether, localeOf, ownName } from '../../src/i18n/writing';

const folder = join(__dirname, '../../src/i18n');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.ftl'));
const tagOf = (file: string): string => file.slice(0, -'.ftl'.length);
const keys = Object.keys(sentences) as SentenceKey[];

function load(community: string): Texts {
  const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community, timeZone: 'UTC' });
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  return loaded.texts;
}

/** Each sentence of a file as it is written, with all its variants. */
function sourceOf(file: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const { entries } = readSource(lines.join('\n'));
  return new Map(
    entries.map(({ id, line }) => {
      const rest = lines.slice(line);
      const length = rest.findIndex((text) => text !== '' && !/^[ }]/.test(text));
      const text = [lines[line - 1] ?? '', ...rest.slice(0, length === -1 ? undefined : length)].join('\n');
      return [id, text.replace(/^\S+ =/, '').trim()];
    }),
  );
}

const english = sourceOf('en.ftl');
const translations = shipped.filter((file) => file !== 'en.ftl');

const all = (text: string, sign: RegExp): string[] => [...new Set(text.match(sign) ?? [])].sort();
/** What is not a matter of language. */
const fixed = (text: string) => ({
  commands: all(text, /(?<![\p{L}\p{N}<:/])\/[a-z]+(?: (?:on|off|both|add|remove)\b)?/gu),
  settings: all(text, /\b[A-Z]+(?:_[A-Z]+)+\b/g),
  tags: all(text, /<\/?[a-z]+/g).filter((tag) => !/<\/?b$/.test(tag)),
  links: all(text, /https?:\/\/\S+|tg:\/\/[^{ "]+|@BotFather/g),
  // An arrow points the way that a language runs.
  picture: /^(?![◀▶])\p{Extended_Pictographic}/u.exec(text)?.[0],
});
/** Without what is the same in every language. */
const wordsOnly = (text: string): string =>
  text
    .replace(/<code>[^<]*<\/code>|<[^>]*>/g, ' ')
    .replace(/\{[^{}]*->|\[[a-z0-9]+\]|\{[^{}]*\}/g, ' ')
    .replace(/(?<!\p{L})\/[a-z]+|@\w+|https:\S*|[A-Z]+(_[A-Z]+)+/gu, ' ');

describe.each(translations)('%s', (file) => {
  const own = sourceOf(file);

  test('has the sentences of en.ftl in its order, so that each is found beside the other', () => {
    expect([...own.keys()]).toEqual([...english.keys()]);
  });

  test('names the same commands, settings and links, and has the same markup and pictures', () => {
    for (const [id, text] of own) expect([id, fixed(text)]).toEqual([id, fixed(english.get(id) ?? '')]);
  });

  test('has no English left in it', () => {
    const isLatin = /[a-z]{3}/i.test(wordsOnly(own.get('next_again') ?? ''));
    const names = /\b(?:Telegram|ID|BotFather|General|username|https|me|CSV|SMS|GSM|Mini App|MB|Undo)\b/g;
    const inEnglish = isLatin
      ? /\b(?:the|your|yours|you|with|this|these|which|of|and|request|requests|isn’t|can’t|don’t|there’s|been)\b/gi
      : /[a-z]{2,}/gi;
    for (const [id, text] of own) {
      if (id === 'words_approve' || id === 'words_reject') continue;
      expect([id, wordsOnly(text).replace(names, ' ').match(inEnglish) ?? []]).toEqual([id, []]);
      const isLong = (wordsOnly(text).match(/[a-z]{3,}/gi) ?? []).length > 2;
      if (isLong) expect([id, text]).not.toEqual([id, english.get(id)]);
    }
  });

  test('has each list of words on one line, where the start looks for it', () => {
    for (const [id, text] of own)
      if (id.startsWith('words_')) expect([id, text]).toEqual([id, expect.stringMatching(/^.+$/)]);
  });
});

describe.each(shipped.map(tagOf))('each sentence in %s fits where it is shown', (tag) => {
  const texts = load('The Gardeners of the Old Harbour');
  const say = texts.for('telegram', tag) as (key: string, values: object) => string;
  const values = { request: 1_234_567, closesAt: 0, days: 30, count: 1_234_567 };
  const shown = (prefix: string): [string, string][] =>
    keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => [
        key,
        plainText(say(key, { ...Object.fromEntries(Object.keys(kindsOf(key)).map((name) => [name, 12])), ...values })),
      ]);
  const tooLong = (prefix: string, most: number) => shown(prefix).filter(([, text]) => [...text].length > most);

  test('a button on half a phone’s width, the one beside the message field in less', () => {
    expect(tooLong('telegram_button_', 30)).toEqual([]);
    expect(tooLong('telegram_button_desk_menu', 16)).toEqual([]);
  });

  test('a hint in the message field, and a command in the menu on one line', () => {
    expect(tooLong('telegram_placeholder_', 40)).toEqual([]);
    expect(tooLong('telegram_menu_', 60)).toEqual([]);
  });

  test('what Telegram shows of the bot', () => {
    expect(tooLong('telegram_bot_description', 512)).toEqual([]);
    expect(tooLong('telegram_bot_short_description', 120)).toEqual([]);
  });

  test('the answer to a press', () => {
    const inToasts: readonly KeyOf<'telegram'>[] = [
      'admins_only',
      'draft_gone',
      'request_expired',
      'request_withdrawn',
      'own_request',
      'already_voted',
      'no_vote',
      'nothing_to_undo',
      'undo_too_late',
      'nothing_to_reopen',
      'telegram_nothing_to_remove',
      'telegram_search_gone',
    ];
    for (const key of inToasts) expect(tooLong(key, 200)).toEqual([]);
  });

  test('the answer to a press, whole where the names are short', () => {
    const answers = notices.filter(({ kind }) => ['decided', 'refusal', 'voted'].includes(kind));
    const ofLateRequests = JSON.parse(JSON.stringify(answers).replace(/\b1234\b/g, '1234567')) as ResolvedNotice[];
    const cut = ofLateRequests
      .map((notice) => renderToast(notice, { texts, language: tag }))
      .filter((text) => text.includes('…'));
    expect(cut).toEqual([]);
  });

  test('the subject of a mail', () => {
    const mail = texts.for('email', tag) as (key: string, values: object) => string;
    for (const key of keys.filter((one) => one.startsWith('email_subject_'))) {
      expect([key, plainText(mail(key, values)).length]).toEqual([key, expect.any(Number)]);
      expect(plainText(mail(key, values)).length).toBeLessThanOrEqual(78);
    }
  });
});

test('French has a narrow no-break space before signs of two parts and within its quotes, but in SMS, whose alphabet has none', () => {
  const texts = [...sourceOf('fr.ftl')].filter(([id]) => !/^(sms|words)_/.test(id));
  const plain = texts.map(([id, text]) => [id, text.replace(/<code>[^<]*<\/code>|<[^>]*>|https:/g, '')] as const);
  expect(plain.filter(([, text]) => /[^\u202f][;:!?»]|«[^\u202f]/.test(text))).toEqual([]);
});

describe('words that decide', () => {
  const texts = load('Sosekni');
  const list = (file: string, id: string): string[] => (sourceOf(file).get(id) ?? '').split(/[,،] */);

  test.each(shipped)('those of %s are not taken back by words of another language', (file) => {
    const verbs = ['approve', 'reject', 'note'].flatMap((meaning) => list(file, `words_${meaning}`));
    const others = [...texts.words('no'), ...texts.words('wait'), ...texts.words('doubt')];
    expect(verbs.filter((verb) => others.includes(verb))).toEqual([]);
  });
});

describe('the language for a tag', () => {
  const known = ['ar', 'de', 'en', 'pt-br', 'ru'];
  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['ar-EG', 'ar'],
    ['pt', 'pt-br'],
    ['pt-BR', 'pt-br'],
    ['pt-PT', 'pt-br'],
    ['ru-Cyrl-BY', 'ru'],
    ['sw', null],
    ['', null],
    ['d', null],
  ])('“%s” is %s', (tag, language) => {
    expect(lookUp(tag, known)).toBe(language);
  });

  test('is first the region, then the language, then its other regions', () => {
    expect(readable('pt-PT', ['en', 'pt', 'pt-ao', 'pt-br', 'pt-pt'])).toEqual(['pt-pt', 'pt', 'pt-ao', 'pt-br']);
  });

  test('goes to Telegram as a code of two letters, which is what it takes', () => {
    expect(twoLetterCodes(['en', 'gsw', 'pt', 'pt-br', 'uk'])).toEqual(['en', 'pt', 'uk']);
  });
});

test('each language is called by its own name', () => {
  expect(['ar', 'de', 'pt-br', 'ru', 'tr', 'uk', 'qqq'].map(ownName)).toEqual([
    'العربية',
    'Deutsch',
    'Português (Brasil)',
    'Русский',
    'Türkçe',
    'Українська',
    'Qqq',
  ]);
});

describe('what is written from right to left', () => {
  test('is said in HTML', () => {
    expect(['ar', 'ar-EG', 'he', 'fa', 'en', 'tr'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });

  test('keeps commands, signs, code and links together, and adds nothing to what is copied', () => {
    const [R, L, I, P] = ['\u200f', '\u200e', '\u2066', '\u2069'];
    expect(keptTogether('س /help ص')).toBe(`س ${R}${I}/help${P} ص`);
    expect(keptTogether('<b>#')).toBe(`<b>${R}${L}#`);
    expect(keptTogether('<code>/show 12</code>')).toBe(`${R}${I}<code>/show 12</code>${P}`);
    expect(keptTogether('س <code>/show ')).toBe(`س ${R}${I}<code>/show `);
    expect(keptTogether('</code> س')).toBe(`</code>${P} س`);
    expect(keptTogether('https://t.me/')).toBe(`${R}${L}https://t.me/`);
    expect(keptTogether('<a href="tg://user?id=')).toBe('<a href="tg://user?id=');
    expect(keptTogether('س</b> و/أو')).toBe('س</b> و/أو');
    expect(keptTogether('ℹ️ س')).toBe(`${R}${I}ℹ️${P} س`);
  });

  test('has numbers in Latin digits and dates of the Gregorian calendar', () => {
    const at = Date.UTC(2026, 10, 30);
    for (const tag of ['ar', 'ar-EG', 'fa', 'th']) {
      expect(new Intl.NumberFormat(localeOf(tag)).format(12)).toBe('12');
      expect(new Intl.DateTimeFormat(localeOf(tag), { year: 'numeric' }).format(at)).toContain('2026');
    }
  });
});
