// Broken: somebody who was removed as an admin remains one until the next start.
const { Community } = require('../../../dist/people/community.js');

const { appointAdded } = Community.prototype;
Community.prototype.appointAdded = function (added) {
  appointAdded.call(this, new Map([...this.added, ...added]));
};
