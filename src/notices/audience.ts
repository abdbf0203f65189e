import type { ClientEvent } from '../lifecycle/transition';
import type { Notice } from './notice';

/**
 * Whether only admins may read it. Notices for clients, and answers to attempts, are for anybody; so are kinds that this version
 * doesn't know, which it can't render anyway.
 */
export function isForAdmins(notice: Notice): boolean {
  switch (notice.kind) {
    case 'card':
    case 'shown_card':
    case 'queue_card':
    case 'digest':
    case 'digest_update':
    case 'pending_page':
    case 'no_other_waits':
    case 'found_page':
    case 'how_to_find':
    case 'search_gone':
    case 'history':
    case 'stats':
    case 'stats_picture':
    case 'reason_question':
    case 'reason_choice':
    case 'ask_question':
    case 'question_sent':
    case 'reply_with_question':
    case 'question_as_reply':
    case 'client_answered':
    case 'question_undelivered':
    case 'own_reason':
    case 'decided':
    case 'voted':
    case 'noted':
    case 'empty_note':
    case 'decided_several':
    case 'no_such_request':
    case 'how_to_decide':
    case 'too_many_at_once':
    case 'reason_or_approval':
    case 'which_reason':
    case 'reply_with_reason':
    case 'question_over':
    case 'reminder':
    case 'admin_unreachable':
    case 'admins':
    case 'admin_added':
    case 'admin_removed':
    case 'admins_changed':
    case 'admins_unchanged':
    case 'new_admin_question':
    case 'admin_joined':
    case 'update_parked':
    case 'presses_lost':
    case 'group_unreachable':
    case 'topic_unreachable':
    case 'foreign_poller':
    case 'access_removals':
    case 'removals_allowed':
    case 'nothing_to_remove':
    case 'unheard_join_requests':
    case 'access_chat_gone':
    case 'access_chat_moved':
    case 'access_outage':
    case 'stranger':
    case 'backup_failed':
    case 'backup_missing':
    case 'backups_work_again':
    case 'webhook_given_up':
    case 'webhook_gone':
    case 'channel_away':
    case 'channel_back':
    case 'expired_digest':
    case 'desk_link':
    case 'desk_signed_in':
    case 'desk_signed_out':
    case 'desk_off':
      return true;
    case 'welcome':
      return notice.admin !== null;
    case 'refusal':
      return notice.to === 'admin';
    case 'client_news':
    case 'status':
    case 'hint':
    case 'offer':
    case 'asked':
    case 'passed_on':
    case 'too_many_additions':
    case 'invitation':
    case 'join_declined':
    case 'join_question':
    case 'too_many_chats':
    case 'draft_sent':
    case 'draft_gone':
    case 'you_are_welcome':
    case 'language_question':
    case 'language_set':
    case 'language_of_telegram':
    case 'your_id':
    case 'question':
    case 'question_dropped':
    case 'too_long':
    case 'edit_changes_nothing':
    case 'flooded':
    case 'appeal_open':
    case 'private_chat_only':
    case 'united':
    case 'not_united':
    case 'address_code':
    case 'address':
    case 'address_code_sent':
    case 'address_proved':
    case 'address_wrong_code':
    case 'address_refused':
    case 'chat_id':
    case 'admin_left':
    case 'admins_only':
    case 'anonymous_sender':
    case 'not_own_words':
    case 'erased_card':
    case 'my_data':
    case 'forget_question':
    case 'forgotten':
    case 'forget_over':
      return false;
    default:
      notice satisfies never;
      return false;
  }
}

/**
 * Whether the notice says how a request came out, or that it can be appealed: nothing else leaves by other channels than Telegram.
 * What answers somebody's own action is no outcome, but for whoever has sent the form it is one that the request has arrived.
 */
export function isOutcome(notice: Notice): boolean {
  if (notice.kind === 'appeal_open') return true;
  return notice.kind === 'client_news' && (isNewsOfOthers(notice.news) || notice.byForm === true);
}

function isNewsOfOthers(news: ClientEvent): boolean {
  switch (news) {
    case 'approved':
    case 'rejected':
    case 'decision_undone':
    case 'request_reopened':
    case 'revoked':
    case 'expired':
    case 'appeal_expired':
      return true;
    case 'submitted':
    case 'appeal_submitted':
    case 'withdrawn':
    case 'appeal_withdrawn':
      return false;
  }
}
