/** Lets go of something that was acquired. */
export type Release = () => unknown;

/**
 * Runs `work`, which names by `acquired` how to let go of each thing as soon as it has it. When it has ended, however it did,
 * all are let go, one after the other, the last first, each of them though another could not be. Throws what went wrong first;
 * `failed` is told what else did.
 */
export async function withReleasers<T>(
  work: (acquired: (release: Release) => void) => Promise<T>,
  failed: (error: unknown) => void,
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
