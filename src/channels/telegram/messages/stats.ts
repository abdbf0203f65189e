import { statuses } from '../../../lifecycle/request';
import type { TelegramSay } from '../../../i18n/sentences';
import type { Notice } from '../../../notices/notice';
import {
  daysOfStats,
  outcomes,
  type DeciderLine,
  type OldestWaiting,
  type PeriodFigures,
  type StatsChart,
} from '../../../requests/read/views';
import { beside, lines, paragraphs } from '../../wording/layout';
import { shorten } from '../../wording/shorten';
import { excess } from './fit';
import { inMinutes, pendingButton } from './lists';
import { button, rendering, type Rendering } from './rendering';

/** How many requests there are of each status, and what happened this week and in the last 30 days. */
export function renderStats(stats: Stats, say: TelegramSay): Rendering {
  const whole = statsText(stats, say, longestName);
  const html = excess(whole) === 0 ? whole : statsText(stats, say, shortestName);
  const asPicture = button(say, 'stats_picture', { type: 'stats_picture' });
  return rendering(html, [stats.counts.pending === 0 ? [asPicture] : [pendingButton(say), asPicture]]);
}

type Stats = Extract<Notice, { kind: 'stats' }>;

function statsText(
  { counts, undeliverable, chats = [], oldest = null, week, month }: Stats,
  say: TelegramSay,
  mostOfName: number,
): string {
  const named = (name: string): string => shorten(name, mostOfName);
  const counted = statuses.map((status) => say(`stats_${status}`, { count: counts[status] }));
  return paragraphs(
    lines(say('stats_heading'), ...counted, oldest && oldestLine(oldest, say, named)),
    week === undefined ? null : lines(say('stats_week', { since: week.since }), periodLines(week, say, named)),
    month === undefined
      ? null
      : lines(say('stats_month', { days: daysOfStats, since: month.since }), periodLines(month, say, named)),
    chats.length === 0
      ? null
      : lines(
          ...chats.map((chat) => say('stats_chat', { title: named(chat.title), wanted: chat.wanted, in: chat.in })),
        ),
    undeliverable === 0 ? null : say('stats_undeliverable', { count: undeliverable }),
  );
}

/** The last 30 days as a picture. The caption says what its colours mean. */
export function renderStatsPicture(chart: StatsChart, say: TelegramSay): Rendering {
  const legend = outcomes.map((outcome) => {
    const count = chart.days.reduce((sum, { counts }) => sum + counts[outcome], 0);
    return say(`stats_picture_${outcome}`, { count });
  });
  const html = paragraphs(say('stats_picture', chart), lines(...legend), say('stats_picture_how'));
  return { ...rendering(html), picture: { chart, otherwise: say('telegram_no_pictures') } };
}

function oldestLine({ id, clientName, waited }: OldestWaiting, say: TelegramSay, named: Named): string {
  return say('stats_oldest', { request: id, client: named(clientName), waited: inMinutes(waited) });
}

function periodLines(
  { counts, waits, deciders, otherDecisions }: PeriodFigures,
  say: TelegramSay,
  named: Named,
): string {
  const counted = outcomes.map((outcome) => say(`stats_${outcome}`, { count: counts[outcome] }));
  return lines(
    // Six in one line would be broken anywhere.
    beside(...counted.slice(0, 3)),
    beside(...counted.slice(3)),
    waits &&
      say('stats_waits', {
        median: inMinutes(waits.median),
        slowest: inMinutes(waits.slowest),
        request: waits.slowestId,
      }),
    ...deciders.map((decider) => deciderLine(decider, say, named)),
    otherDecisions === 0 ? null : say('stats_deciders_others', { count: otherDecisions }),
  );
}

const deciderLine = ({ name, count, isFormer }: DeciderLine, say: TelegramSay, named: Named): string =>
  say(isFormer ? 'stats_decider_former' : 'stats_decider', { admin: named(name), count });

/** A name as far as there is room for it. */
type Named = (name: string) => string;

/** Telegram's names have 64 characters each for first and last. With the shorter ones, the longest text fits into a message. */
const [longestName, shortestName] = [258, 80];
