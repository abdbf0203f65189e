import type { GroupId, Instant, Millis, RequestId, TelegramId } from '../lifecycle/ids';
import type { Status } from '../lifecycle/request';
import type { ClientEvent, VoteEvent } from '../lifecycle/transition';
import type { GaveWay, NotUnited } from '../lifecycle/uniting';
import type {
  AdminLine,
  ApprovalProgress,
  CardView,
  ChatFigures,
  ChatLink,
  FoundPage,
  HistoryEntry,
  OldestWaiting,
  PendingPage,
  PeriodFigures,
  RefusalView,
  RequestSnapshot,
  LatestRequest,
  ReachedView,
  StatsChart,
} from '../requests/read/views';

/**
 * Everything the bot says, as data. A notice holds all that its words need, so that it can be written in one transaction with its
 * cause and be worded when it is sent, in the recipient's language. The kinds marked "resolved when sent" only have a pointer: they
 * show the state at the moment they are sent.
 *
 * This is a stored format: rows of the outbox hold it as JSON, and other versions of the program read and write them. Kinds and
 * fields may be added, but never change their meaning. A kind that this version doesn't know, after a downgrade, can't be worded;
 * that message counts as undeliverable, and nothing else is affected.
 */
export type Notice =
  // To clients
  | {
      readonly kind: 'welcome';
      readonly you: LatestRequest;
      /** `digestFollows`: a digest says how many wait. */
      readonly admin: { readonly waiting: number; readonly digestFollows?: true } | null;
      /** What can reach them besides Telegram. Missing: nothing. */
      readonly media?: readonly ReachedView['medium'][];
    }
  | {
      readonly kind: 'client_news';
      readonly news: ClientEvent;
      readonly request: RequestSnapshot;
      /** The client is the only admin: this request can only expire. */
      readonly nobodyCanDecide?: boolean;
      /** They asked by the form. */
      readonly byForm?: boolean;
      /** Another channel has it as well, or could not deliver it. */
      readonly isCopy?: boolean;
      readonly leftOut?: readonly LeftOut[];
      /** The chats that the approval opens. */
      readonly links?: readonly ChatLink[];
    }
  /** `reached`: at which addresses besides Telegram. Missing: at none. */
  | {
      readonly kind: 'status';
      readonly you: LatestRequest;
      readonly toAdmin?: boolean;
      readonly reached?: readonly ReachedView[];
    }
  | {
      readonly kind: 'hint';
      readonly got: 'text' | 'unknown_command' | 'not_text';
      readonly you: LatestRequest;
      readonly toAdmin: boolean;
    }
  | {
      readonly kind: 'offer';
      readonly about: 'request' | 'appeal' | 'addition';
      readonly draft: number;
      readonly leftOut?: readonly LeftOut[];
    }
  /** What the admins ask about a request; never sent once it is decided. */
  | { readonly kind: 'asked'; readonly requestId: RequestId; readonly text: string; readonly expiresAt: Instant }
  /** An answer or an addition of the client's is on its way to the admins. */
  | {
      readonly kind: 'passed_on';
      readonly requestId: RequestId;
      readonly expiresAt: Instant;
      readonly leftOut?: readonly LeftOut[];
    }
  | { readonly kind: 'too_many_additions'; readonly limit: number }
  /** Links to chats that somebody has been let into before. */
  | { readonly kind: 'invitation'; readonly links: readonly ChatLink[] }
  /** A join request was declined because of a decision that stands. */
  | { readonly kind: 'join_declined'; readonly chat: string; readonly you: LatestRequest }
  /** To whoever asked to join a chat: their answer becomes the request's message. `chat` null: it is not known any more. */
  | {
      readonly kind: 'join_question';
      readonly requestId: RequestId;
      readonly chat: string | null;
      readonly expiresAt: Instant;
    }
  | { readonly kind: 'too_many_chats'; readonly chat: string }
  | { readonly kind: 'draft_sent' }
  | { readonly kind: 'draft_gone' }
  | { readonly kind: 'you_are_welcome'; readonly you: LatestRequest; readonly toAdmin: boolean }
  | { readonly kind: 'language_question'; readonly unknown: boolean }
  | { readonly kind: 'language_set' }
  | { readonly kind: 'language_of_telegram' }
  | { readonly kind: 'your_id'; readonly id: TelegramId }
  | { readonly kind: 'question'; readonly about: 'request' | 'appeal'; readonly answerWithin: Millis }
  | { readonly kind: 'question_dropped' }
  | {
      readonly kind: 'too_long';
      readonly what: 'request' | 'reason' | 'note' | 'question';
      readonly length: number;
      readonly limit: number;
    }
  | { readonly kind: 'refusal'; readonly refusal: RefusalView; readonly to: 'client' | 'admin' }
  | { readonly kind: 'edit_changes_nothing'; readonly you: LatestRequest; readonly toAdmin: boolean }
  | { readonly kind: 'flooded'; readonly limit: number; readonly window: Millis }
  | { readonly kind: 'appeal_open'; readonly request: RequestSnapshot; readonly closesAt: Instant | null }
  | { readonly kind: 'private_chat_only'; readonly bot: string }
  /** They asked by the form, and are one with their Telegram account now. */
  | { readonly kind: 'united'; readonly you: LatestRequest; readonly gaveWay?: GaveWay }
  | { readonly kind: 'not_united'; readonly why: Exclude<NotUnited, { readonly refused: 'no_such_link' }> }
  /** To an address that somebody is to prove. The code is drawn when it leaves: the outbox holds neither the code nor the address. */
  | { readonly kind: 'address_code'; readonly codeId: number }
  /** How it stands with somebody's address: null where they have proved none; `waiting` is the one that a code is for. */
  | {
      readonly kind: 'address';
      readonly medium: ReachedView['medium'];
      readonly address: ReachedView | null;
      readonly waiting: string | null;
    }
  /** A code is on its way, and counts so long from when it leaves. */
  | {
      readonly kind: 'address_code_sent';
      readonly medium: ReachedView['medium'];
      readonly address: string;
      readonly within: Millis;
    }
  /** `moved`: until now somebody else had it. */
  | {
      readonly kind: 'address_proved';
      readonly medium: ReachedView['medium'];
      readonly address: ReachedView;
      readonly moved: boolean;
    }
  | { readonly kind: 'address_wrong_code'; readonly triesLeft: number }
  | {
      readonly kind: 'address_refused';
      readonly why: WhyNotAddress;
      readonly medium: ReachedView['medium'];
      /** The one that nothing can be delivered to. */
      readonly address?: string;
      /** How numbers have to begin. */
      readonly prefixes?: readonly string[];
    }
  /** What is stored about them, as a file. */
  | { readonly kind: 'my_data' } // resolved when sent
  /** Should everything be erased? `at` is when that was asked. */
  | {
      readonly kind: 'forget_question';
      readonly at: Instant;
      /** What becomes of their request; null: nothing. */
      readonly ends: 'pending' | 'approved' | 'verdict' | null;
      /** Their name stays as long as they decide. */
      readonly isAdmin?: true;
    }
  /** In the place of the question, in the language that it had: theirs is forgotten. */
  | { readonly kind: 'forgotten'; readonly language: string | null; readonly isAdmin?: true }
  /** The question was answered, or is too old. */
  | { readonly kind: 'forget_over' }
  // To admins
  /** `getsCards`: the cards already go to this chat. */
  | { readonly kind: 'chat_id'; readonly chat: string; readonly getsCards?: boolean }
  | { readonly kind: 'card'; readonly requestId: RequestId; readonly fresh: boolean } // resolved when sent, from CardView; fresh: it is its first sending
  /** In the place of a card, also for who is no longer an admin. */
  | { readonly kind: 'erased_card'; readonly requestId: RequestId }
  | { readonly kind: 'shown_card'; readonly requestId: RequestId } // resolved when sent as 'history'
  | { readonly kind: 'queue_card'; readonly requestId: RequestId } // resolved when sent, in the place of a list, as long as that shows the request
  | { readonly kind: 'digest' } // resolved when sent, from the number of requests that wait
  | { readonly kind: 'digest_update' } // replaces a digest that was sent before; resolved like it
  | { readonly kind: 'pending_page'; readonly page: PendingPage }
  | { readonly kind: 'found_page'; readonly page: FoundPage }
  | { readonly kind: 'how_to_find'; readonly limit: number }
  | { readonly kind: 'search_gone' }
  | {
      readonly kind: 'history';
      readonly card: CardView;
      readonly events: readonly HistoryEntry[];
      readonly older: number;
    }
  | { readonly kind: 'no_other_waits' }
  | {
      readonly kind: 'stats';
      readonly counts: Readonly<Record<Status, number>>;
      readonly undeliverable: number;
      readonly chats?: readonly ChatFigures[];
      readonly oldest?: OldestWaiting | null;
      readonly week?: PeriodFigures;
      readonly month?: PeriodFigures;
    }
  /** The same days as a picture. */
  | { readonly kind: 'stats_picture'; readonly chart: StatsChart }
  | {
      readonly kind: 'reason_question';
      readonly requestId: RequestId;
      readonly clientName: string;
      readonly askedName: string;
      readonly askedId: TelegramId;
    }
  /** What does the admin want to ask the client? */
  | {
      readonly kind: 'ask_question';
      readonly requestId: RequestId;
      readonly clientName: string;
      readonly askedName: string;
      readonly askedId: TelegramId;
    }
  | {
      readonly kind: 'question_sent';
      readonly requestId: RequestId;
      readonly clientName: string;
      /** What of the admin's question the client doesn't get. */
      readonly leftOut?: readonly LeftOut[];
    }
  /** Several questions could be meant. */
  | { readonly kind: 'reply_with_question' }
  /** In a group, what was written may be the question for the client. */
  | { readonly kind: 'question_as_reply' }
  /** To the admin who asked, beside what the cards say. */
  | ({ readonly kind: 'client_answered'; readonly text: string } & OfAsker)
  | ({ readonly kind: 'question_undelivered' } & OfAsker)
  | {
      readonly kind: 'reason_choice';
      readonly requestId: RequestId;
      readonly round: number;
      readonly clientName: string;
      /** In the language of the admin who is asked. */
      readonly options: readonly { readonly number: number; readonly text: string }[];
    }
  /** In the place of a choice of reasons: this admin writes one. */
  | { readonly kind: 'own_reason'; readonly requestId: RequestId; readonly adminName: string }
  | {
      readonly kind: 'decided';
      readonly requestId: RequestId;
      readonly status: Status;
      readonly clientName: string;
      /** The other admins whose approvals it took to approve it. */
      readonly alsoApprovedBy?: readonly string[];
      /** What of the admin's reason the client doesn't get. */
      readonly leftOut?: readonly LeftOut[];
    }
  /** An approval that needs more of them, or that was taken back. */
  | {
      readonly kind: 'voted';
      readonly event: VoteEvent;
      readonly requestId: RequestId;
      readonly clientName: string;
      readonly approvals: ApprovalProgress;
    }
  /** An admin's note about a request was kept. */
  | {
      readonly kind: 'noted';
      readonly requestId: RequestId;
      readonly clientName: string;
      /** What of the admin's message is not in the note. */
      readonly leftOut?: readonly LeftOut[];
    }
  /** A reply that begins as a note does, and says nothing. */
  | { readonly kind: 'empty_note' }
  | { readonly kind: 'decided_several'; readonly answers: readonly DecisionAnswer[] }
  | { readonly kind: 'no_such_request'; readonly requestId: number }
  | {
      readonly kind: 'how_to_decide';
      readonly why: 'unclear_reply' | 'not_a_card' | 'no_number' | 'unclear_command';
      readonly command: 'approve' | 'reject' | 'revoke' | 'reopen' | 'show';
    }
  | { readonly kind: 'too_many_at_once'; readonly limit: number }
  | { readonly kind: 'reason_or_approval'; readonly requestId: RequestId }
  | { readonly kind: 'which_reason'; readonly requestIds: readonly RequestId[] }
  | { readonly kind: 'reply_with_reason' }
  | { readonly kind: 'question_over'; readonly requestId: RequestId }
  | { readonly kind: 'admins_only' }
  | { readonly kind: 'anonymous_sender' }
  | { readonly kind: 'not_own_words' }
  | { readonly kind: 'reminder'; readonly remindedAt: Instant } // resolved when sent, from what still waits of those marked then
  | {
      readonly kind: 'admin_unreachable';
      readonly adminId: TelegramId;
      readonly adminName: string | null;
      /** Telegram lets no bot write to another. */
      readonly isBot?: boolean;
    }
  | { readonly kind: 'admins'; readonly admins: readonly AdminLine[]; readonly mayChange: boolean }
  /** To the owner who did it. */
  | {
      readonly kind: 'admin_added' | 'admin_removed';
      readonly id: TelegramId;
      readonly name: string;
      readonly isUnreachable: boolean;
      /** The bot has never seen them: the ID may be mistyped. */
      readonly isUnknown?: true;
      /** So few admins are left that nothing can be approved. */
      readonly tooFew?: { readonly left: number; readonly needed: number };
    }
  /** To the other owners. */
  | {
      readonly kind: 'admins_changed';
      readonly change: 'added' | 'removed';
      readonly id: TelegramId;
      readonly name: string;
      readonly byName: string;
      readonly isUnreachable: boolean;
      readonly isUnknown?: true;
      readonly tooFew?: { readonly left: number; readonly needed: number };
    }
  | {
      readonly kind: 'admins_unchanged';
      readonly why: WhyNotAdmin;
      readonly name: string | null;
      readonly id: TelegramId | null;
    }
  | { readonly kind: 'new_admin_question'; readonly askedName: string; readonly askedId: TelegramId }
  /** To whom it happened. */
  | { readonly kind: 'admin_joined'; readonly byName: string }
  | { readonly kind: 'admin_left' }
  | { readonly kind: 'update_parked'; readonly updateId: number; readonly attempts: number }
  | { readonly kind: 'presses_lost'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'group_unreachable' }
  | { readonly kind: 'topic_unreachable'; readonly topic: number }
  | { readonly kind: 'foreign_poller' }
  | { readonly kind: 'access_chat_gone'; readonly chat: string }
  | { readonly kind: 'access_chat_moved'; readonly chat: string; readonly from: GroupId; readonly to: GroupId }
  /** After a long silence so many are in who should be out that an admin has to say so. */
  | { readonly kind: 'access_removals'; readonly chat: string; readonly chatId: GroupId; readonly count: number }
  | { readonly kind: 'removals_allowed'; readonly count: number }
  | { readonly kind: 'nothing_to_remove' }
  | { readonly kind: 'unheard_join_requests'; readonly chat: string; readonly count: number }
  /** `reason`: as the log has it; shown where `why` is missing, in rows from before it was kept. */
  | {
      readonly kind: 'access_outage';
      readonly chat: string;
      readonly reason: string;
      readonly why?: WhyUnmanageable;
    }
  /** Somebody is in a chat of the community whom nobody has let in. */
  | { readonly kind: 'stranger'; readonly chat: string; readonly id: TelegramId; readonly name: string }
  | { readonly kind: 'backup_failed' | 'backup_missing'; readonly lastBackup: Instant | null }
  | { readonly kind: 'backups_work_again'; readonly lastBackup: Instant }
  /** A host is that of WEBHOOK_URL. */
  | { readonly kind: 'webhook_given_up'; readonly host: string; readonly requestId: RequestId }
  | { readonly kind: 'webhook_gone'; readonly host: string }
  /** A channel takes no messages from anybody. `reason` is what it said, or what failed. */
  | { readonly kind: 'channel_away'; readonly channel: 'email' | 'sms'; readonly reason: string }
  | { readonly kind: 'channel_back'; readonly channel: 'email' | 'sms' }
  | { readonly kind: 'expired_digest'; readonly count: number }
  /** The link itself is made when it is sent: the database must not hold it. */
  | { readonly kind: 'desk_link'; readonly nonce: string }
  /** In the place of the link. */
  | { readonly kind: 'desk_signed_in'; readonly link: number; readonly at: Instant }
  | { readonly kind: 'desk_signed_out' }
  | { readonly kind: 'desk_off' };

/** Who asked a client something, and about what. */
export interface OfAsker {
  readonly requestId: RequestId;
  readonly clientName: string;
  readonly askedName: string;
  readonly askedId: TelegramId;
}

/** Why the bot can't manage a chat of the community. `refused`: Telegram has another reason, which the log says. */
export type WhyUnmanageable =
  | 'no_administrator'
  | 'may_not_add'
  | 'may_not_ban'
  | 'may_neither'
  | 'lacks_rights'
  | 'not_there'
  | 'no_supergroup'
  | 'refused';

/**
 * Why an address can't be used. `no_address`: they have proved none; `dead`: nothing can be delivered there; `not_allowed`: no messages are sent
 * to numbers of that country; `too_many`: codes in a day; `no_more_today`: messages to anybody; `of_form`: an open request from the web is
 * told of there; `undeliverable`: the code can't be.
 */
export type WhyNotAddress =
  | 'not_an_address'
  | 'not_allowed'
  | 'no_address'
  | 'dead'
  | 'code_over'
  | 'too_many'
  | 'no_more_today'
  | 'of_form'
  | 'undeliverable';

/** Why the list of admins was not changed. `hidden`: their forwarded messages don't say who they are. */
export type WhyNotAdmin =
  | 'owners_only'
  | 'already_admin'
  | 'is_owner'
  | 'not_added'
  | 'hidden'
  | 'no_person'
  | 'no_persons_id'
  | 'not_an_id'
  | 'remove_whom'
  | 'unclear';

/** What an admin learns about their own action on one request: its outcome, or why it was refused. */
export type DecisionAnswer = Extract<
  Notice,
  { kind: 'decided' | 'voted' | 'no_such_request' | 'too_long' | 'refusal' | 'admins_only' }
>;

/**
 * What is not passed on, of a client's message to the admins or of an admin's reason to the client. `media`: another kind of
 * message; `addresses`: those behind links.
 */
export type LeftOut = 'photo' | 'video' | 'file' | 'audio' | 'media' | 'addresses';

/** A stored notice. If it isn't a valid notice, its kind is unknown. */
export function readNotice(stored: string): Notice {
  const found = withPresentNames(parsed(stored));
  const isNotice = typeof found === 'object' && found !== null && 'kind' in found && typeof found.kind === 'string';
  // A boundary: rendering finds out whether it is what its kind says.
  return (isNotice ? found : { kind: 'unreadable' }) as Notice;
}

/** What the news to a client were called in rows that an earlier version wrote. */
const formerNews = new Map<unknown, ClientEvent>([
  ['reopened', 'decision_undone'],
  ['reconsidered', 'request_reopened'],
]);

function withPresentNames(found: unknown): unknown {
  const hasNews = typeof found === 'object' && found !== null && 'news' in found;
  const news = hasNews ? formerNews.get(found.news) : undefined;
  return hasNews && news !== undefined ? { ...found, news } : found;
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}
