import { element, setAttributes } from '../../page/dom.js';
import type { Stats } from '../protocol.js';
import { addressOf, noFilters, periods, statuses } from './address.js';
import type { Desk } from './desk.js';
import { emptyState, skeleton, titleOf } from './parts.js';
import { countSteps, durationSteps, plot } from './plot.js';
import { Redrawn } from './redrawn.js';

/** How requests come in and are decided. */
export class StatsPage {
  readonly element: HTMLElement;
  private readonly links = new Map<number, HTMLAnchorElement>();
  private readonly body = element('div', { class: 'stats' });
  private readonly drawn = new Redrawn(this.body);
  private loading = new AbortController();
  private days: number | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly onCounts: (counts: Stats['counts']) => void,
  ) {
    const { say } = desk;
    const choice = element('nav', { class: 'chips', 'aria-label': say('desk_period') });
    for (const days of periods) {
      const link = element(
        'a',
        { class: 'chip', href: addressOf({ view: 'stats', days }) },
        say('desk_last_days', { count: days }),
      );
      this.links.set(days, link);
      choice.append(link);
    }
    this.element = element(
      'div',
      { class: 'page stats-page' },
      element('header', { class: 'page-head' }, element('h1', { tabindex: '-1' }, say('desk_stats')), choice),
      this.body,
    );
  }

  show(days: number): void {
    for (const [count, link] of this.links) setAttributes(link, { 'aria-current': count === days ? 'true' : null });
    if (this.days === null) this.drawn.instead(skeleton(12, this.desk.say('desk_loading')));
    this.days = days;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const { days, desk } = this;
    if (days === null) return;
    this.loading.abort();
    const loading = (this.loading = new AbortController());
    try {
      const answer = await desk.api.read<Stats>(`/admin/stats?days=${days}`, loading.signal);
      if (answer.kind === 'done') this.drawn.draw(days, this.contents(answer.value));
      // What is shown already stays.
      else if (!this.drawn.shows(days)) this.drawn.instead(emptyState(desk.requests.sentence(answer)));
    } catch {
      // Another period was chosen.
    }
  }

  private contents(stats: Stats): HTMLElement[] {
    const { say, formats } = this.desk;
    this.onCounts(stats.counts);
    const days = stats.days.map(({ date }) => formats.day(date));
    const counted = (value: number): string => formats.count(value);
    const lasting = (value: number): string => formats.short(value);
    const common = { days, dayName: say('desk_day'), tableName: say('desk_as_table') };
    const outcomes = (['approved', 'rejected', 'revoked', 'expired', 'withdrawn'] as const).map((status) => ({
      name: say(`desk_many_${status}`),
      look: `of-${status}`,
      values: stats.days.map((day) => day[status]),
    }));
    const ms = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000);
    return [
      this.figures(stats),
      plot({
        ...common,
        title: say('desk_plot_outcomes'),
        how: say('desk_plot_outcomes_how'),
        above: [
          { name: say('desk_came_in'), look: 'of-submitted', values: stats.days.map(({ submitted }) => submitted) },
        ],
        below: outcomes,
        lines: [],
        write: counted,
        steps: countSteps,
      }),
      plot({
        ...common,
        title: say('desk_plot_queue'),
        how: say('desk_plot_queue_how'),
        above: [
          { name: say('desk_many_pending'), look: 'of-pending', values: stats.days.map(({ waiting }) => waiting) },
        ],
        below: [],
        lines: [],
        write: counted,
        steps: countSteps,
      }),
      plot({
        ...common,
        title: say('desk_plot_time'),
        how: say('desk_plot_time_how'),
        above: [],
        below: [],
        lines: [
          { name: say('desk_median'), look: 'of-median', values: stats.days.map((day) => ms(day.median_seconds)) },
          { name: say('desk_ninetieth'), look: 'of-p90', values: stats.days.map((day) => ms(day.p90_seconds)) },
        ],
        write: lasting,
        steps: durationSteps,
      }),
      this.reviewers(stats),
      element('p', { class: 'end' }, say('desk_time_zone', { zone: stats.time_zone })),
    ];
  }

  private figures({ counts, time_to_decision: time }: Stats): HTMLElement {
    const { say, formats } = this.desk;
    const figure = (name: string, value: string, href: string | null, look = ''): HTMLElement => {
      const inside = [
        element('dt', {}, name),
        element('dd', {}, href === null ? value : element('a', { href }, value)),
      ];
      return element('div', { class: `figure ${look}` }, ...inside);
    };
    const long = (seconds: number | null): string => (seconds === null ? '–' : formats.length(seconds * 1000));
    return element(
      'dl',
      { class: 'figures' },
      ...statuses.map((status) => {
        const href = addressOf({ view: 'requests', filters: { ...noFilters, status: [status] }, request: null });
        return figure(say(`desk_many_${status}`), formats.count(counts[status]), href, `of-${status}`);
      }),
      figure(say('desk_median_time'), long(time.median_seconds), null),
      figure(say('desk_ninetieth_time'), long(time.p90_seconds), null),
    );
  }

  private reviewers({ reviewers }: Stats): HTMLElement {
    const { say, formats } = this.desk;
    const section = element('section', { class: 'reviewers' }, element('h2', {}, say('desk_reviewers')));
    if (reviewers.length === 0) {
      section.append(emptyState(say('desk_no_decisions')));
      return section;
    }
    const heads = [
      'desk_reviewer_name',
      'desk_status_approved',
      'desk_status_rejected',
      'desk_status_revoked',
      'desk_median',
    ] as const;
    const rows = reviewers.map((reviewer) => {
      const { id, is_admin: isAdmin, approved, rejected, revoked, median_seconds: median } = reviewer;
      const href = addressOf({ view: 'requests', filters: { ...noFilters, reviewer: id }, request: null });
      return element(
        'tr',
        {},
        element(
          'th',
          { scope: 'row' },
          element('a', { href }, element('bdi', {}, titleOf(reviewer))),
          isAdmin ? null : element('small', {}, ` ${say('desk_reviewer_former')}`),
        ),
        ...[approved, rejected, revoked].map((count) => element('td', {}, formats.count(count))),
        element('td', {}, median === null ? '–' : formats.length(median * 1000)),
      );
    });
    section.append(
      element(
        'div',
        { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': say('desk_reviewers') },
        element(
          'table',
          {},
          element('thead', {}, element('tr', {}, ...heads.map((key) => element('th', { scope: 'col' }, say(key))))),
          element('tbody', {}, ...rows),
        ),
      ),
    );
    return section;
  }
}
