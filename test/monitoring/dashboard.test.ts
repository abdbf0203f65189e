import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dashboardJson, expressions } from '../../docs/monitoring/dashboard';
import { run, testWith } from '../programs';

const folder = path.join(__dirname, '../../docs/monitoring');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

test('the committed dashboard is the one its script generates', () => {
  if (read('dashboard.json') !== dashboardJson()) throw new Error('dashboard.json is out of date: npm run dashboard');
});

testWith('promtool')('every expression of the dashboard is one that Prometheus can read', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'sosekni-rules-'));
  const rules = expressions.map((expression, n) => ({
    record: `panel:${n}`,
    // Grafana's own variables, as it replaces them.
    expr: expression.replaceAll('$__rate_interval', '1m').replaceAll('$instance', '.*'),
  }));
  const file = path.join(directory, 'rules.yml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  const { code, said } = run('promtool', ['check', 'rules', file]);
  rmSync(directory, { recursive: true });
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(`${rules.length} rules found`) as string });
  expect(rules.length).toBeGreaterThan(20);
});

testWith('promtool')('every alert fires when it should and at no other time, as its tests say', () => {
  expect(run('promtool', ['check', 'rules', path.join(folder, 'alerts.yml')])).toMatchObject({ code: 0 });
  expect(run('promtool', ['test', 'rules', path.join(folder, 'alerts.test.yml')])).toMatchObject({ code: 0 });
});

test('every alert has a test in which it fires, and one in which it does not', () => {
  const alerts = [...read('alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  const tests = read('alerts.test.yml');
  expect(alerts.length).toBeGreaterThan(5);
  for (const alert of alerts) {
    expect(tests).toMatch(new RegExp(`- alertname: ${alert}\\n\\s+eval_time: .*\\n\\s+exp_alerts:\\n`));
  }
});
