import { isObject, type CallResult } from '../channels/telegram/answer';
import type { AccessChat } from '../store/queries/access';
import { telegramId, type GroupId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import { isChatInfo, type ChatInfo } from './exposure';
import { troubleOf } from './outcome';
import { within, type AccessPorts } from './ports';

type Trouble = ReturnType<typeof troubleOf>;
export type InTransaction = <T>(job: (tx: Transaction) => Promise<T>) => Promise<T>;

interface InviteLink {
  readonly invite_link: string;
  readonly is_revoked: boolean;
  readonly pending_join_request_count?: number;
}

const isInviteLink = (value: unknown): value is InviteLink =>
  isObject(value) && typeof value['invite_link'] === 'string' && typeof value['is_revoked'] === 'boolean';

/** Telegram's limit for the name of a link. */
const longestName = 32;

/** Asks Telegram about the chat, and keeps its title. */
export async function seeToTitle(
  { api }: AccessPorts,
  { chatId, title: known }: AccessChat,
  inTransaction: InTransaction,
  signal: AbortSignal,
): Promise<{ readonly end: 'done'; readonly chat: ChatInfo } | Trouble> {
  const info = await api.call('getChat', { chat_id: chatId }, { within, signal, expects: isChatInfo });
  if (info.end !== 'ok') return troubleOf(info);
  const { title } = info.result;
  if (title !== known) await inTransaction((tx) => tx.store.access.change(chatId, { title }));
  return { end: 'done', chat: info.result };
}

/**
 * Sees that the chat has a link of this bot's by which people ask to join. The link is kept: one that was revoked, or that another
 * bot made, is replaced.
 */
export async function seeToLink(
  { api, botId, communityName, log }: AccessPorts,
  { chatId, inviteLink: known, linkMadeBy }: AccessChat,
  inTransaction: InTransaction,
  signal: AbortSignal,
): Promise<{ readonly end: 'done'; readonly url: string } | Trouble> {
  const limits = { within, signal, expects: isInviteLink };
  const form = formOf(chatId, communityName);
  if (known !== null && linkMadeBy === botId) {
    const edited = await api.call('editChatInviteLink', { ...form, invite_link: known }, limits);
    if (edited.end === 'ok' && !edited.result.is_revoked) return { end: 'done', url: known };
    if (edited.end !== 'ok' && !isGone(edited)) return troubleOf(edited);
  }
  const made = await api.call('createChatInviteLink', form, limits);
  if (made.end !== 'ok') return troubleOf(made);
  const url = made.result.invite_link;
  await inTransaction((tx) => tx.store.access.change(chatId, { inviteLink: url, linkMadeBy: telegramId(botId) }));
  log.info('a chat has a link by which people ask to join', { action: 'access_link_made', chatId });
  return { end: 'done', url };
}

/** Somebody has revoked the link, or Telegram doesn't know it. */
const isGone = (result: Exclude<CallResult<unknown>, { readonly end: 'ok' }>): boolean =>
  result.end === 'refused' &&
  result.migratedTo === null &&
  /invite_hash|invite link|link not found|INVITE/i.test(result.description);

/** How many join requests wait by the bot's link, as Telegram says; or what stood in the way. */
export async function waitingJoinRequests(
  { api, communityName }: AccessPorts,
  { chatId, inviteLink }: AccessChat,
  signal: AbortSignal,
): Promise<{ readonly end: 'done'; readonly count: number } | Trouble> {
  const form = { ...formOf(chatId, communityName), invite_link: inviteLink };
  const edited = await api.call('editChatInviteLink', form, { within, signal, expects: isInviteLink });
  if (edited.end !== 'ok') return troubleOf(edited);
  return { end: 'done', count: edited.result.pending_join_request_count ?? 0 };
}

/** An edit unsets what it doesn't name. */
const formOf = (chatId: GroupId, communityName: string): object => ({
  chat_id: chatId,
  name: [...communityName].slice(0, longestName).join(''),
  creates_join_request: true,
});
