/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [number, number, number];

/** In pixels from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * A picture in memory. Edges are smooth: a pixel that a shape covers in part is blended. The same shapes give the same pixels on
 * every machine, because nothing but arithmetic that IEEE 754 defines exactly is used.
 */
export class Canvas {
  /** Red, green and blue of each pixel, row by row. */
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Colour,
  ) {
    this.pixels = new Uint8Array(width * height * 3);
    this.pixels.set(background);
    for (let done = 3; done < this.pixels.length; done *= 2) this.pixels.copyWithin(done, 0, done);
  }

  /** A rectangle with corners of this radius, which is cut to what its shorter side allows. */
  fill({ x, y, width, height }: Rectangle, colour: Colour, radius = 0): void {
    const round = Math.min(radius, width / 2, height / 2);
    const [centreX, centreY] = [x + width / 2, y + height / 2];
    this.paint({ x, y, width, height }, colour, (pixelX, pixelY) => {
      const beyondX = Math.abs(pixelX - centreX) - (width / 2 - round);
      const beyondY = Math.abs(pixelY - centreY) - (height / 2 - round);
      const outside = distance(Math.max(beyondX, 0), Math.max(beyondY, 0));
      return outside + Math.min(Math.max(beyondX, beyondY), 0) - round;
    });
  }

  /** A line from point to point, with round ends and joints. */
  stroke(points: readonly Point[], thickness: number, colour: Colour): void {
    const radius = thickness / 2;
    const [left, right] = rangeOf(points.map(({ x }) => x));
    const [top, bottom] = rangeOf(points.map(({ y }) => y));
    const around = {
      x: left - radius,
      y: top - radius,
      width: right - left + thickness,
      height: bottom - top + thickness,
    };
    this.paint(around, colour, (x, y) => {
      let nearest = Infinity;
      for (let end = 1; end < points.length; end += 1) {
        const [from, to] = [points[end - 1], points[end]];
        if (from !== undefined && to !== undefined) nearest = Math.min(nearest, distanceToLine(x, y, from, to));
      }
      return nearest - radius;
    });
  }

  /** Paints the pixels around a shape; `outside` is how far a point is outside of it, negative within. */
  private paint(
    { x, y, width, height }: Rectangle,
    colour: Colour,
    outside: (pixelX: number, pixelY: number) => number,
  ): void {
    const [lastRow, lastColumn] = [Math.min(this.height - 1, y + height + 1), Math.min(this.width - 1, x + width + 1)];
    for (let row = Math.max(0, Math.floor(y) - 1); row <= lastRow; row += 1) {
      for (let column = Math.max(0, Math.floor(x) - 1); column <= lastColumn; column += 1) {
        const coverage = Math.min(1, Math.max(0, 0.5 - outside(column + 0.5, row + 0.5)));
        if (coverage > 0) this.blend(column, row, colour, coverage);
      }
    }
  }

  private blend(column: number, row: number, colour: Colour, coverage: number): void {
    const at = (row * this.width + column) * 3;
    for (let part = 0; part < 3; part += 1) {
      const below = this.pixels[at + part] ?? 0;
      this.pixels[at + part] = Math.round(below + ((colour[part] ?? 0) - below) * coverage);
    }
  }
}

const rangeOf = (numbers: readonly number[]): readonly [number, number] => [Math.min(...numbers), Math.max(...numbers)];

// Math.hypot may be rounded differently from machine to machine.
const distance = (x: number, y: number): number => Math.sqrt(x * x + y * y);

function distanceToLine(x: number, y: number, from: Point, to: Point): number {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const length = alongX * alongX + alongY * alongY;
  const share = length === 0 ? 0 : ((x - from.x) * alongX + (y - from.y) * alongY) / length;
  const nearest = Math.min(1, Math.max(0, share));
  return distance(x - from.x - nearest * alongX, y - from.y - nearest * alongY);
}
