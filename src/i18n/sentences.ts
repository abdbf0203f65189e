import { deskSentences, type DeskKey } from './desk-sentences';
import type { Catalogue, Kind, Values } from './kinds';

/**
 * Every sentence the bot can say, with the kinds of the variables it may use; the words are in the .ftl files beside it.
 * `$community` is available in each of them besides. All are HTML with no other tags than Telegram's, but those of the desk, whose
 * names begin with `desk_`: they are plain text.
 *
 * Sentences work in any channel, so they name nothing to press or to type. Those that do have names that begin with
 * `telegram_` and appear in Telegram only; there, `telegram_x` replaces `x`. So do those that begin with `email_` in mail, and `sms_` in SMS.
 */
export const sentences = {
  // Clients: what the bot is for, where they stand, what they can do next
  welcome: {},
  standing_pending: { request: 'id' },
  standing_approved: { request: 'id' },
  standing_rejected: { request: 'id' },
  standing_expired: { request: 'id' },
  standing_withdrawn: { request: 'id' },
  standing_revoked: { request: 'id' },
  standing_appeal: { appeal: 'id' },
  submitted_at: { submittedAt: 'instant' },
  expires_at: { expiresAt: 'instant' },
  decided_at: { decidedAt: 'instant' },
  client_reason: { reason: 'text' },
  next_pending: {},
  next_approved: {},
  next_again: {},
  appeal_not_open: { opensAt: 'instant' },
  appeal_open: {},
  appeal_open_until: { closesAt: 'instant' },
  appeal_closed: { closedAt: 'instant' },
  appeals_used_up: { limit: 'count' },

  // Clients: what happened to their request
  news_submitted: { request: 'id' },
  news_appeal_submitted: { request: 'id' },
  news_withdrawn: { request: 'id' },
  news_appeal_withdrawn: { request: 'id' },
  news_approved: { request: 'id' },
  news_rejected: { request: 'id' },
  news_decision_undone: { request: 'id' },
  news_request_reopened: { request: 'id' },
  news_revoked: { request: 'id' },
  news_expired: { request: 'id' },
  news_appeal_expired: { request: 'id' },
  news_appeal_open: { request: 'id' },

  // Clients: what only a mail says
  email_subject_submitted: { request: 'id' },
  email_subject_appeal_submitted: { request: 'id' },
  email_subject_withdrawn: { request: 'id' },
  email_subject_appeal_withdrawn: { request: 'id' },
  email_subject_approved: { request: 'id' },
  email_subject_rejected: { request: 'id' },
  email_subject_reopened: { request: 'id' },
  email_subject_revoked: { request: 'id' },
  email_subject_expired: { request: 'id' },
  email_subject_appeal_expired: { request: 'id' },
  email_subject_appeal_open: { request: 'id' },
  email_subject_code: {},
  email_code: {},
  email_code_how: { validFor: 'duration' },
  email_code_unasked: {},
  email_join: {},
  email_footer: {},
  email_footer_code: {},
  email_subject_test: {},
  email_test: {},
  email_footer_test: {},

  // Clients: what only an SMS says, short enough for one
  sms_submitted: { request: 'id' },
  sms_appeal_submitted: { request: 'id' },
  sms_withdrawn: { request: 'id' },
  sms_appeal_withdrawn: { request: 'id' },
  sms_approved: { request: 'id' },
  sms_rejected: { request: 'id' },
  sms_reopened: { request: 'id' },
  sms_revoked: { request: 'id' },
  sms_expired: { request: 'id' },
  sms_appeal_expired: { request: 'id' },
  sms_can_appeal: { request: 'id' },
  sms_code: { code: 'text' },

  // Clients: where they are reached besides Telegram
  reached_fallback_email: { address: 'text' },
  reached_both_email: { address: 'text' },
  reached_off_email: { address: 'text' },
  reached_dead_email: { address: 'text' },
  reached_fallback_sms: { address: 'text' },
  reached_both_sms: { address: 'text' },
  reached_off_sms: { address: 'text' },
  reached_dead_sms: { address: 'text' },

  // Clients: answers to what they send
  hint_text: {},
  admins_ask: { request: 'id', message: 'text' },
  passed_on: { request: 'id' },
  too_many_additions: { limit: 'count' },
  telegram_invitation: {},
  telegram_join_declined: { chat: 'name' },
  telegram_join_question: {},
  telegram_join_question_of: { chat: 'name' },
  telegram_too_many_chats: { chat: 'name' },
  draft_sent: {},
  draft_gone: {},
  you_are_welcome: {},
  hint_not_text: {},
  left_out_photo: {},
  left_out_video: {},
  left_out_file: {},
  left_out_audio: {},
  left_out_media: {},
  left_out_addresses: {},
  question_dropped: {},
  too_long_request: { length: 'count', limit: 'count' },
  too_long_question: { length: 'count', limit: 'count' },
  too_long_note: { length: 'count', limit: 'count' },
  too_long_reason: { length: 'count', limit: 'count' },
  edit_changes_nothing: {},
  flooded: { limit: 'count', window: 'duration' },
  nobody_can_decide: {},
  language_question: {},
  language_unknown: {},
  language_set: {},
  language_of_telegram: {},

  // Clients: refusals
  not_possible: {},
  no_request: {},
  already_pending: { request: 'id', submittedAt: 'instant', expiresAt: 'instant' },
  already_approved: {},
  nothing_waits: {},
  nothing_to_cancel: {},
  expired_before_that: { request: 'id' },
  nothing_to_appeal: {},

  // Admins: the card
  card_heading: { request: 'id' },
  card_appeal: { appeal: 'id' },
  card_client: { client: 'name' },
  card_unreachable: {},
  card_not_on_telegram: {},
  card_reached_by_email: {},
  card_reached_by_sms: {},
  card_dead_email: { address: 'text' },
  card_dead_sms: { address: 'text' },
  card_message: { message: 'text' },
  card_no_message: {},
  telegram_card_joining: {},
  telegram_card_access_in: { chat: 'name' },
  telegram_card_access_invited: { chat: 'name' },
  telegram_card_access_left: { chat: 'name' },
  telegram_card_access_banned: { chat: 'name' },
  telegram_card_access_by_hand: { chat: 'name' },
  telegram_access_removals: { chat: 'name', count: 'count' },
  telegram_removals_allowed: { count: 'count' },
  telegram_nothing_to_remove: {},
  telegram_unheard_join_requests: { chat: 'name', count: 'count' },
  telegram_button_remove_them: {},
  telegram_access_chat_gone: { chat: 'name' },
  telegram_access_chat_moved: { chat: 'name', oldId: 'id', newId: 'id' },
  card_question: { author: 'name', at: 'instant', message: 'text' },
  card_answer: { author: 'name', at: 'instant', message: 'text' },
  card_addition: { author: 'name', at: 'instant', message: 'text' },
  card_talk_older: { count: 'count' },
  card_first_text: { at: 'instant', message: 'text' },
  card_appeal_text: { appeal: 'id', at: 'instant', message: 'text' },
  card_submitted: { submittedAt: 'instant' },
  card_approvals: { given: 'count', needed: 'count' },
  card_approver: { admin: 'name' },
  card_expires: { expiresAt: 'instant' },
  card_was_open_until: { expiresAt: 'instant' },
  card_approved: { admin: 'name', at: 'instant' },
  card_rejected: { admin: 'name', at: 'instant' },
  card_revoked: { admin: 'name', at: 'instant' },
  card_expired: {},
  card_withdrawn: {},
  card_reason: { reason: 'text' },
  also_approved: { admins: 'names' },
  card_earlier_approved: { admin: 'name', at: 'instant' },
  card_earlier_rejected: { admin: 'name', at: 'instant' },
  card_earlier_revoked: { admin: 'name', at: 'instant' },
  card_older: { count: 'count' },

  // Admins: lists
  digest: { waiting: 'count' },
  pending_none: {},
  pending_heading: { total: 'count' },
  pending_page: { page: 'id', pages: 'id' },
  pending_line: { request: 'id', client: 'name', submittedAt: 'instant', expiresAt: 'instant' },
  pending_waited: { waited: 'duration' },
  pending_words: { words: 'text' },
  no_other_waits: {},
  pending_approvals: { given: 'count', needed: 'count' },
  found_none: { words: 'text' },
  found_heading: { words: 'text' },
  found_line: { request: 'id', client: 'name', submittedAt: 'instant' },
  found_pending: {},
  found_approved: {},
  found_rejected: {},
  found_expired: {},
  found_withdrawn: {},
  found_revoked: {},
  found_beginning: { beginning: 'text' },
  found_looked_through: { count: 'count' },
  reminder_heading: { total: 'count' },
  reminder_line: { request: 'id', client: 'name', expiresAt: 'instant' },
  reminder_more: { count: 'count' },
  history_heading: {},
  history_older: { count: 'count' },
  history_submit: { at: 'instant' },
  history_appeal: { at: 'instant' },
  history_withdraw: { at: 'instant' },
  history_vote: { at: 'instant' },
  history_vote_withdrawn: { at: 'instant' },
  history_approve: { at: 'instant' },
  history_reject: { at: 'instant' },
  history_undo: { at: 'instant' },
  history_revoke: { at: 'instant' },
  history_reopen: { at: 'instant' },
  history_expire: { at: 'instant' },
  history_ask: { at: 'instant' },
  history_answer: { at: 'instant' },
  history_add: { at: 'instant' },
  history_describe: { at: 'instant' },
  history_note: { at: 'instant' },
  history_by: { actor: 'name' },
  history_by_system: {},
  history_reason: { reason: 'text' },
  stats_heading: {},
  stats_pending: { count: 'count' },
  stats_approved: { count: 'count' },
  stats_rejected: { count: 'count' },
  stats_expired: { count: 'count' },
  stats_withdrawn: { count: 'count' },
  stats_revoked: { count: 'count' },
  stats_undeliverable: { count: 'count' },
  stats_chat: { title: 'name', in: 'count', wanted: 'count' },
  stats_oldest: { request: 'id', client: 'name', waited: 'duration' },
  stats_week: { since: 'day' },
  stats_month: { days: 'count', since: 'day' },
  stats_submitted: { count: 'count' },
  stats_waits: { median: 'duration', slowest: 'duration', request: 'id' },
  stats_decider: { admin: 'name', count: 'count' },
  stats_decider_former: { admin: 'name', count: 'count' },
  stats_deciders_others: { count: 'count' },
  stats_picture: { since: 'day', until: 'day' },
  stats_picture_submitted: { count: 'count' },
  stats_picture_approved: { count: 'count' },
  stats_picture_rejected: { count: 'count' },
  stats_picture_expired: { count: 'count' },
  stats_picture_withdrawn: { count: 'count' },
  stats_picture_revoked: { count: 'count' },
  stats_picture_how: {},

  // Admins: answers to what they do
  decided_pending: { request: 'id', client: 'name' },
  decided_approved: { request: 'id', client: 'name' },
  decided_rejected: { request: 'id', client: 'name' },
  decided_expired: { request: 'id', client: 'name' },
  decided_withdrawn: { request: 'id', client: 'name' },
  decided_revoked: { request: 'id', client: 'name' },
  question_sent: { request: 'id', client: 'name' },
  noted: { request: 'id', client: 'name' },
  voted: { request: 'id', client: 'name' },
  vote_withdrawn: { request: 'id', client: 'name' },
  approvals_so_far: { given: 'count', needed: 'count', more: 'count' },
  approvals_impossible: { possible: 'count' },
  no_such_request: { request: 'id' },
  admins_only: {},
  not_own_words: {},
  was_first_approved: { admin: 'name', request: 'id', at: 'instant' },
  was_first_rejected: { admin: 'name', request: 'id', at: 'instant' },
  was_first_revoked: { admin: 'name', request: 'id', at: 'instant' },
  you_decided_approved: { request: 'id', at: 'instant' },
  you_decided_rejected: { request: 'id', at: 'instant' },
  you_decided_revoked: { request: 'id', at: 'instant' },
  request_pending: { request: 'id' },
  request_approved: { request: 'id' },
  request_rejected: { request: 'id' },
  request_expired: { request: 'id' },
  request_withdrawn: { request: 'id' },
  request_revoked: { request: 'id' },
  decided_too_late: { request: 'id', expiresAt: 'instant' },
  own_request: {},
  already_voted: { request: 'id' },
  no_vote: { request: 'id' },
  nothing_to_undo: { request: 'id' },
  not_your_decision: { admin: 'name' },
  undo_too_late: { request: 'id' },
  not_approved: { request: 'id' },
  nothing_to_reopen: { request: 'id' },

  // Admins: what they should know of the bot itself
  update_parked: { update: 'id', attempts: 'count' },
  channel_away_email: { reason: 'text' },
  channel_away_sms: { reason: 'text' },
  channel_back_email: {},
  channel_back_sms: {},
  backup_failed: {},
  backup_missing: {},
  backup_newest: { lastBackup: 'instant' },
  backup_none: {},
  backups_work_again: { lastBackup: 'instant' },
  webhook_given_up: { host: 'text', request: 'id' },
  webhook_gone: { host: 'text' },
  expired_digest: { count: 'count' },
  admins_heading: { count: 'count' },
  admins_too_few: { left: 'count', needed: 'count' },
  admins_more: { count: 'count' },
  admin_joined: { admin: 'name' },
  admin_left: {},

  // Telegram, to clients: what they can do next
  telegram_welcome_email: {},
  telegram_welcome_sms: {},
  telegram_welcome_admin: { waiting: 'count' },
  telegram_welcome_desk: {},
  telegram_welcome_admin_uncounted: {},
  telegram_admin_commands: {},
  telegram_next_none: {},
  telegram_next_pending: {},
  telegram_next_again: {},
  telegram_next_admin: {},
  telegram_appeal_open: {},
  telegram_appeal_open_until: { closesAt: 'instant' },

  // Telegram, to clients: answers to what they send
  telegram_offer_request: {},
  telegram_offer_appeal: {},
  telegram_offer_addition: {},
  telegram_how_to_answer: {},
  telegram_hint_unknown_command: {},
  telegram_question_request: { within: 'duration' },
  telegram_question_appeal: { within: 'duration' },
  telegram_private_chat_only: { bot: 'text' },
  telegram_address_none_email: {},
  telegram_address_none_sms: {},
  telegram_address_waits_email: { address: 'text' },
  telegram_address_waits_sms: { address: 'text' },
  telegram_address_how_email: {},
  telegram_address_how_sms: {},
  telegram_address_again_email: {},
  telegram_address_again_sms: {},
  telegram_address_code_sent_email: { address: 'text', within: 'duration' },
  telegram_address_code_sent_sms: { address: 'text', within: 'duration' },
  telegram_address_proved_email: { address: 'text' },
  telegram_address_proved_sms: { address: 'text' },
  telegram_address_moved: {},
  telegram_address_wrong_code: { tries: 'count' },
  telegram_address_code_over_email: {},
  telegram_address_code_over_sms: {},
  telegram_address_not_an_address_email: {},
  telegram_address_not_an_address_sms: {},
  telegram_address_not_allowed_sms: { prefixes: 'text' },
  telegram_address_no_address_email: {},
  telegram_address_no_address_sms: {},
  telegram_address_dead_email: {},
  telegram_address_dead_sms: {},
  telegram_address_too_many_email: {},
  telegram_address_too_many_sms: {},
  telegram_address_no_more_today_sms: {},
  telegram_address_undeliverable_email: { address: 'text' },
  telegram_address_undeliverable_sms: { address: 'text' },
  telegram_desk_link: {},
  telegram_desk_link_to_copy: { url: 'text' },
  telegram_desk_signed_in: { at: 'instant' },
  telegram_desk_signed_out: {},
  telegram_desk_off: {},
  telegram_your_id: { id: 'id' },
  telegram_chat_id: { chat: 'text' },
  telegram_chat_id_set: { chat: 'text' },
  telegram_not_possible: {},
  telegram_already_pending: { request: 'id', submittedAt: 'instant', expiresAt: 'instant' },

  // Telegram, to admins: who the admins are
  telegram_admins_owner: { admin: 'name', adminId: 'id' },
  telegram_admins_added: { admin: 'name', adminId: 'id', by: 'name', at: 'instant' },
  telegram_admins_unreachable: {},
  telegram_admins_unknown: {},
  telegram_admins_how: {},
  telegram_admin_added: { admin: 'name', adminId: 'id' },
  telegram_admin_unknown: { adminId: 'id' },
  telegram_admin_removed: { admin: 'name', adminId: 'id' },
  telegram_admins_changed_added: { admin: 'name', adminId: 'id', by: 'name' },
  telegram_admins_changed_removed: { admin: 'name', adminId: 'id', by: 'name' },
  telegram_admins_already_admin: { admin: 'name' },
  telegram_admins_is_owner: { admin: 'name' },
  telegram_admins_not_added: { admin: 'name' },
  telegram_admins_owners_only: {},
  telegram_admins_hidden: {},
  telegram_admins_no_person: {},
  telegram_admins_no_persons_id: {},
  telegram_admins_not_an_id: {},
  telegram_admins_remove_whom: {},
  telegram_admins_unclear: {},
  telegram_new_admin_question: { admin: 'name', adminId: 'id' },

  // Telegram, to admins: the card
  telegram_card_username: { username: 'text' },
  telegram_card_notes: { count: 'count', request: 'id' },
  telegram_card_id: { id: 'id' },

  // Telegram, to admins: answers to what they do
  telegram_ask_question: { request: 'id', client: 'name', admin: 'name', adminId: 'id' },
  telegram_reply_with_question: {},
  telegram_question_as_reply: {},
  telegram_client_answered: { admin: 'name', adminId: 'id', client: 'name', request: 'id', message: 'text' },
  telegram_question_undelivered: { admin: 'name', adminId: 'id', client: 'name', request: 'id' },
  telegram_own_reason: { request: 'id', admin: 'name' },
  telegram_reason_question: { request: 'id', client: 'name', admin: 'name', adminId: 'id' },
  telegram_reason_choice: { request: 'id', client: 'name' },
  telegram_no_such_request: { request: 'id' },
  telegram_unclear_reply: {},
  telegram_not_a_card: {},
  telegram_how_to_find: { limit: 'count' },
  telegram_search_gone: {},
  telegram_which_one_approve: {},
  telegram_which_one_reject: {},
  telegram_which_one_revoke: {},
  telegram_which_one_reopen: {},
  telegram_which_one_show: {},
  telegram_how_several_approve: {},
  telegram_how_several_reject: {},
  telegram_how_several_revoke: {},
  telegram_how_several_reopen: {},
  telegram_how_several_show: {},
  telegram_too_many_at_once: { limit: 'count' },
  telegram_reason_or_approval: { request: 'id' },
  telegram_which_reason: { requests: 'text' },
  telegram_reply_with_reason: {},
  telegram_empty_note: {},
  telegram_question_over: { request: 'id' },
  telegram_anonymous_sender: {},
  telegram_earlier_round: { request: 'id' },
  telegram_open_instead: { request: 'id', openInstead: 'id' },

  // Telegram, to admins: what they should know of the bot itself
  telegram_how_to_join: { count: 'count' },
  telegram_access_outage: { chat: 'name', reason: 'text' },
  telegram_outage_no_administrator: {},
  telegram_outage_may_not_add: {},
  telegram_outage_may_not_ban: {},
  telegram_outage_may_neither: {},
  telegram_outage_lacks_rights: {},
  telegram_outage_not_there: {},
  telegram_outage_no_supergroup: {},
  telegram_outage_refused: {},
  telegram_stranger: { client: 'name', clientId: 'id', chat: 'name' },
  telegram_admin_unreachable: { admin: 'name', adminId: 'id' },
  telegram_admin_is_bot: { adminId: 'id' },
  telegram_group_unreachable: {},
  telegram_topic_unreachable: { topic: 'id' },
  telegram_presses_lost: { from: 'instant', to: 'instant' },
  telegram_foreign_poller: {},
  telegram_no_pictures: {},

  // Telegram: buttons, the hints in input fields and the command menu; shown without their markup
  telegram_button_ask: {},
  telegram_button_appeal: {},
  telegram_button_approve: {},
  telegram_button_reject: {},
  telegram_button_reject_with_reason: {},
  telegram_button_ask_client: {},
  telegram_button_own_reason: {},
  telegram_button_undo: {},
  telegram_button_undo_approval: {},
  telegram_button_send_request: {},
  telegram_button_send_appeal: {},
  telegram_button_add_to_request: {},
  telegram_button_language_of_telegram: {},
  telegram_button_show: { request: 'id' },
  telegram_button_pending: {},
  telegram_button_previous: {},
  telegram_button_next: {},
  telegram_button_list_in_place: {},
  telegram_button_next_in_place: {},
  telegram_button_stats_picture: {},
  telegram_button_desk_open: {},
  telegram_button_desk_copy: {},
  telegram_button_desk_sign_out: {},
  telegram_button_desk_request: {},
  telegram_button_desk_menu: {},
  telegram_placeholder_request: {},
  telegram_placeholder_appeal: {},
  telegram_placeholder_reason: {},
  telegram_placeholder_admin: {},
  telegram_placeholder_question: {},
  telegram_placeholder_answer: {},
  telegram_menu_request: {},
  telegram_menu_status: {},
  telegram_menu_appeal: {},
  telegram_menu_cancel: {},
  telegram_menu_language: {},
  telegram_menu_help: {},
  telegram_menu_email: {},
  telegram_menu_sms: {},
  telegram_menu_pending: {},
  telegram_menu_find: {},
  telegram_menu_show: {},
  telegram_menu_approve: {},
  telegram_menu_reject: {},
  telegram_menu_revoke: {},
  telegram_menu_reopen: {},
  telegram_menu_stats: {},
  telegram_menu_admins: {},
  telegram_menu_desk: {},

  // Telegram: what it shows of the bot, in a chat before Start is pressed (512 characters at most), and on its profile (120); without markup
  telegram_bot_description: {},
  telegram_bot_short_description: {},

  // First words of a reply that decides or is a note, and words that take a decision back; separated by commas
  words_approve: {},
  words_reject: {},
  words_note: {},
  words_no: {},
  words_wait: {},
  words_doubt: {},

  // Whole answers that are no reason for a rejection; separated by commas
  words_no_reason: {},

  // Words that thank, anywhere in what somebody writes; separated by commas
  words_thanks: {},

  ...deskSentences,
} as const satisfies Catalogue;

export type SentenceKey = keyof typeof sentences;

/** The channels with sentences of their own. */
const channels = ['telegram', 'email', 'sms'] as const;
export type SentenceChannel = (typeof channels)[number];

/** The sentences that work in any channel. */
export type NeutralKey = Exclude<SentenceKey, DeskKey | `${SentenceChannel}_${string}`>;
/** What the channel `C` can say. Its own wording of a neutral sentence is asked for by the neutral name. */
export type KeyOf<C extends SentenceChannel> =
  NeutralKey | Exclude<Extract<SentenceKey, `${C}_${string}`>, `${C}_${NeutralKey}`>;

/** The variables of `key`. For a union of keys: those of all of them. */
type Variables<K extends SentenceKey> = All<K extends SentenceKey ? VariablesOfOne<K> : never>;

type VariablesOfOne<K extends SentenceKey> = {
  readonly [V in keyof (typeof sentences)[K]]: Values[Extract<(typeof sentences)[K][V], Kind>];
};
type All<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer I) => void ? I : never;

/** The arguments after `key`: its variables, or nothing if it has none. */
export type Given<K extends SentenceKey> = keyof Variables<K> extends never ? [] : [variables: Variables<K>];

/** Returns a sentence in one language, as HTML. */
export type Say<Keys extends SentenceKey = NeutralKey> = <K extends Keys>(key: K, ...given: Given<K>) => string;
export type TelegramSay = Say<KeyOf<'telegram'>>;

/** Reasons for a rejection that are ready to be chosen. None ship: they are there where somebody writes them. */
export const readyReasons = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** As long as any reason may be, in UTF-16 units. */
export const longestReadyReason = 1000;
export type ReadyReasonKey = `reason_${(typeof readyReasons)[number]}`;
export type AnySentenceKey = SentenceKey | ReadyReasonKey;

const readyReasonKeys: ReadonlySet<string> = new Set(readyReasons.map((n): ReadyReasonKey => `reason_${n}`));
export const isReadyReason = (id: string): id is ReadyReasonKey => readyReasonKeys.has(id);

/** The kinds of any sentence's variables, for keys only known at run time. */
export const kindsOf = (key: AnySentenceKey): Readonly<Record<string, Kind>> =>
  isReadyReason(key) ? {} : sentences[key];

/** What the desk says is plain text, and only a browser formats it. */
export const isDeskKey = (id: string): id is DeskKey => Object.hasOwn(deskSentences, id);

export const isSentenceKey = (id: string): id is SentenceKey => Object.hasOwn(sentences, id);

/** What sentences used to be called. */
const formerNames = new Map<string, SentenceKey>([
  ['news_reopened', 'news_decision_undone'],
  ['news_reconsidered', 'news_request_reopened'],
]);

/** What the sentence `key` used to be called: an override with such a name still counts. */
export const formerNamesOf = (key: string): readonly string[] =>
  [...formerNames].flatMap(([name, now]) => (now === key ? [name] : []));

/**
 * The sentence that an override named `id` is for; null if there is none. A channel's own sentences used to have no prefix, and
 * overrides with such a name still count, as do those with another former name.
 */
export function sentenceNamed(id: string): AnySentenceKey | null {
  if (isReadyReason(id)) return id;
  const renamed = formerNames.get(id);
  if (renamed !== undefined) return renamed;
  return [id, ...channels.map((channel) => `${channel}_${id}`)].find(isSentenceKey) ?? null;
}
