import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderDescriptions } from '../../../../src/channels/telegram/messages/descriptions';
import { renderMenu } from '../../../../src/channels/telegram/messages/menu';
import { renderMenuButton } from '../../../../src/channels/telegram/messages/menu-button';
import { parse } from '../../../../src/channels/telegram/messages/callback-data';
import { requestId } from '../../../../src/lifecycle/ids';
import { renderNotice, renderToast } from '../../../../src/channels/telegram/messages/render';
import type { ResolvedNotice } from '../../../../src/notices/resolved-notice';
import { parseMarkup, plainText } from '../../../../src/i18n/markup';
import { isDeskKey, isSentenceKey, sentences, type Say, type TelegramSay } from '../../../../src/i18n/sentences';
import type { Texts } from '../../../../src/i18n/texts';
import { wordOutcome } from '../../../../src/channels/wording/request';
import {
  manyAdmins,
  card,
  dataOf,
  decision,
  hostile,
  loneSurrogate,
  notices,
  noon,
  refusals,
  snapshot,
  standings,
  texts,
  withWords,
} from './samples';

const shipped = texts();
const everything = { hasDesk: true, channels: ['email', 'sms'] } as const;
const english = readFileSync(path.join(__dirname, '../../../../src/i18n/en.ftl'), 'utf8');
const en = { texts: shipped, language: 'en' };
const ru = { texts: shipped, language: 'ru' };
/** One in each language. */
const readers = shipped.languages.map((language) => ({ texts: shipped, language }));
const textOf = (notice: ResolvedNotice, reader = en): string => plainText(renderNotice(notice, reader).html);
const buttonsOf = (notice: ResolvedNotice, reader = en): string[] =>
  (renderNotice(notice, reader).keyboard ?? []).flat().map(({ text }) => text);

/** What is done about people's words depends on the way a language is written, not on its words. */
describe.each(['ar', 'en', 'ru'])('what people write, in %s', (language) => {
  const reader = { texts: shipped, language };

  test.each(hostile)('stands there as they wrote it: %s', (words) => {
    for (const notice of notices) {
      const written = withWords(notice, words);
      const before = plainText(renderNotice(withWords(notice, 'PLACE'), reader).html);
      const after = before.replaceAll('PLACE', () => words);
      expect(undirected(plainText(renderNotice(written, reader).html))).toBe(undirected(after));
    }
  });

  test('turns nothing around that stands beside it', () => {
    for (const notice of notices) {
      for (const line of plainText(renderNotice(withWords(notice, 'a\u2067b\u2069\u2069\u2066'), reader).html).split(
        '\n',
      )) {
        let open = 0;
        for (const [character] of line.matchAll(/[\u2066-\u2069]/g)) {
          open += character === '\u2069' ? -1 : 1;
          expect(open).toBeGreaterThanOrEqual(0);
        }
        expect(open).toBe(0);
      }
    }
  });
});

describe.each(shipped.languages)('in %s', (language) => {
  const reader = { texts: shipped, language };

  test('every notice is a message that Telegram accepts', () => {
    for (const notice of notices) {
      const { html, keyboard, forceReply, picture } = renderNotice(notice, reader);
      const parsed = parseMarkup(html);
      if ('error' in parsed) throw new Error(`${JSON.stringify(notice)}: ${parsed.error}`);
      expect(parsed.text.trim()).not.toBe('');
      expect(parsed.length).toBeLessThanOrEqual(picture === null ? 4096 : 1024);
      for (const button of (keyboard ?? []).flat()) {
        expect(button.text).not.toBe('');
        if ('url' in button) expect(button.url).toMatch(/^https:/);
        else if ('copy' in button) expect(button.copy.length).toBeLessThanOrEqual(256);
        else if ('data' in button) expect(parse(button.data)).not.toBeNull();
      }
      if (forceReply !== null) expect(forceReply.placeholder.length).toBeLessThanOrEqual(64);
    }
  });

  test('the answer to a press is never longer than Telegram shows', () => {
    for (const notice of notices) {
      expect(renderToast(notice, reader).length).toBeLessThanOrEqual(200);
      expect(renderToast(withWords(notice, '😀'.repeat(128)), reader).length).toBeLessThanOrEqual(200);
    }
  });

  test('the command menu has words of a length that Telegram takes', () => {
    for (const { command, description } of renderMenu('admin', shipped, language, everything)) {
      expect(command).toMatch(/^[a-z]{1,32}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(256);
    }
  });
});

test('every sentence of the catalogue is said somewhere', () => {
  const said = new Set<string>(Object.keys(sentences).filter((key) => key.startsWith('words_')));
  const listening = (say: TelegramSay, named: (key: string) => string): TelegramSay => {
    return (key, ...given) => {
      said.add(named(key));
      return say(key, ...given);
    };
  };
  const inTelegram = (key: string): string => (isSentenceKey(`telegram_${key}`) ? `telegram_${key}` : key);
  const recorded = (tag: string | null): TelegramSay => {
    const say = shipped.for('telegram', tag);
    return listening(say, inTelegram);
  };
  const recorder: Texts = { ...shipped, for: (_, tag) => recorded(tag) };
  for (const notice of [...notices, manyAdmins(40)]) renderNotice(notice, { texts: recorder, language: 'en' });
  for (const url of ['https://desk.example/desk/login#code', 'http://127.0.0.1:8080/desk/login#code']) {
    const there = { texts: recorder, language: 'en', deskLink: () => url };
    renderNotice({ kind: 'desk_link', nonce: 'nonce' }, there);
    for (const notice of notices) if (notice.kind === 'welcome') renderNotice(notice, there);
  }
  for (const notice of notices) {
    const openAtDesk = () => ({ webApp: 'https://desk.example/desk/requests/12' });
    renderNotice(notice, { texts: recorder, language: 'en', openAtDesk });
  }
  renderMenuButton(recorder, 'en');
  renderMenu('admin', recorder, 'en', everything);
  renderDescriptions(recorder, 'en');
  // What Telegram words in its own way is said as it stands elsewhere, or as a part of Telegram's sentence.
  const elsewhere: Say = (key, ...given) => {
    said.add(key);
    return shipped.in('en')(key, ...given);
  };
  for (const notice of notices) {
    if (notice.kind === 'client_news' || notice.kind === 'appeal_open') wordOutcome(notice, elsewhere);
  }
  const isOfOthers = (key: string): boolean => /^(email|sms|form)_/.test(key);
  for (const [, part = ''] of english.matchAll(/\{ ([a-z_]+) \}/g)) said.add(part);
  expect(Object.keys(sentences).filter((key) => !said.has(key) && !isDeskKey(key) && !isOfOthers(key))).toEqual([]);
});

describe('clients', () => {
  test('the confirmation has the number of the request and when it expires', () => {
    const text = textOf({ kind: 'client_news', news: 'submitted', request: snapshot });
    expect(text).toContain('#1234');
    expect(text).toContain('7 Dec 2026, 14:05 UTC');
  });

  test('a rejection has the reason and when an appeal opens', () => {
    const request = { ...snapshot, status: 'rejected' as const, reason: 'too little detail', appealOpensAt: noon };
    const rejection: ResolvedNotice = { kind: 'client_news', news: 'rejected', request };
    expect(renderNotice(rejection, en).html).toContain('<blockquote>too little detail</blockquote>');
    expect(textOf(rejection)).toContain('30 Nov 2026, 14:05 UTC');
  });

  test.each([
    ['en', 0, 'Decisions can’t be appealed here'],
    ['en', 1, 'your one appeal'],
    ['en', 3, 'all 3 appeals'],
    ['ru', 0, 'Обжаловать решения здесь нельзя'],
    ['ru', 1, 'Вы уже обжаловали решение, поэтому'],
    ['ru', 21, 'столько раз, сколько можно (21)'],
  ])('in %s, who has had %d of as many appeals reads “%s”', (language, limit, said) => {
    const window = { state: 'used_up', limit } as const;
    const you = { state: 'known', request: { ...snapshot, status: 'rejected' }, window } as const;
    expect(textOf({ kind: 'status', you }, { texts: shipped, language })).toContain(said);
  });

  test('an expired request comes with the offer to ask again', () => {
    const expired: ResolvedNotice = {
      kind: 'client_news',
      news: 'expired',
      request: { ...snapshot, status: 'expired' },
    };
    expect(textOf(expired)).toContain('expired');
    expect(textOf(expired)).toContain('/request');
    expect(buttonsOf(expired)).toEqual(['✍️ Ask for access']);
  });

  test('no refusal tells a client who an admin is', () => {
    for (const refusal of refusals.filter(({ to }) => to === 'client')) {
      expect(textOf(withWords(refusal, 'NAME OF AN ADMIN'))).not.toContain('NAME OF AN ADMIN');
      expect(renderNotice(refusal, en).html).not.toContain('7000000001');
    }
  });

  test('one who has not asked yet is offered to', () => {
    expect(buttonsOf({ kind: 'welcome', you: { state: 'none' }, admin: null })).toEqual(['✍️ Ask for access']);
  });

  test('one whose appeal is open is offered to appeal', () => {
    const open = standings.filter((you) => you.state === 'known' && you.window?.state === 'open');
    for (const you of open) expect(buttonsOf({ kind: 'status', you })).toEqual(['✍️ Appeal']);
    expect(open).not.toHaveLength(0);
  });

  test('the status names state, dates, reason and the opening of an appeal', () => {
    const request = { ...snapshot, status: 'rejected' as const, reason: 'no', decidedAt: noon, appealCount: 1 };
    const opensAt = Date.UTC(2026, 11, 7, 9, 0);
    const text = textOf({ kind: 'status', you: { state: 'known', request, window: { state: 'not_open', opensAt } } });
    for (const part of ['#1234', 'rejected', 'Appeal 1', '30 Nov 2026, 14:05 UTC', 'no', '7 Dec 2026, 09:00 UTC']) {
      expect(text).toContain(part);
    }
  });

  test('the list of admins fits into a message, however many there are and whatever they call themselves', () => {
    for (const count of [5, 6, 40]) {
      for (const reader of readers) {
        const list = textOf(manyAdmins(count), reader);
        expect(list.length).toBeLessThan(4096);
        expect(/^… .*25/m.test(list)).toBe(count === 40);
      }
    }
  });

  test('a text that is too long is answered with its length and what fits', () => {
    const text = textOf({ kind: 'too_long', what: 'request', length: 2345, limit: 2000 });
    expect(text).toContain('2,345');
    expect(text).toContain('2,000');
  });

  test('a question opens the reply field', () => {
    const question = renderNotice({ kind: 'question', about: 'request', answerWithin: 15 * 60_000 }, en);
    expect(question.forceReply).toEqual({ placeholder: 'A few words about you', selective: false });
    expect(question.html).toContain('15 minutes');
  });

  test('in a group they get one line that leads to the private chat', () => {
    const text = textOf({ kind: 'private_chat_only', bot: 'sosekni_bot' });
    expect(text).toContain('https://t.me/sosekni_bot');
    expect(text).not.toContain('\n');
  });
});

describe('admins', () => {
  const second: ResolvedNotice = {
    kind: 'refusal',
    to: 'admin',
    refusal: {
      code: 'not_pending',
      request: { ...snapshot, status: 'approved' },
      decision: { ...decision, status: 'approved', byName: 'Anna' },
      decidedByYou: false,
      opensAt: null,
      closedAt: null,
      limit: null,
    },
  };

  test('the second of two learns who already', () => {
    expect(renderToast(second, en)).toBe('\u2068Anna\u2069 already approved request #1234 on 30 Nov 2026, 14:05 UTC.');
    expect(renderToast(second, ru)).toContain('Anna');
  });

  test('a very long name gives way to the rest of the sentence', () => {
    const toast = renderToast(withWords(second, '😀'.repeat(200)), en);
    expect(toast).toContain('…');
    expect(toast).toContain('already approved request #1234 on 30 Nov 2026, 14:05 UTC.');
    expect(toast).not.toMatch(loneSurrogate);
  });

  test('an unclear reply is told in one line what would decide', () => {
    const text = textOf({ kind: 'how_to_decide', why: 'unclear_reply', command: 'approve' });
    for (const way of ['button', 'approve', 'reject']) expect(text).toContain(way);
    expect(text).not.toContain('\n');
  });

  test('only the admin who pressed is asked for the reason', () => {
    const question = notices.find(({ kind }) => kind === 'reason_question');
    if (question === undefined) throw new Error('no such sample');
    const { html, forceReply } = renderNotice(question, en);
    expect(forceReply?.selective).toBe(true);
    expect(html).toContain('<a href="tg://user?id=7000000001">');
  });

  test('a page of what waits leads to each request and to its neighbours', () => {
    const lines = [1, 2, 3, 4, 5, 6].map(() => ({
      id: card.id,
      clientName: 'Anna',
      submittedAt: noon,
      expiresAt: noon,
      appealCount: 0,
    }));
    const { keyboard } = renderNotice({ kind: 'pending_page', page: { lines, page: 2, pages: 3, total: 25 } }, en);
    expect(keyboard?.map((row) => row.map(dataOf))).toEqual([
      ['i:1234', 'i:1234', 'i:1234', 'i:1234', 'i:1234'],
      ['i:1234'],
      [`b:${noon}:1234`, `f:${noon}:1234`],
    ]);
  });

  test('the statistics fit into a message, however many admins decide and whatever they call themselves', () => {
    const counts = { submitted: 1, approved: 2, rejected: 3, expired: 4, withdrawn: 5, revoked: 6 };
    const month = (name: string) => ({
      since: noon,
      counts,
      deciders: Array.from({ length: 10 }, () => ({ name, count: 1_000_000, isFormer: true })),
      otherDecisions: 1_000_000,
      waits: { median: 1, slowest: 9_000_000_000, slowestId: requestId(1_000_000) },
    });
    const stats = (name: string): ResolvedNotice => ({
      kind: 'stats',
      counts: { ...counts, pending: 7 },
      undeliverable: 5,
      oldest: { id: requestId(1), clientName: name, waited: 9_000_000_000 },
      week: month(name),
      month: month(name),
    });
    for (const reader of readers) {
      const written = textOf(stats('😀'.repeat(128)), reader);
      expect(written.length).toBeLessThan(4096);
      expect(written.split('👤')).toHaveLength(21);
      expect(textOf(stats('😀'.repeat(20)), reader).split('😀'.repeat(20))).toHaveLength(22);
    }
  });

  test('the longest page of what waits and the longest reminder fit into a message', () => {
    const lines = Array.from({ length: 8 }, () => ({
      id: card.id,
      clientName: '😀'.repeat(128),
      submittedAt: noon,
      expiresAt: noon,
      appealCount: 1,
      approvals: { given: 10, needed: 11 },
      waited: 59 * 60_000 + 23 * 3_600_000 + 364 * 86_400_000,
      words: '😀'.repeat(100),
    }));
    for (const reader of readers) {
      const page = textOf({ kind: 'pending_page', page: { lines, page: 2, pages: 3, total: 25 } }, reader);
      expect(page.length).toBeLessThan(4096);
      expect(textOf({ kind: 'reminder', requests: lines, total: 25 }, reader).length).toBeLessThan(4096);
    }
  });
});

/** Without the characters that set the direction of what follows. */
function undirected(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

test('whoever is asked whether they want to be forgotten reads what will happen, not that it has', () => {
  const asks = (ends: 'pending' | 'approved') => textOf({ kind: 'forget_question', at: noon, ends });
  expect(asks('pending')).toContain('Your open request will be withdrawn.');
  expect(asks('approved')).toContain('will end.');
});
