import { Formats } from '../../src/web/page/formats';
import { sentenceFor } from '../../src/web/page/refusals';
import { problemCodes, type ProblemCode } from '../../src/web/problem-codes';

const minute = 60_000;
const day = 24 * 60 * minute;

describe.each([
  ['en', '3 min', '3 minutes', '2 days', '2 days 23 hours', '7 days'],
  ['ru', '3 мин', '3 минуты', '2 дн.', '2 дня 23 часа', '7 дн.'],
])('the desk says in %s', (language, short, long, shortDays, longDays, week) => {
  const formats = new Formats(language, () => 0);

  test('how long a request has waited, the same in the list and beside it', () => {
    expect([formats.short(3.9 * minute), formats.length(3.9 * minute)]).toEqual([short, long]);
    const almostThree = 3 * day - minute;
    expect([formats.short(almostThree), formats.length(almostThree)]).toEqual([shortDays, longDays]);
  });

  test('that a request which has just come in has all of its days', () => {
    expect(formats.left(7 * day - 20_000)).toBe(week);
    expect(formats.left(7 * day - 3 * 60 * minute)).toBe(week);
    expect(formats.left(30_000)).toMatch(/^1 /);
  });
});

/** What only programs ask for. */
const ofPrograms: readonly ProblemCode[] = [
  ...(['unauthorized', 'forbidden', 'read_only', 'method_not_allowed', 'wrong_media_type'] as const),
  ...(['if_match_missing', 'headers_too_large', 'unknown_cursor', 'unavailable'] as const),
];
/** What the button for the table, and the stream of changes, say. */
const elsewhere: readonly ProblemCode[] = ['busy', 'too_large', 'chat_closed', 'unanswered'];
/** Where the request as it is now says why. */
const byTheRequest: readonly ProblemCode[] = [
  ...(['conflict', 'changed', 'no_request', 'already_pending', 'already_approved', 'not_pending', 'expired'] as const),
  ...(['not_due', 'earlier_round', 'nothing_to_appeal', 'appeal_not_open', 'appeal_closed'] as const),
  ...(['appeals_used_up', 'not_your_decision', 'not_approved', 'nothing_to_reopen'] as const),
];

test('whatever else the API refuses, the desk says in a sentence of its own', () => {
  const others = [...ofPrograms, ...elsewhere, ...byTheRequest];
  const unsaid = problemCodes.filter((code) => sentenceFor(code) === null);
  expect([...unsaid].sort()).toEqual([...others].sort());
});
