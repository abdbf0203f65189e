import { partsOf } from '../../../src/channels/sms/parts';

describe('the parts of an SMS', () => {
  test.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    // The second unit of a character never begins a part: 76 fit into one.
    ['€'.repeat(153), 'GSM-7', 306, 3],
    ['Grüße, £5, Ñ', 'GSM-7', 12, 1],
    ['я'.repeat(70), 'UCS-2', 70, 1],
    ['я'.repeat(71), 'UCS-2', 71, 2],
    ['я'.repeat(134), 'UCS-2', 134, 2],
    ['я'.repeat(135), 'UCS-2', 135, 3],
    ['№' + 'a'.repeat(70), 'UCS-2', 71, 2],
    ['😀'.repeat(35), 'UCS-2', 70, 1],
    ['😀'.repeat(67), 'UCS-2', 134, 3],
    ['it’s', 'UCS-2', 4, 1],
  ])('of %j: %s, %i units, %i', (text, coding, units, parts) => {
    expect(partsOf(text)).toEqual({ coding, units, parts });
  });
});
