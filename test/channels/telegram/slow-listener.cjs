// A server that takes no connection for a while: its process stands still, and its queue holds two.
const { createServer } = require('node:net');

const server = createServer((socket) => socket.on('error', () => undefined));
server.listen({ host: process.argv[2], port: Number(process.argv[3]), backlog: 1 }, () => {
  process.send(server.address().port);
  process.once('message', (ms) => {
    process.send('standing still', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms));
  });
});
