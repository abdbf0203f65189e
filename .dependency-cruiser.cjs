/**
 * The arrows of the house. `from` may reach `to` only where no rule below forbids it.
 * main -> daemon -> bot, scheduler, outbox -> requests -> lifecycle; what a room needs from the world is handed in.
 */
const only = (room, allowed) => ({
  name: `${room}-reaches-only-its-own`,
  comment: `src/${room} may import ${allowed.join(', ') || 'nothing of src'} and itself`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...allowed.map((name) => `^src/${name}(/|\\.ts$)`)] },
});
const packageOnlyIn = (name, paths) => ({
  name: `${name}-stays-where-it-belongs`,
  severity: 'error',
  from: { path: '^src/', pathNot: paths },
  to: { path: `node_modules/${name}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('lifecycle', []),
    only('texts', []),
    only('messages', ['lifecycle', 'texts']),
    only('store', ['lifecycle', 'messages']),
    only('requests', ['lifecycle', 'messages', 'store', 'log', 'clock']),
    only('telegram', ['lifecycle']),
    only('outbox', ['lifecycle', 'messages', 'meter', 'requests', 'store', 'telegram', 'texts', 'log', 'clock']),
    only('bot', ['lifecycle', 'messages', 'meter', 'requests', 'store', 'telegram', 'texts', 'log', 'clock', 'config']),
    only('scheduler', ['backup', 'lifecycle', 'meter', 'requests', 'store', 'log', 'clock']),
    only('health', ['lifecycle', 'meter', 'store', 'clock']),
    only('metrics', ['health', 'lifecycle', 'meter', 'store', 'telegram', 'log', 'clock']),
    only('systemd', ['health', 'lifecycle', 'log']),
    only('http', ['health', 'log']),
    only('cli', [
      'backup',
      'config',
      'settings',
      'failure',
      'http/listen-error',
      'surroundings',
      'version',
      'clock',
      'log',
      'lifecycle',
      'store',
      'telegram',
    ]),
    only('backup', ['lifecycle', 'store', 'clock']),
    {
      name: 'lifecycle-imports-nothing',
      severity: 'error',
      from: { path: '^src/lifecycle/' },
      to: { pathNot: '^src/lifecycle/' },
    },
    {
      name: 'the-sandbox-is-not-in-the-daemon',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sandbox/' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'the-page-knows-the-protocol-only',
      comment: 'it runs in a browser, and shares only types with the server that it talks to',
      severity: 'error',
      from: { path: '^src/sandbox/page/' },
      to: { pathNot: ['^src/sandbox/page/', '^src/sandbox/protocol\\.ts$', 'node_modules/@grammyjs/types/'] },
    },
    {
      name: 'nothing-imports-the-page',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sandbox/page/' },
      to: { path: '^src/sandbox/page/' },
    },
    {
      name: 'metrics-and-http-are-loaded-by-the-watch-only',
      comment: 'src/watch.ts loads them where HTTP_LISTEN is set: they would be a good part of every other start',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(watch\\.ts|http/|metrics/)' },
      to: { path: '^src/(http|metrics)/', pathNot: '^src/http/listen-error\\.ts$' },
    },
    packageOnlyIn('telegraf', ['^src/bot/', '^src/telegram/']),
    packageOnlyIn('drizzle-orm', ['^src/store/', '^src/sandbox/records\\.ts$']),
    packageOnlyIn('better-sqlite3', ['^src/store/', '^src/sandbox/records\\.ts$']),
    packageOnlyIn('pg', ['^src/store/']),
    packageOnlyIn('croner', ['^src/scheduler/', '^src/config(/|\\.ts$)']),
    packageOnlyIn('prom-client', ['^src/metrics/']),
    packageOnlyIn('unix-dgram', ['^src/systemd/']),
    packageOnlyIn('minio', ['^src/backup/']),
    packageOnlyIn('commander', ['^src/cli/', '^src/sandbox/main\\.ts$']),
    packageOnlyIn('winston', ['^src/log\\.ts$']),
    packageOnlyIn('@fluent', ['^src/texts/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
