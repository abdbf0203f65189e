/** Every text in it as both databases can hold it: NUL and halves of surrogate pairs become U+FFFD. */
export function sanitized<T>(value: T): T {
  // Nearly every update is returned as it came: making it anew would cost more than all that its handler does.
  return isSound(value) ? value : (madeSound(value) as T);
}

function isSound(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value) if (!isSound(value[key as keyof typeof value])) return false;
  return true;
}

function madeSound(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(madeSound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, madeSound(held)]));
}
