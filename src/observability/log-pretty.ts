/** An event for people at a terminal: local time, level, message, then the other fields as `name=value`. */
export function prettyLine(
  at: Date,
  level: string,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): string {
  const { 'error.stack_trace': stack, ...others } = fields;
  const known = Object.entries(others).flatMap(([name, value]) => {
    const short = shortNameOf(name);
    return value === undefined || short === null ? [] : [` ${short}=${written(name, value)}`];
  });
  const trace = typeof stack === 'string' ? stack.split('\n').map((line) => `\n    ${withoutControls(line)}`) : [];
  return `${localTime(at)} ${level.padEnd(5)} ${withoutControls(message)}${known.join('')}${trace.join('')}`;
}

const names: Readonly<Record<string, string | null>> = {
  'event.action': 'action',
  'event.duration': 'took',
  'telegram.update_id': 'update',
  'telegram.chat_id': 'chat',
  'sosekni.request_id': 'request',
  'sosekni.text': 'text',
  'user.id': 'person',
  'error.message': 'error',
  // The stack trace starts with it.
  'error.type': null,
  'error.code': 'code',
};

/** Null if the field isn't shown. */
function shortNameOf(name: string): string | null {
  const short = names[name];
  return short === undefined ? name.replace(/^labels\./, '') : short;
}

const nanosecondsInMillisecond = 1_000_000;

function written(name: string, value: unknown): string {
  if (name === 'event.duration') {
    const took = Number(value) / nanosecondsInMillisecond;
    return took < 1000 ? `${Math.round(took)}ms` : `${(took / 1000).toFixed(1)}s`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[^\s"=\p{C}]+$/u.test(text) ? text : withoutControls(JSON.stringify(text));
}

/** Escapes characters that could move the cursor, colour the terminal or change the direction of a line. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) =>
    sign === '\n' ? '\\n' : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** `2026-11-30 15:05:00.123` in the process's time zone. */
function localTime(at: Date): string {
  const [day, time] = [
    [at.getFullYear(), at.getMonth() + 1, at.getDate()],
    [at.getHours(), at.getMinutes(), at.getSeconds()],
  ].map((parts) => parts.map((part) => String(part).padStart(2, '0')));
  return `${day?.join('-')} ${time?.join(':')}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}
