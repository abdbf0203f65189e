import type { Action, ApprovalsNeeded, FaultName, Jump } from './protocol';

export type ReadAction = { readonly action: Action } | { readonly wrong: string };

/** Parses the JSON of an action that a page sent, and says everything that is wrong with it. */
export function readAction(json: string): ReadAction {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null) return { wrong: 'The body is not a JSON object.' };
  const given = new Map<string, unknown>(Object.entries(value));
  const type = given.get('type');
  if (typeof type !== 'string' || !isActionType(type)) {
    return { wrong: `type must be one of ${Object.keys(fields).join(', ')}.` };
  }
  const wanted = new Map<string, Field<unknown>>(Object.entries(fields[type]));
  const problems = [
    ...[...wanted].flatMap(([name, { is, must }]) => (is(given.get(name)) ? [] : [`${name} must be ${must}.`])),
    ...[...given.keys()].flatMap((name) => (name === 'type' || wanted.has(name) ? [] : [`${type} takes no ${name}.`])),
  ];
  // A boundary, where outside data gets its type: each field has been checked against the table.
  return problems.length === 0 ? { action: value as Action } : { wrong: problems.join(' ') };
}

interface Field<Value> {
  readonly is: (value: unknown) => value is Value;
  readonly must: string;
}
type FieldsOf<A extends Action> = { readonly [Name in Exclude<keyof A, 'type'>]: Field<A[Name]> };
type Fields = { readonly [Type in Action['type']]: FieldsOf<Extract<Action, { type: Type }>> };

/** The longest message that clients send, in UTF-16 units. */
const longestText = 4096;
/** https://core.telegram.org/bots/api#inlinekeyboardbutton, `callback_data` */
const longestData = 64;

const id: Field<number> = {
  is: (value): value is number => Number.isSafeInteger(value),
  must: 'a whole number',
};
const idOrNull: Field<number | null> = {
  is: (value): value is number | null => value === null || Number.isSafeInteger(value),
  must: 'a whole number or null',
};
const text: Field<string> = {
  is: (value): value is string =>
    typeof value === 'string' && /\S/.test(value) && value.length <= longestText && value.isWellFormed(),
  must: `a text of 1 to ${longestText} UTF-16 units with more than white space in it`,
};
const data: Field<string> = {
  is: (value): value is string => typeof value === 'string' && value !== '' && value.length <= longestData,
  must: 'the text of a button in the snapshot',
};
/** Longer than any invite link. */
const longestUrl = 2048;
const url: Field<string> = {
  is: (value): value is string => typeof value === 'string' && value !== '' && value.length <= longestUrl,
  must: 'the address of a button in the snapshot',
};
const yesOrNo: Field<boolean> = {
  is: (value): value is boolean => typeof value === 'boolean',
  must: 'true or false',
};
function oneOf<Value extends string | number>(...values: readonly Value[]): Field<Value> {
  return {
    is: (value): value is Value => values.some((each) => each === value),
    must: `one of ${values.join(', ')}`,
  };
}

const onMessage = { person: id, chat: id, message: id };

const fields: Fields = {
  start: { person: id },
  send: { person: id, chat: id, text, replyTo: idOrNull },
  attach: { person: id, chat: id, media: oneOf('photo', 'sticker', 'voice') },
  edit: { ...onMessage, text },
  press: { ...onMessage, data },
  open: { ...onMessage, url },
  join: { person: id },
  leave: { person: id },
  block: { person: id },
  desk: { person: id, as: oneOf('mini_app', 'link') },
  advance: { by: oneOf<Jump>('1h', '1d', '7d') },
  fault: { fault: oneOf<FaultName>('telegram_away', 'lost_answers', 'too_many_requests'), on: yesOrNo },
  daemon: { do: oneOf('kill', 'stop', 'start') },
  approvals: { needed: oneOf<ApprovalsNeeded>(1, 2) },
  burst: {},
  fresh: { group: yesOrNo },
};

const isActionType = (type: string): type is Action['type'] => Object.hasOwn(fields, type);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
