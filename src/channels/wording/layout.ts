type Parts = readonly (string | null)[];

/** Side by side on one line; parts that are null or empty are left out, here and below. */
export const beside = (...parts: Parts): string => join(parts, ' · ');

/** Lines one below the other. */
export const lines = (...parts: Parts): string => join(parts, '\n');

/** Paragraphs with an empty line between them. */
export const paragraphs = (...parts: Parts): string => join(parts, '\n\n');

const join = (parts: Parts, separator: string): string =>
  parts.filter((part) => part !== null && part !== '').join(separator);
