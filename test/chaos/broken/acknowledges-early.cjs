// Broken: updates are confirmed to Telegram before they have had their effect.
const { setTimeout: wait } = require('node:timers/promises');
const receiver = require('../../../dist/bot/receiver.js');

const { receive } = receiver;
receiver.receive = (...given) => {
  void wait(20)
    .then(() => receive(...given))
    .catch(() => {});
  return Promise.resolve();
};
