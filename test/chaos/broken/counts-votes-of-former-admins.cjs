// Broken: the approval of somebody who was removed as an admin counts when the last one comes.
const { rules } = require('../../../dist/lifecycle/transition.js');

const { apply } = rules.pending.approve;
rules.pending.approve.apply = (request, command, now, policy) => {
  const admins = new Set([...command.admins, ...request.votes.map(({ by }) => by)]);
  return apply(request, { ...command, admins }, now, policy);
};
