// The daemon, which writes the steps of its work and each send that it writes to a connection, one a line, to the file STEPS_FILE.
const { subscribe } = require('node:diagnostics_channel');
const { appendFileSync } = require('node:fs');
const { main } = require('../../../dist/main.js');

const step = (name) => appendFileSync(process.env.STEPS_FILE, `${name}\n`);
subscribe('undici:client:sendHeaders', ({ request }) => {
  if (request.path.endsWith('/sendMessage')) step('sent');
});
void main({ step });
