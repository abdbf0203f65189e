/**
 * Reads a phone number, as E.164 writes it: a plus, the country, the rest, 7 to 15 digits in all. Spaces, dots, hyphens and parentheses
 * between them are left out, and so is a zero in parentheses, which is not dialled behind the country. Null: it is none.
 */
export function parsePhoneNumber(text: string): string | null {
  const number = text.replace(/\(0\)/, '').replace(/[\s\u00a0().\u2010-\u2013-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/** Whether messages may be sent to numbers that begin like this. `prefixes` null: to any. */
export const isAllowedNumber = (number: string, prefixes: readonly string[] | null): boolean =>
  prefixes === null || prefixes.some((prefix) => number.startsWith(prefix));
