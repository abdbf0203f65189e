/** The place of HTTP_LISTEN can't be had: somebody has to choose another, or free it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}
