import type { Canvas, Colour, Point } from './canvas';

// The digits are lines with round ends on a grid of 10 by 16, so that no font is needed.
const [gridWidth, gridHeight, thickness, gap] = [10, 16, 2.2, 3];

/** The width of a number whose digits have this height. */
export function widthOf(number: number, height: number): number {
  const digits = String(number).length;
  return ((digits * gridWidth + (digits - 1) * gap) * height) / gridHeight;
}

/** Draws a whole number from 0, with its left upper corner at `at`. */
export function drawNumber(canvas: Canvas, number: number, at: Point, height: number, colour: Colour): void {
  const scale = height / gridHeight;
  for (const [place, digit] of [...String(number)].entries()) {
    const left = at.x + place * (gridWidth + gap) * scale;
    for (const line of glyphs[Number(digit)] ?? []) {
      const points = line.map(({ x, y }) => ({ x: left + x * scale, y: at.y + y * scale }));
      canvas.stroke(points, thickness * scale, colour);
    }
  }
}

const point = (x: number, y: number): Point => ({ x, y });

/** A part of an ellipse, from one angle to the other, in degrees clockwise from the right. */
function arc(centre: Point, radius: Point, from: number, to: number): readonly Point[] {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
    return point(centre.x + radius.x * Math.cos(angle), centre.y + radius.y * Math.sin(angle));
  });
}

const six: readonly (readonly Point[])[] = [
  arc(point(5, 10.6), point(4, 4.4), 0, 360),
  arc(point(8.6, 10.6), point(7.6, 9.6), 180, 262),
];

/** The lines of each digit from 0 to 9. */
const glyphs: readonly (readonly (readonly Point[])[])[] = [
  [[...arc(point(5, 5.2), point(4, 4.2), 180, 360), ...arc(point(5, 10.8), point(4, 4.2), 0, 180), point(1, 5.2)]],
  [[point(2, 4.2), point(5.8, 1), point(5.8, 15)]],
  [[...arc(point(5, 5), point(3.9, 4), 190, 390), point(1.2, 15), point(9, 15)]],
  [[...arc(point(4.9, 4.4), point(3.5, 3.4), 205, 450), ...arc(point(4.9, 11.4), point(4, 3.6), 270, 515)]],
  [[point(7, 15), point(7, 1), point(0.8, 11.2), point(9.4, 11.2)]],
  [[point(8.2, 1), point(2.3, 1), point(1.8, 7.4), ...arc(point(4.8, 10.4), point(4.2, 4.6), 225, 510)]],
  six,
  [[point(1, 1), point(9, 1), point(3.8, 15)]],
  [arc(point(5, 4.4), point(3.4, 3.4), 0, 360), arc(point(5, 11.4), point(4, 3.6), 0, 360)],
  six.map((line) => line.map(({ x, y }) => point(gridWidth - x, gridHeight - y))),
];
