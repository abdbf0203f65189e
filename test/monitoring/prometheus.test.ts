import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { patience } from '../../src/telegram-double/deadline';
import { asks, newcomer } from '../e2e/scenes';
import { addressOf, listening } from '../e2e/watcher';
import { startWorld } from '../e2e/world';
import { testWith } from '../programs';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const alerts = path.join(__dirname, '../../docs/monitoring/alerts.yml');

testWith('prometheus')('a real Prometheus scrapes the daemon, answers for it, and raises its alarms', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
  const prometheus = await startPrometheus(new URL(await addressOf(world.daemon)).host);
  try {
    await asks(newcomer(world));
    expect(await prometheus.until('sosekni_requests{status="pending"}', '1')).toBe('1');
    expect(await prometheus.until('up{job="sosekni-bot"}', '1')).toBe('1');
    expect(await prometheus.until('sosekni_leader', '1')).toBe('1');

    const description = 'Conflict: terminated by other getUpdates request';
    world.double.faults.add({ method: 'getUpdates', fault: { kind: 'refused', code: 409, description } });
    await asks(newcomer(world));
    const firing = 'count(ALERTS{alertname="SosekniForeignPoller", alertstate="firing"})';
    expect(await prometheus.until(firing, '1')).toBe('1');
  } finally {
    await prometheus.stop();
    await world.close();
  }
});

/** A Prometheus of our own, with the alerts of the project, that scrapes `target` each second. */
async function startPrometheus(target: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sosekni-prometheus-'));
  const config = path.join(folder, 'prometheus.yml');
  const scrape = { job_name: 'sosekni-bot', static_configs: [{ targets: [target] }] };
  const global = { scrape_interval: '1s', evaluation_interval: '1s' };
  // JSON is YAML.
  writeFileSync(config, JSON.stringify({ global, rule_files: [alerts], scrape_configs: [scrape] }));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    'prometheus',
    [`--config.file=${config}`, `--storage.tsdb.path=${folder}/data`, `--web.listen-address=${address}`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');

  /** The value of the one sample that answers a query; null: Prometheus is not up yet, or there is none. */
  async function value(query: string): Promise<string | null> {
    const request = get(`http://${address}/api/v1/query?query=${encodeURIComponent(query)}`, { agent: false });
    const answered = await once(request, 'response').catch(() => null);
    if (answered === null) return null;
    const [response] = answered as [IncomingMessage];
    // 503 while it starts.
    if (response.statusCode !== 200) return null;
    // The boundary: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
    const body = (await json(response)) as { data?: { result?: readonly { value: readonly [number, string] }[] } };
    return body.data?.result?.[0]?.value[1] ?? null;
  }

  return {
    /** Asks until the answer is as wanted, or gives the last one when patience is over. */
    async until(query: string, wanted: string): Promise<string | null> {
      const deadline = Date.now() + patience;
      for (;;) {
        const found = await value(query);
        if (found === wanted) return found;
        if (Date.now() > deadline) throw new Error(`${query} is ${found ?? 'nothing'}; Prometheus said:\n${said}`);
        await wait(50);
      }
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
