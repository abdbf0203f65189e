import type { ChartDay, Outcome, StatsChart } from '../../requests/read/views';
import { Canvas, type Colour } from './canvas';
import { drawNumber, widthOf } from './digits';
import { pngOf } from './png';

// Telegram shows a photo in up to 1,280 pixels without asking for the larger one.
const [width, height] = [1280, 960];
const margin = 44;
const digitHeight = 36;
/** The strip between what came in and what became of it, which holds the dates. */
const stripHeight = 84;
/** The most lines above or below the strip, so that their numbers don't touch, and the fewest, so that few requests look like few. */
const lineCount = { most: 4, fewest: 2 };
const barShare = 0.7;
const cornerRadius = 7;
/** Between the parts of a bar. */
const partGap = 2;
/** Of the smallest part, so that one request among a thousand can be seen. */
const leastHeight = 6;

// The picture brings its own background, and is readable among light and among dark messages. The colours are those of the squares
// in the caption, and differ in brightness as well.
const background: Colour = [23, 33, 43];
const lineColour: Colour = [48, 62, 77];
const weekColour: Colour = [37, 49, 62];
const numberColour: Colour = [196, 209, 222];
const colours: Readonly<Record<Outcome, Colour>> = {
  submitted: [74, 163, 255],
  approved: [104, 214, 120],
  rejected: [226, 68, 66],
  expired: [247, 201, 72],
  withdrawn: [226, 232, 238],
  revoked: [166, 108, 232],
};

/** What becomes of requests, from the dates outwards. */
const ends = ['approved', 'rejected', 'revoked', 'expired', 'withdrawn'] as const satisfies readonly Outcome[];

/**
 * The statistics as a PNG of 1,280 by 960 pixels: a bar for each day, above the dates for the requests that came in, below them for
 * what became of requests. It has numbers and no words, those are in the caption.
 */
export function drawStatsChart({ days }: StatsChart): Promise<Buffer> {
  const canvas = new Canvas(width, height, background);
  const most = {
    up: Math.max(0, ...days.map(({ counts }) => counts.submitted)),
    down: Math.max(0, ...days.map(endsOf)),
  };
  const step = stepFor(Math.max(most.up, most.down));
  // A request takes as much room on either side.
  const linesFor = (count: number): number => Math.max(lineCount.fewest, Math.ceil(count / step));
  const lines = { up: linesFor(most.up), down: linesFor(most.down) };
  const perRequest = (height - 2 * margin - stripHeight) / ((lines.up + lines.down) * step);
  const zero = { up: margin + lines.up * step * perRequest, down: 0 };
  zero.down = zero.up + stripHeight;

  const numbersWidth = widthOf(Math.max(lines.up, lines.down) * step, digitHeight);
  const left = margin + numbersWidth + margin / 2;
  const dayWidth = (width - margin - left) / days.length;

  for (const [n, day] of days.entries()) {
    if (!day.isMonday) continue;
    const line = { x: left + n * dayWidth - 1, width: 2 };
    canvas.fill({ ...line, y: margin, height: zero.up - margin }, weekColour);
    canvas.fill({ ...line, y: zero.down, height: height - margin - zero.down }, weekColour);
  }
  const line = (n: number, y: number): void => {
    canvas.fill({ x: left, y: y - 1, width: width - margin - left, height: 2 }, lineColour);
    const number = n * step;
    const at = { x: left - margin / 2 - widthOf(number, digitHeight), y: y - digitHeight / 2 };
    if (number > 0) drawNumber(canvas, number, at, digitHeight, numberColour);
  };
  for (let n = 0; n <= lines.up; n += 1) line(n, zero.up - n * step * perRequest);
  for (let n = 0; n <= lines.down; n += 1) line(n, zero.down + n * step * perRequest);

  for (const [n, day] of days.entries()) {
    const bar = { x: left + (n + (1 - barShare) / 2) * dayWidth, width: dayWidth * barShare };
    const heightOf = (count: number): number => Math.max(leastHeight, count * perRequest);
    if (day.counts.submitted > 0) {
      const tall = heightOf(day.counts.submitted);
      canvas.fill({ ...bar, y: zero.up - tall, height: tall }, colours.submitted, cornerRadius);
    }
    let y = zero.down;
    for (const outcome of ends) {
      const count = day.counts[outcome];
      if (count === 0) continue;
      const tall = heightOf(count);
      canvas.fill(
        { ...bar, y, height: Math.max(leastHeight - partGap, tall - partGap) },
        colours[outcome],
        cornerRadius,
      );
      y += tall;
    }
    if (!day.isMonday) continue;
    const x = bar.x + bar.width / 2 - widthOf(day.date, digitHeight) / 2;
    const fits = Math.min(x, width - margin / 2 - widthOf(day.date, digitHeight));
    drawNumber(canvas, day.date, { x: fits, y: zero.up + (stripHeight - digitHeight) / 2 }, digitHeight, numberColour);
  }
  return pngOf(canvas);
}

const endsOf = ({ counts }: ChartDay): number => ends.reduce((sum, outcome) => sum + counts[outcome], 0);

/** The smallest of 1, 2, 5, 10, 20 … of which few lines reach `most`. */
function stepFor(most: number): number {
  for (let ten = 1; ; ten *= 10) {
    const step = [ten, 2 * ten, 5 * ten].find((each) => most / each <= lineCount.most);
    if (step !== undefined) return step;
  }
}
