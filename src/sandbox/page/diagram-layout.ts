export interface Point {
  readonly x: number;
  readonly y: number;
}

// Narrow enough for its text to be readable on a phone.
export const width = 384;
export const height = 300;
export const box = { width: 98, height: 34 };

/** The start, before there is a request. */
export const beginning: Point = { x: 12, y: 150 };

const middle: Point = { x: 172, y: 150 };
const places: Readonly<Record<string, Point>> = {
  pending: middle,
  withdrawn: { x: 56, y: 30 },
  expired: { x: 56, y: 270 },
  approved: { x: 322, y: 30 },
  revoked: { x: 330, y: 150 },
  rejected: { x: 322, y: 270 },
};

/** The centre of a state's box. A state unknown to this drawing gets a place in the top row. */
export function placeOf(status: string | null): Point {
  return status === null ? beginning : (places[status] ?? { x: middle.x, y: 20 });
}

export interface Arrow {
  /** The line, as the data of an SVG path. */
  readonly path: string;
  /** Where its label is, beside it. */
  readonly words: Point & { readonly anchor: 'start' | 'middle' | 'end' };
}

/** An arrow between the borders of two states' boxes, beside the arrow in the other direction; a loop over the box if it leads to itself. */
export function arrowBetween(from: string | null, to: string): Arrow {
  if (from === to) return loopOver(placeOf(to));
  const [a, b] = [placeOf(from), placeOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  // To the right of its own direction, so that the two arrows of a pair run side by side.
  const aside = { x: -along.y, y: along.x };
  const moved = ({ x, y }: Point, by: number): Point => ({ x: round(x + aside.x * by), y: round(y + aside.y * by) });
  const begin = onBorder(a, along, from === null ? 9 : null);
  const end = onBorder(b, { x: -along.x, y: -along.y }, null);
  const apart = from === null ? 0 : 5;
  const middleOfLine = { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2 };
  const [first, last] = [moved(begin, apart), moved(end, apart)];
  return {
    path: `M${first.x} ${first.y}L${last.x} ${last.y}`,
    words: { ...moved(middleOfLine, apart + 10), anchor: anchorFor(aside) },
  };
}

function loopOver({ x, y }: Point): Arrow {
  const border = y - box.height / 2 - 2;
  return {
    path: `M${x - 12} ${border}C${x - 24} ${border - 28} ${x + 24} ${border - 28} ${x + 12} ${border}`,
    words: { x, y: border - 30, anchor: 'middle' },
  };
}

/** The label extends away from its arrow. */
function anchorFor(aside: Point): 'start' | 'middle' | 'end' {
  if (Math.abs(aside.x) < 0.3) return 'middle';
  return aside.x > 0 ? 'start' : 'end';
}

/** Where a line from the centre of a box, or of a dot, crosses the border. */
function onBorder({ x, y }: Point, along: Point, radius: number | null): Point {
  const reach =
    radius ??
    Math.min(
      along.x === 0 ? Infinity : (box.width / 2 + 2) / Math.abs(along.x),
      along.y === 0 ? Infinity : (box.height / 2 + 2) / Math.abs(along.y),
    );
  return { x: x + along.x * reach, y: y + along.y * reach };
}

const round = (value: number): number => Math.round(value * 10) / 10;
