import { groupId, personId, telegramId, type TelegramId } from '../../../../src/lifecycle/ids';
import { accessState } from '../../../../src/requests/access-state';
import { noMembership } from '../../../../src/store/queries/access';
import type { CardView, HistoryEvent } from '../../../../src/requests/read/views';
import { renderNotice } from '../../../../src/channels/telegram/messages/render';
import { plainText } from '../../../../src/i18n/markup';
import { card, cards, dataOf, decision, historyEvents, loneSurrogate, texts } from './samples';

const shipped = texts();
const render = (view: CardView, language: string | null = 'en') =>
  renderNotice({ kind: 'card', card: view }, { texts: shipped, language });
const textOf = (view: CardView): string => plainText(render(view).html);
const buttonsOf = (view: CardView, language: string | null = 'en') =>
  (render(view, language).keyboard ?? []).map((row) => row.map(({ text }) => text));

const longAddress = { medium: 'email', address: `${'a'.repeat(246)}@a.b.cde`, state: 'works' } as const;
const rejected: CardView = { ...card, status: 'rejected', decision };

test('a card reads like this', () => {
  const view = { ...card, appeal: 1, earlier: { last: decision, older: 2 } };
  expect(textOf(view).replace(/[\u2068\u2069]/g, '')).toBe(
    [
      '📨 Request #1234 · Appeal 1',
      'From Anna · @anna · ID 7000000002',
      '',
      'Let me in,\nplease 🙂',
      '',
      'Submitted: 30 Nov 2026, 14:05 UTC',
      'Expires: 7 Dec 2026, 14:05 UTC',
      '',
      'Earlier: rejected by Boris, 30 Nov 2026, 14:05 UTC',
      'Reason: too little detail',
      'and 2 decisions before that',
    ].join('\n'),
  );
});

test('the Telegram ID is a link to the person', () => {
  expect(render(card).html).toContain('<a href="tg://user?id=7000000002">7000000002</a>');
});

test('a card of a request by the form shows the address of its client, also once they are on Telegram', () => {
  const contacts = [{ medium: 'email', address: 'anna@mail.example', state: 'works' }] as const;
  const view: CardView = { ...card, client: { ...card.client, contacts } };
  const first = (shown: CardView) =>
    textOf(shown)
      .replace(/[\u2068\u2069]/g, '')
      .split('\n')[1];
  expect(first({ ...view, byForm: true })).toBe('From Anna · @anna · ID 7000000002 · ✉️ anna@mail.example');
  expect(first(view)).toBe('From Anna · @anna · ID 7000000002');
});

test('a pending card has the buttons that decide, for the round it shows', () => {
  expect(render(card).keyboard?.flat().map(dataOf)).toEqual(['a:1234:2', 'r:1234:2', 'w:1234:2', 'k:1234:2']);
  expect(buttonsOf(card)).toEqual([
    ['✅ Approve', '❌ Reject'],
    ['💬 Reject with reason…', '❓ Ask…'],
  ]);
  expect(buttonsOf(card, 'ru-RU')).toEqual([
    ['✅ Одобрить', '❌ Отклонить'],
    ['💬 Отклонить с причиной…', '❓ Спросить…'],
  ]);
});

test('a decided card says who, when and why, keeps the text and can no longer be decided', () => {
  for (const part of ['Rejected', 'Boris', '30 Nov 2026', 'too little detail', card.message]) {
    expect(textOf(rejected)).toContain(part);
  }
  expect(render(rejected).keyboard).toBeNull();
});

test('an approved person who is not on Telegram is said to lack it, and not to be invited', () => {
  const membership = { ...noMembership(personId(1), groupId(-1_001_000_000_001)), wanted: 'in', invitedAt: 1 } as const;
  const saysOf = (id: TelegramId | null) => {
    const state = accessState(membership, id);
    if (state === null) throw new Error('they are let in');
    return textOf({ ...card, status: 'approved', access: [{ title: 'The garden', state }] });
  };
  expect(saysOf(telegramId(7_000_000_002))).toMatch(/The garden.*: invited/);
  expect(saysOf(null)).toMatch(/The garden.*: not invited yet/);
  expect(accessState({ ...membership, wanted: 'out' }, null)).toBeNull();
});

test.each(['email', 'sms'] as const)(
  'a card says of whom only %s reaches whether they were ever on Telegram',
  (medium) => {
    const contacts = [{ medium, address: 'vera@mail.example', state: 'works' }] as const;
    for (const language of shipped.languages) {
      const says = (client: Partial<CardView['client']>): string =>
        render({ ...card, client: { ...card.client, ...client, contacts } }, language).html;
      const never = says({ telegramId: null });
      expect(never).toContain(shipped.say(language, `card_only_by_${medium}`));
      expect(never).not.toContain(shipped.say(language, `card_reached_by_${medium}`));
      expect(says({ unreachable: true })).toContain(shipped.say(language, `card_reached_by_${medium}`));
      expect(says({})).not.toContain(shipped.say(language, `card_only_by_${medium}`));
    }
  },
);

test('a card and its history say of a text and a reason from before that they were erased', () => {
  const view: CardView = {
    ...card,
    appeal: 1,
    otherTexts: [{ appeal: 0, at: card.submittedAt, message: '', erased: true }],
  };
  expect(textOf(view)).toMatch(/First request, .*: *\s*This text was erased\./);
  const [event] = historyEvents;
  if (event === undefined) throw new Error('there are events');
  const rejection: HistoryEvent = { ...event, event: 'reject', reason: null, reasonErased: true };
  const shown = { kind: 'history', card, events: [rejection], older: 0 } as const;
  const { html } = renderNotice(shown, { texts: shipped, language: 'en' });
  expect(plainText(html)).toMatch(/rejected by .*Boris.*\s+This text was erased\./);
});

test('a decision that can be taken back has a button for that', () => {
  const approved = { ...rejected, status: 'approved' as const, undoable: true };
  expect(render(approved).keyboard?.flat().map(dataOf)).toEqual(['u:1234:2']);
});

test('no card but a pending one can be decided', () => {
  for (const view of cards.filter(({ status }) => status !== 'pending')) {
    expect(buttonsOf(view).flat().join()).not.toMatch(/Approve|Reject/);
  }
});

test('a card says that it expired, was withdrawn, or that its client can not be reached', () => {
  expect(textOf({ ...card, status: 'expired' })).toContain('Expired without a decision');
  expect(textOf({ ...card, status: 'withdrawn' })).toContain('Withdrawn by the client');
  expect(textOf({ ...card, client: { ...card.client, unreachable: true } })).toContain('I can’t message them');
});

describe.each(shipped.languages)('in %s', (language) => {
  const reader = { texts: shipped, language };
  const longest = (units: number, filling: string): string =>
    filling.repeat(Math.ceil(units / filling.length)).slice(0, units - (units % filling.length));

  test.each(['x', '&', '<', '😀', '👨‍👩‍👧‍👦'])(
    'the longest card made of %s fits into a message with its text whole',
    (filling) => {
      const name = longest(258, filling);
      const made = { ...decision, byName: name, reason: longest(1000, filling) };
      const view: CardView = {
        ...card,
        client: { ...card.client, name, username: 'u'.repeat(32), unreachable: true, contacts: [longAddress] },
        byForm: true,
        message: longest(2000, filling),
        appeal: 12,
        otherTexts: [0, 10, 11].map((appeal) => ({ appeal, at: card.submittedAt, message: longest(2000, filling) })),
        earlier: { last: made, older: 11 },
      };
      const events: HistoryEvent[] = historyEvents.map((event) => ({
        ...event,
        actor: { id: decision.byId, name },
        reason: made.reason,
      }));
      const together = { ...made, status: 'approved' as const, alsoApprovedBy: Array.from({ length: 9 }, () => name) };
      for (const longestCard of [
        view,
        { ...view, status: 'rejected' as const, decision: made },
        { ...view, status: 'approved' as const, decision: together },
        { ...view, status: 'revoked' as const, decision: made, earlier: { last: together, older: 11 } },
      ]) {
        for (const drawn of [
          { kind: 'card' as const, card: longestCard },
          { kind: 'history' as const, card: longestCard, events, older: 5 },
        ]) {
          const text = plainText(renderNotice(drawn, reader).html);
          expect(text.length).toBeLessThanOrEqual(4096);
          expect(text).toContain(view.message);
          expect(text).not.toMatch(loneSurrogate);
        }
      }
    },
  );
});

test('a card of an appeal shows what was asked first, and one that was decided no term', () => {
  const otherTexts = [{ appeal: 0, at: card.submittedAt, message: 'I’m Anna' }];
  const view = { ...card, appeal: 1, otherTexts, status: 'rejected' as const, decision };
  const text = textOf(view).replace(/[\u2068\u2069]/g, '');
  expect(text).toMatch(/Appeal 1\n[^]*Let me in[^]*\n\nFirst request, 30 Nov 2026, 14:05 UTC: I’m Anna\n\n/);
  expect(text).not.toContain('7 Dec');
  expect(textOf({ ...card, status: 'expired' })).toContain('7 Dec');
});

test('the reason of the earlier decision gives way before that of the decision itself', () => {
  const reason = 'because '.repeat(125);
  const last = { ...decision, reason: 'once '.repeat(200) };
  const view: CardView = { ...card, message: 'm'.repeat(2000), earlier: { last, older: 0 } };
  const text = textOf({ ...view, status: 'rejected', decision: { ...decision, reason } });
  expect(text).toContain(reason);
  expect(text).toContain('once once');
  expect(text).toContain('…');
});

test('a history shows the newest events that fit, and how many are missing', () => {
  const events = historyEvents.map((event) => ({ ...event, reason: 'r'.repeat(1000) }));
  const view = { ...card, message: 'm'.repeat(2000) };
  const { html } = renderNotice({ kind: 'history', card: view, events, older: 4 }, { texts: shipped, language: 'en' });
  const text = plainText(html);
  expect(text).toContain('14 Dec 2026, 14:05 UTC: expired automatically');
  expect(text).not.toContain(': submitted');
  const shown = events.filter(({ at }) => text.includes(`\n${new Date(at).getUTCDate()} Dec 2026, 14:05 UTC: `)).length;
  expect(text).toMatch(new RegExp(`… (${4 + events.length - shown}|${3 + events.length - shown}) earlier`));
});

test('a conversation stands on the card in order, with times; where it is too long its end does, and what is left out is counted', () => {
  const said = (message: string) => ({ kind: 'addition', byName: 'Anna', at: card.submittedAt, message }) as const;
  const short = { said: [{ ...said('Who invited you?'), kind: 'question' as const }, said('Clara did')], older: 0 };
  expect(textOf({ ...card, talk: short })).toMatch(
    /asked, 30 Nov 2026[^]*Who invited you\?[^]*added, 30 Nov 2026[^]*Clara/,
  );
  for (const name of ['Anna', '😀'.repeat(64)]) {
    for (const words of ['x'.repeat(1000), 'x', '<&>'.repeat(333)]) {
      const many = Array.from({ length: 20 }, (_, n) => ({ ...said(`${n}${words}`), byName: name }));
      const view: CardView = {
        ...card,
        message: 'm'.repeat(2000),
        talk: { said: many, older: 7 },
        decision,
        status: 'rejected',
      };
      for (const language of shipped.languages) {
        const text = plainText(render(view, language).html);
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(text).toContain(view.message);
        expect(text).toContain('19');
        expect(text).toContain('too little detail');
        const shown = many.filter(({ message }) => text.includes(message.slice(0, 2 + words.length / 2))).length;
        if (words.length === 1) expect(text).toContain(String(27 - shown));
      }
    }
  }
});
