/** How a text goes as SMS. */
export interface Parts {
  /** GSM-7 holds 160 units in a message and 153 in each part of a longer one; UCS-2 holds 70 and 67 UTF-16 units. */
  readonly coding: 'GSM-7' | 'UCS-2';
  /** Of the coding. */
  readonly units: number;
  /** So many messages are paid for. */
  readonly parts: number;
}

/** The default alphabet, and what takes an escape besides (3GPP TS 23.038, 6.2.1). */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const escaped = new Set('\f^{}\\[~]|€');

/** Counts the parts of a text. No part ends inside a character that takes two units. */
export function partsOf(text: string): Parts {
  const characters = [...text];
  const isGsm = characters.every((character) => basic.has(character) || escaped.has(character));
  const sizes = characters.map((character) => (isGsm ? (escaped.has(character) ? 2 : 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [whole, part] = isGsm ? [160, 153] : [70, 67];
  return { coding: isGsm ? 'GSM-7' : 'UCS-2', units, parts: units <= whole ? 1 : filled(sizes, part) };
}

function filled(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
