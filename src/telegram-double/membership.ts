import type { ChatMember, User } from '@grammyjs/types';
import { badRequest, forbidden, type Refusal } from './answer';
import { apiChat } from './api-objects';
import type { BotMembership, Chat } from './chats';
import type { Telegram } from './telegram';

/** Sends the bot an update: somebody added, removed, blocked or unblocked it, or changed its rights. */
export function sendMembershipUpdate(
  { bot, chats, clock, updates }: Telegram,
  chat: Chat,
  by: User,
  change: { readonly from: BotMembership; readonly to: BotMembership },
): void {
  updates.push({
    my_chat_member: {
      chat: apiChat(chats, chat),
      from: by,
      date: clock.seconds(),
      old_chat_member: botAsMember(bot, change.from),
      new_chat_member: botAsMember(bot, change.to),
    },
  });
}

/** The bot's membership in a group: https://core.telegram.org/bots/api#chatmember */
export function botAsMember(bot: User, status: BotMembership): ChatMember {
  switch (status) {
    case 'member':
    case 'left':
      return { status, user: bot };
    case 'kicked':
      return { status, user: bot, until_date: 0 };
    case 'administrator':
      return { status, user: bot, can_be_edited: false, is_anonymous: false, ...administratorRights };
    case 'restricted':
      return { status, user: bot, is_member: true, until_date: 0, ...noRights };
  }
}

/** Why the bot can't write in a group; undefined if it can. */
export function groupRefusal(chat: Chat): Refusal | undefined {
  switch (chat.bot) {
    case 'kicked':
      return forbidden(`bot was kicked from the ${chat.kind} chat`);
    case 'left':
      return forbidden(`bot is not a member of the ${chat.kind} chat`);
    case 'restricted':
      return mayNotWrite;
    case 'member':
      return chat.membersWrite ? undefined : mayNotWrite;
    case 'administrator':
      return undefined;
  }
}

const mayNotWrite = badRequest('not enough rights to send text messages to the chat');

const administratorRights = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: false,
  can_manage_topics: false,
  can_send_welcome_messages: false,
} as const;

const noRights = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_change_info: false,
  can_invite_users: false,
  can_edit_tag: false,
  can_pin_messages: false,
  can_manage_topics: false,
} as const;
