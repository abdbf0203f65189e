import { groupId, personId, requestId, telegramId } from '../../../../src/lifecycle/ids';
import { statuses, type Status } from '../../../../src/lifecycle/request';
import {
  rules,
  uniteEvent,
  voteEvents,
  type ClientEvent,
  type CommandType,
  type RefusalCode,
} from '../../../../src/lifecycle/transition';
import type { DecisionAnswer, WhyNotAdmin } from '../../../../src/notices/notice';
import type {
  CardView,
  ChatLink,
  DecisionView,
  HistoryEvent,
  RequestSnapshot,
  LatestRequest,
} from '../../../../src/requests/read/views';
import type { Button } from '../../../../src/channels/telegram/messages/rendering';
import type { ResolvedNotice } from '../../../../src/notices/resolved-notice';
import { loadTexts, type Texts, type TextsOptions } from '../../../../src/i18n/texts';

/** 2026-11-30, 14:05 in UTC. */
export const noon = Date.UTC(2026, 10, 30, 14, 5);
const day = 24 * 60 * 60 * 1000;

/** The texts that ship, or with the overrides of a folder. */
export function texts(options: Partial<TextsOptions> = {}): Texts {
  const loaded = loadTexts({
    defaultLanguage: 'en',
    overridesDir: null,
    community: 'Sosekni',
    timeZone: 'UTC',
    ...options,
  });
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  return loaded.texts;
}

/** What people may call themselves and write, all of which has to arrive as it is. */
export const hostile = [
  '<b>bold</b>',
  '&amp; &lt; & &#60;',
  '"quoted" \'too\'',
  '\u202Eright to left\u2069',
  '😀'.repeat(48),
  "'; DROP TABLE requests; --",
  '{ $request } { welcome }',
  '/approve 1',
];

/** Half of a character that was cut in two. */
export const loneSurrogate = /\p{Surrogate}/u;

const outcomeCounts = { submitted: 9, approved: 1, rejected: 2, expired: 3, withdrawn: 4, revoked: 5 };

export const decision: DecisionView = {
  status: 'rejected',
  byId: personId(7_000_000_001),
  byName: 'Boris',
  at: noon,
  reason: 'too little detail',
};

export const snapshot: RequestSnapshot = {
  id: requestId(1234),
  status: 'pending',
  submittedAt: noon,
  expiresAt: noon + 7 * day,
  decidedAt: null,
  reason: null,
  appealCount: 0,
  appealOpensAt: null,
  appealClosesAt: null,
};

export const card: CardView = {
  id: requestId(1234),
  status: 'pending',
  round: 2,
  client: { telegramId: telegramId(7_000_000_002), name: 'Anna', username: 'anna', unreachable: false },
  message: 'Let me in,\nplease 🙂',
  submittedAt: noon,
  expiresAt: noon + 7 * day,
  appeal: 0,
  otherTexts: [],
  decision: null,
  earlier: null,
  approvals: null,
  notes: 0,
  talk: { said: [], older: 0 },
  undoable: false,
};

const talk = [
  { kind: 'question', byName: 'Boris', at: noon, message: 'Who invited you?' },
  { kind: 'answer', byName: 'Anna', at: noon, message: 'Clara did' },
  { kind: 'addition', byName: 'Anna', at: noon, message: 'I sing, too' },
] as const;

export const cards: readonly CardView[] = [
  card,
  { ...card, client: { ...card.client, username: null, unreachable: true } },
  { ...card, client: { ...card.client, telegramId: null, username: null } },
  {
    ...card,
    client: {
      ...{ telegramId: null, name: 'Vera', username: null, unreachable: false },
      contacts: [
        { medium: 'email', address: 'vera@mail.example', state: 'works' },
        { medium: 'sms', address: '+4915123456780', state: 'works' },
      ],
    },
  },
  ...(['works', 'dead', 'muted'] as const).map((state): CardView => {
    const contacts = [
      { medium: 'email', address: 'anna@mail.example', state },
      { medium: 'sms', address: '+4915123456789', state },
    ] as const;
    return { ...card, client: { ...card.client, unreachable: true, contacts } };
  }),
  { ...card, appeal: 1, earlier: { last: decision, older: 0 } },
  { ...card, appeal: 2, otherTexts: [0, 1].map((appeal) => ({ appeal, at: noon, message: 'Please' })) },
  { ...card, appeal: 2, otherTexts: [0, 1].map((appeal) => ({ appeal, at: noon, message: '', erased: true })) },
  { ...card, appeal: 3, earlier: { last: { ...decision, status: 'revoked' }, older: 2 } },
  { ...card, appeal: 2, earlier: { last: { ...decision, status: 'approved', reason: null }, older: 1 } },
  { ...card, status: 'approved', decision: { ...decision, status: 'approved', reason: null }, undoable: true },
  { ...card, status: 'rejected', decision },
  {
    ...card,
    status: 'approved',
    decision: { ...decision, status: 'approved', reason: null, alsoApprovedBy: ['Clara'] },
  },
  { ...card, notes: 3 },
  { ...card, message: '', joining: true },
  {
    ...card,
    access: (['in', 'invited', 'not_on_telegram', 'left', 'banned', 'by_hand'] as const).map((state) => ({
      title: 'The <garden>',
      state,
    })),
  },
  { ...card, talk: { said: talk, older: 0 } },
  { ...card, talk: { said: talk.slice(1), older: 21 } },
  { ...card, approvals: { given: 0, needed: 2, by: [] } },
  { ...card, approvals: { given: 2, needed: 3, by: ['Boris', 'Clara'] }, undoable: true },
  { ...card, status: 'revoked', decision: { ...decision, status: 'revoked' } },
  { ...card, status: 'expired' },
  { ...card, status: 'withdrawn' },
  { ...card, status: 'revoked', decision: null, message: '', erased: true },
];

const knownAs = (status: Status): RequestSnapshot =>
  status === 'pending' || status === 'expired' || status === 'withdrawn'
    ? { ...snapshot, status }
    : { ...snapshot, status, decidedAt: noon, reason: 'too little detail', appealCount: 1, appealOpensAt: noon };

const link: ChatLink = { title: 'The <garden> & friends', url: 'https://t.me/+AbCdEfGh' };

export const standings: readonly LatestRequest[] = [
  { state: 'known', request: knownAs('approved'), window: null, links: [link] },
  { state: 'none' },
  ...statuses.map((status): LatestRequest => ({ state: 'known', request: knownAs(status), window: null })),
  { state: 'known', request: knownAs('rejected'), window: { state: 'not_open', opensAt: noon } },
  { state: 'known', request: knownAs('rejected'), window: { state: 'open', closesAt: null } },
  { state: 'known', request: knownAs('revoked'), window: { state: 'open', closesAt: noon } },
  { state: 'known', request: knownAs('rejected'), window: { state: 'closed', closedAt: noon } },
  { state: 'known', request: knownAs('rejected'), window: { state: 'used_up', limit: 2 } },
];

const refusalCodes: readonly RefusalCode[] = [
  'no_request',
  'already_pending',
  'already_approved',
  'not_pending',
  'expired',
  'not_due',
  'earlier_round',
  'own_request',
  'nothing_to_appeal',
  'appeal_not_open',
  'appeal_closed',
  'appeals_used_up',
  'already_voted',
  'no_vote',
  'nothing_to_undo',
  'not_your_decision',
  'undo_too_late',
  'not_approved',
  'nothing_to_reopen',
  'open_instead',
];
const news: readonly ClientEvent[] = [
  'submitted',
  'appeal_submitted',
  'withdrawn',
  'appeal_withdrawn',
  'approved',
  'rejected',
  'decision_undone',
  'request_reopened',
  'revoked',
  'expired',
  'appeal_expired',
];

const verdicts = [
  null,
  decision,
  { ...decision, status: 'approved' as const },
  { ...decision, status: 'revoked' as const },
  { ...decision, status: 'approved' as const, reason: null, alsoApprovedBy: ['Clara', 'Dora'] },
];

export const refusals: readonly Extract<ResolvedNotice, { kind: 'refusal' }>[] = refusalCodes.flatMap((code) =>
  [null, ...statuses].flatMap((status) =>
    verdicts.flatMap((made) =>
      (['client', 'admin'] as const).map((to) => ({
        kind: 'refusal' as const,
        to,
        refusal: {
          code,
          request: status === null ? null : knownAs(status),
          decision: made,
          decidedByYou: made !== null && code === 'already_approved',
          opensAt: noon,
          closedAt: noon,
          limit: 2,
          openInstead: requestId(1235),
          ...(code === 'already_approved' && { links: [link] }),
          ...(status === null && made === null && to === 'client' && { toAdminOnly: true as const }),
          ...(code === 'already_voted' && { approvals: { given: 1, needed: 2, possible: 2 } }),
        },
      })),
    ),
  ),
);

// Object.keys forgets the type of the keys; those of a row of the table are the commands.
const eventTypes = [...voteEvents, ...(Object.keys(rules.pending) as CommandType[]), uniteEvent];

export const historyEvents: readonly HistoryEvent[] = eventTypes.map((event, index) => ({
  at: noon + index * day,
  event,
  from: 'pending',
  to: 'rejected',
  actor: event === 'expire' ? null : { id: personId(7_000_000_001), name: 'Boris' },
  reason: event === 'reject' ? 'too little detail' : null,
  ...(event === 'revoke' && { reasonErased: true as const }),
}));

const anAdmin = { id: telegramId(7_000_000_001), name: 'Boris' };
const pendingLine = { id: requestId(1234), clientName: 'Anna', submittedAt: noon, expiresAt: noon, appealCount: 0 };

const foundLine = {
  id: requestId(1234),
  clientName: 'Anna',
  status: 'pending',
  submittedAt: noon,
  beginning: 'Hello & <b>welcome</b>',
} as const;

export const votes = [
  [1, 2, 2],
  [1, 3, 3],
  [2, 2, 2],
  [1, 2, 1],
  [1, 1000, 999],
].flatMap(([given = 0, needed = 0, possible = 0]) =>
  voteEvents.map((event) => ({
    kind: 'voted' as const,
    event,
    requestId: requestId(1234),
    clientName: 'Anna',
    approvals: { given, needed, possible },
  })),
);

/** As many as one command decides, each as long as it gets. */
const mostAnswers = Array.from(
  { length: 20 },
  (_, n) => refusals.filter(({ to }) => to === 'admin')[(n % 40) + 20],
).flatMap((answer, n): readonly DecisionAnswer[] => [
  n % 2 === 0 && answer !== undefined
    ? answer
    : { kind: 'decided', requestId: requestId(1234), status: 'revoked', clientName: 'Anna' },
]);

/** Every kind of notice, in every form that has words of its own. */
export const notices: readonly ResolvedNotice[] = [
  ...standings.flatMap((you): ResolvedNotice[] => [
    { kind: 'welcome', you, admin: null },
    { kind: 'welcome', you, admin: { waiting: 0 } },
    { kind: 'welcome', you, admin: { waiting: 1 } },
    { kind: 'welcome', you, admin: { waiting: 9, digestFollows: true } },
    { kind: 'status', you },
    { kind: 'united', you },
    { kind: 'status', you, toAdmin: true },
    { kind: 'hint', got: 'text', you, toAdmin: false },
    { kind: 'hint', got: 'unknown_command', you, toAdmin: true },
    { kind: 'hint', got: 'not_text', you, toAdmin: true },
    { kind: 'you_are_welcome', you, toAdmin: false },
    { kind: 'edit_changes_nothing', you, toAdmin: false },
    { kind: 'edit_changes_nothing', you, toAdmin: true },
  ]),
  ...news.flatMap((what): ResolvedNotice[] => [
    { kind: 'client_news', news: what, request: snapshot },
    { kind: 'client_news', news: what, request: knownAs('rejected') },
    { kind: 'client_news', news: what, request: snapshot, links: [link, link] },
  ]),
  { kind: 'client_news', news: 'submitted', request: snapshot, nobodyCanDecide: true },
  {
    kind: 'client_news',
    news: 'submitted',
    request: snapshot,
    leftOut: ['photo', 'video', 'file', 'audio', 'media', 'addresses'],
  },
  { kind: 'offer', about: 'request', draft: 2 ** 53 - 1, leftOut: ['file'] },
  { kind: 'offer', about: 'appeal', draft: 1 },
  { kind: 'draft_sent' },
  { kind: 'draft_gone' },
  { kind: 'forget_question', at: noon, ends: null },
  { kind: 'forget_question', at: noon, ends: 'pending' },
  { kind: 'forget_question', at: noon, ends: 'approved' },
  { kind: 'forget_question', at: noon, ends: 'verdict', isAdmin: true },
  { kind: 'forgotten', language: null },
  { kind: 'forgotten', language: 'ru', isAdmin: true },
  { kind: 'forget_over' },
  { kind: 'my_data', json: '{}\n' },
  { kind: 'erased_card', requestId: requestId(12) },
  { kind: 'language_question', unknown: false },
  { kind: 'language_question', unknown: true },
  { kind: 'language_set' },
  { kind: 'language_of_telegram' },
  { kind: 'your_id', id: telegramId(7_000_000_001) },
  { kind: 'chat_id', chat: '-1001234567890/12' },
  { kind: 'chat_id', chat: '-1001234567890', getsCards: true },
  { kind: 'question', about: 'request', answerWithin: 15 * 60_000 },
  { kind: 'question', about: 'appeal', answerWithin: 15 * 60_000 },
  { kind: 'question_dropped' },
  { kind: 'too_long', what: 'request', length: 2345, limit: 2000 },
  { kind: 'too_long', what: 'reason', length: 1001, limit: 1000 },
  ...refusals,
  { kind: 'flooded', limit: 20, window: 60_000 },
  { kind: 'appeal_open', request: knownAs('rejected'), closesAt: null },
  { kind: 'appeal_open', request: knownAs('rejected'), closesAt: noon },
  { kind: 'private_chat_only', bot: 'sosekni_bot' },
  ...(
    [
      { refused: 'link_used' },
      { refused: 'is_admin' },
      { refused: 'two_decisions', here: requestId(12), web: requestId(13) },
      { refused: 'no_appeal_now', waits: requestId(13), decided: requestId(12), opensAt: noon },
      { refused: 'no_appeal_now', waits: requestId(13), decided: requestId(12), opensAt: null },
    ] as const
  ).map((why): ResolvedNotice => ({ kind: 'not_united', why })),
  ...([null, 'added', 'appealed'] as const).map((words): ResolvedNotice => ({
    kind: 'united',
    you: { state: 'none' },
    gaveWay: { request: requestId(13), to: requestId(12), words },
  })),
  ...cards.map((view): ResolvedNotice => ({ kind: 'card', card: view })),
  ...cards.map((view): ResolvedNotice => ({ kind: 'history', card: view, events: historyEvents, older: 3 })),
  ...cards.map((view): ResolvedNotice => ({ kind: 'queue_card', card: view })),
  { kind: 'no_other_waits' },
  { kind: 'history', card, events: [], older: 0 },
  {
    kind: 'history',
    card,
    events: [{ at: noon, event: 'note', actor: { id: personId(7), name: 'Boris' }, note: 'Anna’s sister' }],
    older: 0,
  },
  { kind: 'digest', waiting: 0 },
  { kind: 'digest', waiting: 21 },
  { kind: 'pending_page', page: { lines: [], page: 1, pages: 1, total: 0 } },
  { kind: 'pending_page', page: { lines: [pendingLine], page: 1, pages: 1, total: 1 } },
  {
    kind: 'pending_page',
    page: {
      lines: [
        { ...pendingLine, waited: 90_000, words: 'I grow tomatoes' },
        { ...pendingLine, appealCount: 2, approvals: { given: 1, needed: 2 }, waited: 30 * 3_600_000, words: '' },
      ],
      page: 2,
      pages: 3,
      total: 25,
    },
  },
  {
    kind: 'found_page',
    page: { words: 'an & <b>', lines: [], search: null, newer: false, older: false, lookedThrough: 10_000 },
  },
  {
    kind: 'found_page',
    page: {
      words: 'anna',
      lines: [foundLine, { ...foundLine, status: 'approved' }, { ...foundLine, status: 'rejected' }],
      search: 3,
      newer: true,
      older: true,
      lookedThrough: null,
    },
  },
  {
    kind: 'found_page',
    page: {
      words: '12',
      lines: [
        { ...foundLine, status: 'expired' },
        { ...foundLine, status: 'withdrawn', beginning: '' },
        { ...foundLine, status: 'revoked', beginning: '', erased: true },
      ],
      search: null,
      newer: false,
      older: false,
      lookedThrough: null,
    },
  },
  { kind: 'how_to_find', limit: 10 },
  { kind: 'search_gone' },
  {
    kind: 'stats',
    counts: { pending: 1, approved: 2, rejected: 3, expired: 4, withdrawn: 5, revoked: 1234 },
    undeliverable: 0,
  },
  {
    kind: 'stats',
    counts: { pending: 0, approved: 0, rejected: 0, expired: 0, withdrawn: 0, revoked: 0 },
    undeliverable: 2,
  },
  {
    kind: 'stats',
    counts: { pending: 1, approved: 2, rejected: 3, expired: 4, withdrawn: 5, revoked: 6 },
    undeliverable: 2,
    chats: [{ title: 'The <garden>', wanted: 12, in: 1 }],
    oldest: { id: requestId(1234), clientName: 'Anna <3', waited: 30_000 },
    week: { since: noon, counts: outcomeCounts, deciders: [], otherDecisions: 0, waits: null },
    month: {
      since: noon,
      counts: outcomeCounts,
      deciders: Array.from({ length: 10 }, (_, n) => ({
        name: `Boris ${n}`,
        count: 1_000_000 * n + 1,
        isFormer: n % 2 === 1,
      })),
      otherDecisions: 3,
      waits: { median: 90 * 60_000, slowest: 9 * 24 * 60 * 60_000, slowestId: requestId(1234) },
    },
  },
  {
    kind: 'stats_picture',
    chart: { since: noon, until: noon, days: [{ date: 30, isMonday: true, counts: outcomeCounts }] },
  },
  {
    kind: 'reason_choice',
    requestId: requestId(1234),
    round: 2,
    clientName: 'Anna',
    options: [{ number: 1, text: 'We don’t know you' }],
  },
  {
    kind: 'reason_question',
    requestId: requestId(1234),
    clientName: 'Anna',
    askedName: 'Boris',
    askedId: telegramId(7_000_000_001),
  },
  ...statuses.map((status): ResolvedNotice => ({
    kind: 'decided',
    requestId: requestId(1234),
    status,
    clientName: 'Anna',
  })),
  { kind: 'no_such_request', requestId: 1234 },
  { kind: 'how_to_decide', why: 'unclear_reply', command: 'approve' },
  { kind: 'how_to_decide', why: 'not_a_card', command: 'approve' },
  { kind: 'how_to_decide', why: 'no_number', command: 'approve' },
  { kind: 'how_to_decide', why: 'no_number', command: 'reject' },
  { kind: 'how_to_decide', why: 'no_number', command: 'revoke' },
  { kind: 'how_to_decide', why: 'no_number', command: 'reopen' },
  { kind: 'how_to_decide', why: 'no_number', command: 'show' },
  ...(['approve', 'reject', 'revoke', 'reopen', 'show'] as const).map((command): ResolvedNotice => ({
    kind: 'how_to_decide',
    why: 'unclear_command',
    command,
  })),
  ...votes,
  {
    kind: 'decided',
    requestId: requestId(1234),
    status: 'approved',
    clientName: 'Anna',
    alsoApprovedBy: ['Boris', 'Clara', 'Dora'],
  },
  { kind: 'decided_several', answers: mostAnswers },
  { kind: 'decided_several', answers: votes },
  { kind: 'too_many_at_once', limit: 20 },
  { kind: 'reason_or_approval', requestId: requestId(1234) },
  { kind: 'which_reason', requestIds: [requestId(12), requestId(13)] },
  { kind: 'asked', requestId: requestId(1234), text: 'Who invited you?', expiresAt: noon },
  { kind: 'passed_on', requestId: requestId(1234), expiresAt: noon },
  { kind: 'passed_on', requestId: requestId(1234), expiresAt: noon, leftOut: ['photo'] },
  { kind: 'too_many_additions', limit: 20 },
  { kind: 'offer', about: 'addition', draft: 12 },
  {
    kind: 'ask_question',
    requestId: requestId(1234),
    clientName: 'Anna',
    askedName: 'Boris',
    askedId: telegramId(7_000_000_001),
  },
  { kind: 'question_sent', requestId: requestId(1234), clientName: 'Anna' },
  { kind: 'question_sent', requestId: requestId(1234), clientName: 'Anna', leftOut: ['addresses'] },
  { kind: 'reply_with_question' },
  { kind: 'question_as_reply' },
  { kind: 'own_reason', requestId: requestId(1234), adminName: 'Boris' },
  ...(['client_answered', 'question_undelivered'] as const).map((kind) => ({
    ...{ kind, requestId: requestId(1234), clientName: 'Anna', askedName: 'Boris' },
    ...{ askedId: telegramId(7), text: 'Boris did' },
  })),
  { kind: 'too_long', what: 'question', length: 1001, limit: 1000 },
  { kind: 'noted', requestId: requestId(1234), clientName: 'Anna' },
  { kind: 'noted', requestId: requestId(1234), clientName: 'Anna', leftOut: ['photo', 'addresses'] },
  { kind: 'empty_note' },
  { kind: 'too_long', what: 'note', length: 1001, limit: 1000 },
  { kind: 'reply_with_reason' },
  { kind: 'question_over', requestId: requestId(1234) },
  { kind: 'admins_only' },
  { kind: 'reminder', requests: [{ id: requestId(1234), clientName: 'Anna', expiresAt: noon }], total: 1 },
  { kind: 'reminder', requests: [{ id: requestId(1234), clientName: 'Anna', expiresAt: noon }], total: 12 },
  ...[true, false].flatMap((isUnreachable): ResolvedNotice[] => [
    ...(['admin_added', 'admin_removed'] as const).map((kind) => ({ kind, ...anAdmin, isUnreachable })),
    { kind: 'admin_added', ...anAdmin, isUnreachable, isUnknown: true },
    { kind: 'admin_removed', ...anAdmin, isUnreachable, tooFew: { left: 1, needed: 2 } },
    ...(['added', 'removed'] as const).map((change) => ({
      ...{ kind: 'admins_changed' as const, change, ...anAdmin },
      ...{ byName: 'Clara', isUnreachable },
    })),
    {
      kind: 'admins',
      admins: [
        { ...anAdmin, added: null, isUnreachable, isUnknown: false },
        ...Array.from({ length: 3 }, () => ({
          ...{ ...anAdmin, added: { byName: 'Clara', at: noon } },
          ...{ isUnreachable, isUnknown: true },
        })),
      ],
      mayChange: isUnreachable,
    },
  ]),
  ...(
    [
      ...['owners_only', 'already_admin', 'is_owner', 'not_added', 'hidden', 'no_person', 'not_an_id'],
      'no_persons_id',
      ...['remove_whom', 'unclear'],
    ] as WhyNotAdmin[]
  ).map((why) => ({ kind: 'admins_unchanged' as const, why, ...anAdmin })),
  { kind: 'admins_unchanged', why: 'not_added', name: null, id: telegramId(7_000_000_001) },
  { kind: 'new_admin_question', askedName: 'Boris', askedId: telegramId(7_000_000_001) },
  { kind: 'admin_joined', byName: 'Boris' },
  { kind: 'admin_left' },
  { kind: 'admin_unreachable', adminId: telegramId(7_000_000_001), adminName: 'Boris' },
  { kind: 'admin_unreachable', adminId: telegramId(7_000_000_001), adminName: null },
  { kind: 'admin_unreachable', adminId: telegramId(7_000_000_001), adminName: null, isBot: true },
  { kind: 'anonymous_sender' },
  { kind: 'not_own_words' },
  { kind: 'group_unreachable' },
  { kind: 'topic_unreachable', topic: 12 },
  { kind: 'update_parked', updateId: 123456789, attempts: 5 },
  { kind: 'presses_lost', from: noon, to: noon + day },
  { kind: 'foreign_poller' },
  { kind: 'access_chat_gone', chat: 'The garden' },
  {
    kind: 'access_chat_moved',
    chat: 'The garden',
    from: groupId(-1_001_000_000_001),
    to: groupId(-1_001_000_000_002),
  },
  { kind: 'access_removals', chat: 'The garden', chatId: groupId(-1_001_234_567_890), count: 12 },
  { kind: 'removals_allowed', count: 12 },
  { kind: 'nothing_to_remove' },
  { kind: 'unheard_join_requests', chat: 'The garden', count: 2 },
  { kind: 'access_outage', chat: 'The garden', reason: '400 Bad Request: not enough rights' },
  ...(
    [
      ...(['no_administrator', 'may_not_add', 'may_not_ban', 'may_neither', 'lacks_rights'] as const),
      ...(['not_there', 'no_supergroup', 'refused'] as const),
    ] as const
  ).map((why): ResolvedNotice => ({ kind: 'access_outage', chat: 'The garden', reason: why, why })),
  { kind: 'stranger', chat: 'The garden', id: telegramId(7_000_000_001), name: 'Boris' },
  ...[1, 2].map((count): ResolvedNotice => ({ kind: 'invitation', links: Array.from({ length: count }, () => link) })),
  ...standings.map((you): ResolvedNotice => ({ kind: 'join_declined', chat: 'The garden', you })),
  { kind: 'too_many_chats', chat: 'The garden' },
  ...['The garden', null].map((chat): ResolvedNotice => ({
    kind: 'join_question',
    requestId: card.id,
    chat,
    expiresAt: noon,
  })),
  { kind: 'backup_failed', lastBackup: noon },
  { kind: 'backup_failed', lastBackup: null },
  { kind: 'backup_missing', lastBackup: noon },
  { kind: 'backup_missing', lastBackup: null },
  { kind: 'backups_work_again', lastBackup: noon },
  { kind: 'webhook_given_up', host: 'crm.example:8443', requestId: requestId(12) },
  { kind: 'webhook_gone', host: 'crm.example' },
  ...(['email', 'sms'] as const).flatMap((channel): ResolvedNotice[] => [
    { kind: 'channel_away', channel, reason: 'AUTH: 535 5.7.8 <no> & "never"' },
    { kind: 'channel_back', channel },
  ]),
  ...(['email', 'sms'] as const).flatMap((medium): ResolvedNotice[] => {
    const address = medium === 'email' ? 'anna@mail.example' : '+4915123456789';
    const reached = (['fallback', 'both', 'off', 'dead'] as const).map((state) => ({ medium, address, state }));
    const refusals = ['not_an_address', 'no_address', 'dead', 'code_over', 'too_many', 'undeliverable'] as const;
    return [
      { kind: 'status', you: { state: 'none' }, reached },
      { kind: 'welcome', you: { state: 'none' }, admin: null, media: [medium] },
      { kind: 'address', medium, address: null, waiting: null },
      { kind: 'address', medium, address: null, waiting: address },
      ...reached.map((one): ResolvedNotice => ({ kind: 'address', medium, address: one, waiting: null })),
      { kind: 'address', medium, address: { medium, address, state: 'both' }, waiting: address },
      { kind: 'address_code_sent', medium, address, within: 600_000 },
      ...[true, false].map((moved): ResolvedNotice => ({
        kind: 'address_proved',
        medium,
        address: { medium, address, state: 'fallback' },
        moved,
      })),
      ...refusals.map((why): ResolvedNotice => ({ kind: 'address_refused', why, medium, address })),
    ];
  }),
  { kind: 'address_wrong_code', triesLeft: 4 },
  { kind: 'address_wrong_code', triesLeft: 1 },
  { kind: 'address_refused', why: 'not_allowed', medium: 'sms', prefixes: ['+49', '+43'] },
  { kind: 'address_refused', why: 'no_more_today', medium: 'sms' },
  { kind: 'address_refused', why: 'of_form', medium: 'email' },
  { kind: 'expired_digest', count: 22 },
  { kind: 'desk_link', nonce: 'nonce' },
  { kind: 'desk_signed_in', link: 12, at: noon },
  { kind: 'desk_signed_out' },
  { kind: 'desk_off' },
];

/** What a button carries: its data, or the address that it opens or copies. */
export function dataOf(button: Button): string {
  if ('url' in button) return button.url;
  if ('desk' in button) return 'link' in button.desk ? button.desk.link : button.desk.webApp;
  return 'copy' in button ? button.copy : button.data;
}

/** More admins than one message names, whose names are shortened. */
export const manyAdmins = (count: number): ResolvedNotice => ({
  kind: 'admins',
  admins: Array.from({ length: count }, () => ({
    ...{ id: telegramId(2 ** 52 - 1), name: '😀'.repeat(129), isUnreachable: true, isUnknown: true },
    added: { byName: '😀'.repeat(129), at: noon },
  })),
  mayChange: true,
});

/** `notice` with `words` in the place of everything that a person wrote. */
export function withWords(notice: ResolvedNotice, words: string): ResolvedNotice {
  const writtenByPeople = new Set([
    'message',
    'reason',
    'name',
    'clientName',
    'byName',
    'askedName',
    'adminName',
    'note',
  ]);
  // What goes in is a ResolvedNotice, and only strings in it are replaced by strings.
  return JSON.parse(JSON.stringify(notice), (key, value: unknown) =>
    typeof value === 'string' && writtenByPeople.has(key) ? words : value,
  ) as ResolvedNotice;
}
