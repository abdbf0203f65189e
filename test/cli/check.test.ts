import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onServer } from '../store/engines';
import type { Person } from '../../src/telegram-double/people';
import { startWorld, type World } from '../e2e/world';
import { command, type CommandOptions, type Ended } from './command';

const EX_TEMPFAIL = 75;
const EX_CONFIG = 78;
const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const group = { id: -1_000_000_000_777, title: 'Admins' };

/** What is said of a subject, and the word in front of it. */
const lineOf = ({ stdout }: Ended, subject: string): string | undefined =>
  stdout.split('\n').find((line) => line.slice(7).startsWith(`${subject}: `));

describe.each(['sqlite', 'postgres'] as const)('check, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine, admins: [boris], group });
  });
  afterAll(() => world.close());

  const check = (env: CommandOptions['env'] = {}, options: Omit<CommandOptions, 'env'> = {}): Promise<Ended> =>
    command(['check'], {
      ...options,
      env: {
        TELEGRAM_BOT_TOKEN: world.double.token,
        TELEGRAM_API_ROOT: world.double.root,
        ADMIN_TELEGRAM_ID: String(boris.id),
        ADMIN_CHAT_ID: String(group.id),
        DATABASE_URL: world.databaseUrl,
        ...env,
      },
    });

  // A server of the tests' own has the locale C, where words beyond ASCII are found slowly.
  const verdict = engine === 'postgres' ? '(ok|look)' : 'ok';

  test('finds everything right beside a running daemon, and disturbs nobody', async () => {
    const calls = world.double.callLog.calls.length;
    const ended = await check();
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).not.toMatch(/^wrong/m);
    expect(lineOf(ended, 'proxy')).toMatch(/^ok .*none$/);
    expect(lineOf(ended, 'token')).toMatch(/^ok .*@/);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^ok .*Boris/);
    expect(lineOf(ended, `group ${group.id}`)).toMatch(/^ok .*Admins/);
    expect(lineOf(ended, 'clock')).toMatch(/^ok /);
    expect(lineOf(ended, 'database')).toMatch(new RegExp(`^${verdict} .*in use by process ${world.daemon.pid}[ ,]`));
    const asked = new Set(world.double.callLog.calls.slice(calls).map(({ method }) => method));
    // The daemon's own.
    for (const method of ['getUpdates', 'setMyCommands', 'setMyDescription', 'setMyShortDescription'])
      asked.delete(method);
    expect([...asked].sort()).toEqual(['getChat', 'getChatMember', 'getMe', 'getWebhookInfo']);
    expect(world.daemon.log.some((line) => line['event.action'] === 'lock_lost')).toBe(false);
  });

  test('says of an admin who never pressed Start that they have to', async () => {
    const ended = await check({ ADMIN_TELEGRAM_ID: `${boris.id},404` });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'admin 404')).toMatch(/^wrong .*press Start.*ADMIN_TELEGRAM_ID/);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^ok /);
  });

  test('looks at the chats of admins whom owners have added, and counts them where several have to approve', async () => {
    const [owner] = world.admins;
    if (owner === undefined || world.group === undefined) throw new Error('there are an owner and a group');
    const three = { APPROVALS_NEEDED: '3' };
    const before = await check(three);
    expect(before.stdout).toMatch(
      /^look +settings: APPROVALS_NEEDED is 3, and there is only one admin: no request can/m,
    );

    const dora = world.double.person({ id: 6_000_000_001, first_name: 'Dora', language_code: 'en' });
    dora.hasStarted();
    for (const id of [dora.id, 404]) {
      const said = owner.write(`/admins add ${id}`, { in: world.group });
      await owner.sees('is an admin now', { in: world.group, after: said });
    }
    const ended = await check(three);
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^ok /);
    expect(lineOf(ended, `admin ${dora.id}`)).toMatch(/^ok .*Dora/);
    expect(lineOf(ended, 'admin 404')).toMatch(/^wrong .*press Start.*\/admins remove 404/);
    expect(ended.stdout).not.toContain('APPROVALS_NEEDED is');
    const four = await check({ APPROVALS_NEEDED: '4' });
    expect(four.stdout).toMatch(/^look +settings: APPROVALS_NEEDED is 4, and there are only 3 admins: no request can/m);

    const unknown = await check({ DATABASE_URL: 'postgres://bot@127.0.0.1:1/none' });
    expect(lineOf(unknown, 'admins')).toMatch(/^open .*database/);
    const removed = owner.write('/admins remove 404', { in: world.group });
    await owner.sees('is no longer an admin', { in: world.group, after: removed });
    expect(lineOf(await check(), 'admin 404')).toBeUndefined();
  });

  test('says of a group without the bot that it has to be added', async () => {
    const ended = await check({ ADMIN_CHAT_ID: '-1000000000778' });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'group -1000000000778')).toMatch(/^wrong .*Add @.*ADMIN_CHAT_ID/);
  });

  test('says of a group without topics that the topic for the cards is not there', async () => {
    const plain = world.double.group({ id: -1_001_000_000_779, title: 'Plain', members: [] });
    const forum = world.double.group({ id: -1_001_000_000_780, title: 'Forum', members: [], forum: true });
    const ended = await check({ ADMIN_CHAT_ID: `${plain.id}/12` });
    expect(lineOf(ended, `group ${plain.id}`)).toMatch(/^look .*“Plain”.*no topics.*ADMIN_CHAT_ID=-/);
    expect(lineOf(await check({ ADMIN_CHAT_ID: `${plain.id}` }), `group ${plain.id}`)).toMatch(/^ok /);
    expect(lineOf(await check({ ADMIN_CHAT_ID: `${forum.id}/12` }), `group ${forum.id}`)).toMatch(/^ok /);
  });

  test('says that Telegram is unreachable, what could not be checked, and that a later try may succeed', async () => {
    const ended = await check({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
    expect(ended.code).toBe(EX_TEMPFAIL);
    expect(lineOf(ended, 'token')).toMatch(/^wrong .*TELEGRAM_API_ROOT/);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^open /);
    expect(lineOf(ended, 'database')).toMatch(new RegExp(`^${verdict} `));
  });

  (engine === 'postgres' ? test : test.skip)('says that /find is slow without pg_trgm, and what to do', async () => {
    await onServer(world.databaseUrl, 'drop index request_words_trigrams');
    const ended = await check();
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(lineOf(ended, 'database')).toMatch(
      /^look .*\/find will be slow.*pg_trgm.*CREATE EXTENSION pg_trgm;.*restart/,
    );
  });

  test('says which package has PostgreSQL’s backup programs if they are missing', async () => {
    const ended = await check({ PATH: '/nonexistent', BACKUP_SCHEDULE: '17 3 * * *' });
    if (engine === 'sqlite') return expect(lineOf(ended, 'backups')).toMatch(/^ok /);
    expect(lineOf(ended, 'backups')).toMatch(/^wrong .*pg_dump is missing.*postgresql-client/);
  });

  test('says of a token that Telegram refuses where to get one, and never shows it', async () => {
    const token = '7000000001:a-token-that-telegram-does-not-know';
    const ended = await check({ TELEGRAM_BOT_TOKEN: token });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'token')).toMatch(/^wrong .*@BotFather.*TELEGRAM_BOT_TOKEN/);
    expect(ended.stdout + ended.stderr).not.toContain('a-token-that');
  });
});

describe('check of Telegram’s answers', () => {
  const bot = { id: 7_000_000_000, is_bot: true, username: 'the_bot' };
  const supergroup = { id: -1_000_000_000_777, type: 'supergroup', title: 'Admins' };
  const right: Answers = {
    getMe: ok(bot),
    getWebhookInfo: ok({ url: '' }),
    getChat: ok(supergroup),
    getChatMember: ok({ status: 'member' }),
  };
  const accessChat = -1_001_234_567_890;

  /** What is said of a subject by a Bot API that answers so. */
  async function said(subject: string, answers: Answers): Promise<string | undefined> {
    const api = await startApi({ ...right, ...answers });
    try {
      const ended = await command(['check'], {
        env: {
          TELEGRAM_BOT_TOKEN: '7000000000:a-token-that-is-never-used',
          TELEGRAM_API_ROOT: api.root,
          ADMIN_TELEGRAM_ID: '11',
          ADMIN_CHAT_ID: String(supergroup.id),
          ACCESS_CHATS: String(accessChat),
          DATABASE_URL: 'file:/nonexistent/sosekni.db',
        },
      });
      return lineOf(ended, subject);
    } finally {
      await api.close();
    }
  }
  const saidOfAccess = (answers: Answers) => said(`chat ${accessChat}`, answers);
  const description = 'Bad Request: group chat was upgraded to a supergroup chat';
  const moved = { ok: false, error_code: 400, description, parameters: { migrate_to_chat_id: -1_001_234 } };
  const saidOfGroup = (answers: Answers) => said(`group ${supergroup.id}`, answers);

  test('accepts a group in which the bot may write', async () => {
    expect(await saidOfGroup({})).toMatch(/^ok .*“Admins” and may write/);
    const silenced = ok({ ...supergroup, permissions: { can_send_messages: false } });
    expect(await saidOfGroup({ getChat: silenced, getChatMember: ok({ status: 'administrator' }) })).toMatch(/^ok /);
  });

  test.each<[string, Answers]>([
    [
      'in which only administrators may write',
      { getChat: ok({ ...supergroup, permissions: { can_send_messages: false } }) },
    ],
    ['that it has left', { getChatMember: ok({ status: 'left' }) }],
    ['it was thrown out of', { getChatMember: ok({ status: 'kicked' }) }],
    [
      'in which it is muted',
      { getChatMember: ok({ status: 'restricted', is_member: true, can_send_messages: false }) },
    ],
  ])('reports a group %s', async (_, answers) => {
    expect(await saidOfGroup(answers)).toMatch(/^wrong .*may not write.*make the bot an administrator/);
  });

  test('reports a group that became a supergroup, with its new ID, and a chat that is no group', async () => {
    expect(await saidOfGroup({ getChat: moved })).toMatch(/^wrong .*ADMIN_CHAT_ID=-1001234$/);
    expect(await saidOfGroup({ getChat: ok({ ...supergroup, type: 'channel' }) })).toMatch(/^wrong .*is a channel/);
  });

  test('reports a webhook set by another program, and shows only its host', async () => {
    const line = await said('webhook', { getWebhookInfo: ok({ url: 'https://bots.example/hook/s3cret' }) });
    expect(line).toMatch(/^open .*to bots\.example\..*a different token/);
    expect(await said('webhook', {})).toMatch(/^ok /);
  });

  test('asks for another try if Telegram is too busy to answer', async () => {
    const busy = { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } };
    expect(await saidOfGroup({ getChat: busy })).toMatch(/^wrong .*Try again/);
    expect(await said('admin 11', { getChat: busy })).toMatch(/^wrong .*Try again/);
    expect(await saidOfAccess({ getChat: busy })).toMatch(/^wrong .*Try again/);
    expect(await saidOfAccess({ getChatMember: busy })).toMatch(/^wrong .*Try again/);
  });

  test.each<[string, Answers, RegExp]>([
    ['that has moved', { getChat: moved }, /^wrong .*write -1001234 in place of -1001234567890 in ACCESS_CHATS/],
    [
      'that is a basic group',
      { getChat: ok({ ...supergroup, type: 'group' }) },
      /^wrong .*basic group.*becomes a super/,
    ],
    ['that is public without the bot', { getChatMember: ok({ status: 'left' }) }, /^wrong .*not in it: add @the_bot/],
    [
      'that has another public name only',
      {
        getChat: ok({ ...supergroup, active_usernames: ['sold_name'] }),
        getChatMember: ok({ status: 'administrator', can_invite_users: true, can_restrict_members: true }),
      },
      /^wrong .*public \(@sold_name\)/,
    ],
    [
      'that hides its members from the bot',
      { getChatMember: { ok: false, error_code: 400, description: 'Bad Request: member list is inaccessible' } },
      /^wrong .*not an administrator there/,
    ],
  ])('reports a chat of ACCESS_CHATS %s', async (_, answers, line) => {
    expect(await saidOfAccess(answers)).toMatch(line);
  });
});

type Answers = Readonly<Record<string, object>>;
function ok(result: object): object {
  return { ok: true, result };
}

/** A Bot API that answers each method as it is told to. */
async function startApi(answers: Answers): Promise<{ readonly root: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[method]));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('check of ACCESS_CHATS', () => {
  const garden = -1_001_000_000_001;
  const library = -1_001_000_000_002;
  const news = -1_001_000_000_003;
  let world: World;
  let owner: Person;

  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
    owner = world.double.person({ id: 7_000_000_011, first_name: 'Olga' });
  });
  afterAll(() => world.close());

  const check = (chats: readonly number[]): Promise<Ended> =>
    command(['check'], {
      env: {
        TELEGRAM_BOT_TOKEN: world.double.token,
        TELEGRAM_API_ROOT: world.double.root,
        ADMIN_TELEGRAM_ID: String(boris.id),
        DATABASE_URL: world.databaseUrl,
        ACCESS_CHATS: chats.join(','),
      },
    });
  /** What is said of one chat, and the exit code. */
  async function said(chat: number): Promise<{ readonly code: number | null; readonly line: string | undefined }> {
    const ended = await check([chat]);
    return { code: ended.code, line: lineOf(ended, `chat ${chat}`) };
  }

  test('finds a private chat right in which the bot has its rights, and changes nothing there', async () => {
    const { double } = world;
    const group = double.community({ id: garden, title: 'The garden', owner });
    const channel = double.community({ id: news, title: 'News', owner, kind: 'channel' });
    group.linkTo(news);
    channel.linkTo(garden);
    const before = double.callLog.calls.length;
    const ended = await check([garden, news]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(lineOf(ended, `chat ${garden}`)).toMatch(/^ok .*into “The garden” and remove them, and it is private$/);
    expect(lineOf(ended, `chat ${news}`)).toMatch(/^ok .*“News”/);
    const about = double.callLog.calls.slice(before).filter(({ params }) => params['chat_id'] === garden);
    expect([...new Set(about.map(({ method }) => method))].sort()).toEqual(['getChat', 'getChatMember']);
    group.linkTo(null);
    channel.linkTo(null);
  });

  test('names each thing that lets people in without an approval, and what to do about it', async () => {
    const chat = world.double.community({ id: library, title: 'The library', owner });
    chat.setUsername('the_library');
    expect(await said(library)).toEqual({
      code: EX_CONFIG,
      line: expect.stringMatching(/^wrong .*“The library”: It is public \(@the_library\).*make it private/) as string,
    });
    chat.setUsername(null);

    chat.letMembersInvite(true);
    const { line, code } = await said(library);
    expect(line).toMatch(/^wrong .*Members may add others.*turn off “Add members”/);
    expect(line).not.toContain('public');
    expect(code).toBe(EX_CONFIG);
    chat.letMembersInvite(false);

    const { double } = world;
    const channel = double.community({
      id: -1_001_000_000_004,
      title: 'Notices',
      owner,
      kind: 'channel',
      botRights: null,
    });
    await fetch(`${double.root}/bot${double.token}/leaveChat?chat_id=${channel.id}`);
    chat.linkTo(channel.id);
    expect((await said(library)).line).toMatch(/^ok /);
    channel.setUsername('notices');
    expect((await said(library)).line).toMatch(/^wrong .*linked channel “Notices” \(@notices\) is public.*unlink it/);
    chat.linkTo(null);
    expect((await said(library)).line).toMatch(/^ok /);
  });

  test('names the rights that the bot lacks, all that is wrong at once', async () => {
    const chat = world.double.community({ id: -1_001_000_000_005, title: 'The shed', owner });
    chat.setBotRights(owner, { invite: false, restrict: true });
    expect((await said(chat.id)).line).toMatch(/^wrong .*lacks the right can_invite_users: grant it/);
    chat.setBotRights(owner, { invite: false, restrict: false });
    chat.letMembersInvite(true);
    expect(await said(chat.id)).toEqual({
      code: EX_CONFIG,
      line: expect.stringMatching(
        /^wrong .*lacks the right can_invite_users and the right can_restrict_members.*Members may add others/,
      ) as string,
    });
    chat.setBotRights(owner, null);
    expect((await said(chat.id)).line).toMatch(/^wrong .*is not an administrator there: add @/);
  });

  test('says of a chat without the bot, and of one that does not exist, that the bot has to be added', async () => {
    const { line, code } = await said(-1_001_000_000_099);
    expect(line).toMatch(/^wrong .*not in the chat \(400 .*chat not found\): add @.* or correct ACCESS_CHATS/);
    expect(code).toBe(EX_CONFIG);
  });

  test('refuses a basic group as the daemon does', async () => {
    for (const args of ['check', 'run']) {
      const ended = await command([args], {
        env: {
          TELEGRAM_BOT_TOKEN: world.double.token,
          TELEGRAM_API_ROOT: world.double.root,
          ADMIN_TELEGRAM_ID: String(boris.id),
          DATABASE_URL: world.databaseUrl,
          ACCESS_CHATS: '-4001234567',
        },
      });
      expect(ended.code).toBe(EX_CONFIG);
      expect(ended.stderr).toMatch(/ACCESS_CHATS.*A basic group becomes a supergroup when/s);
    }
  });
});

describe('check', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
  });
  afterAll(() => world.close());
  const right = () => ({
    TELEGRAM_BOT_TOKEN: world.double.token,
    TELEGRAM_API_ROOT: world.double.root,
    ADMIN_TELEGRAM_ID: String(boris.id),
    DATABASE_URL: world.databaseUrl,
  });

  test('says how far off this machine’s clock is', async () => {
    const file = join(world.folder, 'ahead');
    writeFileSync(file, '3600000');
    const ended = await command(['check'], {
      env: { ...right(), CLOCK_FILE: file },
      entry: join(__dirname, '..', 'e2e', 'entries', 'clock-from-file.cjs'),
    });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'clock')).toMatch(/^wrong .*3(600|599|601) s ahead of.*NTP/);
  });

  test('tells an HTTP port used by another program from a free one and from the daemon’s', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const listen = { HTTP_LISTEN: `127.0.0.1:${port}` };
    const taken = await command(['check'], { env: { ...right(), ...listen } });
    expect(taken.code).toBe(EX_CONFIG);
    expect(lineOf(taken, 'HTTP port')).toMatch(/^wrong .*HTTP_LISTEN.*another program is listening there/);
    other.close();
    await once(other, 'close');
    expect(lineOf(await command(['check'], { env: { ...right(), ...listen } }), 'HTTP port')).toMatch(/^ok .*is free/);
    await world.daemon.stop();
    await world.restart({ env: listen });
    const had = await command(['check'], { env: { ...right(), ...listen } });
    expect({ code: had.code, line: lineOf(had, 'HTTP port') }).toEqual({
      code: 0,
      line: expect.stringMatching(/^ok .*running daemon/) as string,
    });
  });

  test('tells the ports of a daemon with another database from those of its own', async () => {
    const free = async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      server.close();
      await once(server, 'close');
      return `127.0.0.1:${port}`;
    };
    const listen = { HTTP_LISTEN: await free(), WEB_LISTEN: await free(), PUBLIC_URL: 'https://desk.example' };
    await world.daemon.stop();
    await world.restart({ env: listen });
    const others = { ...right(), ...listen, DATABASE_URL: `file:${join(world.folder, 'others.db')}` };
    const ended = await command(['check'], { env: others });
    // Whoever moves to another database checks it while the bot still runs on the one before.
    for (const port of ['HTTP port', 'desk port'])
      expect(lineOf(ended, port)).toMatch(/^open .*a sosekni-bot with another database is listening there/);
  });

  test('says the same of the port of the desk', async () => {
    const other = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const listen = { WEB_LISTEN: `127.0.0.1:${port}`, PUBLIC_URL: 'https://desk.example' };
    const deskPort = async () => {
      const ended = await command(['check'], { env: { ...right(), ...listen } });
      return `${ended.code} ${lineOf(ended, 'desk port') ?? ''}`;
    };
    expect(lineOf(await command(['check'], { env: right() }), 'desk port')).toBeUndefined();
    // It answers anybody with 200, as no desk does for another host.
    expect(await deskPort()).toMatch(/^78 wrong .*WEB_LISTEN.*another program is listening there/);
    other.close();
    await once(other, 'close');
    expect(await deskPort()).toMatch(/^0 ok .*is free/);
    await world.daemon.stop();
    await world.restart({ env: listen });
    expect(await deskPort()).toMatch(/^0 ok .*running daemon/);
  });

  test('says whether backups can be made and where, and whether the bucket answers', async () => {
    const folder = join(world.folder, 'copies');
    const settings = { ...right(), BACKUP_DIR: folder };
    expect(lineOf(await command(['check'], { env: settings }), 'backups')).toMatch(/^open .*BACKUP_SCHEDULE is off/);
    const nightly = { ...settings, BACKUP_SCHEDULE: '17 3 * * *' };
    const first = await command(['check'], { env: nightly });
    expect({ code: first.code, line: lineOf(first, 'backups') }).toEqual({
      code: 0,
      line: expect.stringMatching(/^ok .*no backup yet/) as string,
    });
    expect(readdirSync(world.folder)).not.toContain('copies');
    await command(['backup'], { env: settings });
    expect(lineOf(await command(['check'], { env: settings }), 'backups')).toMatch(/^ok .*the newest is from 20/);

    const keys = { BACKUP_S3_ACCESS_KEY: 'access', BACKUP_S3_SECRET_KEY: 'hunter2hunter2' };
    const away = await command(['check'], { env: { ...nightly, ...keys, BACKUP_S3_URL: 'http://127.0.0.1:1/bots' } });
    expect(away.code).toBe(EX_TEMPFAIL);
    expect(lineOf(away, 'backups')).toMatch(/^wrong .*ECONNREFUSED.*BACKUP_S3_URL/);
    expect(away.stdout + away.stderr).not.toContain('hunter2');
  });

  test('reports a disk that is nearly full', async () => {
    // Linux says of /proc that no block is free there.
    const ended = await command(['check'], { env: { ...right(), DATABASE_URL: 'file:/proc/none/sosekni.db' } });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'disk')).toMatch(/^wrong .*0 MiB free in \/proc.*Free some space/);
  });

  test('reports a log file whose folder does not exist', async () => {
    const ended = await command(['check'], { env: { ...right(), LOG_FILE: join(world.folder, 'none', 'bot.log') } });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'log file')).toMatch(/^wrong .*LOG_FILE/);
  });

  test('lists wrong settings as the daemon does', async () => {
    const { code, stdout, stderr } = await command(['check'], { env: { ...right(), REQUEST_TTL: '1w' } });
    expect({ code, stdout }).toEqual({ code: EX_CONFIG, stdout: '' });
    expect(stderr).toMatch(/REQUEST_TTL must be a duration/);
  });

  test('says that the database does not exist yet, and creates none', async () => {
    const place = join(world.folder, 'later');
    const ended = await command(['check'], { env: { ...right(), DATABASE_URL: `file:${place}/x/sosekni.db` } });
    expect(ended.code).toBe(0);
    expect(lineOf(ended, 'database')).toMatch(/^ok .*doesn't exist yet; the daemon creates it on start/);
    expect(readdirSync(world.folder)).not.toContain('later');
  });

  test('says where a folder stands for a file, and a file for a folder', async () => {
    const file = join(world.folder, 'a-file');
    writeFileSync(file, '');
    const places = { DATABASE_URL: `file:${world.folder}`, BACKUP_DIR: file, LOG_FILE: world.folder };
    const ended = await command(['check'], { env: { ...right(), ...places } });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'database')).toMatch(/^wrong .* is a folder\. .*DATABASE_URL=file:/);
    expect(lineOf(ended, 'log file')).toMatch(/^wrong .* is a folder\. .*LOG_FILE=/);
    expect(lineOf(ended, 'backups')).toMatch(/^wrong .*a-file is no folder.* BACKUP_DIR/);
    const below = { DATABASE_URL: `file:${file}/x.db`, BACKUP_DIR: join(file, 'x'), LOG_FILE: join(file, 'x.log') };
    const under = await command(['check'], { env: { ...right(), ...below } });
    expect(under.code).toBe(EX_CONFIG);
    for (const [subject, setting] of [
      ['database', 'DATABASE_URL'],
      ['log file', 'LOG_FILE'],
      ['backups', 'BACKUP_DIR'],
    ] as const)
      expect(lineOf(under, subject)).toMatch(new RegExp(`^wrong .*${setting}`));
  });

  test('reports a file that is no database, a newer database, and a server that is unreachable', async () => {
    const file = join(world.folder, 'notes.txt');
    writeFileSync(file, 'Buy milk. '.repeat(1000));
    const notes = await command(['check'], { env: { ...right(), DATABASE_URL: `file:${file}` } });
    expect(notes.code).toBe(EX_CONFIG);
    expect(lineOf(notes, 'database')).toMatch(/^wrong .*is not an SQLite database/);

    const newer = `file:${join(world.folder, 'newer.db')}`;
    await command(['migrate'], { env: { ...right(), DATABASE_URL: newer } });
    const future = new Database(join(world.folder, 'newer.db'));
    future.exec("insert into __drizzle_migrations (hash, created_at) values ('from the future', 9000000000000)");
    future.close();
    const later = await command(['check'], { env: { ...right(), DATABASE_URL: newer } });
    expect(later.code).toBe(EX_CONFIG);
    expect(lineOf(later, 'database')).toMatch(/^wrong .*newer version/);

    const url = 'postgres://bot:hunter2hunter2@127.0.0.1:1/none';
    const away = await command(['check'], { env: { ...right(), DATABASE_URL: url } });
    expect(away.code).toBe(EX_TEMPFAIL);
    expect(lineOf(away, 'database')).toMatch(/^wrong .*DATABASE_URL/);
    expect(away.stdout + away.stderr).not.toContain('hunter2');
  });
});
