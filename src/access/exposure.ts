import { isObject } from '../channels/telegram/answer';

/** A chat, as far as it decides who gets in (https://core.telegram.org/bots/api#chatfullinfo). */
export interface ChatInfo {
  readonly type: string;
  readonly title: string;
  readonly username?: string;
  readonly active_usernames?: readonly string[];
  readonly linked_chat_id?: number;
  readonly permissions?: { readonly can_invite_users?: boolean };
}

const isText = (value: unknown): value is string => typeof value === 'string';

export const isChatInfo = (value: unknown): value is ChatInfo =>
  isObject(value) &&
  isText(value['type']) &&
  isText(value['title']) &&
  (value['username'] === undefined || isText(value['username'])) &&
  (value['active_usernames'] === undefined ||
    (Array.isArray(value['active_usernames']) && value['active_usernames'].every(isText))) &&
  (value['linked_chat_id'] === undefined || Number.isSafeInteger(value['linked_chat_id'])) &&
  (value['permissions'] === undefined || isObject(value['permissions']));

/**
 * What lets people in without an approval, or lets them read along: one sentence each, with what to do about it. `linked`: the
 * channel or discussion group that is linked to the chat; null: there is none, or the bot can't see it, so it is private.
 */
export function exposures(chat: ChatInfo, linked: ChatInfo | null): readonly string[] {
  const name = publicName(chat);
  const linkedName = linked === null ? null : publicName(linked);
  const found: string[] = [];
  if (name !== null) {
    found.push(`It is public (@${name}), so anyone can join without asking: make it private in its settings.`);
  }
  if (linked !== null && linkedName !== null) {
    const which = `“${linked.title}” (@${linkedName})`;
    found.push(
      linked.type === 'channel'
        ? `The linked channel ${which} is public, so anyone can get in by its comments: make the channel private, or unlink it.`
        : `The discussion group ${which} is public, so anyone can read what is posted: make the group private, or unlink it.`,
    );
  }
  if (chat.permissions?.can_invite_users === true) {
    found.push(
      'Members may add others (can_invite_users): turn off “Add members” in its permissions, so that only approvals let people in.',
    );
  }
  return found;
}

const publicName = ({ username, active_usernames: names = [] }: ChatInfo): string | null =>
  username ?? names[0] ?? null;
