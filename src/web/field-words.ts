import type { z } from '@hono/zod-openapi';

/** What is wrong with a field, to be read after its name. A schema that has words of its own for it keeps them. */
export function wordsFor(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `must ${sizeOf(issue.origin, 'most', issue.maximum)}`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
      return `must ${sizeOf(issue.origin, 'least', issue.minimum)}`;
    case 'invalid_format':
      return 'has a wrong form';
    case 'unrecognized_keys':
      return 'is not known here';
    default:
      return 'is not valid';
  }
}

/** As `wordsFor`, for a query, where a list is a name that is there more than once. */
export const wordsForQuery = (issue: z.core.$ZodRawIssue): string =>
  issue.code === 'invalid_type' && Array.isArray(issue.input) ? 'may appear only once' : wordsFor(issue);

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function sizeOf(origin: string, bound: 'most' | 'least', size: number | bigint): string {
  if (origin === 'string') return `have at ${bound} ${size} characters`;
  return origin === 'array' ? `have at ${bound} ${size} items` : `be at ${bound} ${size}`;
}
