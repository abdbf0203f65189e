// Broken: that an update has had its effect is committed before it has one.
const receiver = require('../../../dist/bot/receiver.js');
const { seenUpdate } = require('../../../dist/bot/seen-update.js');
const updates = require('../../../dist/store/queries/updates.js');

const own = new Set();
const key = ({ updateId, content }) => `${updateId} ${content}`;
const { receive } = receiver;
receiver.receive = async (ports, batch, signal) => {
  await ports.transactions.run(async (tx) => {
    for (const update of batch) {
      const seen = seenUpdate(update, tx.now);
      if (await tx.store.updates.record(seen)) own.add(key(seen));
    }
  }, signal);
  return receive(ports, batch, signal);
};
const { updateQueries } = updates;
updates.updateQueries = (database) => {
  const queries = updateQueries(database);
  const record = async (seen) => own.delete(key(seen)) || queries.record(seen);
  return { ...queries, record };
};
