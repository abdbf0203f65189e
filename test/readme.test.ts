import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../src/config/load';
import { settingNames, settings, type AboutSetting } from '../src/config/schema';
import { requestId, telegramId } from '../src/lifecycle/ids';
import { renderMenu } from '../src/channels/telegram/messages/menu';
import type { CardView } from '../src/requests/read/views';
import { renderNotice } from '../src/channels/telegram/messages/render';
import { plainText } from '../src/i18n/markup';
import { stateDiagram } from './lifecycle/diagram';
import { texts } from './channels/telegram/messages/samples';

const root = path.join(__dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The blocks of code in a language, without their fences. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp('```' + language + '\\n([^]*?)\\n?```', 'g'))].map(([, code]) => code ?? '');

/** The cells of each row of the table whose head begins with `head`, without backticks. */
function tableRows(head: string): string[][] {
  const [, ...rows] =
    readme
      .slice(readme.indexOf(`| ${head} |`))
      .split('\n\n', 1)[0]
      ?.split('\n')
      .slice(1) ?? [];
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

test('it starts with a picture of the sandbox and the command that starts it', () => {
  const [, , picture, , command = ''] = readme.split('\n\n');
  expect(picture).toMatch(/^!\[[^\]]+\]\(docs\/sandbox-laptop\.png\)$/);
  expect(command).toBe('```sh\nnpm ci && npm run sandbox\n```');
});

test('the diagram in the README is the transition table', () => {
  const right = stateDiagram();
  if (blocks('mermaid').join() !== right) throw new Error(`Put this diagram into the README:\n\n${right}\n`);
});

/** The marks that keep a name's direction to itself. */
const invisible = /[\u2068\u2069]/g;

test('the card in the README is what an admin sees', () => {
  const submittedAt = Date.UTC(2026, 10, 30, 14, 5);
  const card: CardView = {
    id: requestId(12),
    status: 'pending',
    round: 1,
    client: { telegramId: telegramId(7_000_000_002), name: 'Anna', username: 'anna', unreachable: false },
    message: 'I’m Anna, a friend of Boris',
    submittedAt,
    expiresAt: submittedAt + 7 * 24 * 60 * 60 * 1000,
    appeal: 0,
    otherTexts: [],
    approvals: null,
    notes: 0,
    talk: { said: [], older: 0 },
    decision: null,
    earlier: null,
    undoable: false,
  };
  const { html, keyboard } = renderNotice({ kind: 'card', card }, { texts: texts(), language: 'en' });
  const buttons = (keyboard ?? []).map((row) => row.map(({ text }) => `[ ${text} ]`).join(' '));
  const drawn = [plainText(html), '', ...buttons].join('\n');
  expect(blocks('text')).toEqual([drawn.replace(invisible, '')]);
});

describe('the settings in the README', () => {
  const rows = tableRows('Name | Default | Meaning');
  const required = { TELEGRAM_BOT_TOKEN: `1:${'t'.repeat(20)}`, ADMIN_TELEGRAM_ID: '1' };
  const load = (env: Record<string, string>) =>
    loadConfig({ env: { ...required, ...env }, dotenv: {}, home: '/home', isTty: false, credentials: () => null });

  test('are complete', () => {
    expect(rows.map(([name]) => name)).toEqual(settingNames);
  });

  test('name the credentials that may hold them', () => {
    const [, about = ''] = /\n## Settings\n\n[^(]*credentials \(([^)]*)\)/.exec(readme) ?? [];
    const named = [...about.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const credentials = settingNames.flatMap((name) => {
      const { credential }: AboutSetting = settings[name].about;
      return credential === undefined ? [] : [credential];
    });
    expect(named).toEqual(credentials);
    const also = rows.flatMap(([name, , meaning = '']) =>
      [...meaning.matchAll(/also the credential `(\w+)`/g)].map(([, credential = '']) => [name, credential]),
    );
    for (const [name, credential = ''] of also)
      expect([name, credential]).toEqual([credential.toUpperCase(), credential]);
  });

  test('have the documented defaults', () => {
    const values = rows.map(([name = '', value = '']) => [name, value] as const);
    expect(values.filter(([, value]) => value === 'required').map(([name]) => name)).toEqual(Object.keys(required));
    const defaults = Object.fromEntries(values.filter(([, value]) => value !== 'required' && value !== 'unset'));
    const loaded = load({});
    expect(loaded.ok).toBe(true);
    for (const [name, value] of Object.entries(defaults))
      expect({ name, ...load({ [name]: value }) }).toEqual({ name, ...loaded });
  });
});

test('every command of the bot is in the README', () => {
  for (const { command } of renderMenu('admin', texts(), 'en', { hasDesk: true, channels: ['email', 'sms'] }))
    expect(readme).toMatch(new RegExp(`\`/${command}\\b`));
});

test('every file and script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
  const links = [...readme.matchAll(/(?:\]\(|src=")(?!https:)([^)"]+)[)"]/g)].map(([, target]) => target ?? '');
  const folders = [...readme.matchAll(/`((?:src|test|systemd|data|dist)\/[^`]*)`/g)].map(([, target]) => target ?? '');
  const made = ['data/', 'data/backups'];
  for (const file of [...links, ...folders, '.env.example']) {
    if (!made.includes(file)) expect({ file, there: existsSync(path.join(root, file)) }).toEqual({ file, there: true });
  }
  for (const [, script] of readme.matchAll(/npm (?:run )?(start|test|dev|build|sandbox|chaos|bench|screenshots)\b/g))
    expect(scripts).toHaveProperty([script ?? '']);
});
