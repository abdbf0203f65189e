import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request as send, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { pack } from '../../src/channels/telegram/messages/callback-data';
import { requestId } from '../../src/lifecycle/ids';
import type { Community } from '../../src/telegram-double/communities';
import type { Person } from '../../src/telegram-double/people';
import { holdDatabase } from '../../src/store/dialects';
import { pageSecret, signedTime } from '../../src/web/form/signed';
import { Relay } from '../channels/email/relays';
import { command } from '../cli/command';
import { calm } from './admins-at-work';
import { answerTo, asks, cardOf, comesTrue, days, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const gardenId = -1_001_000_000_001;
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
    'marzipan-form',
  ],
  ...['marzipan-note', 'marzipan-question', 'marzipan-reason'],
];

describe.each(['sqlite', 'postgres'] as const)('forgetting, on %s', (engine) => {
  let relay: Relay;
  let world: World;
  let admin: Person;
  let garden: Community;
  let olga: Person;
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
        WEB_LISTEN: '127.0.0.1:0',
        PUBLIC_URL: 'https://desk.example',
        FORM: 'on',
        ACCESS_CHATS: `${gardenId}`,
      },
      double: { removalPause: 10 },
      found: (double) => {
        olga = double.person({ id: 7_000_000_011, first_name: 'Olga' });
        garden = double.community({ id: gardenId, title: 'The garden', owner: olga });
      },
    });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    admin = first;
  });
  afterAll(async () => {
    await world.close().finally(() => relay.close());
  });

  const runWith = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    command(args, { env: { ...world.settings(), ...env }, cwd: world.folder });
  const run = (...args: readonly string[]) => runWith({}, ...args);

  async function codeFor(address: string): Promise<string> {
    const found = () => relay.taken.find(({ to }) => to.includes(address))?.mail.text;
    await comesTrue(
      () => found() !== undefined,
      () => `${address} got no mail`,
    );
    return /\b\d{6}\b/.exec(found() ?? '')?.[0] ?? 'no code';
  }

  /** Sends a form of the desk's site, and gives the answer. */
  async function visit(path: string, fields: Readonly<Record<string, string>> | null, cookie = '') {
    const { 'labels.address': address } = await world.daemon.logged((line) => line['event.action'] === 'web_listening');
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { host: 'desk.example', 'content-type': 'application/x-www-form-urlencoded', cookie };
      const sent = send(`http://${String(address)}${path}`, {
        method: fields === null ? 'GET' : 'POST',
        headers,
        agent: false,
      });
      sent.on('response', resolve).on('error', reject);
      sent.end(fields === null ? undefined : new URLSearchParams(fields).toString());
    });
    const given = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return { body: await text(response), cookie: given, location: response.headers.location ?? '' };
  }

  /** Fills the form in, as if the page had been open for a while; the code is not typed yet. */
  function fillsIn(name: string, address: string, message: string) {
    const time = signedTime(Date.now() - 20_000, pageSecret('form time', world.double.token));
    return visit('/apply', { name, address, message, time, website: '' });
  }

  /** Everything that a client can leave behind; in the end they are let in. */
  async function fullLife(anna: Person): Promise<number> {
    await answerTo(anna, '/email zerafina.q@mail.example');
    await answerTo(anna, await codeFor('zerafina.q@mail.example'));
    await answerTo(anna, '/email second.q@mail.example');
    await codeFor('second.q@mail.example');
    await fillsIn('Zerafina', 'Zerafina.Q@mail.example', 'marzipan-form, in another browser');
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
    anna.follow(garden.botLinks.at(-1)?.url ?? 'no link');
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

  const knownOf = async ({ id }: Person) => {
    const [row] = await world.rows(`SELECT name, username, language, chosen_language FROM people WHERE id = ${id}`);
    return Object.values(row ?? {});
  };
  const nobody = ({ id }: Person) => [String(id), null, null, null];

  const backups = () => readdirSync(join(world.folder, 'backups')).filter((name) => /\.(db|dump)\.gz$/.test(name));

  test('is done once, by whoever was asked and within a day, whatever was decided meanwhile; they stay unknown until they ask for something', async () => {
    const anna = newcomer(world, { username: 'anna_of_the_garden' });
    const request = await asks(anna);
    const question = await answerTo(anna, '/forget');
    admin.write(`/approve ${request}`);
    await anna.sees(saying('is approved'));
    const late = anna.pressData(question, pack({ type: 'forget', at: Date.now() - days(1) }));
    const [first, second] = [anna.press(question, '🗑 Erase everything'), anna.press(question, '🗑 Erase everything')];
    expect((await late.answered()).text).toBe('This question is over. /forget asks it again.');
    await first.answered();
    expect((await second.answered()).text).toBe('This question is over. /forget asks it again.');
    await finished();
    expect(await rowOf(world, request)).toMatchObject({ status: 'revoked', reviewed_by: null, message: '' });
    expect(await eventsOf(world, request)).toEqual(['submit', 'approve', 'forget']);
    const rows = await world.rows(`SELECT id FROM erasures WHERE person_id = ${anna.id}`);
    expect(rows).toHaveLength(1);

    // They press what is left of before, correct what they wrote, and leave.
    expect(await knownOf(anna)).toEqual(nobody(anna));
    const stale = anna.pressData(question, pack({ type: 'send_draft', draft: 1 }));
    const foreign = anna.pressData(question, pack({ type: 'approve', request: requestId(request), round: 1 }));
    expect([(await stale.answered()).text, (await foreign.answered()).text]).not.toContain(undefined);
    const [earliest] = anna.chat.messages.filter(({ from }) => from.id === anna.id);
    if (earliest !== undefined) anna.edit(earliest, '/request something else');
    anna.pin(question);
    anna.block();
    anna.unblock();
    await world.settled();
    expect(await knownOf(anna)).toEqual(nobody(anna));
    await answerTo(anna, '/status');
    expect(await knownOf(anna)).toEqual([anna.user.first_name, 'anna_of_the_garden', 'en', null]);
  });

  test('by the command beside the daemon says what it did, and whom it doesn’t know; an admin keeps their name', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const done = { code: 0, stdout: expect.stringContaining(`Erased what ${anna.id} wrote`) as string };
    expect(await run('forget', String(anna.id))).toMatchObject(done);
    expect(await rowOf(world, request)).toMatchObject({ status: 'withdrawn', message: '' });
    const before = await world.rows('SELECT id FROM request_events');
    garden.add(olga, anna);
    await admin.sees(saying(String(anna.id), 'is in The garden'));
    expect(await knownOf(anna)).toEqual(nobody(anna));
    // Once more: there is nothing left to erase, and nothing new happens to the request.
    expect(await run('forget', String(anna.id))).toMatchObject(done);
    expect(await world.rows('SELECT id FROM request_events')).toEqual(before);
    expect(await run('forget', '4815162342')).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringContaining('Nobody with the ID 4815162342 is known here.') as string,
    });
    expect(await run('forget', String(boris.id))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Erased what \d+ wrote\. They’re an admin, so their name stays/) as string,
    });
    const [row] = await world.rows(`SELECT name FROM people WHERE telegram_id = ${boris.id}`);
    expect(row).toEqual({ name: 'Boris' });
  });

  test('takes who came by the form with whoever they turned out to be, by either number', async () => {
    const filled = await fillsIn('Vera', 'vera@mail.example', 'by the form');
    const { location } = await visit('/apply/code', { code: await codeFor('vera@mail.example') }, filled.cookie);
    const start = /\?start=([\w-]+)/.exec((await visit(location, null)).body)?.[1] ?? '';
    const vera = newcomer(world, { first_name: 'Veronika' });
    await vera.sees('yours here, too', { after: vera.write(`/start ${start}`) });
    const [request] = await world.rows(`SELECT id, client_id FROM requests WHERE source = 'form'`);
    expect(await run('forget', String(request?.['client_id']))).toMatchObject({ code: 0 });
    const rows = await world.rows(`SELECT name FROM people WHERE name LIKE 'Ver%'`);
    expect([rows, await world.rows('SELECT address FROM contacts')]).toEqual([[], []]);
    expect(await rowOf(world, Number(request?.['id']))).toMatchObject({ status: 'withdrawn', message: '' });
    expect((await visit(location, null)).body).not.toContain('by the form');
  });

  test('is completed after the next start, at whatever step of it the daemon was killed', async () => {
    const killedAt = (step: string) => ({
      entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
      env: { KILL_STEP: step, KILL_COUNT: '1' },
    });
    const anna = newcomer(world, { first_name: 'Quabbleworth' });
    const request = await asks(anna, 'marzipan-request');
    const question = await answerTo(anna, '/forget');
    await world.daemon.stop();
    await world.restart(killedAt('erased'));
    anna.press(question, '🗑 Erase everything');
    expect(await world.daemon.exited).toMatchObject({ signal: 'SIGKILL' });
    // There are no files of PostgreSQL's to see to.
    for (const step of engine === 'sqlite' ? ['scrubbed', 'listed'] : []) {
      expect(await world.launch(killedAt(step)).exited).toMatchObject({ signal: 'SIGKILL' });
    }
    await world.restart();
    await anna.sees(saying('Done'));
    await finished();
    expect(await leftovers()).toEqual([]);
    expect(await rowOf(world, request)).toMatchObject({ status: 'withdrawn', message: '' });
    expect(await world.rows(`SELECT id FROM erasures WHERE person_id = ${anna.id}`)).toHaveLength(1);
    if (engine === 'sqlite') {
      const list = readFileSync(join(world.folder, 'sosekni.db.erasures.jsonl'), 'utf8');
      expect(list).toContain(`"person_id":${anna.id},`);
    }
  });

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
      address_codes: expect.arrayContaining([expect.objectContaining({ address: 'second.q@mail.example' })]) as unknown,
      chats: [{ chat: 'The garden' }],
      unsent_texts: [{ text: 'marzipan-draft that was never sent' }],
      requests: [{ message: 'marzipan-appeal', status: 'approved' }],
    });
    expect(JSON.stringify(exported)).not.toContain('marzipan-note');

    await comesTrue(
      () => garden.has(anna),
      () => 'they are not in the chat',
    );
    await forgets(anna);
    await comesTrue(
      () => !garden.has(anna),
      () => 'they are still in the chat',
    );
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
    // What is read of either engine is the same.
    for (const format of engine === 'sqlite' ? ['requests', 'history'] : []) {
      const { stdout } = await run('export', format, '--format', 'jsonl');
      expect(stdout).toContain('revoked');
      for (const trace of traces) expect(stdout).not.toContain(trace);
    }
    const before = backups();
    if (engine === 'sqlite') {
      expect(await run('backup')).toMatchObject({ code: 0 });
      const [fresh] = backups().filter((name) => !before.includes(name));
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

    if (engine === 'sqlite') {
      // A daemon that stops before it has come to what it was asked.
      const hold = holdDatabase({ dialect: 'sqlite', path: join(world.folder, 'sosekni.db') }, Date.now());
      const asked = run('forget', String(anna.id));
      await comesTrue(
        async () => (await world.rows('SELECT id FROM erasures WHERE erased_at IS NULL')).length > 0,
        () => 'nothing was asked for',
      );
      hold?.release();
      expect(await asked).toMatchObject({ code: 0, stdout: expect.stringContaining('Erased what') as string });
    }

    // Without a daemon.
    const [someone] = await world.rows(`SELECT id FROM people WHERE telegram_id = ${boris.id}`);
    const bucket = {
      BACKUP_S3_URL: 'http://127.0.0.1:1/bots',
      BACKUP_S3_ACCESS_KEY: 'a-key-of-the-bucket',
      BACKUP_S3_SECRET_KEY: 'a-secret-of-the-bucket',
    };
    const alone = await runWith(engine === 'sqlite' ? bucket : {}, 'forget', String(someone?.['id']));
    expect(alone).toMatchObject({ code: 0, stdout: expect.stringContaining('Erased what') as string });
    expect(alone.stderr).toMatch(engine === 'sqlite' ? /The bucket has yet to be told.*backup --send/ : /^$/);
    expect(alone.stderr).not.toMatch(/of-the-bucket/);
    expect(await run('forget', '4815162342')).toMatchObject({ code: 1, stdout: '' });
    expect(await world.rows('SELECT id FROM erasures WHERE finished_at IS NULL')).toEqual([]);
    await world.restart();
  });
});
