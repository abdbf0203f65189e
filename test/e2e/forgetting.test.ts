import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Person } from '../../src/telegram-double/people';
import { Relay } from '../channels/email/relays';
import { command } from '../cli/command';
import { calm } from './admins-at-work';
import { answerTo, asks, cardOf, comesTrue, days, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

/** What nothing may hold any more: no other text of the tests has these words. */
const traces = [
  ...['Zerafina', 'Quabbleworth', 'zerafina_q', 'zerafina.q@mail.example', 'second.q@mail.example'],
  ...[
    'marzipan-request',
    'marzipan-draft',
    'marzipan-answer',
    'marzipan-addition',
    'marzipan-appeal',
    'marzipan-parked',
  ],
  ...['marzipan-note', 'marzipan-question', 'marzipan-reason'],
];

describe.each(['sqlite', 'postgres'] as const)('forgetting, on %s', (engine) => {
  let relay: Relay;
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    relay = new Relay();
    const port = await relay.open();
    world = await startWorld({
      engine,
      admins: [boris],
      env: {
        ...calm,
        LOG_LEVEL: 'debug',
        UNDO_WINDOW: '0',
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(port),
        SMTP_SECURITY: 'off',
        SMTP_FROM: 'bot@sosekni.example',
      },
    });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    admin = first;
  });
  afterAll(async () => {
    await world.close().finally(() => relay.close());
  });

  const run = (...args: readonly string[]) => command(args, { env: world.settings(), cwd: world.folder });

  async function codeFor(address: string): Promise<string> {
    const found = () => relay.taken.find(({ to }) => to.includes(address))?.mail.text;
    await comesTrue(
      () => found() !== undefined,
      () => `${address} got no mail`,
    );
    return /\b\d{6}\b/.exec(found() ?? '')?.[0] ?? 'no code';
  }

  /** Everything that a client can leave behind; in the end they are let in. */
  async function fullLife(anna: Person): Promise<number> {
    await answerTo(anna, '/email zerafina.q@mail.example');
    await answerTo(anna, await codeFor('zerafina.q@mail.example'));
    await answerTo(anna, '/email second.q@mail.example');
    await codeFor('second.q@mail.example');
    const request = await asks(anna, 'marzipan-request, please let me in');
    const card = await cardOf(admin, request);
    admin.press(card, 'Ask…');
    const question = await admin.sees(saying('want to ask', `#${request}`));
    admin.write('marzipan-question?', { replyTo: question });
    await anna.sees(saying('marzipan-question'));
    await answerTo(anna, 'marzipan-answer, of course');
    await answerTo(anna, 'marzipan-draft that was never sent');
    admin.write('note marzipan-note', { replyTo: card });
    await admin.sees(saying('Note added'));
    await answerTo(admin, '/find marzipan');
    await answerTo(admin, '/pending');
    await answerTo(admin, `/show ${request}`);
    admin.write(`/reject ${request} marzipan-reason`);
    await anna.sees(saying('marzipan-reason'));
    await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
    const appealed = anna.write('/appeal marzipan-appeal');
    await anna.sees(saying('appeal'), { after: appealed });
    admin.write(`/approve ${request}`);
    await anna.sees(saying('is approved'));
    world.double.updates.pushRaw(
      `"message":{"message_id":1,"date":1,"from":{"id":${anna.id},"is_bot":false,"first_name":"Zerafina"},"chat":{"id":${anna.id},"type":"private"},"text":"marzipan-parked","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    );
    await admin.sees('set it aside');
    await world.settled();
    return request;
  }

  async function forgets(person: Person): Promise<void> {
    const question = await answerTo(person, '/forget');
    person.press(question, '🗑 Erase everything');
    await person.sees((message) => message.id === question.id && saying('Done')(message));
    await finished();
  }

  const finished = () =>
    comesTrue(
      async () => (await world.rows('SELECT id FROM erasures WHERE finished_at IS NULL')).length === 0,
      () => 'an erasure is not finished',
    );

  /** Each file, or each row where there are none, that holds one of the traces. */
  async function leftovers(): Promise<readonly string[]> {
    const found = (name: string, content: Buffer | string) =>
      traces.filter((trace) => content.includes(trace)).map((trace) => `${name}: ${trace}`);
    if (engine === 'sqlite') {
      return readdirSync(world.folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap(({ name }) => found(name, readFileSync(join(world.folder, name))));
    }
    const tables = await world.rows(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    const all: string[] = [];
    for (const { tablename } of tables) {
      const rows = await world.rows(`SELECT t::text AS text FROM "${String(tablename)}" t`);
      for (const { text } of rows) all.push(...found(String(tablename), String(text)));
    }
    return all;
  }

  const backups = () => readdirSync(join(world.folder, 'backups')).filter((name) => /\.(db|dump)\.gz$/.test(name));

  test('leaves no word, name or address of somebody, whatever they left behind; a restored backup forgets them again', async () => {
    const anna = newcomer(world, { first_name: 'Zerafina', last_name: 'Quabbleworth', username: 'zerafina_q' });
    const request = await fullLife(anna);
    expect(await leftovers()).not.toEqual([]);
    expect(await run('backup')).toMatchObject({ code: 0 });
    const mine = await answerTo(anna, '/mydata');
    expect(mine.text).toContain('Everything I have stored about you');
    const exported = JSON.parse((await run('export', '--person', String(anna.id))).stdout) as object;
    expect(exported).toMatchObject({
      telegram_id: anna.id,
      name: 'Zerafina Quabbleworth',
      addresses: [{ address: 'zerafina.q@mail.example' }],
      unsent_texts: [{ text: 'marzipan-draft that was never sent' }],
      requests: [{ message: 'marzipan-appeal', status: 'approved' }],
    });
    expect(JSON.stringify(exported)).not.toContain('marzipan-note');

    await forgets(anna);
    expect(await leftovers()).toEqual([]);
    expect(JSON.stringify(world.daemon.log)).not.toMatch(/Zerafina|marzipan|@mail\.example/);
    expect(await rowOf(world, request)).toMatchObject({
      ...{ status: 'revoked', message: '', reason: null, reviewed_by: null, decided_at: null, appeal_count: 1 },
    });
    const events = await world.rows(
      `SELECT event, actor_id, message, reason, erased_at IS NOT NULL AS erased FROM request_events WHERE request_id = ${request} ORDER BY id`,
    );
    expect(events.at(-1)).toMatchObject({ event: 'forget', actor_id: anna.id });
    for (const row of events) expect(row).toMatchObject({ message: null, reason: null });
    expect(events.every(({ erased }) => Boolean(erased))).toBe(true);
    // The admins' chat has what was said there; what the bot can edit says nothing any more.
    await admin.sees(saying(`Request #${request} was erased`));
    await world.settled();
    const cards = admin.chat.messages.filter((message) => /^📨 Request #/.test(shown(message)));
    for (const card of cards) expect(shown(card)).not.toMatch(/marzipan|Zerafina/);
    for (const format of ['requests', 'history']) {
      const { stdout } = await run('export', format, '--format', 'jsonl');
      expect(stdout).toContain('revoked');
      for (const trace of traces) expect(stdout).not.toContain(trace);
    }
    // A second at least after the first.
    const before = backups();
    expect(await run('backup')).toMatchObject({ code: 0 });
    const [fresh] = backups().filter((name) => !before.includes(name));
    if (engine === 'sqlite') {
      const content = gunzipSync(readFileSync(join(world.folder, 'backups', fresh ?? '')));
      for (const trace of traces) expect(content.includes(trace)).toBe(false);
    }

    // They ask again as anybody would, and are known again by their name.
    const again = await asks(anna, 'hello again');
    expect(again).toBe(request);
    expect(await rowOf(world, request)).toMatchObject({
      status: 'pending',
      round: 3,
      appeal_count: 0,
      erased_at: null,
    });
    await cardOf(admin, request, ['Zerafina', 'hello again']);

    await world.daemon.stop();
    if (engine === 'sqlite')
      for (const end of ['', '-wal', '-shm']) rmSync(join(world.folder, `sosekni.db${end}`), { force: true });
    const restored = await run('restore', before[0] ?? '', '--yes');
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toContain('Erased 1 person again');
    if (engine === 'sqlite') expect(await leftovers()).toEqual([]);
    expect(await rowOf(world, request)).toMatchObject({ status: 'revoked', message: '' });
    await world.restart();
  });
});
