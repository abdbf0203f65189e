import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variablesOf } from '../../src/i18n/check';
import { FluentBundle, FluentResource } from '../../src/i18n/fluent';
import { plainText } from '../../src/i18n/markup';
import { longestReason } from '../../src/lifecycle/limits';
import {
  kindsOf,
  longestReadyReason,
  sentences,
  isSentenceKey,
  type KeyOf,
  type NeutralKey,
  type SentenceKey,
} from '../../src/i18n/sentences';
import { loadTexts, type Texts, type TextsOptions } from '../../src/i18n/texts';

const shippedFolder = join(__dirname, '../../src/i18n');
const shippedFiles = readdirSync(shippedFolder).filter((name) => name.endsWith('.ftl'));
const shippedLanguages = shippedFiles.map((name) => name.slice(0, -4).toLowerCase()).sort();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plain: TextsOptions = { defaultLanguage: 'en', overridesDir: null, community: 'Sosekni', timeZone: 'UTC' };

function load(options: Partial<TextsOptions> = {}): Texts {
  const loaded = loadTexts({ ...plain, ...options });
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  return loaded.texts;
}

function override(files: Record<string, string | Buffer>, options: Partial<TextsOptions> = {}) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { ...plain, overridesDir: folder, ...options };
}

function problems(files: Record<string, string | Buffer>): string[] {
  const loaded = loadTexts(override(files));
  if ('texts' in loaded) return [];
  return loaded.problems.map((problem) => problem.replace(`${folder}/`, ''));
}

/** The variables of a sentence, and of those that it has in it. */
function usedIn(bundle: FluentBundle, id: string): string[] {
  const pattern = bundle.getMessage(id)?.value ?? '';
  const parts = typeof pattern === 'string' ? [] : pattern;
  const inside = parts.flatMap((part) => (typeof part !== 'string' && part.type === 'mesg' ? [part.name] : []));
  return [...variablesOf(pattern), ...inside.flatMap((name) => usedIn(bundle, name))];
}

describe('the languages that ship', () => {
  test.each(shippedFiles)('%s has exactly the sentences of the catalogue, with their variables', (name) => {
    const bundle = new FluentBundle(name.slice(0, -4));
    bundle.addResource(new FluentResource(readFileSync(join(shippedFolder, name), 'utf8')));
    const ids = [...bundle._messages.keys()];
    expect(ids.sort()).toEqual(Object.keys(sentences).sort());
    for (const id of ids.filter(isSentenceKey)) {
      const used = usedIn(bundle, id).filter((variable) => variable !== 'community');
      expect([id, used.sort()]).toEqual([id, Object.keys(kindsOf(id)).sort()]);
    }
  });

  test('pass the same checks as overrides', () => {
    expect(
      problems(Object.fromEntries(shippedFiles.map((name) => [name, readFileSync(join(shippedFolder, name))]))),
    ).toEqual([]);
  });

  test('words that decide are understood in every language at once', () => {
    const texts = load({ defaultLanguage: 'ru' });
    expect([...texts.words('approve')]).toEqual(expect.arrayContaining(['approve', 'одобрить', 'одобряю', 'принять']));
    expect([...texts.words('reject')]).toEqual(expect.arrayContaining(['reject', 'отклонить', 'отклоняю', 'отказать']));
  });
});

describe('the language of a person', () => {
  test.each([
    ['ru', 'Запрос №1 одобрен.'],
    ['ru-RU', 'Запрос №1 одобрен.'],
    ['RU', 'Запрос №1 одобрен.'],
    ['en-GB', 'Request #1 is approved.'],
    ['sw', 'Request #1 is approved.'],
    ['', 'Request #1 is approved.'],
    [null, 'Request #1 is approved.'],
  ])('for %s is "%s"', (tag, sentence) => {
    expect(load().say(tag, 'request_approved', { request: 1 })).toBe(sentence);
  });

  test('without a translation is the default language', () => {
    expect(load({ defaultLanguage: 'ru' }).say('sw', 'request_approved', { request: 1 })).toBe('Запрос №1 одобрен.');
  });

  test('has a fingerprint, another one for other texts only', () => {
    const files = { 'en.ftl': 'welcome = Hi' };
    const [plainly, reworded, again] = [load(), load(override(files)), load(override(files))];
    expect(reworded.fingerprint).toBe(again.fingerprint);
    const others = [plainly, load({ community: 'Bees' }), load({ defaultLanguage: 'ru' }), reworded];
    expect(new Set(others.map(({ fingerprint }) => fingerprint)).size).toBe(others.length);
  });

  test('a default language without texts is a problem', () => {
    expect(loadTexts({ ...plain, defaultLanguage: 'sw' })).toEqual({
      problems: [],
      otherLanguages: shippedFiles.map((name) => name.slice(0, -4)).sort(),
    });
  });
});

describe('values', () => {
  const en = load().in('en');
  const ru = load().in('ru');
  const counted = (say: typeof en, waiting: number): string => plainText(say('digest', { waiting })).slice(3);

  test('English has two plural forms', () => {
    expect(counted(en, 1)).toBe('One request is waiting for a decision.');
    expect(counted(en, 2)).toBe('2 requests are waiting for a decision.');
    expect(counted(en, 21)).toBe('21 requests are waiting for a decision.');
  });

  test.each([
    [1, 'Ждёт решения 1 запрос.'],
    [2, 'Ждут решения 2 запроса.'],
    [5, 'Ждут решения 5 запросов.'],
    [11, 'Ждут решения 11 запросов.'],
    [21, 'Ждёт решения 21 запрос.'],
    [22, 'Ждут решения 22 запроса.'],
    [112, 'Ждут решения 112 запросов.'],
  ])('Russian words %d as: %s', (waiting, sentence) => {
    expect(counted(ru, waiting)).toBe(sentence);
  });

  test('Russian says how long somebody has waited in words that go with every number', () => {
    expect(ru('pending_waited', { waited: 60_000 })).toBe('⏳ Время ожидания: 1 минута');
    expect(ru('pending_waited', { waited: 21 * 60_000 })).toBe('⏳ Время ожидания: 21 минута');
  });

  test('a request number has no grouping, a count has', () => {
    expect(en('request_pending', { request: 1234567 })).toContain('#1234567 ');
    expect(en('digest', { waiting: 1234567 })).toContain('1,234,567');
  });

  test.each([
    ['en', 'UTC', '30 Nov 2026, 14:05 UTC'],
    ['ru', 'UTC', '30 нояб. 2026 г., 14:05 UTC'],
    ['en', 'Europe/Berlin', '30 Nov 2026, 15:05 CET'],
    ['ru', 'Europe/Moscow', '30 нояб. 2026 г., 17:05 GMT+3'],
  ])('a date in %s and %s is %s', (language, timeZone, date) => {
    const submittedAt = Date.UTC(2026, 10, 30, 14, 5);
    expect(load({ timeZone }).say(language, 'card_submitted', { submittedAt })).toContain(date);
  });

  test('without a time zone, dates are in the process’s own', () => {
    const loaded = loadTexts({ defaultLanguage: 'en', overridesDir: null, community: 'Sosekni' });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const instant = { submittedAt: Date.UTC(2026, 10, 30, 14, 5) };
    expect('texts' in loaded && loaded.texts.say('en', 'card_submitted', instant)).toBe(
      load({ timeZone }).say('en', 'card_submitted', instant),
    );
  });

  test.each([
    [500, '500 milliseconds', '500 миллисекунд'],
    [1, '1 millisecond', '1 миллисекунда'],
    [1500, '1.5 seconds', '1,5 секунды'],
    [2000, '2 seconds', '2 секунды'],
    [60_000, '1 minute', '1 минута'],
    [90_000, '1 minute 30 seconds', '1 минута 30 секунд'],
    [15 * 60_000, '15 minutes', '15 минут'],
    [36 * 3_600_000, '1 day 12 hours', '1 день 12 часов'],
    [7 * 86_400_000, '7 days', '7 дней'],
    [86_400_000 + 1000, '1 day', '1 день'],
  ])('%d ms are "%s" and "%s"', (within, english, russian) => {
    expect(load().for('telegram', 'en')('telegram_question_request', { within })).toContain(`within ${english})`);
    expect(load().for('telegram', 'ru')('telegram_question_request', { within })).toContain(`: ${russian}.`);
  });

  test('a name keeps its writing direction to itself and is never markup', () => {
    expect(en('history_by', { actor: '<b>' })).toBe('by \u2068&lt;b&gt;\u2069');
    expect(en('card_message', { message: '<b>' })).toContain('&lt;b&gt;');
    expect(en('history_by', { actor: ' ' })).toBe('by \u2068–\u2069');
  });

  test.each(['', '   ', '\u3164', '\u200B\u2060 ', '\u2800', '\u00AD\uFE0F'])(
    'a name without visible characters (%j) becomes a dash',
    (client) => {
      const said = load().say('en', 'card_client', { client });
      expect(said).toContain('–');
    },
  );

  test('the community’s name is available in every sentence, and is never markup', () => {
    expect(load({ community: 'Cats & <Dogs>' }).say('en', 'welcome')).toContain('Cats &amp; &lt;Dogs&gt;');
  });

  test('a wrong key and a missing or wrong variable do not compile', () => {
    const never = (): void => {
      // By name: a call with a wrong key makes TypeScript compare the variables of all sentences.
      // @ts-expect-error no such sentence
      const wrong: NeutralKey = 'welcom';
      // @ts-expect-error it has a variable
      en('digest');
      // @ts-expect-error it has another variable
      en('digest', { request: 1 });
      // @ts-expect-error it is a number
      en('digest', { waiting: '1' });
      // @ts-expect-error it has no variable
      en('welcome', { waiting: 1 });
      const either: 'digest' | 'request_pending' = en('welcome') === '' ? 'digest' : 'request_pending';
      // @ts-expect-error what is given must do for both
      en(either, { waiting: 1 });
      return void wrong;
    };
    expect(never).toBeDefined();
  });
});

describe('what the desk says', () => {
  type Parsed = FluentResource['body'][number];
  const idsOf = (entries: readonly unknown[]): string[] => entries.map((entry) => (entry as Parsed).id);

  test('goes to a browser parsed, whole, and without anything else', () => {
    const { language, languages, community, bundles } = load().desk('ru-RU');
    expect({ language, languages, community }).toEqual({
      language: 'ru',
      languages: shippedLanguages,
      community: 'Sosekni',
    });
    expect(bundles).toHaveLength(1);
    expect(idsOf(bundles[0]?.entries ?? []).sort()).toEqual(
      Object.keys(sentences)
        .filter((key) => key.startsWith('desk_'))
        .sort(),
    );
  });

  test('has the overrides in it, with the terms they use', () => {
    const files = { 'en.ftl': '-club = the Club\ndesk_approve = Let into { -club }\n' };
    const [own] = load(override(files)).desk('en').bundles;
    const bundle = new FluentBundle('en', { useIsolating: false });
    const body = JSON.parse(JSON.stringify(own?.entries)) as FluentResource['body'];
    bundle.addResource(Object.assign(new FluentResource(''), { body }));
    expect(bundle.formatPattern(bundle.getMessage('desk_approve')?.value ?? '')).toBe('Let into the Club');
  });

  test('comes from the default language where a new one lacks it, with the plural forms of that', () => {
    const { language, bundles } = load(override({ 'sw.ftl': 'desk_approve = Kubali\n' })).desk('sw');
    expect(language).toBe('sw');
    expect(bundles.map((bundle) => bundle.language)).toEqual(['sw', 'en']);
    expect(idsOf(bundles[0]?.entries ?? [])).toEqual(['desk_approve']);
    expect(idsOf(bundles[1]?.entries ?? [])).not.toContain('desk_approve');
  });

  test('is plain text: markup in an override is a problem', () => {
    expect(problems({ 'en.ftl': 'desk_approve = <b>Yes</b>' })).toEqual([
      'en.ftl:1: desk_approve: has markup, and the desk shows none',
    ]);
  });
});

describe('what Telegram says in its own way', () => {
  const telegram = load().for('telegram', 'en');
  const anywhere = load().in('en');

  test('a command is named there, and nowhere else', () => {
    expect(telegram('next_again')).toBe('You can send a new request right away: /request');
    expect(anywhere('next_again')).toBe('You can send a new request right away.');
    expect(telegram('nothing_waits')).toBe(anywhere('nothing_waits'));
  });

  test('a sentence of its own can’t be said elsewhere, nor its wording of another be asked for by name', () => {
    const never = (): void => {
      // @ts-expect-error only Telegram has it
      const elsewhere: NeutralKey = 'telegram_menu_help';
      // @ts-expect-error that is said as next_again
      const byName: KeyOf<'telegram'> = 'telegram_next_again';
      return void [elsewhere, byName];
    };
    expect(never).toBeDefined();
  });
});

describe('overrides', () => {
  test('replace a sentence in their language only', () => {
    const texts = load(override({ 'en.ftl': 'welcome = Hi from <b>{ $community }</b>!' }));
    expect(texts.say('en', 'welcome')).toBe('Hi from <b>Sosekni</b>!');
    expect(texts.say('en', 'nothing_waits')).toBe('There’s nothing to withdraw.');
    expect(texts.say('ru', 'nothing_waits')).toBe('Отзывать нечего.');
  });

  test('can be saved on Windows', () => {
    const texts = load(
      override({ 'en.ftl': '\uFEFF# mine\r\nwelcome = Hi\r\n    there\r\n\r\nnothing_waits = No.\r\n' }),
    );
    expect(texts.say('en', 'welcome')).toBe('Hi\nthere');
    expect(texts.say('en', 'nothing_waits')).toBe('No.');
  });

  test('in Russian have one kind of dash between words', () => {
    const russian = readFileSync(join(shippedFolder, 'ru.ftl'), 'utf8');
    expect(russian.split('\n').filter((line) => line.includes(' – '))).toEqual([]);
  });

  test('in a new language fall back to the default one for missing sentences', () => {
    const texts = load(override({ 'sw.ftl': 'nothing_waits = Hakuna.' }, { defaultLanguage: 'ru' }));
    expect(texts.languages).toEqual([...shippedLanguages, 'sw'].sort());
    expect(texts.say('sw-KE', 'nothing_waits')).toBe('Hakuna.');
    expect(texts.say('sw', 'request_pending', { request: 5 })).toBe('Запрос №5 ждёт решения.');
  });

  test('in a regional language fall back to its base language first', () => {
    const texts = load(override({ 'ru-BY.ftl': 'welcome = Вітаем' }));
    expect(texts.say('ru-by', 'welcome')).toBe('Вітаем');
    expect(texts.say('ru-by', 'nothing_waits')).toBe('Отзывать нечего.');
  });

  test('in a region of a language serve its other regions', () => {
    const texts = load(override({ 'gsw-ch.ftl': 'welcome = Grüezi', 'gsw-fr.ftl': 'no_request = Nüt.' }));
    expect(['gsw', 'gsw-LI', 'gsw-FR'].map((tag) => texts.say(tag, 'welcome'))).toEqual(['Grüezi', 'Grüezi', 'Grüezi']);
    expect(texts.languageFor('gsw-fr')).toBe('gsw-fr');
  });

  test('in a new language can be the default', () => {
    const texts = load(override({ 'sw.ftl': 'nothing_waits = Hakuna.' }, { defaultLanguage: 'sw' }));
    expect(texts.say(null, 'nothing_waits')).toBe('Hakuna.');
  });

  describe('of what Telegram says in its own way', () => {
    const saying = (files: Record<string, string>, language = 'en') => load(override(files)).for('telegram', language);

    test('own words for any channel are said in Telegram as they are, and nothing is added to them', () => {
      const say = saying({ 'en.ftl': 'next_pending = Wait. /status tells how it goes.' });
      expect(say('next_pending')).toBe('Wait. /status tells how it goes.');
    });

    test('own words for Telegram leave the other channels alone', () => {
      const texts = load(override({ 'en.ftl': 'telegram_next_pending = { next_pending } Or /cancel.' }));
      expect(texts.for('telegram', 'en')('next_pending')).toBe(
        'I’ll message you as soon as there’s a decision. Or /cancel.',
      );
      expect(texts.in('en')('next_pending')).toBe('I’ll message you as soon as there’s a decision.');
    });

    test('with own words for both, each channel has its own', () => {
      const files = { 'en.ftl': 'next_pending = Wait.\ntelegram_next_pending = { next_pending } /status helps.' };
      expect(saying(files)('next_pending')).toBe('Wait. /status helps.');
      expect(load(override(files)).in('en')('next_pending')).toBe('Wait.');
    });

    test('a language of one’s own is not mixed with the default one’s sentences for Telegram', () => {
      expect(saying({ 'sw.ftl': 'appeal_open = Sasa: /appeal' }, 'sw')('appeal_open')).toBe('Sasa: /appeal');
    });

    test.each(Object.keys(sentences).filter((key) => key.startsWith('telegram_')))(
      'a file from before the name %s, with the name without telegram_, still counts',
      (key) => {
        const former = key.slice('telegram_'.length);
        const texts = load(override({ 'ru.ftl': `${former} = Свои слова` }));
        const say = texts.for('telegram', 'ru') as (key: string, values: object) => string;
        const given = { closesAt: 0, opensAt: 0, submittedAt: 0, expiresAt: 0, from: 0, to: 0 };
        const values = {
          ...Object.fromEntries(Object.keys(kindsOf(key as SentenceKey)).map((name) => [name, 1])),
          ...given,
        };
        expect(say(isSentenceKey(former) ? former : key, values)).toBe('Свои слова');
      },
    );

    test.each([
      ['news_reopened', 'news_decision_undone'],
      ['news_reconsidered', 'news_request_reopened'],
    ] as const)('a file from when a sentence was called %s and not %s still counts, in any channel', (former, key) => {
      const texts = load(override({ 'ru.ftl': `${former} = Свои слова` }));
      expect(texts.for('telegram', 'ru')(key, { request: 1 })).toBe('Свои слова');
      expect(texts.in('ru')(key, { request: 1 })).toBe('Свои слова');
    });

    test('such a name and the one of today: today’s counts', () => {
      const say = saying({ 'en.ftl': 'telegram_next_none = New\nnext_none = Old' });
      expect(say('telegram_next_none')).toBe('New');
    });
  });

  test('add words that decide to those that ship', () => {
    const texts = load(override({ 'en.ftl': 'words_approve = OK, yes' }));
    expect([...texts.words('approve')]).toEqual(expect.arrayContaining(['ok', 'yes', 'approve', 'принять']));
  });

  test('can use their own terms', () => {
    const texts = load(
      override({
        'ru.ftl': '-club = { $case ->\n   *[nom] Клуб\n    [gen] Клуба\n }\nwelcome = Вход для { -club(case: "gen") }.',
      }),
    );
    expect(texts.say('ru', 'welcome')).toBe('Вход для Клуба.');
  });

  test.each([
    ['an unknown sentence', 'welcom = Hi', 'en.ftl:1: welcom: there is no such sentence'],
    [
      'an unknown variable',
      'digest = { $count } wait',
      'en.ftl:1: digest: has no variable $count; it has $community, $waiting',
    ],
    [
      'an unknown variable in a rare form',
      'digest = { $waiting ->\n    [7] { $seven }\n   *[other] many\n  }',
      'en.ftl:1: digest: has no variable $seven; it has $community, $waiting',
    ],
    ['an unclosed brace', '\nwelcome = Hi { $community', 'en.ftl:2: welcome has a syntax error'],
    ['no default form', 'digest = { $waiting ->\n  [one] x\n }', 'en.ftl:1: digest has a syntax error'],
    ['a sentence without text', 'welcome =', 'en.ftl:1: welcome has a syntax error'],
    ['a second line that is not indented', 'welcome = Hi\nthere', 'en.ftl:1: welcome has a syntax error'],
    ['a line that begins like a form', 'welcome = Hi\n   *there*', 'en.ftl:1: welcome has a syntax error'],
    ['text before the first sentence', 'Hello\nwelcome = Hi', 'en.ftl:1: "Hello" belongs to no sentence'],
    ['a sentence twice', 'welcome = Hi\nwelcome = Ho', 'en.ftl:2: welcome is there a second time'],
    ['broken markup', 'welcome = <b>Hi', 'en.ftl:1: welcome: has broken markup: <b> is not closed'],
    [
      'broken markup in a rare form',
      'digest = { $waiting ->\n    [42] <b>\n   *[other] many\n  }',
      'en.ftl:1: digest: has broken markup: <b> is not closed',
    ],
    ['an unknown tag', 'welcome = <p>Hi</p>', 'en.ftl:1: welcome: has broken markup: Telegram knows no tag <p>'],
    ['an unknown term', 'welcome = { -brand }', 'en.ftl:1: welcome: Unknown term: -brand'],
    [
      'a sentence by the name that it had',
      'welcome = { next_none }',
      'en.ftl:1: welcome: Unknown message: next_none; it is telegram_next_none now',
    ],
    [
      'an unknown variable under a former name',
      'button_ask = { $n }',
      'en.ftl:1: button_ask: has no variable $n; it has $community',
    ],
    ['an unknown function', 'welcome = { SHOUT("x") }', 'en.ftl:1: welcome: Unknown function: SHOUT()'],
    ['another sentence with variables', 'welcome = { digest }', 'en.ftl:1: welcome: Unknown variable: $waiting'],
    ['a term that lacks its variable', '-a = { $b }\nwelcome = { -a }', 'en.ftl:2: welcome: leaves {$b} unfilled'],
    ['nothing to see', 'welcome = <b></b>', 'en.ftl:1: welcome: has no text'],
    [
      'a choice by something that is no count',
      'history_by = { $actor ->\n  [Anna] <b>\n *[other] x\n }',
      "en.ftl:1: history_by: can't select by $actor: it is not a count",
    ],
    ['a word for both', 'words_reject = approve', '"approve" is in words_approve and in words_reject'],
    [
      'several words without a comma',
      'words_reject = no way',
      '"no way" in words_approve, words_reject, words_note or words_thanks is more than one word; commas separate words',
    ],
  ])('%s is a problem', (_, source, problem) => {
    expect(problems({ 'en.ftl': source })).toEqual([problem]);
  });

  test('ready reasons have nine names, no variables but the community, and the length of a reason', () => {
    expect(longestReadyReason).toBe(longestReason);
    const long = 'x'.repeat(1001);
    expect(
      problems({
        'en.ftl': `reason_1 = Not in { $community }\nreason_10 = No\nreason_2 = ${long}\nreason_3 = { $name }`,
      }),
    ).toEqual([
      'en.ftl:2: reason_10: there is no such sentence',
      'en.ftl:3: reason_2: has 1001 characters; a reason has at most 1000',
      'en.ftl:4: reason_3: has no variable $name; it has $community',
    ]);
  });

  test('a ready reason that is in neither the reader’s language nor the default one is no reason for them', () => {
    const english = { 'en.ftl': 'reason_1 = No photo.' };
    expect(load(override(english, { defaultLanguage: 'ru' })).readyReason('ru', 1)).toBeNull();
    expect(load(override(english)).readyReason('ru', 1)).toBe('No photo.');
  });

  test('have every problem of every file listed at once', () => {
    expect(
      problems({
        'en.ftl': 'welcom = Hi\nwelcome = <b>Hi\ndigest = {',
        'ru.ftl': 'digest = { $n }',
        'russian.ftl': 'welcome = Hi',
        'notes.txt': 'x',
        '.hidden': 'x',
      }),
    ).toEqual([
      'en.ftl:3: digest has a syntax error',
      'en.ftl:1: welcom: there is no such sentence',
      'en.ftl:2: welcome: has broken markup: <b> is not closed',
      'notes.txt: its name must be a language and .ftl, such as en.ftl or pt-br.ftl',
      'ru.ftl:1: digest: has no variable $n; it has $community, $waiting',
      'russian.ftl: its name must be a language and .ftl, such as en.ftl or pt-br.ftl',
    ]);
  });

  test('in an encoding other than UTF-8 are a problem', () => {
    expect(problems({ 'ru.ftl': Buffer.from([0x77, 0xcf, 0xf0, 0xe8]) })).toEqual([
      expect.stringMatching(/^ru\.ftl can't be read as UTF-8: /),
    ]);
  });

  test('in a missing folder are a problem', () => {
    const missing = join(folder, 'missing');
    expect(loadTexts({ ...plain, overridesDir: missing })).toEqual({
      problems: [expect.stringMatching(/missing can't be read: .*ENOENT/)],
      otherLanguages: null,
    });
  });
});
