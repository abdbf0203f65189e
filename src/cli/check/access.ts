import { exposures, isChatInfo } from '../../access/exposure';
import { isChatMember, missingRights, type ChatMember } from '../../access/seen';
import { reasonOf, type CallResult, type Expects } from '../../channels/telegram/answer';
import type { GroupId } from '../../lifecycle/ids';
import { away, ok, wrong, type Finding } from './finding';

type Call = <T>(method: string, params: object, expects: Expects<T>) => Promise<CallResult<T>>;

/** Whether an approval lets people into a chat of ACCESS_CHATS, and nothing else does. */
export async function accessFinding(
  call: Call,
  id: GroupId,
  bot: { readonly id: number; readonly username: string },
): Promise<Finding> {
  const add =
    `add @${bot.username} to it as an administrator who may add members (can_invite_users) and ban users ` +
    '(can_restrict_members), or correct ACCESS_CHATS.';
  const chat = await call('getChat', { chat_id: id }, isChatInfo);
  if (chat.end === 'refused' && chat.migratedTo !== null) {
    return wrong(`it has become a supergroup: write ${chat.migratedTo} in place of ${id} in ACCESS_CHATS.`);
  }
  if (chat.end !== 'ok') {
    return isRefusal(chat) ? wrong(`the bot is not in the chat (${reasonOf(chat)}): ${add}`) : unknown(chat);
  }
  const { result: info } = chat;
  const name = `“${info.title}”`;
  if (info.type === 'group') {
    return wrong(
      `${name} is a basic group, which has no join requests. It becomes a supergroup when its history is made visible to new ` +
        'members: do that, and put its new ID in ACCESS_CHATS.',
    );
  }
  if (info.type !== 'supergroup' && info.type !== 'channel') {
    return wrong(`${name} is a ${info.type}, not a supergroup or channel: correct ACCESS_CHATS.`);
  }
  const member = await call('getChatMember', { chat_id: id, user_id: bot.id }, isChatMember);
  // A channel tells only its administrators who is in it.
  if (member.end !== 'ok' && !isRefusal(member)) return unknown(member);
  const linked =
    info.linked_chat_id === undefined ? null : await call('getChat', { chat_id: info.linked_chat_id }, isChatInfo);
  // A chat that the bot isn't in and may not look at is private.
  if (linked !== null && linked.end !== 'ok' && !isRefusal(linked)) return unknown(linked);
  const problems = [
    ...whyPowerless(member.end === 'ok' ? member.result : null, name, add),
    ...exposures(info, linked?.end === 'ok' ? linked.result : null),
  ];
  if (problems.length > 0) return wrong(`${name}: ${problems.join(' ')}`);
  return ok(`the bot may let people into ${name} and remove them, and it is private`);
}

/** What the bot can't do there; `member`: what it is there; null: Telegram doesn't say. */
function whyPowerless(member: ChatMember | null, name: string, add: string): readonly string[] {
  switch (member?.status) {
    case 'administrator': {
      const missing = missingRights(member);
      return missing.length === 0
        ? []
        : [`The bot lacks the right ${missing.join(' and the right ')}: grant it among the administrators of ${name}.`];
    }
    case 'left':
    case 'kicked':
      return [`The bot is not in it: ${add}`];
    default:
      return [`The bot is not an administrator there: ${add}`];
  }
}

/** Telegram has an answer, and it is no. */
const isRefusal = (result: CallResult<unknown>): boolean => result.end === 'refused' && result.code < 429;

const unknown = (failed: Exclude<CallResult<unknown>, { readonly end: 'ok' }>): Finding =>
  away(`unknown: the question failed (${reasonOf(failed)}). Try again.`);
