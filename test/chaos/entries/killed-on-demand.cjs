// The daemon, killed as by `kill -9` at the step that the file KILL_FILE names, at the count it says: "claimed 3".
const { existsSync, readFileSync } = require('node:fs');
const { main } = require('../../../dist/main.js');

const { KILL_FILE } = process.env;
let seen = 0;
const step = (name) => {
  if (!existsSync(KILL_FILE)) return;
  const [at, count] = readFileSync(KILL_FILE, 'utf8').split(' ');
  if (at !== name) return;
  seen += 1;
  if (seen >= Number(count)) process.kill(process.pid, 'SIGKILL');
};
void main({ step });
