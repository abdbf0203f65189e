import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expressions } from '../../docs/monitoring/dashboard';
import { ask, listening } from '../e2e/watcher';
import { asks, cardOf, newcomer } from '../e2e/scenes';
import { startWorld } from '../e2e/world';
import { run, testWith } from '../programs';

const docs = path.join(__dirname, '../../docs');
const read = (name: string): string => readFileSync(path.join(docs, name), 'utf8');

describe('the metrics of a running daemon', () => {
  let scraped: string;
  let exposed: string[];

  beforeAll(async () => {
    const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
    const world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
    const [admin] = world.admins;
    const request = await asks(newcomer(world));
    if (admin !== undefined) admin.press(await cardOf(admin, request), 'Approve');
    await world.settled();
    scraped = (await ask(world.daemon, '/metrics')).body;
    exposed = [...scraped.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name ?? '');
    await world.close();
  });

  testWith('promtool')('are named and written as Prometheus wants them', () => {
    expect(run('promtool', ['check', 'metrics'], scraped)).toEqual({ code: 0, said: '' });
  });

  test('are exactly those in docs/metrics.md', () => {
    const rows = read('metrics.md').matchAll(/^\| `((?:sosekni|process|nodejs)_\w+)` *\| [^| ][^|]*\| [^| ][^|]*\|$/gm);
    expect([...rows].map(([, name]) => name).sort()).toEqual([...exposed].sort());
  });

  test.each(['alerts.yml', 'dashboard'])('are all that %s uses', (name) => {
    const asked = name === 'dashboard' ? expressions.join('\n') : read(`monitoring/${name}`).replace(/^#.*$/gm, '');
    const names = [...asked.matchAll(/\b(?:sosekni|process|nodejs)_\w+/g)].map(([found]) => found);
    expect(names.length).toBeGreaterThan(5);
    for (const found of names) expect(exposed).toContain(found.replace(/_(bucket|sum|count)$/, ''));
  });
});
