// The program with the folder it is started in as its home: that one's `.env` is read, not the checkout's.
const { main } = require('../../../dist/main.js');

void main({ home: process.cwd() });
