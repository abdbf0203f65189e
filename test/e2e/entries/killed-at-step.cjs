// The daemon, killed as by `kill -9` (or sent another signal, KILL_SIGNAL) when it comes to the step KILL_STEP for the
// KILL_COUNTth time.
const { main } = require('../../../dist/main.js');

const { KILL_STEP, KILL_COUNT, KILL_SIGNAL = 'SIGKILL' } = process.env;
let left = Number(KILL_COUNT);
const step = (name) => {
  if (name !== KILL_STEP) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, KILL_SIGNAL);
};
void main({ step });
