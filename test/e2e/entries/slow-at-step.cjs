// The daemon on a clock by which everything takes two seconds that follows the step SLOW_STEP.
const { main } = require('../../../dist/main.js');

let ahead = 0;
const step = (name) => {
  if (name === process.env.SLOW_STEP) ahead += 2000;
};
void main({ clock: { now: () => Date.now() + ahead, monotonic: () => performance.now() + ahead }, step });
