import type { ClientEvent } from '../lifecycle/transition';
import type { Notice } from '../notices/notice';

/** A label for a kind of message, for people who don't know the code. */
export function noticeLabel(notice: Notice): string {
  switch (notice.kind) {
    case 'client_news':
      return news[notice.news];
    case 'card':
      return notice.fresh ? 'new card' : 'card';
    default:
      return others[notice.kind];
  }
}

const news: Readonly<Record<ClientEvent, string>> = {
  submitted: 'confirmation of the request',
  appeal_submitted: 'confirmation of the appeal',
  withdrawn: 'confirmation of the withdrawal',
  appeal_withdrawn: 'confirmation of the withdrawal',
  approved: 'approval',
  rejected: 'rejection',
  reopened: 'news that the request waits again',
  reconsidered: 'news that an admin has reopened the request',
  revoked: 'end of the access',
  expired: 'expiry',
  appeal_expired: 'expiry of the appeal',
};

const others: Readonly<Record<Exclude<Notice['kind'], 'client_news' | 'card'>, string>> = {
  welcome: 'welcome',
  status: 'status',
  hint: 'hint what to write',
  offer: 'offer to send a text as a request',
  asked: 'question of the admins',
  passed_on: 'note that the text was passed on',
  too_many_additions: 'note that there is no room for more',
  draft_sent: 'note that the text was sent',
  draft_gone: 'note that a text is gone',
  you_are_welcome: 'kind word',
  language_question: 'question for the language',
  language_set: 'confirmation of the language',
  language_of_telegram: 'confirmation of the language',
  your_id: 'Telegram ID',
  chat_id: 'ID of the group',
  question: 'question what to pass on',
  question_dropped: 'question dropped',
  too_long: 'note that a text is too long',
  refusal: 'refusal',
  edit_changes_nothing: 'note that an edit changes nothing',
  flooded: 'note that it is too much at once',
  appeal_open: 'offer to appeal',
  private_chat_only: 'invitation to a private chat',
  shown_card: 'request shown',
  queue_card: 'request in the place of the list',
  digest: 'one message for many requests',
  digest_update: 'new count of open requests',
  pending_page: 'list of open requests',
  no_other_waits: 'note that no other request is open',
  found_page: 'list of found requests',
  how_to_find: 'hint how to find requests',
  search_gone: 'note that a list is too old',
  history: 'request with its history',
  stats: 'statistics',
  reason_question: 'question for the reason',
  ask_question: 'question what to ask',
  question_sent: 'confirmation of the question',
  reply_with_question: 'hint how to ask',
  reason_choice: 'choice of reasons',
  decided: 'confirmation of the decision',
  voted: 'confirmation of the approval',
  noted: 'confirmation of the note',
  empty_note: 'hint what a note is',
  decided_several: 'confirmation of several decisions',
  admins: 'list of the admins',
  admin_added: 'confirmation that somebody is an admin now',
  admin_removed: 'confirmation that somebody is no admin any more',
  admins_changed: 'news of the admins, for the owners',
  admins_unchanged: 'note why the admins stay the same',
  new_admin_question: 'question who is to be an admin',
  admin_joined: 'welcome of a new admin',
  admin_left: 'news that they are no admin any more',
  no_such_request: 'note that there is no such request',
  how_to_decide: 'hint how to decide',
  too_many_at_once: 'note that it is too many at once',
  reason_or_approval: 'question whether that was a reason',
  which_reason: 'question which request the reason is for',
  reply_with_reason: 'hint how to give the reason',
  question_over: 'note that a question is over',
  not_own_words: 'note that others’ words decide nothing',
  admins_only: 'note that only admins may',
  anonymous_sender: 'note to an anonymous sender',
  reminder: 'reminder of what expires soon',
  admin_unreachable: 'warning: an admin can’t be reached',
  update_parked: 'warning: an update was put aside',
  presses_lost: 'warning: presses may be lost',
  group_unreachable: 'warning: the group can’t be reached',
  topic_unreachable: 'warning: the topic can’t be reached',
  foreign_poller: 'warning: a second bot has the token',
  backup_failed: 'warning: a backup failed',
  backup_missing: 'warning: a backup is missing',
  backups_work_again: 'news that backups work again',
  expired_digest: 'count of expired requests',
};
