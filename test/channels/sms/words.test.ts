import { partsOf } from '../../../src/channels/sms/parts';
import { renderSms } from '../../../src/channels/sms/render';
import { requestId } from '../../../src/lifecycle/ids';
import { clientEvents } from '../../../src/lifecycle/transition';
import type { ResolvedNotice } from '../../../src/notices/resolved-notice';
import { noon, notices, texts } from '../telegram/messages/samples';

const request = {
  id: requestId(123_456),
  status: 'rejected',
  submittedAt: noon,
  expiresAt: noon,
  decidedAt: noon,
  reason: 'Nobody knows you',
  appealCount: 0,
  appealOpensAt: noon,
  appealClosesAt: null,
} as const;
const all: readonly ResolvedNotice[] = [
  ...clientEvents.map((news): ResolvedNotice => ({ kind: 'client_news', news, request })),
  { kind: 'appeal_open', request, closesAt: noon },
  { kind: 'address_code', code: '012345', validFor: 600_000 },
];
const shipped = texts();

describe.each(shipped.languages)('what an SMS says in %s', (language) => {
  test('fits into one part, names the request, and holds nothing that people have written', () => {
    for (const notice of all) {
      const text = renderSms(notice, shipped, language) ?? '';
      expect({ text, ...partsOf(text) }).toMatchObject({ text, parts: 1 });
      expect(text).toContain(notice.kind === 'address_code' ? '012345' : '123456');
      expect(text).toContain('Sosekni');
      expect(text).not.toMatch(/Nobody|[\u200e\u200f\u2066-\u2069\n<>]/);
    }
  });
});

test.each([
  ['en', 'GSM-7'],
  ['ru', 'UCS-2'],
])('in %s it is coded as %s', (language, coding) => {
  expect(new Set(all.map((notice) => partsOf(renderSms(notice, shipped, language) ?? '').coding))).toEqual(
    new Set([coding]),
  );
});

test('nothing but outcomes and codes leaves by SMS', () => {
  const kinds = new Set(all.map(({ kind }) => kind));
  const others = notices.filter(({ kind }) => !kinds.has(kind));
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((notice) => renderSms(notice, shipped, 'en') !== null)).toEqual([]);
});
