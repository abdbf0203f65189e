/** The address of a setting can't be listened on: somebody has to choose another one, or free it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Why an address can't be listened on, and what to do. */
export function whyNotListening({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return 'another program is listening there. Stop it, or choose another port.';
    case 'EADDRNOTAVAIL':
      return 'this machine has no such address. Choose one that it has, such as 127.0.0.1.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no host with that name. Choose an address of this machine, such as 127.0.0.1.';
    case 'EACCES':
      return 'this user may not listen there. Choose a port from 1024 on.';
    default:
      return `listening there failed (${message}).`;
  }
}
