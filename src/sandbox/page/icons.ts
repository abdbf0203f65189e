import { drawing } from '../../page/dom.js';

// Outlines on a 24×24 grid, drawn for this page.
const outlines = {
  send: 'M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4',
  reply: 'M10 8V4L3 11l7 7v-4c5 0 8 1.5 11 5-1-6-4-10.500-11-11z',
  edit: 'M4 20h4L19 9l-4-4L4 16z M13 7l4 4',
  follow: 'M5 5h8a4 4 0 0 1 0 8h-3a3 3 0 0 0 0 6h9 M16 16l3 3-3 3',
  forward: 'M4 6l7 6-7 6z M13 6l7 6-7 6z',
  commands: 'M4 7h16 M4 12h16 M4 17h10',
  close: 'M6 6l12 12 M18 6 6 18',
  more: 'M12 5.500v.01 M12 12v.01 M12 18.500v.01',
  photo: 'M4 6h16v12H4z M4 16l5-5 4 4 3-3 4 4',
  video: 'M4 6h11v12H4z M15 11l5-3v8l-5-3',
  document: 'M6 3h8l4 4v14H6z M14 3v4h4',
  sticker: 'M4 4h16v10l-6 6H4z M14 20v-6h6 M9 9v.01 M15 9v.01 M9 13c1 1.200 3 1.700 5 1',
  voice: 'M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3z M6 11a6 6 0 0 0 12 0 M12 17v3',
  join: 'M11 4h8v16h-8 M4 12h10 M11 8.500l3.500 3.500-3.500 3.500',
  leave: 'M13 4H5v16h8 M10 12h10 M16.500 8.500l3.500 3.500-3.500 3.500',
  desk: 'M4 5h16v11H4z M9 20h6 M12 16v4',
  tab: 'M5 5h6v0 M5 5v14h14v-6 M13 5h6v6 M19 5l-8 8',
  mail: 'M4 6h16v12H4z M4 7l8 6 8-6',
  back: 'M14 5l-7 7 7 7',
  block: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M6.500 6.500l11 11',
} as const;

export type Icon = keyof typeof outlines;

/** An icon beside or instead of a label. Screen readers skip it: its parent has its own name. */
export function icon(name: Icon): SVGSVGElement {
  return drawing(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    drawing('path', { d: outlines[name] }),
  );
}
