// A bug: whoever asks for access with the word "poison" makes the use case throw.
const path = require('node:path');

const built = path.dirname(process.argv[1]);
const submitting = require(path.join(built, 'requests', 'submit.js'));
const { submit } = submitting;
submitting.submit = (tx, client, how, message) => {
  if (message.includes('poison')) throw new Error('a bug in the handling of poison');
  return submit(tx, client, how, message);
};
