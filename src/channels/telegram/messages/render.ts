import { plainText } from '../../../i18n/markup';
import type { TelegramSay } from '../../../i18n/sentences';
import type { Texts } from '../../../i18n/texts';
import {
  renderAccessOutage,
  renderAdminRefusal,
  renderAdminUnreachable,
  renderAskQuestion,
  renderClientAnswered,
  renderBackupTrouble,
  renderDecided,
  renderDecidedSeveral,
  renderHowToDecide,
  renderNoted,
  renderPressesLost,
  renderQuestionSent,
  renderQuestionUndelivered,
  renderReasonChoice,
  renderReasonQuestion,
  renderVoted,
  renderWhichReason,
} from './admin';
import {
  renderAdminChange,
  renderNewAdminQuestion,
  renderAdmins,
  renderAdminsChanged,
  renderAdminsUnchanged,
} from './admins';
import { renderCard, renderHistory, renderQueueCard } from './card';
import {
  renderAsked,
  renderClientRefusal,
  renderEditChangesNothing,
  renderForgetQuestion,
  renderHint,
  renderInvitation,
  renderJoinDeclined,
  renderJoinQuestion,
  renderOffer,
  renderOutcome,
  renderNotUnited,
  renderPassedOn,
  renderQuestion,
  renderStatus,
  renderUnited,
  renderWelcome,
  renderYouAreWelcome,
} from './client';
import { renderDeskLink, renderDeskSignedIn, type DeskLink, type OpenAtDesk } from './desk';
import { shorten } from '../../wording/shorten';
import { renderLanguageQuestion } from './languages';
import { renderAddress, renderAddressRefused, renderCodeSent, renderProved, renderWrongCode } from './addresses';
import { renderDigest, renderFoundPage, renderPendingPage, renderReminder } from './lists';
import type { ResolvedNotice } from '../../../notices/resolved-notice';
import { button, rendering, type Rendering } from './rendering';
import { renderStats, renderStatsPicture } from './stats';

export type { Rendering };

/** A notice can't be rendered: it was stored by another version of the program, or is damaged. */
export class UnrenderableNotice extends Error {
  override readonly name = 'UnrenderableNotice';
}

/** The language of the reader; null: unknown, or a group. */
export interface Reader {
  readonly texts: Texts;
  readonly language: string | null;
  /** Missing: there is no desk. */
  readonly deskLink?: DeskLink;
  /** Missing: no request can be opened there from this chat. */
  readonly openAtDesk?: OpenAtDesk;
}

/**
 * Renders a notice as text and buttons. Throws if that is impossible, which the compiler rules out except for notices read
 * back from the database.
 */
export function renderNotice(notice: ResolvedNotice, reader: Reader): Rendering {
  const { texts, language, deskLink = null, openAtDesk = null } = reader;
  const say = texts.for('telegram', language);
  const around: Around = { languages: texts.languages, deskLink, openAtDesk };
  const rendered: Partial<Rendering> | undefined = render(notice, say, around);
  const { html, keyboard = null, forceReply = null, picture = null, file } = rendered ?? {};
  if (typeof html !== 'string' || html === '') throw new UnrenderableNotice(`the notice "${notice.kind}" has no words`);
  return { html, keyboard, forceReply, picture, ...(file !== undefined && { file }) };
}

/**
 * A notice as the answer to a press: plain text of at most 200 UTF-16 units
 * (https://core.telegram.org/bots/api#answercallbackquery). Long names are cut in favour of the rest of the sentence.
 */
export function renderToast(notice: ResolvedNotice, reader: Reader): string {
  const draw = (drawn: ResolvedNotice): string => plainText(renderNotice(drawn, reader).html);
  const text = draw(notice);
  const over = text.length - longestToast;
  return over <= 0 ? text : shorten(draw(withShorterName(notice, over)), longestToast);
}

const longestToast = 200;

interface Around {
  readonly languages: readonly string[];
  readonly deskLink: DeskLink;
  readonly openAtDesk: OpenAtDesk;
}

function render(notice: ResolvedNotice, say: TelegramSay, around: Around): Rendering {
  switch (notice.kind) {
    case 'welcome':
      return renderWelcome(notice, around.deskLink !== null, say);
    case 'client_news':
    case 'appeal_open':
      return renderOutcome(notice, say);
    case 'status':
      return renderStatus(notice, say);
    case 'hint':
      return renderHint(notice, say);
    case 'offer':
      return renderOffer(notice, say);
    case 'asked':
      return renderAsked(notice, say);
    case 'passed_on':
      return renderPassedOn(notice, say);
    case 'too_many_additions':
      return rendering(say('too_many_additions', notice));
    case 'you_are_welcome':
      return renderYouAreWelcome(notice, say);
    case 'language_question':
      return renderLanguageQuestion(notice, around.languages, say);
    case 'your_id':
      return rendering(say('telegram_your_id', notice));
    case 'chat_id':
      return rendering(say(notice.getsCards === true ? 'telegram_chat_id_set' : 'telegram_chat_id', notice));
    case 'question':
      return renderQuestion(notice, say);
    case 'too_long':
      return rendering(say(`too_long_${notice.what}`, notice));
    case 'refusal':
      return notice.to === 'client'
        ? renderClientRefusal(notice.refusal, say)
        : renderAdminRefusal(notice.refusal, say);
    case 'edit_changes_nothing':
      return renderEditChangesNothing(notice, say);
    case 'flooded':
      return rendering(say('flooded', notice));
    case 'private_chat_only':
      return rendering(say('telegram_private_chat_only', notice));
    case 'card':
      return renderCard(notice.card, around.openAtDesk, say);
    case 'queue_card':
      return renderQueueCard(notice.card, around.openAtDesk, say);
    case 'digest':
      return renderDigest(notice.waiting, say);
    case 'pending_page':
      return renderPendingPage(notice.page, say);
    case 'found_page':
      return renderFoundPage(notice.page, say);
    case 'how_to_find':
      return rendering(say('telegram_how_to_find', notice));
    case 'search_gone':
      return rendering(say('telegram_search_gone'));
    case 'history':
      return renderHistory(notice.card, notice.events, notice.older, around.openAtDesk, say);
    case 'stats':
      return renderStats(notice, say);
    case 'stats_picture':
      return renderStatsPicture(notice.chart, say);
    case 'reason_choice':
      return renderReasonChoice(notice, say);
    case 'own_reason':
      return rendering(say('telegram_own_reason', { request: notice.requestId, admin: notice.adminName }));
    case 'reason_question':
      return renderReasonQuestion(notice, say);
    case 'ask_question':
      return renderAskQuestion(notice, say);
    case 'client_answered':
      return renderClientAnswered(notice, say);
    case 'question_undelivered':
      return renderQuestionUndelivered(notice, say);
    case 'question_sent':
      return renderQuestionSent(notice, say);
    case 'decided':
      return renderDecided(notice, say);
    case 'voted':
      return renderVoted(notice, say);
    case 'noted':
      return renderNoted(notice, say);
    case 'decided_several':
      return renderDecidedSeveral(notice.answers, (answer) => render(answer, say, around), say);
    case 'no_such_request':
      return rendering(say('no_such_request', { request: notice.requestId }));
    case 'how_to_decide':
      return renderHowToDecide(notice, say);
    case 'too_many_at_once':
      return rendering(say('telegram_too_many_at_once', notice));
    case 'reason_or_approval':
    case 'question_over':
      return rendering(say(`telegram_${notice.kind}`, { request: notice.requestId }));
    case 'which_reason':
      return renderWhichReason(notice, say);
    case 'united':
      return renderUnited(notice, say);
    case 'not_united':
      return renderNotUnited(notice, say);
    case 'invitation':
      return renderInvitation(notice, say);
    case 'join_declined':
      return renderJoinDeclined(notice, say);
    case 'join_question':
      return renderJoinQuestion(notice, say);
    case 'too_many_chats':
      return rendering(say('telegram_too_many_chats', notice));
    case 'access_removals':
      return rendering(say('telegram_access_removals', notice), [
        [button(say, 'remove_them', { type: 'allow_removals', chat: notice.chatId })],
      ]);
    case 'removals_allowed':
      return rendering(say('telegram_removals_allowed', notice));
    case 'nothing_to_remove':
      return rendering(say('telegram_nothing_to_remove'));
    case 'unheard_join_requests':
      return rendering(say('telegram_unheard_join_requests', notice));
    case 'access_chat_gone':
      return rendering(say('telegram_access_chat_gone', notice));
    case 'access_chat_moved':
      return rendering(say('telegram_access_chat_moved', { chat: notice.chat, oldId: notice.from, newId: notice.to }));
    case 'access_outage':
      return renderAccessOutage(notice, say);
    case 'stranger':
      return rendering(say('telegram_stranger', { client: notice.name, clientId: notice.id, chat: notice.chat }));
    case 'topic_unreachable':
      return rendering(say('telegram_topic_unreachable', notice));
    case 'reminder':
      return renderReminder(notice, say);
    case 'admin_unreachable':
      return renderAdminUnreachable(notice, say);
    case 'admins':
      return renderAdmins(notice, say);
    case 'admin_added':
    case 'admin_removed':
      return renderAdminChange(notice, say);
    case 'admins_changed':
      return renderAdminsChanged(notice, say);
    case 'admins_unchanged':
      return renderAdminsUnchanged(notice, say);
    case 'new_admin_question':
      return renderNewAdminQuestion(notice, say);
    case 'admin_joined':
      return rendering(say('admin_joined', { admin: notice.byName }));
    case 'update_parked':
      return rendering(say('update_parked', { update: notice.updateId, attempts: notice.attempts }));
    case 'presses_lost':
      return renderPressesLost(notice, say);
    case 'backup_failed':
    case 'backup_missing':
      return renderBackupTrouble(notice, say);
    case 'backups_work_again':
      return rendering(say('backups_work_again', notice));
    case 'webhook_given_up':
      return rendering(say('webhook_given_up', { host: notice.host, request: notice.requestId }));
    case 'webhook_gone':
      return rendering(say('webhook_gone', notice));
    case 'channel_away':
      return rendering(say(`channel_away_${notice.channel}`, notice));
    case 'channel_back':
      return rendering(say(`channel_back_${notice.channel}`));
    case 'address_code':
      throw new UnrenderableNotice('a code goes to the address that it proves, never to a chat');
    case 'address':
      return renderAddress(notice, say);
    case 'address_code_sent':
      return renderCodeSent(notice, say);
    case 'address_proved':
      return renderProved(notice, say);
    case 'address_wrong_code':
      return renderWrongCode(notice, say);
    case 'address_refused':
      return renderAddressRefused(notice, say);
    case 'expired_digest':
      return rendering(say('expired_digest', notice));
    case 'desk_link':
      return renderDeskLink(notice, around.deskLink, say);
    case 'desk_signed_in':
      return renderDeskSignedIn(notice, say);
    case 'admin_left':
    case 'question_dropped':
    case 'draft_sent':
    case 'draft_gone':
    case 'language_set':
    case 'language_of_telegram':
    case 'admins_only':
    case 'no_other_waits':
    case 'not_own_words':
      return rendering(say(notice.kind));
    case 'my_data':
      return {
        ...rendering(say('telegram_my_data')),
        file: { name: 'my-data.json', type: 'application/json', text: notice.json },
      };
    case 'forget_question':
      return renderForgetQuestion(notice, say);
    case 'forgotten':
      return rendering(say(notice.isAdmin === true ? 'telegram_forgotten_admin' : 'telegram_forgotten'));
    case 'erased_card':
      return rendering(say('telegram_erased_card', { request: notice.requestId }));
    case 'forget_over':
    case 'anonymous_sender':
    case 'reply_with_reason':
    case 'reply_with_question':
    case 'question_as_reply':
    case 'empty_note':
    case 'group_unreachable':
    case 'foreign_poller':
    case 'desk_signed_out':
    case 'desk_off':
      return rendering(say(`telegram_${notice.kind}`));
    case 'malformed':
      throw new UnrenderableNotice(`the stored notice "${notice.of}" lacks what its kind needs`);
    default:
      return unknownKind(notice);
  }
}

/** Unreachable for the compiler, but a stored notice may be of a kind that only a newer version knows. */
function unknownKind(notice: never): never {
  const { kind }: { readonly kind?: unknown } = notice;
  throw new UnrenderableNotice(`this version knows no notice of the kind "${String(kind)}"`);
}

function withShorterName(notice: ResolvedNotice, over: number): ResolvedNotice {
  if (notice.kind === 'voted')
    return { ...notice, clientName: shortenAll([notice.clientName], over)(notice.clientName) };
  if (notice.kind === 'decided') {
    const { clientName, alsoApprovedBy = [] } = notice;
    const shorter = shortenAll([clientName, ...alsoApprovedBy], over);
    return { ...notice, clientName: shorter(clientName), alsoApprovedBy: alsoApprovedBy.map(shorter) };
  }
  if (notice.kind !== 'refusal' || notice.refusal.decision === null) return notice;
  const { refusal } = notice;
  const { byName, alsoApprovedBy = [], ...decision } = notice.refusal.decision;
  const shorter = shortenAll([byName, ...alsoApprovedBy], over);
  const named = { ...decision, byName: shorter(byName), alsoApprovedBy: alsoApprovedBy.map(shorter) };
  return { ...notice, refusal: { ...refusal, decision: named } };
}

/** Cuts names to one length with which all of them together are at least this much shorter. */
function shortenAll(names: readonly string[], over: number): (name: string) => string {
  const length = names.reduce((sum, name) => sum + name.length, 0) - over;
  const each = Math.max(1, Math.floor(length / names.length));
  return (name) => shorten(name, each);
}
