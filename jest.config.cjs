/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json' }] },
  // What the desk's page shares with the server, it imports by the name that it has in a browser.
  moduleNameMapper: { '^(.*/i18n/[a-z-]+)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/postgres/start.mjs',
  globalTeardown: '<rootDir>/test/postgres/stop.mjs',
  testTimeout: 60_000,
  // Two more than CI has processors: many tests wait for daemons, browsers and Telegram’s limits. With more, daemons are late.
  maxWorkers: 4,
  testSequencer: '<rootDir>/test/sequencer.cjs',
};
