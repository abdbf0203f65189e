import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { parseWebhookSecrets, parseWebhookUrl } from '../../src/webhooks/settings';
import { signedHeaders } from '../../src/webhooks/signature';

const secretOf = (bytes: number): string => `whsec_${randomBytes(bytes).toString('base64')}`;

test('a secret is whsec_ and 24 to 64 bytes in Base64, and there may be several', () => {
  for (const bytes of [24, 25, 32, 63, 64]) {
    const secret = secretOf(bytes);
    expect(parseWebhookSecrets(secret)).toEqual([secret]);
  }
  const [one, two] = [secretOf(24), secretOf(64)];
  expect(parseWebhookSecrets(`${one}  ${two} ${one}`)).toEqual([one, two]);
  const wrong = [
    ...[secretOf(23), secretOf(65), 'whsec_', one.slice('whsec_'.length), `whpk_${one.slice(6)}`, `${one} x`],
    ...[`${secretOf(25).slice(0, -1)}`, `${one},${two}`, `whsec_${'_-'.repeat(16)}`, `${one}\u00e9`],
  ];
  for (const text of wrong) expect([text, parseWebhookSecrets(text)]).toEqual([text, undefined]);
});

test('an address is http or https, without user, password and fragment', () => {
  expect(parseWebhookUrl('https://Example.COM/a?b=c')).toBe('https://example.com/a?b=c');
  expect(parseWebhookUrl('http://[::1]:8080')).toBe('http://[::1]:8080/');
  const wrong = [
    ...['example.com/a', 'ftp://example.com', 'https://', 'https://u:p@example.com', 'https://u@example.com'],
    ...[
      'https://example.com/#a',
      'https://example.com/ a',
      'https://example.com:99999',
      'https://example.com:0/',
      'off',
    ],
  ];
  for (const text of wrong) expect([text, parseWebhookUrl(text)]).toEqual([text, undefined]);
});

test('what is signed here, the reference implementation verifies, and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1 }), (text, event) => {
      const [old, current] = [secretOf(24), secretOf(64)];
      const body = JSON.stringify({ text });
      const headers = signedHeaders([old, current], `evt_${event}`, Date.now(), body);
      for (const secret of [old, current]) expect(new Webhook(secret).verify(body, headers)).toEqual({ text });
      expect(() => new Webhook(secretOf(32)).verify(body, headers)).toThrow();
      expect(() => new Webhook(old).verify(`${body} `, headers)).toThrow();
      expect(() => new Webhook(old).verify(body, { ...headers, 'webhook-id': `evt_${event + 1}` })).toThrow();
    }),
  );
});
