import { request as send } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { postgresDatabase } from '../cli/databases';
import { command } from '../cli/command';
import type { LogLine } from '../../src/sandbox/daemon-process';
import type { Person } from '../../src/telegram-double/people';
import { initData, openedBy } from '../sessions/opening';
import { answerTo, asks, cardOf, comesTrue, newcomer, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 7_000_000_001, first_name: 'Boris', language_code: 'en' };
const clara = { id: 7_000_000_002, first_name: 'Clara', language_code: 'en' };
const desk = { WEB_LISTEN: '127.0.0.1:0', PUBLIC_URL: 'https://desk.example' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

/** What the desk answers, with the ETag. */
async function call(world: World, method: string, path: string, token: string, json?: unknown): Promise<string> {
  const line = await world.daemon.logged(did('web_listening'));
  const body = json === undefined ? '' : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const headers = {
      host: 'desk.example',
      ...(body !== '' && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    };
    send(`http://${String(line['labels.address'])}${path}`, { method, agent: false, headers }, (response) => {
      text(response).then((read) => resolve(`${response.statusCode} ${response.headers.etag ?? ''}\n${read}`), reject);
    })
      .on('error', reject)
      .end(body);
  });
}

/** How long ago something was, which goes on while it is moved. */
const withoutTimes = (said: string): string => said.replace(/\d+ (s|sec|second|min|minute)s?\b/g, 'a while');

test('a database that was moved to PostgreSQL and back answers as before, and the bot goes on where it was', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: [boris, clara], env: desk });
  const postgres = await postgresDatabase();
  try {
    const [admin] = world.admins;
    if (admin === undefined) throw new Error('there are admins');
    const people = ['Anna 🙂', 'Ben', 'Cleo', 'Dora'].map((name) => newcomer(world, { first_name: name }));
    const [anna, ben, cleo, dora] = people as [Person, Person, Person, Person];
    const approved = await asks(anna, 'Hello <b>& "friends"</b> 🙂\nsecond line \\N');
    admin.press(await cardOf(admin, approved), '✅ Approve');
    await anna.sees('is approved');
    const rejected = await asks(ben, 'let me in');
    admin.write(`/reject ${rejected} not yet, Ünïcode`);
    await ben.sees('not yet');
    const withdrawn = await asks(cleo, 'or not');
    await answerTo(cleo, '/withdraw');
    const pending = await asks(dora, 'Penguins of the flock');
    await world.settled();
    const session = await call(world, 'POST', '/admin/session', '', {
      init_data: initData(world.double.token, openedBy(boris, Date.now())),
    });
    const token = /"token":"([^"]+)"/.exec(session)?.[1] ?? '';

    const answers = async (databaseUrl: string) => {
      const said = [];
      for (const each of people) said.push(await answerTo(each, '/status'));
      for (const asked of [`/show ${approved}`, `/show ${rejected}`, `/show ${withdrawn}`, `/show ${pending}`])
        said.push(await answerTo(admin, asked));
      for (const asked of ['/pending', '/stats', '/admins', '/find penguins', '/find friends', `/find ${ben.id}`])
        said.push(await answerTo(admin, asked));
      const pages = [];
      for (const id of [approved, rejected, withdrawn, pending])
        pages.push(await call(world, 'GET', `/admin/request/${id}/details`, token));
      pages.push(await call(world, 'GET', '/admin/requests?status=approved&status=rejected&q=friends', token));
      const env = { ...world.settings(), DATABASE_URL: databaseUrl };
      const exported = await Promise.all(
        ['requests', 'history'].map((table) => command(['export', table, '--format', 'jsonl'], { env })),
      );
      return { said: said.map((message) => withoutTimes(shown(message))), pages, exported };
    };
    const move = (from: string, to: string) =>
      command(['move', '--to', to], { env: { ...world.settings(), DATABASE_URL: from } });

    const there = String(postgres.env['DATABASE_URL']);
    const back = `file:${join(world.folder, 'back.db')}`;
    const before = await answers(world.databaseUrl);
    expect(before.pages[0]).toMatch(/^200 "/);
    expect(await move(world.databaseUrl, there)).toMatchObject({ code: 75, stdout: '' });

    await world.daemon.stop();
    // Something is owed that did not arrive.
    await world.change(`UPDATE outbox SET state = 'owed', settled_at = NULL, message_id = NULL
      WHERE id = (SELECT max(id) FROM outbox WHERE recipient_id = ${dora.id})`);
    expect(await move(world.databaseUrl, there)).toMatchObject({ code: 0 });
    const last = dora.chat.messages.at(-1);
    await world.restart({ env: { DATABASE_URL: there } });
    await dora.sees(() => true, last === undefined ? {} : { after: last });
    const owed = () => postgres.rows(`SELECT id FROM outbox WHERE state = 'owed'`);
    await comesTrue(
      async () => (await owed()).length === 0,
      () => 'it is still owed',
    );
    expect(await answers(there)).toEqual(before);

    await world.daemon.stop();
    expect(await move(there, back)).toMatchObject({ code: 0 });
    await world.restart({ env: { DATABASE_URL: back } });
    expect(await answers(back)).toEqual(before);

    // Numbers, cards and what was read go on.
    expect(await asks(newcomer(world), 'after all that')).toBe(pending + 1);
    admin.press(await cardOf(admin, pending), '✅ Approve');
    await dora.sees(saying('is approved'));
  } finally {
    await world.close();
    await postgres.remove();
  }
});
