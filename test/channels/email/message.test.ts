import type { EmailChannel } from '../../../src/channels/email/channel';
import { requestId, telegramId } from '../../../src/lifecycle/ids';
import type { SendResult } from '../../../src/outbox/channel';
import type { ResolvedNotice } from '../../../src/notices/resolved-notice';
import { Relay } from './relays';
import { channelTo, messageTo, noon } from './samples';

const snapshot = {
  id: requestId(12),
  status: 'rejected',
  submittedAt: noon,
  expiresAt: noon + 1,
  decidedAt: noon,
  // The lone carriage returns come by the desk: some servers take them for ends of lines.
  reason:
    'Too <b>little</b> detail\r\nBcc: all@mail.example\n& nobody knows you\r.\r\nRSET\r\n.\rMAIL FROM:<e@evil.example>',
  appealCount: 0,
  appealOpensAt: noon + 7 * 86_400_000,
  appealClosesAt: null,
} as const;
const rejected: ResolvedNotice = { kind: 'client_news', news: 'rejected', request: snapshot };

/** The headers of every mail, and no others. */
const ours = [
  ...['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'references', 'subject', 'to'],
  'x-auto-response-suppress',
];

const never = new AbortController().signal;

describe('a mail', () => {
  const relay = new Relay();
  let channel: EmailChannel;
  let port: number;
  const send = (to: string, notice: ResolvedNotice, language = 'en'): Promise<SendResult> =>
    channel.send({ ...messageTo(to, notice), language }, never);
  beforeAll(async () => {
    port = await relay.open();
    channel = channelTo(port);
  });
  afterAll(() => relay.close());
  beforeEach(() => relay.taken.splice(0));

  test('says in HTML and in text the same, and nothing of what people wrote gets into its headers', async () => {
    expect(await send('anna@mail.example', rejected)).toMatchObject({ end: 'sent' });
    const [{ mail, from, to, source } = fail()] = relay.taken;
    expect({ from, to }).toEqual({ from: 'bot@sosekni.example', to: ['anna@mail.example'] });
    expect(mail.subject).toBe('Request #12: rejected');
    expect(mail.from?.value).toEqual([{ name: 'Choir “Нота”', address: 'bot@sosekni.example' }]);
    expect(mail.text).toContain('I’m sorry, your request #12 was rejected.');
    expect(mail.text).toContain(
      '> Too <b>little</b> detail\n> Bcc: all@mail.example\n> & nobody knows you\n> .\n> RSET\n> .\n',
    );
    expect(mail.html).toContain('Too &lt;b&gt;little&lt;/b&gt; detail');
    expect(mail.html).toContain('<html lang="en" dir="ltr">');
    expect(mail.html).toMatch(/<blockquote dir="auto" style="[^"]*border-left:[^"]*">Too &lt;b&gt;/);
    expect(mail.text).toContain('You can appeal from 7 Dec 2026, 12:00 UTC.');
    const [head = ''] = source.split('\r\n\r\n');
    expect(head).not.toMatch(/Bcc|little|nobody/);
    expect([...mail.headerLines].map(({ key }) => key).sort()).toEqual(ours);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail.headers.has('x-mailer')).toBe(false);
    expect(mail.references).toBe('<request-12@sosekni.example>');
    expect(Buffer.byteLength(source)).toBeLessThan(102_000);
  });

  test('leads whoever is not on Telegram to their own page, and nobody else there', async () => {
    const paged = channelTo(port, {}, { personalPage: (id) => `https://desk.example/me/${id}` });
    const message = messageTo('anna@mail.example', rejected);
    if (message.recipient.kind === 'group' || message.recipient.person === null) throw new Error('nobody');
    const { recipient } = message;
    const person = { ...message.recipient.person, telegramId: telegramId(5_000_000_001) };
    await paged.send(message, never);
    await paged.send({ ...message, recipient: { ...recipient, person } }, never);
    const [own, other] = relay.taken.map(({ mail }) => mail);
    expect(own?.text).toContain('https://desk.example/me/5000000001');
    expect(own?.html).toContain('href="https://desk.example/me/5000000001"');
    expect(`${other?.text}${String(other?.html)}`).not.toContain('/me/');

    relay.taken.splice(0);
    const links = [{ title: 'The hall', url: 'https://t.me/+abc' }];
    const approved = {
      kind: 'client_news',
      news: 'approved',
      request: { ...snapshot, status: 'approved' },
      links,
    } as const;
    await paged.send({ ...message, notice: approved }, never);
    await paged.send({ ...message, notice: approved, recipient: { ...recipient, person } }, never);
    const [onPage, direct] = relay.taken.map(({ mail }) => mail.text ?? '');
    expect(onPage).toContain('is in Telegram. Your page says how you get in.\n\nHow it stands');
    expect(onPage).not.toContain('t.me');
    expect(direct).toContain('These are open to you now:\n\nThe hall: https://t.me/+abc');
  });

  test('has the same Message-ID and Date at each attempt', async () => {
    await send('anna@mail.example', rejected);
    await send('anna@mail.example', rejected);
    const [one, other] = relay.taken.map(({ mail }) => [mail.messageId, mail.date?.getTime()]);
    expect(one).toEqual([expect.stringMatching(/^<outbox-7\.[\da-f]{24}@sosekni\.example>$/), noon]);
    expect(other).toEqual(one);
  });

  test('runs from right to left in Arabic, with what stood at the left of a quotation at its right', async () => {
    await send('anna@mail.example', rejected, 'ar');
    const [{ mail } = fail()] = relay.taken;
    expect(mail.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail.html).toMatch(/<blockquote dir="auto" style="[^"]*border-right:[^"]*">Too &lt;b&gt;/);
    expect(mail.html).not.toMatch(/border-left|dir="ltr"/);
    expect(`${mail.subject ?? ''}${mail.text ?? ''}`).not.toMatch(/[\u2066-\u2069]/);
  });

  test('is in the language of its reader', async () => {
    await send('anna@mail.example', rejected, 'ru');
    const [{ mail } = fail()] = relay.taken;
    expect(mail.subject).toBe('Запрос №12 отклонён');
    expect(mail.html).toContain('<html lang="ru" dir="ltr">');
    expect(mail.text).toContain('Вы получили это письмо');
  });

  test('is well-formed, whatever the reason: empty lines in it, and tags that are none', async () => {
    const reasons = [
      'One\n\nTwo\n\n\nThree',
      '</blockquote></td></table><b>',
      '<script>alert(1)</script>\n\n&amp;',
      'x'.repeat(1000),
    ];
    for (const reason of reasons) {
      relay.taken.splice(0);
      await send('anna@mail.example', { kind: 'client_news', news: 'rejected', request: { ...snapshot, reason } });
      const [{ mail } = fail()] = relay.taken;
      const html = mail.html || '';
      expect([reason, unbalanced(html)]).toEqual([reason, []]);
      expect(html).not.toContain('<script');
      expect(html.match(/<blockquote/g)).toHaveLength(1);
      expect(html).not.toMatch(/<p[^>]*>(?:(?!<\/p>)[^])*<blockquote/);
    }
  });

  test('brings a code, and says nothing else', async () => {
    await send('anna@mail.example', { kind: 'address_code', code: '012345', validFor: 600_000 });
    const [{ mail } = fail()] = relay.taken;
    expect(mail.text).toContain('\n012345\n');
    expect(mail.html).toContain('>012345</span>');
    expect(mail.text).toContain('It works for 10 minutes.');
    expect(mail.subject).not.toMatch(/\d/);
  });

  test('never goes where its address doesn’t say, and an address that isn’t one gets none', async () => {
    const hostile = [
      'v@ok.example, e@evil.example',
      'a@ok.example\r\nRCPT TO:<e@evil.example>',
      '"v@ok.example, e"@evil.example',
      'кот@ok.example',
      'a@ok.example>',
      '<a@ok.example>',
      'a@b@ok.example',
      'a@[127.0.0.1]',
      'a@ex%61mple.com',
      `${'a'.repeat(65)}@ok.example`,
    ];
    for (const address of hostile) {
      expect([address, (await send(address, rejected)).end]).toEqual([address, 'unworded']);
    }
    expect(relay.taken).toEqual([]);
    await send('anna@bücher.example', rejected);
    // The server shows the domain as people write it.
    expect(relay.taken.map(({ to }) => to)).toEqual([['anna@bücher.example']]);
    expect(relay.taken[0]?.source).toContain('To: anna@xn--bcher-kva.example');
  });

  test('of another kind than an outcome or a code is not sent', async () => {
    expect(await send('anna@mail.example', { kind: 'draft_sent' })).toMatchObject({ end: 'unworded' });
    expect(relay.taken).toEqual([]);
  });
});

/** The tags that are not closed, or close nothing. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, closes, name = ''] of html.matchAll(/<(\/?)([a-z]+)\b[^>]*>/gi)) {
    if (['br', 'meta'].includes(name)) continue;
    if (closes !== '/') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else wrong.push(`/${name}`);
  }
  return [...wrong, ...open];
}

function fail(): never {
  throw new Error('the relay has taken nothing');
}
