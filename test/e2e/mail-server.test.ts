import { setTimeout as wait } from 'node:timers/promises';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { patience } from '../../src/telegram-double/deadline';
import { isRoot, Postfix } from '../channels/email/postfix';
import { describeWith } from '../programs';
import { certificateFile } from '../store/tls';
import { asks, cardOf, newcomer } from './scenes';
import { startWorld } from './world';

if (!isRoot) process.stderr.write('Postfix needs root. The tests that need it are skipped.\n');
const describeWithPostfix = isRoot ? describeWith('postfix', 'postgrey') : describe.skip;

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const anna = 'anna@mail.example';

describeWithPostfix('through a Postfix with greylisting', () => {
  test('a mail is put off, sent again and delivered once, over TLS; nobody else’s address takes any', async () => {
    const relay = new Postfix(anna);
    const port = await relay.open();
    const mail = { SMTP_HOST: 'localhost', SMTP_PORT: String(port), SMTP_FROM: 'Sosekni <bot@sosekni.example>' };
    const env = { ...mail, SMTP_CA_FILE: certificateFile };
    const world = await startWorld({ engine: 'sqlite', admins: [boris], env });
    try {
      const [admin] = world.admins;
      if (admin === undefined) throw new Error('there is an admin');
      const approved = async (address: string): Promise<number> => {
        const client = newcomer(world);
        const request = await asks(client);
        await world.change(`INSERT INTO contacts (person_id, medium, address, address_key, verified_at)
          VALUES (${client.id}, 'email', '${address}', '${address}', 1)`);
        const card = await cardOf(admin, request);
        client.block();
        admin.press(card, 'Approve');
        return request;
      };
      const request = await approved(anna);
      const deferred = await world.daemon.logged((line: LogLine) => line['event.action'] === 'mail_deferred');
      expect(JSON.stringify(deferred)).toMatch(/RCPT TO: 450 4\.2\.0 .*[Gg]reylisted/);
      const dead = await approved('nobody@mail.example');
      await cardOf(admin, dead, ['doesn’t work any more', 'nobody@mail.example']);
      await world.daemon.stop();
      // Postgrey lets it pass a second later.
      await wait(1500);
      await world.backDate('outbox', 'not_before', 60_000, 'not_before IS NOT NULL');
      await world.restart();
      const deadline = Date.now() + patience;
      while (relay.delivered.length === 0 && Date.now() < deadline) await wait(50);
      await world.settled();
      expect(relay.delivered).toHaveLength(1);
      const [text = ''] = relay.delivered;
      expect(text).toContain(`Subject: Request #${request}: approved`);
      expect(text).toMatch(/using TLSv1\.[23]/);
      expect(await world.rows("SELECT state FROM outbox WHERE channel = 'email' ORDER BY id")).toEqual([
        { state: 'sent' },
        { state: 'undeliverable' },
      ]);
    } finally {
      await world.close().finally(() => relay.close());
    }
  }, 90_000);
});
