/** How many of the list have each key. */
export function countBy<T, K>(list: readonly T[], key: (one: T) => K): ReadonlyMap<K, number> {
  const counted = new Map<K, number>();
  for (const one of list) counted.set(key(one), (counted.get(key(one)) ?? 0) + 1);
  return counted;
}

/** The list sorted by key. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
