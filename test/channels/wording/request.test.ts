import { renderNotice } from '../../../src/channels/telegram/messages/render';
import { wordOutcome, wordStanding, type Outcome } from '../../../src/channels/wording/request';
import { plainText } from '../../../src/i18n/markup';
import type { Notice } from '../../../src/notices/notice';
import { notices, noon, snapshot, standings, texts } from '../telegram/messages/samples';

const shipped = texts();
const isOutcome = (notice: { readonly kind: string }): notice is Outcome =>
  notice.kind === 'client_news' || notice.kind === 'appeal_open';
const outcomes = notices.filter(isOutcome);
const known = standings.flatMap((you) => (you.state === 'known' ? [you] : []));

/** As the text of an email would have it. */
const inPlainText = (outcome: Outcome, language = 'en'): string =>
  plainText(wordOutcome(outcome, shipped.in(language)));
const inTelegram = (notice: Extract<Notice, { kind: Outcome['kind'] | 'status' }>, language: string): string =>
  plainText(renderNotice(notice, { texts: shipped, language }).html);

const commandOrButton = /\/[a-z]|press|button|нажм|кнопк/i;

describe.each(shipped.languages)('in %s', (language) => {
  test('every outcome can be told without Telegram: no command, nothing to press', () => {
    for (const outcome of outcomes) {
      const text = inPlainText(outcome, language);
      expect(text).toContain('1234');
      expect(text).not.toMatch(commandOrButton);
      expect(text).not.toMatch(/\n{3}|[:—–]$/m);
    }
  });

  test('so can how a request stands', () => {
    for (const standing of known) {
      const text = plainText(wordStanding(standing, shipped.in(language)));
      expect(text).toContain('1234');
      expect(text).not.toMatch(commandOrButton);
    }
  });

  test('Telegram says the same and adds what to send', () => {
    const differing = outcomes.filter(
      (outcome) => !('links' in outcome) && inTelegram(outcome, language) !== inPlainText(outcome, language),
    );
    for (const outcome of outcomes) {
      const [headline = ''] = inPlainText(outcome, language).split('\n');
      expect(inTelegram(outcome, language).split('\n')[0]).toBe(headline);
    }
    for (const outcome of differing) expect(inTelegram(outcome, language)).toMatch(/\/(request|status|appeal)/);
    for (const outcome of outcomes) {
      if ('links' in outcome)
        expect(inTelegram(outcome, language)).toMatch(
          /ask to join|заявки на вступ|طلب الانضمام|um den Beitritt|pide unirte|demandez à entrer|peça para entrar|katılma isteği/,
        );
    }
    expect(new Set(differing.map((outcome) => (outcome.kind === 'client_news' ? outcome.news : outcome.kind)))).toEqual(
      new Set([
        ...['submitted', 'appeal_submitted', 'decision_undone', 'request_reopened', 'withdrawn', 'expired'],
        ...['appeal_withdrawn', 'appeal_expired', 'appeal_open'],
      ]),
    );
    for (const you of known) {
      const [headline = ''] = plainText(wordStanding(you, shipped.in(language))).split('\n');
      expect(inTelegram({ kind: 'status', you }, language).split('\n')[0]).toBe(headline);
    }
  });
});

test.each<[string, Outcome, string]>([
  [
    'a confirmation',
    { kind: 'client_news', news: 'submitted', request: snapshot },
    '✅ Got it! Your request #1234 is with the admins of Sosekni.\n\n' +
      'Expires: 7 Dec 2026, 14:05 UTC, unless decided sooner.\nI’ll message you as soon as there’s a decision.',
  ],
  [
    'a rejection',
    {
      kind: 'client_news',
      news: 'rejected',
      request: { ...snapshot, reason: 'too little detail', appealOpensAt: noon },
    },
    '❌ I’m sorry, your request #1234 was rejected.\n\nReason: too little detail\n\n' +
      'You can appeal from 30 Nov 2026, 14:05 UTC.',
  ],
  [
    'an expiry',
    { kind: 'client_news', news: 'expired', request: snapshot },
    '⌛️ I’m sorry, your request #1234 expired before the admins got to it.\n\nYou can send a new request right away.',
  ],
  [
    'an appeal that opens for a while',
    { kind: 'appeal_open', request: snapshot, closesAt: noon },
    '🔔 The wait is over: you can now appeal the decision on your request #1234.\n\n' +
      'You can appeal until 30 Nov 2026, 14:05 UTC.',
  ],
])('%s reads well in an email', (_, outcome, text) => {
  expect(inPlainText(outcome)).toBe(text);
});
