type Colour = readonly [red: number, green: number, blue: number];

/** The page's colours in one of Telegram's themes. */
interface Theme {
  readonly isDark: boolean;
  /** The CSS variables that get another value. */
  readonly variables: readonly (readonly [name: string, value: string])[];
}

/** What text needs against what is behind it: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const enough = 4.5;

/**
 * The page in the colours that Telegram says (https://core.telegram.org/bots/webapps#themeparams); null: it says too little. Many
 * themes have hints and links that are hard to read, so those move towards the text's colour until they can be read.
 */
export function themeOf(given: Readonly<Record<string, unknown>>): Theme | null {
  const named = (name: string): Colour | null => colourOf(given[name]);
  const surface = named('bg_color');
  const ink = named('text_color');
  if (surface === null || ink === null || contrast(surface, ink) < enough) return null;
  const isDark = luminance(surface) < luminance(ink);
  const ground = named('secondary_bg_color') ?? mixed(surface, ink, 0.04);
  // What can be read on both can be read anywhere.
  const readable = (colour: Colour): Colour => clearer(clearer(colour, ground, ink), surface, ink);
  const variables: [string, Colour][] = [
    ['--surface', surface],
    ['--ground', contrast(ground, ink) < enough ? surface : ground],
    ['--ink', ink],
    ['--quiet', readable(named('subtitle_text_color') ?? named('hint_color') ?? mixed(ink, surface, 0.35))],
    ['--line', named('section_separator_color') ?? mixed(surface, ink, 0.14)],
    ['--hover', mixed(surface, ink, 0.05)],
  ];
  const link = named('link_color') ?? named('accent_text_color');
  if (link !== null) {
    variables.push(['--accent', readable(link)], ['--accent-soft', mixed(surface, link, isDark ? 0.2 : 0.1)]);
    variables.push(['--on-accent', onTop(readable(link))]);
  }
  return { isDark, variables: variables.map(([name, colour]) => [name, hex(colour)]) };
}

function colourOf(value: unknown): Colour | null {
  const [, red, green, blue] = (typeof value === 'string' && /^#(..)(..)(..)$/.exec(value)) || [];
  const colour = [red, green, blue].map((part) =>
    part !== undefined && /^[\da-f]{2}$/i.test(part) ? parseInt(part, 16) : NaN,
  );
  const [r = NaN, g = NaN, b = NaN] = colour;
  return Number.isNaN(r + g + b) ? null : [r, g, b];
}

const hex = (colour: Colour): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `share` of the other colour. */
const mixed = (one: Colour, other: Colour, share: number): Colour => {
  const part = (index: 0 | 1 | 2): number => Math.round(one[index] * (1 - share) + other[index] * share);
  return [part(0), part(1), part(2)];
};

function clearer(colour: Colour, behind: Colour, ink: Colour): Colour {
  for (let share = 0; share < 1; share += 0.1) {
    const tried = mixed(colour, ink, share);
    if (contrast(tried, behind) >= enough) return tried;
  }
  return ink;
}

const onTop = (colour: Colour): Colour => {
  const [white, black]: [Colour, Colour] = [
    [255, 255, 255],
    [0, 0, 0],
  ];
  return contrast(white, colour) >= enough ? white : black;
};

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
