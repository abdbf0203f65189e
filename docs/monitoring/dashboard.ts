// Generates the bot's Grafana dashboard: `npm run dashboard` rewrites dashboard.json.
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

/** Grafana's units: https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit */
type Unit = 'short' | 's' | 'dtdurations' | 'ops' | 'bytes' | 'percentunit' | 'bool_yes_no' | 'bool_on_off';

/**
 * A panel: what it shows, and what its reader should know. `lines`: values over time; `number`: the current value; `name`: the
 * series' name only.
 */
interface Panel {
  readonly kind: 'lines' | 'number' | 'name';
  readonly title: string;
  readonly about: string;
  readonly unit: Unit;
  /** PromQL expressions by the name of the series; Grafana replaces `{{label}}` in a name. */
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
      title: 'Active',
      about: 'Whether a process takes updates. With two machines, one is active and the other stands by.',
      unit: 'bool_yes_no',
      shows: { '{{instance}}': `sosekni_leader{${of}}` },
    },
    {
      kind: 'number',
      title: 'Ready',
      about: 'As /readyz says, which also gives the reason. A standby is not ready.',
      unit: 'bool_yes_no',
      shows: { '{{instance}}': `sosekni_ready{${of}}` },
    },
    {
      kind: 'number',
      title: 'Last poll',
      about: 'Time since Telegram answered a poll. Up to 30 s is normal; Telegram drops button presses after 150 s.',
      unit: 's',
      shows: { '{{instance}}': `sosekni_last_poll_age_seconds{${of}}` },
    },
    {
      kind: 'number',
      title: 'Pending',
      about: 'Requests that wait for a decision.',
      unit: 'short',
      shows: { pending: `max(sosekni_requests{${of}, status="pending"})` },
    },
    {
      kind: 'number',
      title: 'Oldest pending',
      about: 'How long the oldest pending request has waited.',
      unit: 'dtdurations',
      shows: { age: `max(sosekni_oldest_pending_age_seconds{${of}})` },
    },
    {
      kind: 'name',
      title: 'Version',
      about: 'The running version.',
      unit: 'short',
      shows: { '{{instance}}: {{version}}': `sosekni_build_info{${of}}` },
    },
  ],
  Requests: [
    {
      kind: 'lines',
      title: 'Requests by status',
      about: 'All requests, including closed ones.',
      unit: 'short',
      shows: { '{{status}}': `max by (status) (sosekni_requests{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Changes to requests',
      about: 'Changes per hour.',
      unit: 'short',
      shows: { '{{change}}': `sum by (change) (increase(sosekni_request_changes_total{${of}}[1h]))` },
    },
    {
      kind: 'lines',
      title: 'Time to decision',
      about: 'For requests decided in the last day.',
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
      about: 'Messages and button presses, once handled.',
      unit: 'ops',
      shows: { '{{kind}}': perSecond('sosekni_updates_total', 'kind') },
    },
    {
      kind: 'lines',
      title: 'Repeated, ignored and failed updates',
      about:
        'Repeated: Telegram sent them again. Ignored: the sender is over the limit. Parked and failures: a bug, see the log.',
      unit: 'ops',
      shows: {
        '{{outcome}}': perSecond('sosekni_updates_total', 'outcome', ', outcome!="handled"'),
        failures: perSecond('sosekni_update_failures_total', 'job'),
      },
    },
    {
      kind: 'lines',
      title: 'Handling time',
      about: 'From receiving an update to its commit.',
      unit: 's',
      shows: percentiles('sosekni_update_handling_seconds'),
    },
  ],
  'To Telegram': [
    {
      kind: 'lines',
      title: 'Outbox',
      about: 'Messages that are waiting, being sent, or were undeliverable in the last 30 days.',
      unit: 'short',
      shows: { '{{state}}': `max by (state) (sosekni_outbox_messages{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Oldest message',
      about: '“Can be sent” leaves out chats where Telegram has asked the bot to pause.',
      unit: 's',
      shows: {
        unsent: `max(sosekni_outbox_oldest_age_seconds{${of}})`,
        'can be sent': `max(sosekni_outbox_oldest_sendable_age_seconds{${of}})`,
      },
    },
    {
      kind: 'lines',
      title: 'Sends by outcome',
      about:
        'Unknown: the answer was lost and the message is sent again. Limited: Telegram asked the bot to wait (429).',
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
      title: 'Failed calls',
      about: 'Bot API calls by method. Limited: 429.',
      unit: 'ops',
      shows: {
        '{{method}} {{outcome}}': perSecond('sosekni_telegram_calls_total', 'method, outcome', ', outcome!="ok"'),
      },
    },
    {
      kind: 'lines',
      title: 'Call duration',
      about: 'Bot API calls without getUpdates.',
      unit: 's',
      shows: percentiles('sosekni_telegram_call_seconds'),
    },
  ],
  'Mail and SMS': [
    {
      kind: 'lines',
      title: 'Away',
      about: 'A relay or gateway that is down, or that refuses the login or the sender: its messages wait.',
      unit: 'bool_yes_no',
      shows: { '{{channel}}': `max by (channel) (sosekni_channel_away{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Mail and SMS by outcome',
      about: 'Retried: sent again later. Undeliverable: the address takes nothing, and is marked as dead.',
      unit: 'ops',
      shows: {
        '{{method}} {{outcome}}': perSecond('sosekni_sends_total', 'method, outcome', ', method=~"email|sms"'),
      },
    },
    {
      kind: 'lines',
      title: 'Parts of SMS',
      about: 'Per day. Each part is paid for; SMS_DAILY limits them.',
      unit: 'short',
      shows: { parts: `sum(increase(sosekni_sms_parts_total{${of}}[1d]))` },
    },
  ],
  'The desk': [
    {
      kind: 'lines',
      title: 'Requests to the desk by status',
      about: '401: not signed in; many at once: somebody guesses. 500: a bug, see the log. 503: the bot doesn’t act.',
      unit: 'ops',
      shows: { '{{status}}': perSecond('sosekni_desk_requests_total', 'status') },
    },
    {
      kind: 'lines',
      title: 'Time to answer, 95 %',
      about: 'By route. A table (export.csv) takes as long as its reader.',
      unit: 's',
      shows: {
        '{{route}}': `histogram_quantile(0.95, sum by (le, route) (rate(sosekni_desk_request_seconds_bucket{${of}}[$__rate_interval])))`,
      },
    },
    {
      kind: 'lines',
      title: 'Open streams',
      about: 'Pages that show what happens by themselves; 24 at most.',
      unit: 'short',
      shows: { '{{instance}}': `sosekni_desk_streams{${of}}` },
    },
  ],
  Webhooks: [
    {
      kind: 'lines',
      title: 'Webhooks owed',
      about: 'After a 410 they wait for another WEBHOOK_URL.',
      unit: 'short',
      shows: { owed: `max(sosekni_webhooks_owed{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Oldest webhook',
      about: 'It is sent again for three days, then given up.',
      unit: 's',
      shows: { age: `max(sosekni_webhook_oldest_age_seconds{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Attempts by outcome',
      about: 'Given up: the other system has missed a change. Gone: it wants no more webhooks (410).',
      unit: 'ops',
      shows: { '{{outcome}}': perSecond('sosekni_webhook_attempts_total', 'outcome') },
    },
  ],
  'Chats of the community': [
    {
      kind: 'lines',
      title: 'Members let in and seen in',
      about: 'Who is let in and not seen in has not pressed the button yet.',
      unit: 'short',
      shows: {
        'wanted {{chat}}': `max by (chat) (sosekni_access_members_wanted{${of}})`,
        'seen {{chat}}': `max by (chat) (sosekni_access_members_seen{${of}})`,
      },
    },
    {
      kind: 'lines',
      title: 'To be done and failing',
      about: 'Failing: Telegram has refused it so far, and it is tried again.',
      unit: 'short',
      shows: {
        'pending {{chat}}': `max by (chat) (sosekni_access_pending{${of}})`,
        'failing {{chat}}': `max by (chat) (sosekni_access_failing{${of}})`,
      },
    },
    {
      kind: 'lines',
      title: 'Oldest to be done',
      about: 'It grows where the bot lacks its rights in a chat: see check.',
      unit: 's',
      shows: { '{{chat}}': `max by (chat) (sosekni_access_oldest_pending_age_seconds{${of}})` },
    },
  ],
  Backups: [
    {
      kind: 'number',
      title: 'Newest backup',
      about: 'Age of the newest backup.',
      unit: 'dtdurations',
      shows: { age: `min(sosekni_backup_age_seconds{${of}})` },
    },
    {
      kind: 'number',
      title: 'Failing',
      about: 'Whether the last attempt failed; the log says why.',
      unit: 'bool_yes_no',
      shows: { '{{instance}}': `sosekni_backup_failing{${of}}` },
    },
    {
      kind: 'number',
      title: 'Last drill',
      about: 'Time since a backup was last test-restored. Once a month: sosekni-bot restore --drill',
      unit: 'dtdurations',
      shows: { age: `min(sosekni_backup_drill_age_seconds{${of}})` },
    },
    {
      kind: 'lines',
      title: 'Size of the newest backup',
      about: 'Compressed.',
      unit: 'bytes',
      shows: { '{{instance}}': `sosekni_backup_size_bytes{${of}}` },
    },
  ],
  Inside: [
    {
      kind: 'lines',
      title: 'Database',
      about: 'Duration of a transaction, and how long it waited for earlier ones.',
      unit: 's',
      shows: {
        'transaction, 95 %': percentile(0.95, 'sosekni_database_transaction_seconds'),
        'wait, 95 %': percentile(0.95, 'sosekni_database_wait_seconds'),
      },
    },
    {
      kind: 'lines',
      title: 'Scheduler',
      about: 'Duration of a run, once a minute.',
      unit: 's',
      shows: percentiles('sosekni_sweep_seconds'),
    },
    {
      kind: 'lines',
      title: 'Errors and warnings',
      about: 'In the log, per five minutes.',
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
      about: 'Resident memory, and the JavaScript heap in use.',
      unit: 'bytes',
      shows: {
        '{{instance}} resident': `process_resident_memory_bytes{${of}}`,
        '{{instance}} heap': `nodejs_heap_size_used_bytes{${of}}`,
      },
    },
    {
      kind: 'lines',
      title: 'Event loop lag, 99 %',
      about: 'How long Node was kept from its next turn.',
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
