import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { personId, requestId, type Instant } from '../../src/lifecycle/ids';
import type { EventType } from '../../src/lifecycle/transition';
import { figuresByDay, figuresSince, happenings, type CountedEvent } from '../../src/requests/read/figures';
import { outcomes } from '../../src/requests/read/views';

const hour = 60 * 60 * 1000;
const noon: Instant = Date.UTC(2026, 2, 1, 12);
const [boris, clara] = [personId(1), personId(2)];
const nothing = { submitted: 0, approved: 0, rejected: 0, expired: 0, withdrawn: 0, revoked: 0 };

const event = (request: number, type: EventType, more: Partial<CountedEvent> = {}): CountedEvent => ({
  requestId: requestId(request),
  event: type,
  actorId: boris,
  at: noon,
  waitingSince: null,
  ...more,
});
const decision = (request: number, type: 'approve' | 'reject', hours: number, by = boris, at = noon): CountedEvent =>
  event(request, type, { actorId: by, at, waitingSince: at - hours * hour });
const figures = (...events: readonly CountedEvent[]) => figuresSince(0, happenings(events));

describe('the figures of a period', () => {
  test('count each outcome once, and an appeal as submitted', () => {
    const { counts } = figures(
      ...[event(1, 'submit'), decision(1, 'reject', 1), event(1, 'appeal'), decision(1, 'approve', 1)],
      ...[event(1, 'revoke'), event(2, 'submit'), event(2, 'expire'), event(3, 'submit'), event(3, 'withdraw')],
    );
    expect(counts).toEqual({ submitted: 4, approved: 1, rejected: 1, expired: 1, withdrawn: 1, revoked: 1 });
  });

  test('count no vote, and nothing that was said: of two approvals that are needed, the last decides', () => {
    const { counts, decided } = figures(
      ...[event(1, 'submit'), event(1, 'vote'), event(1, 'vote_withdrawn'), event(1, 'vote')],
      ...[event(1, 'ask'), event(1, 'answer'), event(1, 'add'), decision(1, 'approve', 2, clara)],
    );
    expect(counts).toEqual({ ...nothing, submitted: 1, approved: 1 });
    expect(decided).toEqual([{ by: clara, count: 1 }]);
  });

  test('leave out a decision that was taken back, and count the one that was made instead', () => {
    const undone = [event(1, 'submit'), decision(1, 'reject', 1), event(1, 'undo')];
    expect(figures(...undone)).toEqual({ counts: { ...nothing, submitted: 1 }, decided: [], waits: null });
    expect(figures(...undone, decision(1, 'approve', 5, clara))).toEqual({
      counts: { ...nothing, submitted: 1, approved: 1 },
      decided: [{ by: clara, count: 1 }],
      waits: { median: 5 * hour, slowest: 5 * hour, slowestId: 1 },
    });
  });

  test('know of no decision that was made before them and taken back within them', () => {
    expect(figures(event(1, 'undo'))).toEqual({ counts: nothing, decided: [], waits: null });
  });

  test('an undo takes back the decision on its own request, and the last one only', () => {
    const { counts } = figures(
      ...[decision(1, 'reject', 1), event(1, 'appeal'), decision(2, 'approve', 1)],
      ...[decision(1, 'approve', 1), event(1, 'undo')],
    );
    expect(counts).toEqual({ ...nothing, submitted: 1, approved: 1, rejected: 1 });
  });

  test.each([
    ['an odd number of waits', [9, 1, 2], 2],
    ['an even number of them: half-way between the two', [9, 1, 2, 4], 3],
    ['a single one', [7], 7],
  ])('the median is in the middle of %s', (_, hours, median) => {
    const { waits } = figures(...hours.map((each, n) => decision(n + 1, 'approve', each)));
    const slowest = Math.max(...hours);
    expect(waits).toEqual({
      median: median * hour,
      slowest: slowest * hour,
      slowestId: hours.indexOf(slowest) + 1,
    });
  });

  test('no wait is shorter than nothing, even if the clock was set back', () => {
    expect(figures(decision(1, 'approve', -3)).waits).toEqual({ median: 0, slowest: 0, slowestId: 1 });
  });

  test('name the admins by how many requests they decided', () => {
    const { decided } = figures(
      ...[decision(1, 'approve', 1), decision(2, 'reject', 1, clara), decision(3, 'approve', 1, clara)],
      ...[event(4, 'revoke', { actorId: boris }), event(4, 'expire', { actorId: null })],
    );
    expect(decided).toEqual([
      { by: clara, count: 2 },
      { by: boris, count: 1 },
    ]);
  });

  test('begin at their first moment', () => {
    const events = [event(1, 'submit', { at: noon - 1 }), event(2, 'submit')];
    expect(figuresSince(noon, happenings(events)).counts.submitted).toBe(1);
    expect(figuresSince(noon - 1, happenings(events)).counts.submitted).toBe(2);
  });
});

test('each day has what happened from its beginning to that of the next; what the clock dates ahead is today’s', () => {
  const days = [0, 24, 47].map((hours) => ({ begins: noon + hours * hour }));
  const at = [-1, 0, 24 * hour - 1, 24 * hour, 47 * hour, 99 * hour].map((after) => noon + after);
  const counted = figuresByDay(days, happenings(at.map((each, n) => event(n + 1, 'submit', { at: each }))));
  expect(counted.map(({ counts }) => counts.submitted)).toEqual([2, 1, 2]);
  expect(Object.keys(counted[0]?.counts ?? {})).toEqual([...outcomes]);
});

/** What the calendar says where the process has this time zone. */
function inZone(zone: string, expression: string): unknown {
  const calendar = JSON.stringify(join(__dirname, '../../src/requests/read/calendar.ts'));
  const script = `const { lastDays, beginningOfWeek, isOnMonday, dayOfMonth } = require(${calendar});
    const iso = (at) => new Date(at).toISOString().slice(0, 16);
    console.log(JSON.stringify(${expression}))`;
  const args = ['--require', join(__dirname, '../store/typescript.cjs'), '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, TZ: zone } }));
}

describe('a day and a week', () => {
  test('begin at midnight where the bot’s dates are, and not in Greenwich', () => {
    expect(inZone('Europe/Berlin', "lastDays(Date.parse('2026-11-26T23:30Z'), 2).map(iso)")).toEqual([
      '2026-11-25T23:00',
      '2026-11-26T23:00',
    ]);
    expect(inZone('America/New_York', "iso(beginningOfWeek(Date.parse('2026-11-30T04:30Z')))")).toBe(
      '2026-11-23T05:00',
    );
  });

  test.each([
    ['a Monday', '2026-11-23T00:00Z', '2026-11-23T00:00'],
    ['the Sunday before', '2026-11-22T23:59Z', '2026-11-16T00:00'],
    ['the Sunday of the same week', '2026-11-29T23:59Z', '2026-11-23T00:00'],
    ['a week that began last year', '2026-01-01T12:00Z', '2025-12-29T00:00'],
  ])('the week of %s begins on a Monday', (_, now, monday) => {
    expect(inZone('UTC', `iso(beginningOfWeek(Date.parse('${now}')))`)).toBe(monday);
  });

  test('may have an hour more or less when the clocks change', () => {
    const week = "lastDays(Date.parse('2026-10-26T12:00Z'), 3).map(iso)";
    expect(inZone('Europe/Berlin', week)).toEqual(['2026-10-23T22:00', '2026-10-24T22:00', '2026-10-25T23:00']);
    const spring = "lastDays(Date.parse('2026-03-30T12:00Z'), 3).map(iso)";
    expect(inZone('Europe/Berlin', spring)).toEqual(['2026-03-27T23:00', '2026-03-28T23:00', '2026-03-29T22:00']);
  });

  test('have the names that people there give them', () => {
    const monday = "lastDays(Date.parse('2026-11-29T23:30Z'), 1).map((at) => [isOnMonday(at), dayOfMonth(at)])";
    expect(inZone('Asia/Tokyo', monday)).toEqual([[true, 30]]);
    expect(inZone('UTC', monday)).toEqual([[false, 29]]);
  });
});
