import { requestId } from '../../src/lifecycle/ids';
import type { OwnPage } from '../../src/requests/read/own-page';
import { personalPage } from '../../src/web/form/personal-page';
import { isStillSo } from '../../src/web/form/personal';
import { texts } from '../channels/telegram/messages/samples';

const noon = Date.UTC(2026, 10, 30, 12);
const known = { id: requestId(12), status: 'approved', submittedAt: noon, expiresAt: noon, decidedAt: noon } as const;
const request = { ...known, reason: null, appealCount: 0, appealOpensAt: null, appealClosesAt: null };
const approved: OwnPage = {
  you: { state: 'known', request, window: null },
  message: 'Please',
  added: [],
  gaveWay: null,
  newsIn: 'email',
  provedAt: noon,
  changed: { event: 'approve', at: noon },
  isErased: false,
  isOnTelegram: false,
  opensChats: true,
};

const shown = (own: OwnPage): Promise<string> =>
  personalPage(
    own,
    null,
    { formToken: 'form', startLink: 'https://t.me/a_bot?start=them' },
    {
      say: texts().for('form', 'en'),
      ...{ language: 'en', languages: ['en'], community: 'Sosekni', path: '/me/page' },
    },
  );

test('there is more to do for whoever is approved, while what that opens is in Telegram and they are not', async () => {
  const nothingToDo = 'There’s nothing more to do';
  const needed = await shown(approved);
  expect(needed).toContain('What it opens is in Telegram: the link below lets you in.');
  expect(needed).not.toContain(nothingToDo);
  expect(await shown({ ...approved, isOnTelegram: true })).toContain(nothingToDo);
  expect(await shown({ ...approved, opensChats: false })).toContain(nothingToDo);
});

test('a reason runs as it is written, whatever the language of the page', async () => {
  const rejected = { ...request, status: 'rejected', reason: 'لا نعرفك!' } as const;
  expect(await shown({ ...approved, you: { state: 'known', request: rejected, window: null } })).toMatch(
    /<blockquote dir="auto">[^<]*لا نعرفك!/,
  );
});

test('a text that was erased is said to be', async () => {
  expect(await shown(approved)).toContain('<blockquote dir="auto">Please</blockquote>');
  expect(await shown({ ...approved, message: null, isErased: true })).toContain('This text was erased.');
});

test('whoever has become one with their account reads there what was added, what gave way, and that news comes in Telegram', async () => {
  const waits: OwnPage = {
    ...approved,
    you: { state: 'known', request: { ...request, status: 'pending' }, window: null },
  };
  expect(await shown(waits)).toContain('You get the answer by email.');
  expect(isStillSo('sent', waits, noon + 1)).toBe(true);
  expect(isStillSo('sent', waits, noon + 3_600_000)).toBe(false);
  expect(await shown({ ...waits, newsIn: 'sms' })).toContain('You get the answer by SMS.');
  expect(await shown({ ...waits, newsIn: null })).toContain('no address to send the answer to');
  const united: OwnPage = {
    ...waits,
    isOnTelegram: true,
    newsIn: 'telegram',
    added: ['And more'],
    gaveWay: requestId(13),
  };
  const page = await shown(united);
  expect(page).toContain('<blockquote dir="auto">And more</blockquote>');
  expect(page).toContain('<b>#13</b> was withdrawn.');
  expect(page).toContain('News about it comes to you in Telegram.');
  expect(page).not.toContain('by email');
  expect(isStillSo('sent', united, noon + 1)).toBe(false);
});

test('what was done is said where it has just happened, and of what it was done to', () => {
  const withdrawn: OwnPage = {
    ...approved,
    you: { state: 'known', request: { ...request, status: 'withdrawn' }, window: null },
    changed: { event: 'withdraw', at: noon },
  };
  expect(isStillSo('withdrawn', withdrawn, noon + 1)).toBe(true);
  expect(isStillSo('withdrawn', withdrawn, noon + 3_600_000)).toBe(false);
  expect(isStillSo('withdrawn', approved, noon + 1)).toBe(false);
  // An appeal that was withdrawn leaves the decision.
  expect(isStillSo('withdrawn', { ...approved, changed: withdrawn.changed }, noon + 1)).toBe(true);
  const again: OwnPage = { ...approved, provedAt: noon + 60_000 };
  expect(isStillSo('known', again, noon + 60_001)).toBe(true);
  expect(isStillSo('known', again, noon + 3_660_000)).toBe(false);
  expect(isStillSo('known', approved, noon + 1)).toBe(false);
});
