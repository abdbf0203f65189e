import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { personId, requestId, type Instant, type PersonId } from '../../src/lifecycle/ids';
import type { EventType } from '../../src/lifecycle/transition';
import { dayOf, figuresOf, waitingAtEnds, type DayOfHistory } from '../../src/requests/read/figures';
import { outcomes } from '../../src/requests/read/views';
import type { StandingDecision } from '../../src/store/queries/outcomes';

const hour = 60 * 60 * 1000;
const noon: Instant = Date.UTC(2026, 2, 1, 12);
const [boris, clara] = [personId(1), personId(2)];
const nothing = { submitted: 0, approved: 0, rejected: 0, expired: 0, withdrawn: 0, revoked: 0 };

const day = (events: Partial<Record<EventType, number>>, ...decisions: readonly StandingDecision[]): DayOfHistory =>
  // A boundary: Object.entries forgets the names.
  dayOf(noon, new Map(Object.entries(events) as [EventType, number][]), decisions);
const decision = (event: 'approve' | 'reject', request: number, hours: number, by = boris): StandingDecision => ({
  event,
  by,
  requestId: requestId(request),
  waited: hours * hour,
});
const revocation = (by: PersonId): StandingDecision => ({ event: 'revoke', by, requestId: requestId(9), waited: null });

describe('the figures of days', () => {
  test('count each outcome, an appeal as submitted, and neither votes nor what was said', () => {
    const { counts } = figuresOf([
      day({ submit: 3, appeal: 1, approve: 1, vote: 2, vote_withdrawn: 1, ask: 1, answer: 1, add: 1, describe: 1 }),
      day(
        { expire: 1, withdraw: 2, reopen: 1 },
        decision('approve', 1, 1),
        decision('reject', 2, 1),
        revocation(boris),
      ),
    ]);
    expect(counts).toEqual({ submitted: 4, approved: 1, rejected: 1, expired: 1, withdrawn: 2, revoked: 1 });
    expect(Object.keys(counts)).toEqual([...outcomes]);
  });

  test('count of the decisions those that stand', () => {
    const figures = figuresOf([day({ submit: 1, approve: 2, reject: 1, undo: 2 }, decision('reject', 1, 5, clara))]);
    expect(figures.counts).toEqual({ ...nothing, submitted: 1, rejected: 1 });
    expect(figuresOf([day({ submit: 1, reject: 1, undo: 1 })])).toEqual({
      counts: { ...nothing, submitted: 1 },
      deciders: [],
      waits: null,
    });
  });

  test.each([
    ['an odd number of waits', [9, 1, 2], 2, 9],
    ['an even number of them: half-way between the two', [9, 1, 2, 4], 3, 9],
    ['a single one', [7], 7, 7],
    ['twenty', [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 1, 2, 3, 4, 5, 6, 7, 8, 9], 10.5, 18],
  ])('the median and what nine tenths waited at most, of %s', (_, hours, median, ninetieth) => {
    const { waits } = figuresOf([day({}, ...hours.map((each, n) => decision('approve', n + 1, each)))]);
    const slowest = Math.max(...hours);
    expect(waits).toEqual({
      median: median * hour,
      ninetieth: ninetieth * hour,
      slowest: slowest * hour,
      slowestId: hours.indexOf(slowest) + 1,
    });
  });

  test('are of all the days together, not the middle of their medians', () => {
    const [one, other] = [
      day({}, decision('approve', 1, 1), decision('approve', 2, 2), decision('approve', 3, 3)),
      day({}, decision('reject', 4, 10)),
    ];
    expect(figuresOf([one, other]).waits).toMatchObject({ median: 2.5 * hour, slowestId: 4 });
  });

  test('name the admins by how many requests they decided, and an access ended apart from that', () => {
    const { deciders } = figuresOf([
      day({}, decision('approve', 1, 1), decision('reject', 2, 4, clara), revocation(boris), revocation(boris)),
      day({}, decision('approve', 3, 2, clara)),
    ]);
    expect(deciders).toEqual([
      { by: clara, approved: 1, rejected: 1, revoked: 0, median: 3 * hour },
      { by: boris, approved: 1, rejected: 0, revoked: 2, median: hour },
    ]);
  });

  test('what waits at the end of a day is what came before it and had not gone', () => {
    const days = [
      day({ submit: 3, approve: 1, vote: 1 }),
      day({ undo: 1, appeal: 1, reject: 2 }),
      day({ reopen: 1, expire: 1, withdraw: 1, revoke: 1, ask: 1 }),
    ];
    expect(waitingAtEnds(days, 1)).toEqual([2, 2, 1]);
  });
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
