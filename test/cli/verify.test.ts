import { exitCodes } from '../../src/failure';
import { command } from './command';
import { engines } from './databases';

describe.each(engines)('verify, on %s', (_engine, fresh) => {
  test('prints the newest digest, and names the first event that does not follow with an exit code of 1', async () => {
    const database = await fresh();
    try {
      expect(await command(['verify'], database)).toMatchObject({ code: exitCodes.config });
      await command(['migrate'], database);
      const empty = '0'.repeat(64);
      expect(await command(['verify', '--expect', empty], database)).toEqual({
        code: exitCodes.ok,
        stdout: `0 events of 0 requests: all follow.\nNewest digest: ${empty}\n`,
        stderr: '',
      });
      const other = await command(['verify', '--expect', 'f'.repeat(64)], database);
      expect(other).toMatchObject({
        code: exitCodes.failed,
        stderr: expect.stringContaining('is not in it') as string,
      });
      expect(await command(['verify', '--expect', '12'], database)).toMatchObject({ code: exitCodes.usage });

      const at = database.at('2026-01-01T00:00:00Z');
      await database.run(`
        insert into people (id, telegram_id, name) values (7, 7, 'Anna');
        insert into requests (client_id, message, status, round, submitted_at, expires_at, appeal_count)
          values (7, 'Please', 'pending', 1, ${at}, ${at}, 0);
        insert into request_events (request_id, event, from_status, to_status, actor_id, at, message, round, digest, co_approvers)
          values (1, 'submit', null, 'pending', 7, ${at}, 'Please', 1, '${empty}', null),
            (1, 'x', 'pending', 'pending', 7, ${at}, 'Please', 1, '${empty}', 'x')`);
      // Its threads look at the same time: what no event can have been doesn't keep the first from being named.
      expect(await command(['verify'], database)).toMatchObject({
        code: exitCodes.failed,
        stdout: 'event 1\n',
        stderr: expect.stringContaining('Event 1 does not follow') as string,
      });
    } finally {
      await database.remove();
    }
  });
});
