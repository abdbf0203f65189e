// Runs in the network of the machine, which has no way out of it: whoever connects to this port there reaches the socket, behind
// which the test is.
//   node relay.mjs PORT SOCKET
import { createConnection, createServer } from 'node:net';

const [port, socket] = process.argv.slice(2);
const server = createServer((inside) => {
  const outside = createConnection(socket);
  inside.pipe(outside).pipe(inside);
  for (const end of [inside, outside]) {
    end
      .on('error', () => undefined)
      .on('close', () => {
        inside.destroy();
        outside.destroy();
      });
  }
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
