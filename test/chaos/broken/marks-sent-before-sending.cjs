// Broken: that a message was sent is written down when it is about to be.
const outbox = require('../../../dist/store/queries/outbox.js');

const { outboxQueries } = outbox;
outbox.outboxQueries = (database) => {
  const queries = outboxQueries(database);
  const claim = async (ids, now) => {
    const claimed = await queries.claim(ids, now);
    await queries.accept(
      [...claimed].map((id) => ({ id, messageId: null })),
      now,
    );
    return claimed;
  };
  return { ...queries, claim };
};
