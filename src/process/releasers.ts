/** Releases a resource. */
export type Release = () => unknown;

/**
 * Runs `work`, which registers a cleanup for each resource it acquires; cleanups run in reverse order, even if one fails.
 * Throws the first error; `failed`, if given, gets the others.
 */
export async function withReleasers<T>(
  work: (acquired: (release: Release) => void) => Promise<T>,
  failed: (error: unknown) => void = () => {},
): Promise<T> {
  const releases: Release[] = [];
  const errors: unknown[] = [];
  let result: { readonly of: T } | null = null;
  try {
    result = { of: await work((release) => void releases.push(release)) };
  } catch (error) {
    errors.push(error);
  }
  for (const release of releases.reverse()) {
    try {
      await release();
    } catch (error) {
      errors.push(error);
    }
  }
  const [first, ...others] = errors;
  for (const error of others) failed(error);
  if (errors.length > 0 || result === null) throw first;
  return result.of;
}
