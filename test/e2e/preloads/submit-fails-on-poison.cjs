// A bug: whoever asks for access with the word "poison" makes the use case throw.
const path = require('node:path');

const built = path.dirname(process.argv[1]);
const submitting = require(path.join(built, 'requests', 'submit.js'));
const { submitText } = submitting;
if (submitText === undefined) throw new Error('there is nothing to break');
submitting.submitText = (tx, client, how, message, leftOut) => {
  if (message.includes('poison')) throw new Error('a bug in the handling of poison');
  return submitText(tx, client, how, message, leftOut);
};
