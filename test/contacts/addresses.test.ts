import { parseAddress } from '../../src/contacts/addresses';

test.each([
  ['email', '\u200eanna@mail.example\u200f', 'anna@mail.example'],
  ['email', ' \u2068anna@mail.example\u2069\n', 'anna@mail.example'],
  ['sms', '\u202a+49 151 23456789\u202c', '+4915123456789'],
] as const)('of an address that was copied (%s), the marks around it are left out: %j', (medium, typed, address) => {
  expect(parseAddress(medium, typed)?.address).toBe(address);
});

test('what can’t be seen within an address makes it none', () => {
  expect(parseAddress('email', 'anna@ma\u200bil.example')).toBeNull();
  expect(parseAddress('email', `${'\u200e'.repeat(30_000)}anna`)).toBeNull();
});
