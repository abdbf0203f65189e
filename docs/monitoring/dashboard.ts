// Draws the Grafana dashboard of the bot: `npm run dashboard` writes dashboard.json anew.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { BigValueTextMode } from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  type Panel as BuiltPanel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** Of Grafana: https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit */
type Unit = 'short' | 's' | 'dtdurations' | 'ops' | 'bytes' | 'percentunit' | 'bool_yes_no' | 'bool_on_off';

/**
 * A panel: what it shows, and what its reader should know. `lines`: over time; `number`: as it is now; `name`: only what it
 * is called.
 */
interface Panel {
  readonly kind: 'lines' | 'number' | 'name';
  readonly title: string;
  readonly about: string;
  readonly unit: Unit;
  /** An expression of PromQL by the name of what it draws; `{{label}}` in a name is replaced. */
  readonly shows: Readonly<Record<string, string>>;
}

/** Only the processes that were chosen above. */
const of = 'job="sosekni-bot", instance=~"$instance"';
const perSecond = (metric: string, by: string, only = '') =>
  `sum by (${by}) (rate(${metric}{${of}${only}}[$__rate_interval]))`;
const percentile = (share: number, metric: string) =>
  `histogram_quantile(${share}, sum by (le) (rate(${metric}_bucket{${of}}[$__rate_interval])))`;
const percentiles = (metric: string) => ({ median: percentile(0.5, metric), '95 %': percentile(0.95, metric) });

const rows: Readonly<Record<string, readonly Panel[]>> = {
  Now: [
    {
      kind: 'number',
      title: 'Acts',
      about: 'Whether a process takes updates. With two machines one acts and the other stands by.',
      unit: 'bool_yes_no',
      shows: { '{{instance}}': `sosekni_leader{${of}}` },
    },
    {
      kind: 'number',
      title: 'Ready',
      about: 'As /readyz says, which also says why not. A standby is not ready.',
      unit: 'bool_yes_no',
      shows: { '{{instance}}': `sosekni_ready{${of}}` },
    },
    {
      kind: 'number',
      title: 'Last poll',
      about: 'Time since Telegram answered a poll. Up to 30 s is a quiet bot; presses last 150 s there.',
      unit: 's',
      shows: { '{{instance}}': `sosekni_last_poll_age_seconds{${of}}` },
    },
    {
      kind: 'number',
      title: 'Pending',
      about: 'Requests that wait for an admin.',
      unit: 'short',
      shows: { pending: `max(sosekni_requests{${of}, status="pending"})` },
    },
    {
      kind: 'number',
      title: 'Oldest pending',
      about: 'For how long the oldest of them has waited.',
      unit: 'dtdurations',
      shows: { age: `max(sosekni_oldest_pending_age_seconds{${of}})` },
    },
    {
      kind: 'name',
      title: 'Version',
      about: 'What runs.',
      unit: 'short',
      shows: { '{{instance}}: {{version}}': `sosekni_build_info{${of}}` },
    },
  ],
  Requests: [
    {
      kind: 'lines',
      title: 'Requests by status',
      about: 'All there are, with those that are over.',
      unit: 'short',
      shows: { '{{status}}': `max by (status) (sosekni_requests{${of}})` },
    },
    {
      kind: 'lines',
      title: 'What happens to requests',
      about: 'Changes in an hour.',
      unit: 'short',
      shows: { '{{change}}': `sum by (change) (increase(sosekni_request_changes_total{${of}}[1h]))` },
    },
    {
      kind: 'lines',
      title: 'Time to decision',
      about: 'Of what was decided in the day before.',
      unit: 'dtdurations',
      shows: {
        median: `histogram_quantile(0.5, sum by (le) (increase(sosekni_decision_seconds_bucket{${of}}[1d])))`,
        '95 %': `histogram_quantile(0.95, sum by (le) (increase(sosekni_decision_seconds_bucket{${of}}[1d])))`,
      },
    },
  ],
  Updates: [
    {
      kind: 'lines',
      title: 'Updates by kind',
      about: 'What people write and press, once it is handled.',
      unit: 'ops',
      shows: { '{{kind}}': perSecond('sosekni_updates_total', 'kind') },
    },
    {
      kind: 'lines',
      title: 'Updates that were not simply handled',
      about:
        'Repeated: Telegram sent them again. Ignored: their sender floods. Parked and failures: a bug, see the log.',
      unit: 'ops',
      shows: {
        '{{outcome}}': perSecond('sosekni_updates_total', 'outcome', ', outcome!="handled"'),
        failures: perSecond('sosekni_update_failures_total', 'job'),
      },
    },
    {
      kind: 'lines',
      title: 'Handling time',
      about: 'From an update coming in to its commit.',
      unit: 's',
      shows: percentiles('sosekni_update_handling_seconds'),
    },
  ],
  'To Telegram': [
    {
      kind: 'lines',
      title: 'Outbox',
      about: 'Messages that wait, are being sent, or could not be delivered in the last 30 days.',
      unit: 'short',
      shows: { '{{state}}': `max by (state) (sosekni_outbox_messages{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Oldest message',
      about: '“May leave” leaves out the chats that Telegram has asked to leave alone for now.',
      unit: 's',
      shows: {
        owed: `max(sosekni_outbox_oldest_age_seconds{${of}})`,
        'may leave': `max(sosekni_outbox_oldest_free_age_seconds{${of}})`,
      },
    },
    {
      kind: 'lines',
      title: 'Sends by outcome',
      about: 'Unknown: the answer was lost, the message is repeated. Limited: Telegram asked to wait (429).',
      unit: 'ops',
      shows: { '{{outcome}}': perSecond('sosekni_sends_total', 'outcome') },
    },
    {
      kind: 'lines',
      title: 'Polls by end',
      about: 'foreign_poller: another program has the token.',
      unit: 'ops',
      shows: { '{{end}}': perSecond('sosekni_polls_total', 'end') },
    },
    {
      kind: 'lines',
      title: 'Calls that failed',
      about: 'Of the Bot API, by method. Limited: 429.',
      unit: 'ops',
      shows: {
        '{{method}} {{outcome}}': perSecond('sosekni_telegram_calls_total', 'method, outcome', ', outcome!="ok"'),
      },
    },
    {
      kind: 'lines',
      title: 'Time of a call',
      about: 'Of the Bot API, without getUpdates.',
      unit: 's',
      shows: percentiles('sosekni_telegram_call_seconds'),
    },
  ],
  Backups: [
    {
      kind: 'number',
      title: 'Newest backup',
      about: 'For how long there has been no newer one.',
      unit: 'dtdurations',
      shows: { age: `min(sosekni_backup_age_seconds{${of}})` },
    },
    {
      kind: 'number',
      title: 'Fails',
      about: 'Whether the last attempt failed; the log says why.',
      unit: 'bool_yes_no',
      shows: { '{{instance}}': `sosekni_backup_failing{${of}}` },
    },
    {
      kind: 'number',
      title: 'Last drill',
      about: 'When a backup was last restored to see that it can be. Once a month: sosekni-bot restore --drill',
      unit: 'dtdurations',
      shows: { age: `min(sosekni_backup_drill_age_seconds{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Size of the newest',
      about: 'Compressed.',
      unit: 'bytes',
      shows: { '{{instance}}': `sosekni_backup_size_bytes{${of}}` },
    },
  ],
  Inside: [
    {
      kind: 'lines',
      title: 'Database',
      about: 'Time of a transaction, and what it waited for those before it.',
      unit: 's',
      shows: {
        'transaction, 95 %': percentile(0.95, 'sosekni_database_transaction_seconds'),
        'wait, 95 %': percentile(0.95, 'sosekni_database_wait_seconds'),
      },
    },
    {
      kind: 'lines',
      title: 'Sweep',
      about: 'Time of a look at what is due, once a minute.',
      unit: 's',
      shows: percentiles('sosekni_sweep_seconds'),
    },
    {
      kind: 'lines',
      title: 'Errors and warnings',
      about: 'In the log, in five minutes.',
      unit: 'short',
      shows: { '{{level}}': `sum by (level) (increase(sosekni_log_events_total{${of}}[5m]))` },
    },
    {
      kind: 'lines',
      title: 'CPU',
      about: '1: one core.',
      unit: 'percentunit',
      shows: { '{{instance}}': perSecond('process_cpu_seconds_total', 'instance') },
    },
    {
      kind: 'lines',
      title: 'Memory',
      about: 'Resident, and the heap of JavaScript that is in use.',
      unit: 'bytes',
      shows: {
        '{{instance}} resident': `process_resident_memory_bytes{${of}}`,
        '{{instance}} heap': `nodejs_heap_size_used_bytes{${of}}`,
      },
    },
    {
      kind: 'lines',
      title: 'Event loop lag, 99 %',
      about: 'For how long something else kept Node from its next turn.',
      unit: 's',
      shows: { '{{instance}}': `nodejs_eventloop_lag_p99_seconds{${of}}` },
    },
  ],
};

/** Every expression of the dashboard. */
export const expressions: readonly string[] = Object.values(rows).flatMap((panels) =>
  panels.flatMap(({ shows }) => Object.values(shows)),
);

/** The dashboard as Grafana imports it. */
export function dashboardJson(): string {
  const dashboard = new DashboardBuilder('sosekni-bot')
    .uid('sosekni-bot')
    .description(
      'A Telegram bot that takes requests for access. docs/metrics.md says what to do when something looks wrong.',
    )
    .tags(['sosekni-bot'])
    .refresh('30s')
    .time({ from: 'now-6h', to: 'now' })
    .timezone('browser')
    .withVariable(new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'))
    .withVariable(
      new QueryVariableBuilder('instance')
        .label('Process')
        .datasource(datasource)
        .query('label_values(sosekni_build_info{job="sosekni-bot"}, instance)')
        .multi(true)
        .includeAll(true),
    );
  for (const [title, panels] of Object.entries(rows)) {
    dashboard.withRow(new RowBuilder(title));
    for (const panel of panels) dashboard.withPanel(build(panel));
  }
  return `${JSON.stringify(dashboard.build(), null, 2)}\n`;
}

const datasource = { type: 'prometheus', uid: '${datasource}' };

function build({ kind, title, about, unit, shows }: Panel): Builder<BuiltPanel> {
  const panel = frame(kind);
  panel.title(title).description(about).unit(unit).datasource(datasource);
  for (const [name, expression] of Object.entries(shows)) {
    panel.withTarget(new DataqueryBuilder().expr(expression).legendFormat(name));
  }
  return panel;
}

function frame(kind: Panel['kind']): StatBuilder | TimeseriesBuilder {
  switch (kind) {
    case 'lines':
      return new TimeseriesBuilder().span(8).height(7).min(0);
    case 'number':
      return new StatBuilder().span(4).height(4);
    case 'name':
      return new StatBuilder().span(4).height(4).textMode(BigValueTextMode.Name);
  }
}

if (require.main === module) writeFileSync(path.join(__dirname, 'dashboard.json'), dashboardJson());
