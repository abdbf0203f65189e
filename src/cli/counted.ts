/** `1 request`, `2 requests`, `0 requests`: for nouns that form the plural with an s. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
