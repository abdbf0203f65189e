import type { ChatView, MessageView, Snapshot } from '../../src/sandbox/protocol';
import { describeWith } from '../programs';
import { Visit } from './visit';

const lines = 'one\ntwo\nthree\nfour';
const text = `bold both it struck under https://x.org x.org docs evil secret code pre\nquote\n${lines}\nafter`;
const at = (word: string) => ({ offset: text.indexOf(word), length: word.length });

/** Everything a bot can format, also what this one never does. */
const message: Pick<MessageView, 'text' | 'entities'> = {
  text,
  entities: [
    { type: 'bold', ...at('bold both') },
    { type: 'italic', ...at('both') },
    { type: 'italic', ...at('it ') },
    { type: 'strikethrough', ...at('struck') },
    { type: 'underline', ...at('under') },
    { type: 'url', ...at('https://x.org') },
    { type: 'url', offset: text.indexOf(' x.org') + 1, length: 5 },
    { type: 'text_link', ...at('docs'), url: 'https://example.org/docs' },
    { type: 'text_link', ...at('evil'), url: 'javascript:alert(1)' },
    { type: 'spoiler', ...at('secret') },
    { type: 'code', ...at('code') },
    { type: 'pre', ...at('pre') },
    { type: 'blockquote', ...at('quote') },
    { type: 'expandable_blockquote', ...at(lines) },
  ],
};

describeWith('chromium')('a formatted message', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.open();
  });
  afterAll(() => visit.close());

  test('is shown as its entities say, links web addresses only, expands quotes and reveals spoilers', async () => {
    const visitor = await visit.sandbox.visitor();
    const snapshot = withMessage(visitor.snapshot);
    visitor.leave();
    await visit.page.route('**/events', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify(snapshot)}\n\n` }),
    );
    await visit.page.reload();
    const bubble = await visit.phone('Clara').sees('bold both');
    const inside = (selector: string): Promise<string[]> => bubble.locator(`.said ${selector}`).allTextContents();

    expect(await inside('strong')).toEqual(['bold both']);
    expect(await inside('strong em')).toEqual(['both']);
    expect(await inside('s')).toEqual(['struck']);
    expect(await inside('u')).toEqual(['under']);
    expect(await inside('pre code')).toEqual(['pre']);
    expect(await inside('blockquote:not(.expandable)')).toEqual(['quote']);
    expect(await inside('.quote-words')).toEqual([lines]);
    const words = bubble.locator('.quote-words');
    const hiddenHeight = (): Promise<number> => words.evaluate((all) => all.scrollHeight - all.clientHeight);
    expect(await hiddenHeight()).toBeGreaterThan(10);
    await bubble.getByRole('button', { name: 'Show all', expanded: false }).click();
    expect(await hiddenHeight()).toBe(0);
    await bubble.getByRole('button', { name: 'Show less', expanded: true }).click();
    expect(await hiddenHeight()).toBeGreaterThan(10);
    expect(await bubble.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'https://x.org',
      'http://x.org',
      'https://example.org/docs',
    ]);
    const spoiler = bubble.getByRole('button', { name: 'Hidden text, press to read it' });
    await spoiler.focus();
    await visit.page.keyboard.press('Enter');
    await spoiler.waitFor({ state: 'detached' });
    const said = `${text.slice(0, text.indexOf(lines))}${lines}Show all${'after'}`;
    expect(await bubble.locator('.said').textContent()).toBe(said.replace('pre\nquote\n', 'prequote'));
  });
});

/** The snapshot with this message as all that Clara's chat holds. */
function withMessage(snapshot: Snapshot): Snapshot {
  const only = (chat: ChatView): ChatView => ({
    ...chat,
    messages: chat.messages.slice(-1).map((last) => ({ ...last, ...message, mine: false, buttons: [] })),
  });
  return {
    ...snapshot,
    phones: snapshot.phones.map((phone) =>
      phone.person.name === 'Clara' ? { ...phone, chats: phone.chats.map(only) } : phone,
    ),
  };
}
