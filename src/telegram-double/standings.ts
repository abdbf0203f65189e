import type { ChatMember, User } from '@grammyjs/types';

/** The rights of an administrator that the double asks for; it treats the others as given or not for everybody. */
export interface Rights {
  /** `can_invite_users`: invite links and join requests. */
  readonly invite: boolean;
  /** `can_restrict_members`: bans, and lifting them. */
  readonly restrict: boolean;
}

export const allRights: Rights = { invite: true, restrict: true };

/** What somebody is in a group or channel. */
export type Standing =
  | { readonly status: 'creator' | 'member' | 'left' }
  | { readonly status: 'administrator'; readonly rights: Rights }
  /** `isMember`: they may be out, and still be restricted once they come back. */
  | { readonly status: 'restricted'; readonly isMember: boolean }
  /** `until`: in seconds since 1970; 0 is for ever. */
  | { readonly status: 'kicked'; readonly until: number };

export const isIn = (standing: Standing): boolean => {
  switch (standing.status) {
    case 'creator':
    case 'administrator':
    case 'member':
      return true;
    case 'restricted':
      return standing.isMember;
    case 'left':
    case 'kicked':
      return false;
  }
};

/** Whether somebody with this standing has the right. The creator has them all. */
export const hasRight = (standing: Standing, right: keyof Rights): boolean =>
  standing.status === 'creator' || (standing.status === 'administrator' && standing.rights[right]);

/** A standing as the Bot API returns it: https://core.telegram.org/bots/api#chatmember */
export function apiMember(user: User, standing: Standing, inChannel: boolean): ChatMember {
  switch (standing.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: false };
    case 'administrator':
      return {
        status: 'administrator',
        user,
        can_be_edited: false,
        is_anonymous: false,
        ...otherRights,
        ...(inChannel ? channelRights : groupRights),
        can_restrict_members: standing.rights.restrict,
        can_invite_users: standing.rights.invite,
      };
    case 'member':
    case 'left':
      return { status: standing.status, user };
    case 'restricted':
      return { status: 'restricted', user, is_member: standing.isMember, until_date: 0, ...noRights };
    case 'kicked':
      return { status: 'kicked', user, until_date: standing.until };
  }
}

const otherRights = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_promote_members: false,
  can_change_info: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
} as const;

const groupRights = { can_pin_messages: false, can_manage_topics: false } as const;
const channelRights = { can_post_messages: true, can_edit_messages: false } as const;

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
