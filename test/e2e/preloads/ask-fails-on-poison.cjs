// A bug: whoever asks for access with the word "poison" makes the use case throw.
const path = require('node:path');

const built = path.dirname(process.argv[1]);
const asking = require(path.join(built, 'requests', 'ask.js'));
const { ask } = asking;
asking.ask = (work, client, how, message) => {
  if (message.includes('poison')) throw new Error('a bug in the handling of poison');
  return ask(work, client, how, message);
};
