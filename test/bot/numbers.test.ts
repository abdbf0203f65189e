import { leadingNumbers } from '../../src/bot/commands';
import { writtenId } from '../../src/bot/named-person';
import { asNumber } from '../../src/web/form/typed';

test.each([
  ['12', [12], ''],
  ['12 13 too young', [12, 13], 'too young'],
  ['#12, №13', [12, 13], ''],
  ['12 and #13: spam', [12, 13], 'spam'],
  ['12 и 13', [12, 13], ''],
  ['12 und 13', [12, 13], ''],
  ['12 y 13', [12, 13], ''],
  ['12 et 13', [12, 13], ''],
  ['12 e 13', [12, 13], ''],
  ['12 та 13', [12, 13], ''],
  ['12 ve 13', [12, 13], ''],
  ['12 و13', [12, 13], ''],
  ['١٢، ١٣', [12, 13], ''],
  ['١٢: بعد ٣ أيام', [12], 'بعد ٣ أيام'],
  ['۱۲', [12], ''],
  ['12 y no 13', [12], 'y no 13'],
])('“/reject %s” names its requests, and leaves the reason as it is', (rest, numbers, after) => {
  expect(leadingNumbers(rest)).toMatchObject({ numbers, after });
});

test('a Telegram ID and the number of a request are read in Arabic digits as well', () => {
  expect(writtenId('١٢٣٤٥٦٧٨٩')).toMatchObject({ telegramId: 123_456_789 });
  expect(asNumber(' ١٢ ')).toBe(12);
});
