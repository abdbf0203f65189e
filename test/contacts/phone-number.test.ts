import { isAllowedNumber, parsePhoneNumber } from '../../src/contacts/phone-number';

test.each([
  ['+4915123456789', '+4915123456789'],
  ['+49 151 2345-67.89', '+4915123456789'],
  ['+7 (912) 345‑67‑89', '+79123456789'],
  ['+49 (0)151 23456789', '+4915123456789'],
  ['+1234567', '+1234567'],
])('%s is the number %s', (text, number) => {
  expect(parsePhoneNumber(text)).toBe(number);
});

test.each(['015123456789', '4915123456789', '+0151234567', '+123456', '+1234567890123456', '+49 151 call me', '', '+'])(
  '“%s” is no number',
  (text) => {
    expect(parsePhoneNumber(text)).toBeNull();
  },
);

test('only numbers that begin with one of SMS_PREFIXES are written to; without that, all are', () => {
  expect(isAllowedNumber('+4915123456789', ['+43', '+49'])).toBe(true);
  expect(isAllowedNumber('+882161234567', ['+43', '+49'])).toBe(false);
  expect(isAllowedNumber('+882161234567', null)).toBe(true);
});
