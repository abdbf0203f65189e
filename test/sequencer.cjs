const Sequencer = require('@jest/test-sequencer').default;

/** The longest files, which are short to read: Jest takes long files first, and would keep these for a last worker that works alone. */
const longest = ['test/chaos/broken.test.ts', 'test/machine/service.test.ts', 'test/chaos/chaos.test.ts'];

module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => longest.findIndex((file) => path.endsWith(file));
    const early = tests.filter((test) => rank(test) !== -1).sort((a, b) => rank(a) - rank(b));
    return [...early, ...super.sort(tests.filter((test) => rank(test) === -1))];
  }
};
