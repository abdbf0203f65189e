/** The place of HTTP_LISTEN can't be had: somebody has to choose another, or free it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Why a place can't be listened at, and what to do. */
export function whyNotListening({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return 'another program listens there. Stop it, or choose another port.';
    case 'EADDRNOTAVAIL':
      return 'this machine has no such address. Choose one that it has, such as 127.0.0.1.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no address of that name. Choose one that this machine has, such as 127.0.0.1.';
    case 'EACCES':
      return 'this user may not listen there. Choose a port from 1024 on.';
    default:
      return `it can't be listened there (${message}).`;
  }
}
