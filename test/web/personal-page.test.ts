import { requestId } from '../../src/lifecycle/ids';
import type { OwnPage } from '../../src/requests/read/own-page';
import { personalPage } from '../../src/web/form/personal-page';
import { texts } from '../channels/telegram/messages/samples';

const noon = Date.UTC(2026, 10, 30, 12);
const known = { id: requestId(12), status: 'approved', submittedAt: noon, expiresAt: noon, decidedAt: noon } as const;
const request = { ...known, reason: null, appealCount: 0, appealOpensAt: null, appealClosesAt: null };
const approved: OwnPage = {
  you: { state: 'known', request, window: null },
  message: 'Please',
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

test('a text that was erased is said to be', async () => {
  expect(await shown(approved)).toContain('<blockquote dir="auto">Please</blockquote>');
  expect(await shown({ ...approved, message: null, isErased: true })).toContain('This text was erased.');
});
