/**
 * The arrows between the rooms. `from` may reach `to` only where no rule below forbids it.
 * main -> daemon -> bot, scheduler, outbox -> requests -> transaction -> store, lifecycle; what a room needs from the world is handed in.
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

/** What nearly every room is handed. */
const tools = ['observability/log', 'process/back-off', 'process/clock'];

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('lifecycle', []),
    only('page', []),
    only('i18n', []),
    only('process', ['lifecycle']),
    only('notices', ['lifecycle', 'requests/read/views']),
    only('store', ['process/back-off', 'lifecycle', 'notices']),
    only('export', ['lifecycle', 'requests/access-state', 'store']),
    only('history', ['lifecycle', 'store']),
    only('people', ['lifecycle', 'store']),
    only('transaction', ['lifecycle', 'notices', 'people', 'store', 'observability/meter', ...tools]),
    only('requests', ['export', 'lifecycle', 'notices', 'people', 'store', 'transaction', 'webhooks/owed', ...tools]),
    only('contacts', ['lifecycle', 'notices', 'requests', 'store', 'transaction', ...tools]),
    only('access', [
      ...['channels/telegram/api', 'channels/telegram/answer', 'lifecycle', 'notices', 'people', 'requests', 'store'],
      ...['transaction', ...tools],
    ]),
    only('inbox', ['lifecycle', 'notices', 'store', 'transaction']),
    only('channels', [
      ...[
        'contacts',
        'i18n',
        'lifecycle',
        'network',
        'notices',
        'outbox/channel',
        'outbox/resolve',
        'people',
        'requests/cards',
        'requests/channel-trouble',
        'requests/group-trouble',
        'requests/move-chat',
        'requests/reachability',
      ],
      ...['requests/read/views', 'transaction', 'observability/redact', ...tools],
    ]),
    only('channels/wording', ['i18n', 'lifecycle', 'notices', 'requests/read/views']),
    only('channels/telegram/messages', [
      ...['channels/wording', 'i18n', 'lifecycle', 'notices', 'requests/read/views'],
    ]),
    only('outbox', [
      ...['contacts', 'lifecycle', 'notices', 'people', 'requests', 'store', 'transaction', 'observability/meter'],
      ...tools,
    ]),
    only('bot', [
      ...['access', 'channels', 'config', 'contacts', 'i18n', 'inbox', 'lifecycle', 'notices', 'people', 'requests'],
      'sessions',
      ...['transaction', 'observability/meter', ...tools],
    ]),
    only('scheduler', [
      'backup',
      'contacts',
      'lifecycle',
      'people',
      'requests',
      'store',
      'transaction',
      'observability/meter',
      ...tools,
    ]),
    only('observability', ['channels/telegram', 'config', 'lifecycle', 'network', 'store', 'process']),
    only('systemd', ['lifecycle', 'observability']),
    only('cli', [
      ...[
        'access/exposure',
        'access/seen',
        'backup',
        'channels/email',
        'channels/sms',
        'channels/telegram',
        'config',
        'contacts/email-address',
        'export',
        'failure',
        'history',
        'i18n',
        'lifecycle',
        'network',
        'process',
        'store',
        'observability',
      ],
      ...['webhooks/destination', 'webhooks/settings'],
    ]),
    only('backup', ['lifecycle', 'store', 'process']),
    only('network', ['lifecycle', 'observability/log']),
    only('sessions', ['lifecycle', 'requests/authorise', 'store/queries', 'transaction']),
    only('web', [
      'page',
      ...['channels/wording', 'contacts', 'i18n', 'lifecycle', 'network', 'people', 'process', 'requests', 'sessions'],
      ...['store/queries', 'transaction'],
      ...['observability/meter', ...tools],
    ]),
    only('webhooks', ['lifecycle', 'network', 'notices', 'store', 'transaction', 'observability/meter', ...tools]),
    {
      name: 'lifecycle-imports-nothing',
      severity: 'error',
      from: { path: '^src/lifecycle/' },
      to: { pathNot: '^src/lifecycle/' },
    },
    {
      name: 'the-sandbox-is-not-in-the-daemon',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox|telegram-double)/' },
      to: { path: '^src/(sandbox|telegram-double)/' },
    },
    {
      name: 'the-page-knows-the-protocol-only',
      comment: 'it runs in a browser, and shares only types with the server that it talks to',
      severity: 'error',
      from: { path: '^src/sandbox/page/' },
      to: { pathNot: ['^src/(sandbox/)?page/', '^src/sandbox/protocol\\.ts$', 'node_modules/@grammyjs/types/'] },
    },
    {
      name: 'the-desk-page-knows-the-protocol-only',
      comment:
        'it runs in a browser, and shares only types with the API and the sentences, besides how languages are written',
      severity: 'error',
      from: { path: '^src/web/page/' },
      to: {
        pathNot: [
          '^src/(web/)?page/',
          '^src/web/protocol\\.ts$',
          '^src/i18n/(desk-sentences|kinds|writing)\\.ts$',
          'node_modules/@fluent/',
        ],
      },
    },
    {
      name: 'nothing-imports-the-page',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/((sandbox|web)/)?page/' },
      to: { path: '^src/((sandbox|web)/)?page/' },
    },
    {
      name: 'metrics-and-http-are-loaded-by-the-watch-only',
      comment:
        'src/observability/watch.ts loads them where HTTP_LISTEN is set: they would be a good part of every other start',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/observability/(watch\\.ts|http/|metrics/)' },
      to: {
        path: '^src/observability/(http|metrics)/',
      },
    },
    packageOnlyIn('telegraf', ['^src/bot/', '^src/channels/telegram/']),
    packageOnlyIn('undici', ['^src/network/undici\\.ts$', '^src/channels/telegram/http-client\\.ts$']),
    packageOnlyIn('drizzle-orm', ['^src/store/', '^src/sandbox/daemon-database\\.ts$']),
    packageOnlyIn('better-sqlite3', ['^src/store/', '^src/sandbox/daemon-database\\.ts$']),
    packageOnlyIn('pg', ['^src/store/']),
    packageOnlyIn('croner', ['^src/scheduler/', '^src/config(/|\\.ts$)']),
    packageOnlyIn('prom-client', ['^src/observability/metrics/']),
    packageOnlyIn('unix-dgram', ['^src/systemd/']),
    packageOnlyIn('nodemailer', ['^src/channels/email/']),
    packageOnlyIn('minio', ['^src/backup/']),
    packageOnlyIn('commander', ['^src/cli/', '^src/sandbox/main\\.ts$']),
    packageOnlyIn('winston', ['^src/observability/log\\.ts$']),
    packageOnlyIn('@fluent', ['^src/i18n/', '^src/web/page/']),
    packageOnlyIn('@?hono', ['^src/web/']),
    packageOnlyIn('zod', ['^src/web/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
