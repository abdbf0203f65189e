import { methodFields, typeAlternatives, typeFields, updateKinds, type Fields, type Method } from './api-fields';
import type { Params } from './call-log';
import { InputFile } from './pictures';

/** Returns what is wrong with a value, or undefined. `at` names the value in the message. */
type Check = (value: unknown, at: string) => string | undefined;

/** Checks calls against Telegram's documentation: every name, every type, and enumerated values. */
export class Validator {
  private readonly types = new Map<string, Check>();
  private readonly methods = new Map<Method, Check>();

  constructor() {
    for (const method of Object.keys(methodFields).filter(isMethod)) {
      this.methods.set(method, this.objectOf(methodFields[method]));
    }
  }

  /** What is wrong with a call's parameters; undefined if nothing is. */
  problem(method: Method, params: Params): string | undefined {
    return this.methods.get(method)?.(params, '') ?? valueProblem(method, params);
  }

  private objectOf(fields: Fields): Check {
    const names = new Map(
      Object.entries(fields).map(([name, type]) => [
        name,
        { required: !type.endsWith('?'), check: this.typed(type.replace(/\?$/, '')) },
      ]),
    );
    const required = [...names].filter(([, field]) => field.required).map(([name]) => name);
    return (value, at) => {
      if (!isObject(value)) return `${at} must be an object`;
      for (const name of required) if (value[name] === undefined) return `${path(at, name)} is required`;
      for (const name in value) {
        const field = names.get(name);
        if (field === undefined) return `there is no parameter ${path(at, name)}`;
        const problem = field.check(value[name], path(at, name));
        if (problem !== undefined) return problem;
      }
      return undefined;
    };
  }

  private typed(type: string): Check {
    const known = this.types.get(type);
    if (known !== undefined) return known;
    // Stored before it is built, because types may contain themselves.
    let made: Check | undefined;
    const check: Check = (value, at) => (made ??= this.make(type))(value, at);
    this.types.set(type, check);
    return check;
  }

  private make(type: string): Check {
    const alternatives = typeAlternatives[type] ?? type.split(' | ');
    if (alternatives.length > 1) {
      const checks = alternatives.map((alternative) => this.typed(alternative));
      return (value, at) => {
        const problems: string[] = [];
        for (const check of checks) {
          const problem = check(value, at);
          if (problem === undefined) return undefined;
          problems.push(problem);
        }
        return `${at} fits none of ${type}: ${problems.join('; ')}`;
      };
    }
    if (type.startsWith('Array of ')) return this.arrayOf(this.typed(type.slice('Array of '.length)));
    const fields = typeFields[type];
    return fields === undefined ? scalar(type) : this.objectOf(fields);
  }

  private arrayOf(element: Check): Check {
    return (value, at) => {
      if (!Array.isArray(value)) return `${at} must be an array`;
      for (const [index, item] of value.entries()) {
        const problem = element(item, `${at}[${index}]`);
        if (problem !== undefined) return problem;
      }
      return undefined;
    };
  }
}

export const isMethod = (name: string): name is Method => Object.hasOwn(methodFields, name);

/**
 * Parses the parameters of a form or a query string, where everything but a file is text: numbers, booleans and objects. Text that
 * can't be parsed stays as it is, and the validation refuses it.
 */
export function paramsFromForm(method: Method, form: Iterable<readonly [string, string | InputFile]>): Params {
  const fields: Fields = methodFields[method];
  return Object.fromEntries(
    [...form].map(([name, value]) => [
      name,
      typeof value === 'string' ? fromForm(fields[name]?.replace(/\?$/, ''), value) : value,
    ]),
  );
}

function fromForm(type: string | undefined, text: string): unknown {
  if (type === undefined || type === 'String' || type === 'InputFile | String') return text;
  if (type === 'Integer | String') return /^-?[0-9]+$/.test(text) ? Number(text) : text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function scalar(type: string): Check {
  switch (type) {
    case 'Integer':
      return (value, at) => (Number.isSafeInteger(value) ? undefined : `${at} must be an Integer`);
    case 'String':
      return (value, at) => (typeof value === 'string' ? undefined : `${at} must be a String`);
    case 'InputFile':
      return (value, at) =>
        value instanceof InputFile ? undefined : `${at} must be a file, which only multipart/form-data can hold`;
    case 'Boolean':
      return (value, at) => (typeof value === 'boolean' ? undefined : `${at} must be a Boolean`);
    default:
      throw new Error(`the field lists name an undefined type: ${type}`);
  }
}

const isObject = (value: unknown): value is Params =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const path = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

const actions = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

/** The fields of each command scope besides its type. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  default: [],
  all_private_chats: [],
  all_group_chats: [],
  all_chat_administrators: [],
  chat: ['chat_id'],
  chat_administrators: ['chat_id'],
  chat_member: ['chat_id', 'user_id'],
};

function captionProblem(params: Params): string | undefined {
  if (params['parse_mode'] !== undefined && params['caption_entities'] !== undefined) {
    return 'caption_entities can be specified instead of parse_mode, not besides it';
  }
  return parseModeProblem(params) ?? replyMarkupProblem(params['reply_markup']);
}

/** Rules that the documentation states in prose, and features that this double lacks. */
function valueProblem(method: Method, params: Params): string | undefined {
  switch (method) {
    case 'getUpdates':
      if (!inRange(params['limit'], 1, 100)) return 'limit must be from 1 to 100';
      if (!inRange(params['timeout'], 0, Infinity)) return 'timeout must not be negative';
      return unknownKind(params['allowed_updates']);
    case 'sendMessage':
      return parseModeProblem(params) ?? replyMarkupProblem(params['reply_markup']);
    case 'sendDocument':
      if (typeof params['document'] === 'string') return 'the double takes documents only as files';
      if (params['thumbnail'] !== undefined) return 'the double does not support thumbnails';
      return captionProblem(params);
    case 'sendPhoto':
      if (/^https?:/.test(String(params['photo']))) return 'the double does not fetch photos';
      return captionProblem(params);
    case 'editMessageText':
      if (params['rich_message'] !== undefined) return 'the double does not support rich_message';
      return targetProblem(params) ?? parseModeProblem(params) ?? replyMarkupProblem(params['reply_markup']);
    case 'editMessageReplyMarkup':
      return targetProblem(params) ?? replyMarkupProblem(params['reply_markup']);
    case 'createChatInviteLink':
    case 'editChatInviteLink':
      if (!inRange(params['member_limit'], 1, 99_999)) return 'member_limit must be from 1 to 99999';
      return linkNameProblem(params['name']);
    case 'sendChatAction':
      return actions.has(String(params['action'])) ? undefined : 'there is no such action';
    case 'setMyCommands':
    case 'getMyCommands':
    case 'deleteMyCommands':
      return scopeProblem(params['scope']) ?? languageProblem(params);
    case 'setMyDescription':
    case 'setMyShortDescription':
      return languageProblem(params);
    case 'setChatMenuButton':
      return menuButtonProblem(params['menu_button']);
    case 'getChatMenuButton':
    case 'getMe':
    case 'deleteWebhook':
    case 'getWebhookInfo':
    case 'deleteMessage':
    case 'answerCallbackQuery':
    case 'getChat':
    case 'leaveChat':
    case 'getChatMember':
    case 'getChatAdministrators':
    case 'getChatMemberCount':
    case 'revokeChatInviteLink':
    case 'approveChatJoinRequest':
    case 'declineChatJoinRequest':
    case 'answerChatJoinRequestQuery':
    case 'banChatMember':
    case 'unbanChatMember':
      return undefined;
  }
}

const inRange = (value: unknown, least: number, most: number): boolean =>
  value === undefined || (typeof value === 'number' && value >= least && value <= most);

/** https://core.telegram.org/bots/api#createchatinvitelink */
const longestLinkName = 32;

const linkNameProblem = (name: unknown): string | undefined =>
  typeof name === 'string' && name.length > longestLinkName
    ? `name must have 0 to ${longestLinkName} characters`
    : undefined;

/** Telegram ignores unknown kinds, and the bot would wait for them in vain. */
function unknownKind(kinds: unknown): string | undefined {
  const unknown = Array.isArray(kinds) ? kinds.map(String).find((kind) => !updateKinds.has(kind)) : undefined;
  return unknown === undefined ? undefined : `there are no updates of the kind ${unknown}`;
}

function targetProblem(params: Params): string | undefined {
  if (params['inline_message_id'] !== undefined) return 'the double does not support inline messages';
  return params['chat_id'] === undefined || params['message_id'] === undefined
    ? 'chat_id and message_id are required'
    : undefined;
}

function parseModeProblem(params: Params): string | undefined {
  const mode = params['parse_mode'];
  if (mode === undefined || mode === 'HTML') return undefined;
  return `parse_mode must be HTML: the double does not support ${JSON.stringify(mode)}`;
}

/** https://core.telegram.org/bots/api#forcereply */
const longestPlaceholder = 64;

const buttonLook = new Set(['text', 'icon_custom_emoji_id', 'style']);

function replyMarkupProblem(markup: unknown): string | undefined {
  if (!isObject(markup)) return undefined;
  if (markup['keyboard'] !== undefined || markup['remove_keyboard'] !== undefined) {
    return 'the double does not support reply keyboards';
  }
  const placeholder = markup['input_field_placeholder'];
  if (typeof placeholder === 'string' && (placeholder === '' || placeholder.length > longestPlaceholder)) {
    return `input_field_placeholder must have 1 to ${longestPlaceholder} characters`;
  }
  const rows = markup['inline_keyboard'];
  const buttons: readonly unknown[] = Array.isArray(rows) ? rows.flat() : [];
  for (const button of buttons) {
    const kinds = isObject(button) ? Object.keys(button).filter((name) => !buttonLook.has(name)) : [];
    if (kinds.length !== 1) return `an inline button must be of exactly one kind, not [${kinds.join(', ')}]`;
  }
  return undefined;
}

function scopeProblem(scope: unknown): string | undefined {
  if (!isObject(scope)) return undefined;
  const { type, ...rest } = scope;
  const wanted = scopes[String(type)];
  if (wanted === undefined) return `there is no scope ${String(type)}`;
  return Object.keys(rest).sort().join() === [...wanted].sort().join()
    ? undefined
    : `scope ${String(type)} takes [${wanted.join(', ')}]`;
}

/** Its fields fit one of the types already; its type has to be that one's. */
function menuButtonProblem(button: unknown): string | undefined {
  if (!isObject(button)) return undefined;
  const { type } = button;
  const types = 'web_app' in button ? ['web_app'] : ['commands', 'default'];
  return types.some((name) => name === type) ? undefined : `menu_button.type must be ${types.join(' or ')}`;
}

function languageProblem(params: Params): string | undefined {
  const code = params['language_code'];
  return typeof code !== 'string' || /^([a-z]{2})?$/.test(code) ? undefined : 'language_code must be two letters';
}
