/** `1 request`, `2 requests`, `0 requests`: of nouns whose plural is made by an s. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
