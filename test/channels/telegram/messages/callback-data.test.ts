import * as fc from 'fast-check';
import { groupId, requestId } from '../../../../src/lifecycle/ids';
import { pack, parse, type CallbackData } from '../../../../src/channels/telegram/messages/callback-data';

const number = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const request = number.map(requestId);
const anyData: fc.Arbitrary<CallbackData> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'approve' as const,
      'reject' as const,
      'reject_with_reason' as const,
      'undo' as const,
      'own_reason' as const,
      'ask_client' as const,
    ),
    request,
    round: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  }),
  fc.record({ type: fc.constantFrom('show' as const, 'appeal' as const, 'open_in_place' as const), request }),
  fc.record({
    type: fc.constantFrom('list_in_place' as const, 'next_in_place' as const),
    request,
    round: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    submittedAt: fc.integer({ min: 1, max: 253_402_300_799_999 }),
  }),
  fc.record({ type: fc.constant('pending' as const), page: number }),
  fc.record({
    type: fc.constantFrom('pending_after' as const, 'pending_before' as const),
    submittedAt: fc.integer({ min: 1, max: 253_402_300_799_999 }),
    request,
  }),
  fc.record({ type: fc.constantFrom('found_newer' as const, 'found_older' as const), search: number, request }),
  fc.record({
    type: fc.constant('allow_removals' as const),
    chat: fc.integer({ min: 1, max: 2 ** 52 }).map((id) => groupId(-id)),
  }),
  fc.record({ type: fc.constantFrom('pending_new' as const, 'stats_picture' as const, 'request' as const) }),
);

test('a button says the same after its way through Telegram', () => {
  fc.assert(fc.property(anyData, (data) => expect(parse(pack(data))).toEqual(data)));
});

test('no button is longer than the 64 bytes that Telegram allows', () => {
  fc.assert(fc.property(anyData, (data) => expect(Buffer.byteLength(pack(data))).toBeLessThanOrEqual(64)));
});

test('a press is understood only if it says exactly what a button of ours says', () => {
  const nearly = fc
    .array(fc.constantFrom(...'arwuskmpfbnlqditxhcvoj:0123456789 -+.e'))
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (text) => {
      const data = parse(text);
      expect(data === null ? text : pack(data)).toBe(text);
    }),
  );
});

test.each([
  ['a leading zero', 'a:012:1'],
  ['a zero', 'a:0:1'],
  ['a round of zero', 'a:12:0'],
  ['a round that no database holds', 'a:12:2147483648'],
  ['a number beyond 2^53', 'a:9007199254740993:1'],
  ['a time that no database holds', 'f:253402300800000:1'],
  ['a time that no database holds, of a request in a list', 'x:12:1:253402300800000'],
  ['a round that no database holds, of a request in a list', 't:12:2147483648:1'],
  ['a negative number', 's:-5'],
  ['an exponent', 'p:1e3'],
  ['a hexadecimal number', 'p:0x10'],
  ['a field too many', 'a:12:1:1'],
  ['a field too few', 'a:12'],
  ['an empty field', 'a:12:'],
  ['a field where none belongs', 'n:1'],
  ['an unknown letter', 'z:12:1'],
  ['the name of something every object has', 'toString:1'],
  ['white space', 'a:12:1 '],
  ['nothing', ''],
])('a forged button with %s is not understood', (_, forged) => {
  expect(parse(forged)).toBeNull();
});
