/** Jest's globalTeardown: ends what start.mjs started, if it did. */
export default async function stopPostgres() {
  await globalThis.stopTestPostgres?.();
}
