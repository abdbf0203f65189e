import type { ChatView, MessageView, Scene } from '../../src/sandbox/protocol';
import { describeInChromium } from './browser';
import { Visit } from './visit';

const text = 'bold both it struck under https://x.org docs evil secret code pre\nquote\nafter';
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
    { type: 'text_link', ...at('docs'), url: 'https://example.org/docs' },
    { type: 'text_link', ...at('evil'), url: 'javascript:alert(1)' },
    { type: 'spoiler', ...at('secret') },
    { type: 'code', ...at('code') },
    { type: 'pre', ...at('pre') },
    { type: 'blockquote', ...at('quote') },
  ],
};

describeInChromium('a formatted message', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.open();
  });
  afterAll(() => visit.close());

  test('looks as its entities say, opens web addresses only, and hides a spoiler until it is pressed', async () => {
    const visitor = await visit.sandbox.visitor();
    const scene = withMessage(visitor.scene);
    visitor.leave();
    await visit.page.route('**/events', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify(scene)}\n\n` }),
    );
    await visit.page.reload();
    const bubble = await visit.phone('Clara').sees('bold both');
    const inside = (selector: string): Promise<string[]> => bubble.locator(`.said ${selector}`).allTextContents();

    expect(await inside('strong')).toEqual(['bold both']);
    expect(await inside('strong em')).toEqual(['both']);
    expect(await inside('s')).toEqual(['struck']);
    expect(await inside('u')).toEqual(['under']);
    expect(await inside('pre code')).toEqual(['pre']);
    expect(await inside('blockquote')).toEqual(['quote']);
    expect(await bubble.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'https://x.org',
      'https://example.org/docs',
    ]);
    const spoiler = bubble.getByRole('button', { name: 'Hidden text, press to read it' });
    await spoiler.focus();
    await visit.page.keyboard.press('Enter');
    await spoiler.waitFor({ state: 'detached' });
    expect(await bubble.locator('.said').textContent()).toBe(text.replaceAll('\n', ''));
  });
});

/** The scene with this message as all that Clara's chat holds. */
function withMessage(scene: Scene): Scene {
  const only = (chat: ChatView): ChatView => ({
    ...chat,
    messages: chat.messages.slice(-1).map((last) => ({ ...last, ...message, mine: false, buttons: [] })),
  });
  return {
    ...scene,
    phones: scene.phones.map((phone) =>
      phone.person.name === 'Clara' ? { ...phone, chats: phone.chats.map(only) } : phone,
    ),
  };
}
