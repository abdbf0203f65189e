// Broken: a request that has been decided is decided again.
const { rules } = require('../../../dist/lifecycle/transition.js');

for (const status of ['approved', 'rejected']) {
  rules[status].approve = rules.pending.approve;
  rules[status].reject = rules.pending.reject;
}
