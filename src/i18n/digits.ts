const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The Arabic and Persian digits of `text` (٣, ۳) as Latin ones, each in its place: people type numbers in either. */
export const latinDigits = (text: string): string =>
  text.replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
