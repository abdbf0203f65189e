// The daemon on a clock that runs as far ahead of the machine's as the file CLOCK_FILE says, in milliseconds.
const { readFileSync } = require('node:fs');
const { main } = require('../../../dist/main.js');

const ahead = () => Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));
void main({ clock: { now: () => Date.now() + ahead(), monotonic: () => performance.now() + ahead() } });
