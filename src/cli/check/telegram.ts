import type { Clock } from '../../process/clock';
import type { Config } from '../../config/config';
import type { GroupId, Millis, TelegramId } from '../../lifecycle/ids';
import { isObject, reasonOf, type Expects } from '../../channels/telegram/answer';
import { botApi, type CallResult } from '../../channels/telegram/api';
import type { HttpHeaders } from '../../channels/telegram/http-client';
import { accessFinding } from './access';
import { away, doubtful, ok, open, wrong, type Check, type Finding } from './finding';

/** The calls are made one after another. */
const fewConnections = 4;

/**
 * The fields that are read of Telegram's objects: https://core.telegram.org/bots/api#user, #chatfullinfo, #chatmember and
 * #webhookinfo.
 */
interface Bot {
  readonly id: number;
  readonly username: string;
}
interface Chat {
  readonly type: string;
  readonly title?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly permissions?: { readonly can_send_messages?: boolean };
  readonly is_forum?: boolean;
}
interface WebhookInfo {
  readonly url: string;
}
type Member =
  | { readonly status: 'creator' | 'administrator' | 'member' | 'left' | 'kicked' }
  | { readonly status: 'restricted'; readonly is_member: boolean; readonly can_send_messages: boolean };

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrMissing = (value: unknown): boolean => value === undefined || isText(value);
const isBot = (value: unknown): value is Bot =>
  isObject(value) && Number.isSafeInteger(value['id']) && isText(value['username']);
const isChat = (value: unknown): value is Chat =>
  isObject(value) &&
  isText(value['type']) &&
  [value['title'], value['first_name'], value['last_name']].every(isTextOrMissing) &&
  (value['permissions'] === undefined || isObject(value['permissions']));
const isWebhookInfo = (value: unknown): value is WebhookInfo => isObject(value) && isText(value['url']);
const isMember = (value: unknown): value is Member =>
  isObject(value) &&
  ['creator', 'administrator', 'member', 'left', 'kicked', 'restricted'].some((s) => s === value['status']);

const within: Millis = 10_000;
/** Above this the difference isn't just a slow connection, and people notice it in dates. */
const farApart: Millis = 30_000;

/**
 * The checks that ask Telegram: the token, the clock, the webhook, the admins' chats and those of ACCESS_CHATS. They send nobody a message. `added` are
 * the admins whom owners have added; null: they are not known.
 */
export function telegramChecks(
  config: Config,
  added: readonly TelegramId[] | null,
  clock: Clock,
  signal: AbortSignal,
): readonly Check[] {
  const api = botApi({ ...config, connections: fewConnections });
  let me: Bot | null = null;
  let apart: Millis | null = null;

  const call: Call = (method, params, expects) => api.call(method, params, { expects, within, signal });
  const unlessUnknown = (look: (me: Bot) => Promise<Finding>) => (): Promise<Finding> =>
    me === null ? Promise.resolve(open('not checked, since the token could not be tried')) : look(me);

  const token = async (): Promise<Finding> => {
    const asked = clock.now();
    const heard = ({ date }: HttpHeaders): void => {
      // The header has whole seconds: on average the answer was written half a second later.
      if (typeof date === 'string') apart = (asked + clock.now()) / 2 - (Date.parse(date) + 500);
    };
    const answer = await api.call('getMe', {}, { expects: isBot, within, signal, heard });
    if (answer.end === 'ok') {
      me = answer.result;
      return ok(`Telegram knows it as @${me.username}`);
    }
    if (answer.end === 'refused' && (answer.code === 401 || answer.code === 404)) {
      return wrong(
        `Telegram refuses the token (${reasonOf(answer)}). Get the bot's token from @BotFather and set TELEGRAM_BOT_TOKEN; ` +
          'if TELEGRAM_API_ROOT is set, check that a Bot API server answers there.',
      );
    }
    return away(
      `Telegram can't be reached (${reasonOf(answer)}). Make sure that this machine reaches TELEGRAM_API_ROOT (${config.apiRoot}), and try again.`,
    );
  };

  const time = unlessUnknown(() =>
    Promise.resolve(
      apart === null || Number.isNaN(apart)
        ? open('the Bot API server sends no time; compare with another clock')
        : Math.abs(apart) <= farApart
          ? ok(`within ${Math.max(1, Math.round(Math.abs(apart) / 1000))} s of the Bot API server's`)
          : wrong(
              `${Math.round(Math.abs(apart) / 1000)} s ${apart > 0 ? 'ahead of' : 'behind'} the Bot API server's. ` +
                'Requests would expire at the wrong time: synchronize the clock by NTP (timedatectl set-ntp true).',
            ),
    ),
  );

  const webhook = unlessUnknown(async () => {
    const answer = await call('getWebhookInfo', {}, isWebhookInfo);
    if (answer.end !== 'ok') return away(`unknown: the question failed (${reasonOf(answer)}). Try again.`);
    const { url } = answer.result;
    if (url === '') return ok('none is set, so the daemon can poll');
    // Shows the host only: the rest of a webhook's address is often a secret.
    const host = URL.canParse(url) ? new URL(url).host : 'somewhere';
    return open(
      `one is set, to ${host}. The daemon removes it on start; if the program there should keep working, use a different token`,
    );
  });

  const admin = (id: TelegramId): Check => ({
    subject: `admin ${id}`,
    look: unlessUnknown(async () => {
      const answer = await call('getChat', { chat_id: id }, isChat);
      if (answer.end === 'ok') return ok(`${nameOf(answer.result)} has opened the chat with the bot`);
      if (answer.end === 'refused' && answer.code < 429) {
        return wrong(
          `the bot can't write to them (${reasonOf(answer)}). They have to press Start in the chat with the bot; if the ID is wrong, ` +
            (config.admins.includes(id) ? 'correct ADMIN_TELEGRAM_ID.' : `send /admins remove ${id} to the bot.`),
        );
      }
      return away(`unknown: the question failed (${reasonOf(answer)}). Try again.`);
    }),
  });

  const group = (id: GroupId): Check => ({
    subject: `group ${id}`,
    look: unlessUnknown((bot) => groupFinding(call, id, bot, config.adminTopicId)),
  });

  const accessChat = (id: GroupId): Check => ({
    subject: `chat ${id}`,
    look: unlessUnknown((bot) => accessFinding(call, id, bot)),
  });

  return [
    { subject: 'token', look: token },
    { subject: 'clock', look: time },
    { subject: 'webhook', look: webhook },
    ...[...new Set([...config.admins, ...(added ?? [])])].map(admin),
    ...(added === null ? [unknownAdmins] : []),
    ...(config.adminChatId === null ? [] : [group(config.adminChatId)]),
    ...(config.access?.chats ?? []).map(accessChat),
  ];
}

const unknownAdmins: Check = {
  subject: 'admins',
  look: () =>
    Promise.resolve(open("whom owners have added in the chat isn't known, since the database can't be asked")),
};

type Call = <T>(method: string, params: object, expects: Expects<T>) => Promise<CallResult<T>>;

/** Whether cards will arrive in the group. */
async function groupFinding(call: Call, id: GroupId, bot: Bot, topic: number | null): Promise<Finding> {
  const chat = await call('getChat', { chat_id: id }, isChat);
  if (chat.end === 'refused' && chat.migratedTo !== null) {
    return wrong(`the group has become a supergroup: set ADMIN_CHAT_ID=${chat.migratedTo}`);
  }
  if (chat.end === 'refused' && chat.code < 429) {
    return wrong(
      `the bot is not in the group (${reasonOf(chat)}). Add @${bot.username} to it, or correct ADMIN_CHAT_ID.`,
    );
  }
  if (chat.end !== 'ok') return away(`unknown: the question failed (${reasonOf(chat)}). Try again.`);
  const { result: info } = chat;
  if (info.type !== 'group' && info.type !== 'supergroup') {
    return wrong(`${nameOf(info)} is a ${info.type}, not a group. Set ADMIN_CHAT_ID to the ID of a group.`);
  }
  const member = await call('getChatMember', { chat_id: id, user_id: bot.id }, isMember);
  if (member.end !== 'ok') return away(`unknown: the question failed (${reasonOf(member)}). Try again.`);
  if (!mayWrite(member.result, info.permissions?.can_send_messages !== false)) {
    return wrong(
      `the bot may not write in ${nameOf(info)} (it is ${member.result.status}). Let members send messages there, or make the bot an administrator.`,
    );
  }
  if (topic !== null && info.is_forum !== true) {
    return doubtful(
      `the bot may write in ${nameOf(info)}, which has no topics, so there is no topic ${topic} for the cards. Turn topics on there, or set ADMIN_CHAT_ID=${id}`,
    );
  }
  return ok(`the bot is in ${nameOf(info)} and may write there`);
}

function mayWrite(member: Member, membersMay: boolean): boolean {
  switch (member.status) {
    case 'creator':
    case 'administrator':
      return true;
    case 'member':
      return membersMay;
    case 'restricted':
      return member.is_member && member.can_send_messages;
    case 'left':
    case 'kicked':
      return false;
  }
}

function nameOf({ title, first_name, last_name }: Chat): string {
  if (title !== undefined) return `“${title}”`;
  return [first_name, last_name].filter((part) => part !== undefined).join(' ');
}
