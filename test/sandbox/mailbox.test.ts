import { join } from 'node:path';
import { framedHtml } from '../../src/sandbox/mailbox';
import type { MailView } from '../../src/sandbox/protocol';
import { SandboxProcess, type Visitor } from './visitor';

const sandboxes: SandboxProcess[] = [];
const visitors: Visitor[] = [];

async function visit(sandbox: SandboxProcess): Promise<Visitor> {
  sandboxes.push(sandbox);
  const visitor = await sandbox.visitor();
  visitors.push(visitor);
  await visitor.sees(({ daemon }) => daemon.state === 'running', 'a bot at work');
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.message('Anna', /I take requests/);
  return visitor;
}

afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.leave();
  for (const sandbox of sandboxes.splice(0)) await sandbox.end();
});

/** The newest of so many mails. */
async function mail(visitor: Visitor, count: number): Promise<MailView> {
  const { mails } = await visitor.sees((snapshot) => snapshot.mails?.length === count, `${count} mails`);
  const newest = mails?.[0];
  if (newest === undefined) throw new Error('seen, and not there');
  return newest;
}

test('what the bot mails is in the mailbox: the code of an address and, once Telegram can’t reach its owner, the outcome', async () => {
  const visitor = await visit(new SandboxProcess());
  expect(visitor.snapshot.mails).toEqual([]);
  await visitor.writes('Anna', '/email anna@example.org');
  const code = await mail(visitor, 1);
  expect(code).toMatchObject({ id: 1, to: 'anna@example.org', html: '/mails/1' });
  expect(code.from).toContain('bot@sosekni.example');
  expect(code.head).toMatch(/^Message-ID: <outbox-\d+\.[0-9a-f]+@sosekni\.example>$/m);
  await visitor.writes('Anna', /\b\d{6}\b/.exec(code.text)?.[0] ?? 'no code');
  await visitor.message('Anna', /is confirmed/);
  await visitor.writes('Anna', '/request I bring cake');
  await visitor.message('Clara', /I bring cake/);
  await visitor.does({ type: 'block', person: visitor.person('Anna').id });
  await visitor.presses('Clara', /I bring cake/, 'Approve');
  expect((await mail(visitor, 2)).subject).toBe('Request #1: approved');
  const { outbox } = await visitor.settled();
  expect(outbox.filter(({ channel }) => channel === 'email')).toMatchObject([
    { to: 'Anna Berg', what: 'approval', state: 'sent' },
    { to: 'Anna Berg', state: 'sent' },
  ]);
  await visitor.does({ type: 'fresh', group: false });
  await visitor.sees(({ mails }) => mails?.length === 0, 'an empty mailbox');
});

test('the HTML of a mail is framed by the page alone, and nothing in it runs, loads or leads out of its frame', async () => {
  const visitor = await visit(new SandboxProcess());
  await visitor.writes('Anna', '/email anna@example.org');
  const { html, text } = await mail(visitor, 1);
  const answer = await fetch(`${visitor.address}${html}`);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    `frame-ancestors ${visitor.address} ${visitor.address.replace('127.0.0.1', 'localhost')}`,
  ]);
  expect(await answer.text()).toContain(/\b\d{6}\b/.exec(text)?.[0]);
  for (const path of ['/mails/2', '/mails/', '/mails/1/..', '/mails/01']) {
    expect({ path, status: (await fetch(`${visitor.address}${path}`)).status }).toEqual({ path, status: 404 });
  }
});

test('a mail leads to the bot’s own pages in new tabs, and nowhere else', () => {
  const own = 'http://127.0.0.1:4000';
  const link = (address: string) => framedHtml(`<p><a href="${address}" style="color:red">x</a></p>`, own);
  expect(link(`${own}/me/abc`)).toContain(`<a href="${own}/me/abc" target="_blank" rel="noopener noreferrer" style=`);
  for (const address of ['https://t.me/+abc', `${own}.evil.example/`, 'http://127.0.0.1:40001/']) {
    expect(link(address)).toBe('<p><a style="color:red">x</a></p>');
  }
});

test('without the packages for development the sandbox says that nobody gets mail, and the bot has neither /email nor the form', async () => {
  const preload = join(__dirname, '..', 'e2e', 'preloads', 'no-mail-packages.cjs');
  const sandbox = new SandboxProcess({ env: { NODE_OPTIONS: `--require ${preload}` } });
  const visitor = await visit(sandbox);
  expect(visitor.snapshot).toMatchObject({ mails: null, form: null });
  expect(visitor.chat('Anna').commands.map(({ command }) => command)).not.toContain('email');
  const { stdout, stderr } = await sandbox.ends('SIGTERM');
  expect(stdout).toContain('Nobody gets mail here');
  expect(stderr).toBe('');
});
