import { inflateSync } from 'node:zlib';
import { Canvas } from '../../../src/channels/picture/canvas';
import { drawNumber, widthOf } from '../../../src/channels/picture/digits';
import { drawStatsChart } from '../../../src/channels/picture/stats-chart';
import { outcomes, type ChartDay, type OutcomeCounts } from '../../../src/requests/read/views';
import { InputFile, readPhoto } from '../../../src/telegram-double/pictures';

const none: OutcomeCounts = { submitted: 0, approved: 0, rejected: 0, expired: 0, withdrawn: 0, revoked: 0 };
const month = (counts: (n: number) => Partial<OutcomeCounts>): readonly ChartDay[] =>
  Array.from({ length: 30 }, (_, n) => ({ date: n + 1, isMonday: n % 7 === 2, counts: { ...none, ...counts(n) } }));
const draw = (days: readonly ChartDay[]) => drawStatsChart({ since: 0, until: 0, days });

/** The pixels of a picture, whose rows are stored as differences from those above. */
function pixelsOf(png: Buffer) {
  const read = readPhoto(new InputFile('stats.png', 'image/png', png));
  if ('ok' in read) throw new Error(read.description);
  const { width, height } = read;
  const length = png.readUInt32BE(33);
  expect(png.toString('latin1', 37, 41)).toBe('IDAT');
  const rows = inflateSync(png.subarray(41, 41 + length));
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    if (rows[y * (width * 3 + 1)] !== 2) throw new Error('a row is stored in another way');
    for (let x = 0; x < width * 3; x += 1) {
      const at = y * width * 3 + x;
      pixels[at] = (rows[at + y + 1] ?? 0) + (pixels[at - width * 3] ?? 0);
    }
  }
  return { width, height, pixels };
}

const colours = {
  submitted: [74, 163, 255],
  approved: [104, 214, 120],
  rejected: [226, 68, 66],
  expired: [247, 201, 72],
  withdrawn: [226, 232, 238],
  revoked: [166, 108, 232],
};

/** How many pixels have each colour, and in which rows. */
function found(png: Buffer) {
  const { width, height, pixels } = pixelsOf(png);
  const seen = Object.fromEntries(outcomes.map((outcome) => [outcome, { pixels: 0, top: height, bottom: 0 }]));
  const byColour = new Map(outcomes.map((outcome) => [Buffer.from(colours[outcome]).readUIntBE(0, 3), seen[outcome]]));
  for (let n = 0; n < width * height; n += 1) {
    const place = byColour.get(pixels.readUIntBE(n * 3, 3));
    if (place === undefined) continue;
    const y = Math.floor(n / width);
    place.pixels += 1;
    place.top = Math.min(place.top, y);
    place.bottom = Math.max(place.bottom, y);
  }
  return seen;
}

test('every outcome has its colour: above the dates what came in, below them what became of it', async () => {
  const all = { submitted: 6, approved: 2, rejected: 1, expired: 1, withdrawn: 1, revoked: 1 };
  const seen = found(await draw(month((n) => (n === 10 ? all : {}))));
  const submitted = seen['submitted'];
  if (submitted === undefined) throw new Error('it was asked for');
  for (const outcome of outcomes) expect([outcome, (seen[outcome]?.pixels ?? 0) > 500]).toEqual([outcome, true]);
  for (const outcome of outcomes.slice(1)) expect(seen[outcome]?.top).toBeGreaterThan(submitted.bottom);
  expect((seen['approved']?.pixels ?? 0) / (seen['rejected']?.pixels ?? 1)).toBeCloseTo(2, 0);
});

test('twice as many requests make a bar twice as high, and one among thousands is seen', async () => {
  const seen = found(await draw(month((n) => (n === 3 ? { submitted: 4000, approved: 2000 } : { rejected: 1 }))));
  const heightOf = (outcome: string) => (seen[outcome]?.bottom ?? 0) - (seen[outcome]?.top ?? 0);
  expect(heightOf('submitted') / heightOf('approved')).toBeCloseTo(2, 1);
  expect(seen['rejected']?.pixels).toBeGreaterThan(500);
});

test('days without requests are empty, and the picture is there all the same', async () => {
  const png = await draw(month(() => ({})));
  expect(Object.values(found(png)).map(({ pixels }) => pixels)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readPhoto(new InputFile('stats.png', 'image/png', png))).toMatchObject({ width: 1280, height: 960 });
});

test('the same days give the same picture, small enough to be sent at once', async () => {
  const days = month((n) => ({ submitted: (n * 37) % 11, approved: (n * 17) % 7, expired: n % 3 }));
  const [one, other] = [await draw(days), await draw(days)];
  expect(one.equals(other)).toBe(true);
  expect(one.length).toBeLessThan(100_000);
});

test('no two digits look the same, and a number is as wide as it says', () => {
  const drawn = Array.from({ length: 10 }, (_, digit) => {
    const canvas = new Canvas(30, 40, [0, 0, 0]);
    drawNumber(canvas, digit, { x: 2, y: 2 }, 32, [255, 255, 255]);
    expect(canvas.pixels.some((value) => value === 255)).toBe(true);
    const beside = canvas.pixels.filter((_, at) => Math.floor(at / 3) % 30 > 2 + widthOf(digit, 32) + 2);
    expect(beside.every((value) => value === 0)).toBe(true);
    return Buffer.from(canvas.pixels).toString('hex');
  });
  expect(new Set(drawn).size).toBe(10);
  expect(widthOf(1234, 32)).toBeGreaterThan(4 * widthOf(1, 32) - 1);
});
