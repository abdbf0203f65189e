// Broken: what a change owes people is written in a transaction of its own, after the one of the change.
const { existsSync } = require('node:fs');
const transacting = require('../../../dist/requests/transact.js');

const { transactOnceAvailable } = transacting;
transacting.transactOnceAvailable = async (desk, job, signal) => {
  let later = [];
  const done = await transactOnceAvailable(
    desk,
    (work) => {
      later = [];
      const add = async (message, at) => {
        const owed = { ...message, id: 0, attempts: 0, unknownOutcomes: 0, notBefore: null };
        later.push({ message, at, owed });
        return owed;
      };
      const { outbox } = work.store;
      return job({ ...work, store: { ...work.store, outbox: { ...outbox, add } } });
    },
    signal,
  );
  if (later.length === 0) return done;
  // Who kills it at no named step of the program may do so here.
  if (existsSync(process.env.KILL_FILE ?? '')) process.kill(process.pid, 'SIGKILL');
  await transactOnceAvailable(
    desk,
    async (work) => {
      for (const { message, at, owed } of later) Object.assign(owed, await work.store.outbox.add(message, at));
    },
    signal,
  );
  return done;
};
