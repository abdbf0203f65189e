// Ends the process by the signal ENDS_BY in a move whose rows are all copied and not compared yet.
const fs = require('node:fs');
const { Client } = require('pg');

const end = () => process.kill(process.pid, process.env.ENDS_BY);
const flush = fs.fsyncSync;
fs.fsyncSync = (descriptor) => {
  end();
  flush(descriptor);
};
const query = Client.prototype.query;
Client.prototype.query = function (...asked) {
  if (asked[0] === 'analyze') end();
  return query.apply(this, asked);
};
