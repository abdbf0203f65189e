import type { GroupId, Instant, Millis, PersonId, RequestId, TelegramId } from '../../lifecycle/ids';
import type { AppealWindow } from '../../lifecycle/policy';
import type { Status } from '../../lifecycle/request';
import type { EventType, RefusalCode } from '../../lifecycle/transition';

/** The status of a person's latest request. */
export type LatestRequest =
  | { readonly state: 'none' }
  | {
      readonly state: 'known';
      readonly request: RequestSnapshot;
      readonly window: AppealWindow | null;
      /** The chats that are open to them and that they are not in. */
      readonly links?: readonly ChatLink[];
    };

/** An admin who never asked for access hardly wants to now: as a client they are offered nothing. */
export const isAdminOnly = (isAdmin: boolean, you: LatestRequest): boolean => isAdmin && you.state === 'none';

/** What clients may know about their own request. */
export interface RequestSnapshot {
  readonly id: RequestId;
  readonly status: Status;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  readonly appealCount: number;
  /** When an appeal opens, for a rejected or revoked request. */
  readonly appealOpensAt: Instant | null;
  /** When it closes; null if it doesn't, or if there is none. */
  readonly appealClosesAt: Instant | null;
}

/** A chat of the community that somebody may join, as a button shows it. */
export interface ChatLink {
  /** Missing in messages that an earlier version stored. */
  readonly chatId?: GroupId;
  readonly title: string;
  readonly url: string;
}

/** How many people are let into a chat of the community, and how many of them are in. */
export interface ChatFigures {
  readonly title: string;
  readonly wanted: number;
  readonly in: number;
}

/**
 * Where a client is, of a chat that their approval opens. `not_on_telegram`: it opens once they are one with a Telegram account;
 * `by_hand`: out, and only a human can remove them.
 */
export type AccessState = 'in' | 'invited' | 'not_on_telegram' | 'left' | 'banned' | 'by_hand';
export interface ChatAccess {
  readonly title: string;
  readonly state: AccessState;
}

/** Somebody's address besides Telegram. `dead`: nothing can be delivered there; `muted`: they want nothing there. */
export interface ContactView {
  readonly medium: 'email' | 'sms';
  readonly address: string;
  readonly state: 'works' | 'dead' | 'muted';
}

/** The same as its owner sees it, with when something is sent there. `fallback`: where Telegram can't reach them; `both`: always. */
export interface ReachedView {
  readonly medium: 'email' | 'sms';
  readonly address: string;
  readonly state: 'fallback' | 'both' | 'off' | 'dead';
}

/** A request as admins see it. */
export interface CardView {
  readonly id: RequestId;
  readonly status: Status;
  readonly round: number;
  readonly client: {
    /** Null where they are not on Telegram. */
    readonly telegramId: TelegramId | null;
    readonly name: string;
    readonly username: string | null;
    readonly unreachable: boolean;
    /** How they are reached besides Telegram; missing: nothing of that is known. */
    readonly contacts?: readonly ContactView[];
  };
  readonly message: string;
  /** What stood here was erased, and who they are. Missing: it was not. */
  readonly erased?: true;
  /** It began with a join request, and one waits in Telegram for the decision. Missing in rows from before there were any. */
  readonly joining?: boolean;
  /** It came by the form: the card shows the address of whoever asks. */
  readonly byForm?: true;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  /** Which appeal `message` is; 0: the first request. */
  readonly appeal: number;
  /** The client's texts in other rounds, oldest first; if there are many, the first and the newest. */
  readonly otherTexts: readonly RoundText[];
  /** Who made the current decision; null while it is pending, and if no admin decided. */
  readonly decision: DecisionView | null;
  /** The last earlier decision, and the number of those before it. */
  readonly earlier: { readonly last: DecisionView; readonly older: number } | null;
  /** The admins who have approved it while more have to; null: one approval is enough, or it no longer waits. */
  readonly approvals: ApprovalsView | null;
  /** What the admins asked and the client answered or added, oldest first, and how much more there was before. */
  readonly talk: { readonly said: readonly TalkLine[]; readonly older: number };
  /** Where the client is, of the community's chats. Missing in rows from before there were any. */
  readonly access?: readonly ChatAccess[];
  /** How many notes the admins have written about it. */
  readonly notes: number;
  /** Whether an Undo button belongs on it: for the decision or, while it waits, for an approval. */
  readonly undoable: boolean;
}

/** Something said about a request. */
export interface TalkLine {
  readonly kind: 'question' | 'answer' | 'addition';
  readonly byName: string;
  readonly at: Instant;
  readonly message: string;
}

/** How many admins have approved a request that waits, of those who have to. */
export interface ApprovalCount {
  readonly given: number;
  readonly needed: number;
}

export interface ApprovalsView extends ApprovalCount {
  /** The names of those who have, oldest approval first. */
  readonly by: readonly string[];
}

/** The same for whoever tries to approve it. */
export interface ApprovalProgress extends ApprovalCount {
  /** How many admins may decide it: nobody decides their own. Where more are needed, nobody can approve it. */
  readonly possible: number;
}

/** The client's text of one round: the request (0) or an appeal. */
export interface RoundText {
  readonly appeal: number;
  readonly at: Instant;
  readonly message: string;
  /** Missing: it was not erased. */
  readonly erased?: true;
}

export interface DecisionView {
  readonly status: 'approved' | 'rejected' | 'revoked';
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: Instant;
  readonly reason: string | null;
  /** The names of the other admins whose approvals it took, oldest first. Missing: it took none. */
  readonly alsoApprovedBy?: readonly string[];
}

export interface PendingPage {
  readonly lines: readonly PendingLine[];
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}
export interface PendingLine {
  readonly id: RequestId;
  readonly clientName: string;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  readonly appealCount: number;
  /** Missing where one approval is enough. */
  readonly approvals?: ApprovalCount;
  /** How long it has waited when the list was made, and how its text begins. Missing in rows from before they were kept. */
  readonly waited?: Millis;
  readonly words?: string;
}
/** A page of what `/find` has found, newest first. */
export interface FoundPage {
  readonly words: string;
  readonly lines: readonly FoundLine[];
  /** By which the pages around it are found; null: there are none. */
  readonly search: number | null;
  readonly newer: boolean;
  readonly older: boolean;
  /** How many requests were looked through, where some word is too short for the index; null: all of them. */
  readonly lookedThrough: number | null;
}
export interface FoundLine {
  readonly id: RequestId;
  readonly clientName: string;
  readonly status: Status;
  readonly submittedAt: Instant;
  /** The first words of what they wrote. */
  readonly beginning: string;
  /** What they wrote was erased. Missing: it was not. */
  readonly erased?: true;
}
/** As many requests a reminder names: lines with the longest names fit into one message. */
export const mostNamed = 10;

export interface ReminderLine {
  readonly id: RequestId;
  readonly clientName: string;
  readonly expiresAt: Instant;
}

/** What is said of a request's past: what happened to it, and what admins have noted. */
export type HistoryEntry = HistoryEvent | HistoryNote;

/** An admin's note, among the events of a request. */
export interface HistoryNote {
  readonly at: Instant;
  readonly event: 'note';
  readonly actor: { readonly id: PersonId; readonly name: string };
  readonly note: string;
}

export interface HistoryEvent {
  readonly at: Instant;
  readonly event: EventType;
  readonly from: Status | null;
  readonly to: Status;
  /** Null: the system. */
  readonly actor: { readonly id: PersonId; readonly name: string } | null;
  readonly reason: string | null;
  /** There was a reason, and it was erased. Missing: it was not. */
  readonly reasonErased?: true;
}

/** A refusal by the lifecycle, with what its sentence may name. */
export interface RefusalView {
  readonly code: RefusalCode;
  readonly request: RequestSnapshot | null;
  /** Who decided first, for an admin who came second. */
  readonly decision: DecisionView | null;
  /** Whether it was the reader. */
  readonly decidedByYou: boolean;
  readonly opensAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly limit: number | null;
  /** The client's other request that is open. Missing in rows from before it was kept. */
  readonly openInstead?: RequestId;
  /** How far its approval has come, where the refusal is about one's own. */
  readonly approvals?: ApprovalProgress;
  /** The chats that are open to the client and that they are not in. */
  readonly links?: readonly ChatLink[];
  /** The reader is an admin who never asked for access. */
  readonly toAdminOnly?: true;
}

/** One who decides. */
export interface AdminLine {
  readonly id: TelegramId;
  readonly name: string;
  /** Null: the settings name them, as an owner. */
  readonly added: { readonly byName: string; readonly at: Instant } | null;
  /** The bot can't write to them. */
  readonly isUnreachable: boolean;
  /** Nothing is known of them but their ID. */
  readonly isUnknown: boolean;
}

/** What can happen to a request, as the figures count it. */
export const outcomes = ['submitted', 'approved', 'rejected', 'expired', 'withdrawn', 'revoked'] as const;
export type Outcome = (typeof outcomes)[number];
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** How many days back the statistics go: today and those before. */
export const daysOfStats = 30;
/** The most days that can be asked for: a year, and the 29th of February. */
export const mostDays = 366;

/** The request that has waited longest. */
export interface OldestWaiting {
  readonly id: RequestId;
  readonly clientName: string;
  readonly waited: Millis;
}

/** What happened from `since` until now. */
export interface PeriodFigures {
  readonly since: Instant;
  readonly counts: OutcomeCounts;
  /** The admins who decided most, and how many requests the others decided together. */
  readonly deciders: readonly DeciderLine[];
  readonly otherDecisions: number;
  /** How long requests had waited for a decision; null: there was none. */
  readonly waits: { readonly median: Millis; readonly slowest: Millis; readonly slowestId: RequestId } | null;
}

/** How long requests had waited for their approval or rejection: half of them at most `median`, nine tenths at most `ninetieth`. */
export interface WaitFigures {
  readonly median: Millis;
  readonly ninetieth: Millis;
  readonly slowest: Millis;
  readonly slowestId: RequestId;
}

/** How many requests an admin has decided. */
export interface DeciderLine {
  readonly name: string;
  readonly count: number;
  readonly isFormer: boolean;
}

/** What happened in the last days, and on each of them, oldest first; the last is today. */
export interface DailyStats {
  readonly since: Instant;
  readonly until: Instant;
  readonly counts: OutcomeCounts;
  /** Null: nothing was approved or rejected. */
  readonly waits: WaitFigures | null;
  /** Who decided most requests first. */
  readonly deciders: readonly DeciderStats[];
  readonly days: readonly DayStats[];
}

export interface DayStats {
  readonly begins: Instant;
  readonly counts: OutcomeCounts;
  /** How many requests waited when it ended, or wait now. */
  readonly waiting: number;
  readonly waits: WaitFigures | null;
}

/** What an admin has decided. */
export interface DeciderStats {
  readonly id: PersonId;
  readonly name: string;
  readonly isFormer: boolean;
  readonly approved: number;
  readonly rejected: number;
  /** How many accesses they ended. */
  readonly revoked: number;
  /** How long half of what they approved or rejected had waited; null: nothing. */
  readonly median: Millis | null;
}

/** What happened on each day from `since` until `until`, oldest first. */
export interface StatsChart {
  readonly since: Instant;
  readonly until: Instant;
  readonly days: readonly ChartDay[];
}

export interface ChartDay {
  /** The day of the month, from 1. */
  readonly date: number;
  readonly isMonday: boolean;
  readonly counts: OutcomeCounts;
}
