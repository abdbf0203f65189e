import fc from 'fast-check';
import { isAnything, isTrue, readAnswer } from '../../../src/channels/telegram/answer';

const second = 1000;
const day = 24 * 60 * 60 * second;

const read = (status: number, body: unknown) =>
  readAnswer({ status, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) }, isAnything);
const refusal = (error_code: unknown, more: object = {}) => ({ ok: false, error_code, description: 'No', ...more });

describe('an answer of the Bot API', () => {
  test('is the result of the method', () => {
    expect(read(200, { ok: true, result: { message_id: 5 } })).toEqual({ end: 'ok', result: { message_id: 5 } });
  });

  test('is Telegram’s refusal, with its description', () => {
    const moved = refusal(400, { parameters: { migrate_to_chat_id: -1_001_234 } });
    expect(read(400, moved)).toEqual({
      end: 'refused',
      code: 400,
      description: 'No',
      retryAfter: null,
      migratedTo: -1_001_234,
    });
    // Also where a proxy has changed the status.
    expect(read(200, refusal(403))).toMatchObject({ end: 'refused', code: 403 });
    expect(read(401, { ok: false, error_code: 401 })).toMatchObject({ end: 'refused', code: 401, description: '' });
  });

  test.each([
    ['a 5xx', 502, '<html>Bad Gateway</html>'],
    ['a 5xx in the form of an answer', 500, refusal(500)],
    ['half an answer', 200, '{"ok":true,"res'],
    ['another server’s page', 403, '<html>Forbidden</html>'],
    ['JSON of another kind', 200, 'null'],
    ['a list', 200, '[]'],
    ['nothing at all', 200, ''],
    ['an ok that is none', 200, { ok: 'true', result: 5 }],
    ['a refusal without a code', 400, { ok: false, description: 'Bad Request' }],
    ['a code that is a text', 400, refusal('400')],
    ['a code that is no refusal’s', 200, refusal(200)],
    ['a code that is no whole number', 400, refusal(400.5)],
    ['a description that is a number', 400, refusal(400, { description: 5 })],
    ['a description that is null', 403, refusal(403, { description: null })],
    ['a description that is an object', 403, refusal(403, { description: {} })],
    ['parameters that are a text', 400, refusal(400, { parameters: 'none' })],
    ['a new ID of a group that is a text', 400, refusal(400, { parameters: { migrate_to_chat_id: '-1001' } })],
    ['a new ID of a group that is no group’s', 400, refusal(400, { parameters: { migrate_to_chat_id: 1e18 } })],
  ])('is invalid, and the outcome of the call unknown, if it is %s', (_, status, body) => {
    expect(read(status, body)).toMatchObject({ end: 'unknown' });
  });

  test.each([[undefined], [null], [{}], [[]], [false], ['true'], [1]])(
    'is invalid with the result %j instead of true',
    (result) => {
      const body = JSON.stringify({ ok: true, result });
      expect(readAnswer({ status: 200, headers: {}, body }, isTrue)).toMatchObject({ end: 'unknown' });
    },
  );

  test.each([
    [7, 7 * second],
    [0.2, second],
    [18_053, 18_053 * second],
    [86_400, day],
    // Looked at again after a day.
    [86_401, day],
    [1e18, day],
    // What can't be meant: a second, as if nothing had been said.
    [0, second],
    [-5, second],
    ['soon', second],
    ['7', second],
    [null, second],
    [{}, second],
    [undefined, second],
  ])('with 429 and a retry_after of %j means a wait of %d ms', (retry_after, retryAfter) => {
    for (const description of ['Too Many Requests', 5, null]) {
      const answer = read(429, refusal(429, { description, parameters: { retry_after } }));
      expect(answer).toMatchObject({ end: 'refused', code: 429, retryAfter });
    }
    expect(read(429, refusal(429, { parameters: retry_after }))).toMatchObject({ end: 'refused', retryAfter: second });
  });

  test('never makes the parser throw, and never yields values outside its type', () => {
    const some = fc.oneof(fc.constantFrom(true, false, 400, 403, 429, 'x', 1e300), fc.jsonValue());
    const answers = fc.record(
      {
        ok: some,
        result: some,
        error_code: some,
        description: some,
        parameters: fc.oneof(some, fc.record({ retry_after: some, migrate_to_chat_id: some })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(200, 400, 403, 429, 500), fc.oneof(answers, fc.jsonValue()), (status, body) => {
        const answer = read(status, body);
        if (answer.end !== 'refused') return;
        expect(Number.isInteger(answer.code)).toBe(true);
        expect(typeof answer.description).toBe('string');
        if (answer.retryAfter !== null) expect(answer.retryAfter >= second && answer.retryAfter <= day).toBe(true);
        if (answer.migratedTo !== null) expect(Number.isSafeInteger(answer.migratedTo)).toBe(true);
      }),
    );
  });
});
