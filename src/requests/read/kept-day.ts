import type { Instant, Millis, PersonId, RequestId } from '../../lifecycle/ids';
import type { EventType } from '../../lifecycle/transition';
import type { DayOfHistory } from './figures';

/** A day as it is kept. It is made anew where it is missing, so another form needs no more than an emptied table. */
interface KeptDay {
  readonly events: readonly (readonly [EventType, number])[];
  /** Who; what they approved, rejected and revoked; the waits. */
  readonly decisions: readonly (readonly [PersonId | null, number, number, number, string])[];
  readonly slowest: readonly [Millis, RequestId] | null;
}

/** A day as text. */
export function writeDay({ events, decisions, slowest }: DayOfHistory): string {
  const kept: KeptDay = {
    events: [...events],
    decisions: decisions.map(({ by, approved, rejected, revoked, waits }) => [
      ...([by, approved, rejected, revoked] as const),
      writeTimes(waits),
    ]),
    slowest: slowest === null ? null : [slowest.waited, slowest.requestId],
  };
  return JSON.stringify(kept);
}

/** The day that `writeDay` has made a text of. */
export function readDay(begins: Instant, text: string): DayOfHistory {
  // A boundary: nothing else is written there.
  const { events, decisions, slowest } = JSON.parse(text) as KeptDay;
  return {
    begins,
    events: new Map(events),
    decisions: decisions.map(([by, approved, rejected, revoked, waits]) => ({
      ...{ by, approved, rejected, revoked },
      waits: readTimes(waits),
    })),
    slowest: slowest === null ? null : { waited: slowest[0], requestId: slowest[1] },
  };
}

/** Sorted times, each by how much longer it is than the one before, in LEB128: a fifth of their length in JSON, and of the time to read it. */
function writeTimes(sorted: Float64Array): string {
  const bytes: number[] = [];
  let before = 0;
  for (const time of sorted) {
    let left = time - before;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push(128 + (left % 128));
    bytes.push(left);
    before = time;
  }
  return Buffer.from(bytes).toString('base64');
}

function readTimes(text: string): Float64Array {
  const times: number[] = [];
  let [time, unit] = [0, 1];
  for (const byte of Buffer.from(text, 'base64')) {
    time += (byte % 128) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    times.push(time);
    unit = 1;
  }
  return Float64Array.from(times);
}
