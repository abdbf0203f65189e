// The daemon, killed as by `kill -9` when it comes to the step KILL_STEP for the KILL_COUNTth time.
const { main } = require('../../../dist/main.js');

const { KILL_STEP, KILL_COUNT } = process.env;
let left = Number(KILL_COUNT);
const step = (name) => {
  if (name !== KILL_STEP) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};
void main({ step });
