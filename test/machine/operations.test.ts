import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TelegramDouble } from '../../src/telegram-double/double';
import { DebianMachine, describeMachine, makingTakes } from './machine';

const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8');

interface Block {
  readonly lines: readonly string[];
  /** Why it was not run where the page was written; null: it was. */
  readonly notRun: string | null;
}

/** The commands of the page, in order. */
const blocks: readonly Block[] = [...page.matchAll(/^( *)```sh\n([^]*?)^\1```$/gm)].map(
  ([, indent = '', code = '']) => {
    const lines = code
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(indent.length));
    const notRun = /^# not run: it needs (.*)$/.exec(lines[0] ?? '')?.[1] ?? null;
    return { lines: notRun === null ? lines : lines.slice(1), notRun };
  },
);

test('only commands that need something unavailable here were skipped', () => {
  const allowed: Readonly<Record<string, RegExp>> = {
    'a Docker engine': /^docker compose /,
    'deb.nodesource.com': /deb\.nodesource\.com|^apt-get |^install -d \/etc\/apt\/keyrings$/,
  };
  const left = blocks.filter(({ notRun }) => notRun !== null);
  expect(left.length).toBe(2);
  for (const { lines, notRun } of left)
    for (const line of lines) expect(line).toMatch(allowed[notRun ?? ''] ?? /no such reason/);
});

/** They install packages or build: whoever wrote the page ran them, and what they bring is on the machine. */
const byHand = /^(apt-get|useradd|su builder|cd ~builder)\b/;

describeMachine('the commands of docs/operations.md', () => {
  const double = new TelegramDouble();
  let machine: DebianMachine;
  beforeAll(async () => {
    await double.start();
    machine = await DebianMachine.boot(double);
  }, makingTakes);
  afterAll(async () => {
    await machine.end();
    await double.stop();
  });

  test('lead from a clean machine to a bot with monitoring and backups, to PostgreSQL, and to uninstalling', async () => {
    double.person({ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }).hasStarted();
    const client = double.person({ id: 7_000_000_002, first_name: 'Anna', language_code: 'en' });
    /** What a person types. */
    const answers = (commands: string): string => {
      if (/install\.sh$/m.test(commands)) return `y\n5000000001\n${double.token}\n`;
      // There is none, but the double needs none.
      if (/\/dev\/stdin \S*telegram_proxy/.test(commands)) return 'off\n';
      return /\/dev\/stdin \S*telegram_bot_token/.test(commands) ? `${double.token}\n` : '';
    };
    let all = '';
    for (const { lines, notRun } of blocks) {
      const commands = lines.filter((line) => notRun === null && !byHand.test(line)).join('\n');
      if (commands === '') continue;
      all += await machine.run(commands, answers(commands));
      if (!/install\.sh$/m.test(commands)) continue;
      // The machine does not reach Telegram, but the double.
      await machine.run(`echo TELEGRAM_API_ROOT=${double.root} >>/etc/sosekni-bot/sosekni-bot.env
        systemctl restart sosekni-bot`);
      await client.sees(/^✅/, { after: client.write('/request Hello, it’s me') });
    }
    for (const told of [
      /^ +Status: "(waiting for Telegram|1 pending; )/m,
      /^\S+Z info /m,
      /^ok {5}token: Telegram knows it as @/m,
      /^\{"ready":true/m,
      /^sosekni-bot \d/m,
      /SUCCESS: .*prometheus\.yml is valid prometheus config file/,
      /sosekni-bot-backup\.timer +sosekni-bot-backup\.service/,
      / can be restored: all rows of every table came back/,
      /^Restored sosekni-.*\.db\.gz$/m,
      /^Nothing to do: the database has all \d+ migrations\.$/m,
      /^ok {5}database: PostgreSQL is empty/m,
      /"pid":\s*\d+/,
      /^Done\.$/m,
    ])
      expect(all).toMatch(told);
    expect(await machine.run('cat ~/requests.csv')).toMatch(/^id,status,[^]*^1,pending,/m);
    expect(await machine.run('cat ~/history.jsonl')).toMatch(/"request_id":1\b/);
    await machine.run('test ! -e /opt/sosekni-bot; test -f /var/lib/private/sosekni-bot/sosekni.db');
  }, 300_000);
});
