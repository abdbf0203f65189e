import { groupId, personId, requestId, telegramId, type Instant, type Millis } from '../../src/lifecycle/ids';
import { statuses, type Request } from '../../src/lifecycle/request';
import type { Queries } from '../../src/store/queries';
import type { Contact } from '../../src/store/queries/contacts';
import { noMembership } from '../../src/store/queries/access';
import { priorities, type NewOwed } from '../../src/store/queries/outbox';
import { admin, busyMessage, busyRequest, group, longAgo, newcomer, rows } from './history';

const now: Instant = Date.UTC(2026, 2, 1, 12);
const someone = personId(newcomer);
const decider = personId(admin);
const chat = groupId(group);
const request = requestId(busyRequest);
const owed: NewOwed = {
  channel: 'telegram',
  recipientId: chat,
  notice: { kind: 'digest' },
  priority: priorities.admin,
  requestId: request,
  botMessageId: busyMessage,
  replyTo: null,
  editMessageId: null,
  threadId: null,
};
const pending: Request = {
  clientId: someone,
  message: 'Please',
  status: 'pending',
  round: 1,
  submittedAt: now,
  expiresAt: now + 1,
  appealCount: 0,
  lastRejectedAt: null,
  awaitsWords: false,
  beforeAppeal: null,
  votes: [],
};
const place = {
  kind: 'card',
  recipientId: chat,
  messageId: null,
  threadId: null,
  requestId: request,
  round: 1,
  personId: null,
} as const;
const filter = { statuses: null, since: null, until: null, reviewer: null, client: null };
const hours: Millis = 2 * 3_600_000;
const all = { statuses, reviewer: null, client: null, from: null, to: null };
/** All of them, and as few as one can ask for among very many; test/requests/list.test.ts has what reads more, up to a bound. */
const listFilters = [
  all,
  { ...all, reviewer: decider },
  { ...all, reviewer: decider, statuses: ['revoked'] },
  { ...all, client: decider },
  { ...all, client: decider, statuses: ['expired', 'approved'] },
  { ...all, from: now },
  { ...all, to: longAgo - hours },
  { ...all, reviewer: decider, from: longAgo - 2 * hours, to: longAgo - hours },
] as const;
const contact: Contact = {
  personId: decider,
  medium: 'email',
  address: 'Boris@mail.example',
  addressKey: 'boris@mail.example',
  mode: 'fallback',
  verifiedAt: now,
  failedAt: null,
  mutedAt: null,
};
const draft = {
  personId: decider,
  name: 'Boris',
  address: contact.address,
  addressKey: contact.addressKey,
  language: null,
  message: 'Please',
  createdAt: now,
};
const stretch = { after: 0, last: 100, limit: 10 };

type Names<Subject extends keyof Queries> = `${Subject}.${keyof Queries[Subject] & string}`;
/** What a query is allowed to read more of, the longer the history is: */
type Exempt =
  /** Who is forgotten is forgotten once: all of theirs is read, however much it is. */
  | 'erasures.requestsOf'
  /** It asks the database nothing. */
  | 'requests.dropKnown'
  | 'updates.eraseTexts'
  | 'outbox.allAbout'
  /** What was settled since words were dropped last, a day ago at most. */
  | 'outbox.dropWords'
  | 'botMessages.showing'
  /** What admins have looked for in a week. */
  | 'search.forgetAll'
  /** A group becomes a supergroup once, and none of its cards can be edited any more. */
  | 'botMessages.moveChat'
  | 'access.moveChat'
  /** Another bot takes over once, and all that the one before has sent is void. */
  | 'botMessages.voidAll'
  | 'botMessages.allOpenQuestions'
  | 'updates.forgetAll'
  /** Somebody is made one with their Telegram account once, and all that is theirs moves. */
  | 'uniting.move'
  /** What came since the last sweep. */
  | 'search.index'
  | 'search.isBehind';
type QueryName = Exclude<{ [Subject in keyof Queries]: Names<Subject> }[keyof Queries], Exempt>;

/** Every query of the program by its name, with the busiest things there are. A new query has to be added to compile. */
export const statements: Readonly<Record<QueryName, (queries: Queries) => Promise<unknown>>> = {
  'people.get': (q) => q.people.get(decider),
  'contacts.verifiedOf': (q) => q.contacts.verifiedOf(decider),
  'contacts.save': (q) => q.contacts.save(contact),
  'contacts.holderOf': (q) => q.contacts.holderOf('email', contact.addressKey),
  'contacts.remove': (q) => q.contacts.remove(contact),
  'contacts.removeAll': (q) => q.contacts.removeAll(decider, 'email'),
  'contacts.fail': (q) => q.contacts.fail(contact, now),
  'addressCodes.add': (q) => q.addressCodes.add({ ...contact, language: null, createdAt: now }),
  'addressCodes.get': (q) => q.addressCodes.get(1),
  'addressCodes.newestOf': (q) => q.addressCodes.newestOf(decider, 'email'),
  'addressCodes.countTo': (q) => q.addressCodes.countTo('email', [contact.addressKey, 'erased'], longAgo),
  'addressCodes.allTo': (q) => q.addressCodes.allTo('email', contact.addressKey),
  'addressCodes.allOf': (q) => q.addressCodes.allOf(decider),
  'addressCodes.erase': (q) => q.addressCodes.erase(1, 'erased'),
  'contacts.allOf': (q) => q.contacts.allOf(decider),
  'contacts.removeAllOf': (q) => q.contacts.removeAllOf(someone),
  'addressCodes.countOf': (q) => q.addressCodes.countOf(decider, 'email', longAgo),
  'addressCodes.countAll': (q) => q.addressCodes.countAll('sms', longAgo),
  'addressCodes.takeTry': (q) => q.addressCodes.takeTry(1, 5),
  'addressCodes.use': (q) => q.addressCodes.use(1, now),
  'addressCodes.voidAll': (q) => q.addressCodes.voidAll(decider, 'email', 5),
  'addressCodes.forget': (q) => q.addressCodes.forget(longAgo, 100),
  'addressCodes.draw': (q) =>
    q.addressCodes.draw(1, { codeHash: 'hash', previousCodeHash: null, sentAt: now, expiresAt: now }),
  'people.byTelegramId': (q) => q.people.byTelegramId(telegramId(admin)),
  'people.names': (q) => q.people.names([decider]),
  'people.save': async (q) => {
    const person = await q.people.get(decider);
    if (person !== null) await q.people.save(person);
  },
  'outbox.recipientOf': (q) => q.outbox.recipientOf(1),
  'people.leaveTelegram': (q) => q.people.leaveTelegram(decider),
  'contacts.addressesOf': (q) => q.contacts.addressesOf([decider]),
  'form.addDraft': (q) => q.form.addDraft({ ...draft, tokenHash: 'hash' }),
  'form.draft': (q) => q.form.draft('hash'),
  'form.finish': (q) => q.form.finish(1, decider, now),
  'form.counted': (q) => q.form.counted('key', now - hours),
  'form.countOne': (q) => q.form.countOne('key', now),
  'form.addPersonalLink': (q) => q.form.addPersonalLink('hash', decider, now),
  'form.personByLink': (q) => q.form.personByLink('hash'),
  'form.hasPersonalLink': (q) => q.form.hasPersonalLink(decider),
  'form.useStartLink': (q) => q.form.useStartLink('hash', decider, now),
  'form.isStartLinkUsed': (q) => q.form.isStartLinkUsed('hash'),
  'form.removeAllOf': (q) => q.form.removeAllOf(decider),
  'form.forgetAll': (q) => q.form.forgetAll(),
  'form.forget': (q) => q.form.forget({ drafts: longAgo, windows: longAgo }, 10),
  'uniting.gaveWayOf': (q) => q.uniting.gaveWayOf(decider),
  'uniting.membershipsOf': (q) => q.uniting.membershipsOf(decider),
  'uniting.removeMemberships': (q) => q.uniting.removeMemberships(decider),
  'people.byNumber': (q) => q.people.byNumber(admin),
  'people.becameOf': (q) => q.people.becameOf(decider),
  'people.unitedInto': (q) => q.people.unitedInto(decider),
  'people.markUnreachable': (q) => q.people.markUnreachable(decider, now),
  'people.markReachable': (q) => q.people.markReachable(decider),
  'people.setBackSince': (q) => q.people.setBackSince(someone, null),
  'people.back': async (q) => {
    await q.people.back(longAgo, null, 10);
    await q.people.back(longAgo, { id: decider, at: longAgo - hours }, 10);
  },
  'administrators.current': (q) => q.administrators.current(),
  'administrators.removedLast': (q) => q.administrators.removedLast(20),
  'administrators.add': (q) => q.administrators.add(telegramId(newcomer), decider, now),
  'administrators.remove': (q) => q.administrators.remove(telegramId(newcomer), decider, now),
  'requests.get': (q) => q.requests.get(request),
  'requests.latestOf': (q) => q.requests.latestOf(decider),
  'requests.insert': (q) => q.requests.insert(pending),
  'requests.replace': (q) => q.requests.replace(request, pending, pending, now, ['reminder', 'appeal_open']),
  'requests.counts': (q) => q.requests.counts(),
  'requests.waitingPositions': (q) => q.requests.waitingPositions({ submittedAt: now, id: request }, 200),
  'requests.countOlder': (q) => q.requests.countOlder(decider, requestId(rows), 100),
  'lists.waiting': async (q) => {
    for (const some of listFilters) await q.lists.waiting(some, { at: longAgo, id: request }, 51);
  },
  'lists.others': async (q) => {
    for (const some of listFilters) {
      await q.lists.others(some, null, 51);
      await q.lists.others(some, { at: now, id: requestId(rows) }, 51);
    }
  },
  'lists.among': async (q) => {
    for (const some of listFilters) await q.lists.among([request], some);
  },
  'lists.rows': (q) => q.lists.rows([request]),
  'requests.openAfter': (q) => q.requests.openAfter(decider, 100),
  'requests.waiting': (q) => q.requests.waiting(9, 0),
  'requests.waitingAfter': (q) => q.requests.waitingAfter({ submittedAt: now, id: request }, 9),
  'requests.waitingBefore': (q) => q.requests.waitingBefore({ submittedAt: now, id: request }, 9),
  'requests.countWaitingBefore': (q) => q.requests.countWaitingBefore({ submittedAt: now, id: request }),
  'events.append': (q) =>
    q.events.append({
      ...{ requestId: request, event: 'submit', fromStatus: null, toStatus: 'pending', actorId: someone },
      ...{ at: now, reason: null, updateId: 1, via: 'chat', message: 'Please', round: 1 },
      ...{ expiresAt: now, coApprovers: null },
    }),
  'events.after': (q) => q.events.after(1, 10),
  'outcomes.counted': (q) => q.outcomes.counted(now, now + 1),
  'outcomes.decided': (q) => q.outcomes.decided(now, now + 1),
  'dayFigures.spans': (q) => q.dayFigures.spans(now, now + 1),
  'dayFigures.within': (q) => q.dayFigures.within(now, now + 1),
  'dayFigures.keep': (q) => q.dayFigures.keep({ begins: now, ends: now + 1, figures: '{}' }, longAgo),
  'events.newestId': (q) => q.events.newestId(),
  'events.newestDigest': (q) => q.events.newestDigest(),
  'events.newest': (q) => q.events.newest(request, 10),
  'events.count': (q) => q.events.count(request),
  'events.latest': (q) => q.events.latest(request, 10),
  'events.lastTold': (q) => q.events.lastTold(request),
  'events.texts': (q) => q.events.texts(request, 3),
  'events.described': (q) => q.events.described(request),
  'events.firstText': (q) => q.events.firstText(request),
  'events.decisions': (q) => q.events.decisions(request),
  'notes.add': (q) => q.notes.add({ requestId: request, authorId: decider, at: now, text: 'Known' }),
  'notes.count': (q) => q.notes.count(request),
  'notes.hasAfter': (q) => q.notes.hasAfter(0, { requestId: request, authorId: decider, text: 'Known' }),
  'notes.latest': (q) => q.notes.latest(request, 10),
  'notes.about': (q) => q.notes.about([request]),
  'talk.add': (q) =>
    q.talk.add({ requestId: request, round: 1, kind: 'answer', authorId: decider, at: now, text: 'By train' }),
  'talk.latest': (q) => q.talk.latest(request, 10),
  'talk.countsAbout': (q) => q.talk.countsAbout(request),
  'talk.count': (q) => q.talk.count(request),
  'talk.askedBy': (q) => q.talk.askedBy(request, now),
  'talk.countOfClient': (q) => q.talk.countOfClient(request, 1),
  'access.stateOf': (q) => q.access.stateOf(someone),
  'access.newestVersion': (q) => q.access.newestVersion(),
  'access.statesAfter': (q) => q.access.statesAfter(rows / 2, 100),
  'access.chats': (q) => q.access.chats(),
  'access.chat': (q) => q.access.chat(chat),
  'access.change': (q) => q.access.change(chat, { title: 'Garden' }),
  'access.arrange': (q) => q.access.arrange([chat], now),
  'access.get': (q) => q.access.get(someone, chat),
  'access.save': async (q) => {
    await q.access.arrange([chat], now);
    await q.access.save(noMembership(someone, chat));
  },
  'access.ofPerson': (q) => q.access.ofPerson(someone),
  'access.wantIn': async (q) => {
    await q.access.arrange([chat], now);
    await q.access.wantIn(someone, chat, { invitedAt: null, now });
  },
  'access.wantOut': (q) => q.access.wantOut(someone, true, now),
  'access.lookAtJoinRequests': (q) => q.access.lookAtJoinRequests(someone, now),
  'access.toInvite': (q) => q.access.toInvite(chat),
  'access.lookAgain': (q) => q.access.lookAgain(),
  'access.nextToLook': (q) => q.access.nextToLook(chat, someone),
  'access.releaseRemovals': (q) => q.access.releaseRemovals(chat, now),
  'access.ofPeople': (q) => q.access.ofPeople([someone, decider]),
  'access.figures': (q) => q.access.figures(chat),
  'access.due': (q) => q.access.due(chat, now, longAgo, 20),
  'access.outlook': (q) => q.access.outlook(chat),
  'botMessages.add': (q) => q.botMessages.add({ ...place, createdAt: now }),
  'botMessages.at': (q) => q.botMessages.at(chat, 1),
  'botMessages.get': (q) => q.botMessages.get(busyMessage),
  'botMessages.cardsOf': (q) => q.botMessages.cardsOf(request, 1),
  'botMessages.moveCardsToRound': (q) => q.botMessages.moveCardsToRound(request, 1, 2),
  'botMessages.moveToRound': (q) => q.botMessages.moveToRound(busyMessage, 2),
  'botMessages.show': (q) => q.botMessages.show(busyMessage, { requestId: request, round: 1 }),
  'botMessages.openQuestions': (q) => q.botMessages.openQuestions(decider, now),
  'botMessages.openDigests': (q) => q.botMessages.openDigests(now - 1, 100),
  'botMessages.markAnswered': (q) => q.botMessages.markAnswered([busyMessage], now),
  'botMessages.placeNew': (q) => q.botMessages.placeNew([{ id: busyMessage, recipientId: chat, messageId: 2 }]),
  'botMessages.place': (q) => q.botMessages.place(busyMessage, chat, 2),
  'botMessages.unplacedCard': (q) => q.botMessages.unplacedCard(request, chat, 1),
  'botMessages.unplacedList': (q) => q.botMessages.unplacedList(request, chat, 1),
  'botMessages.displace': (q) => q.botMessages.displace(busyMessage),
  'botMessages.remove': (q) => q.botMessages.remove([1_000_000_000]),
  'search.find': async (q) => {
    for (const from of ['before', 'after'] as const) await q.search.find(['please'], { from, request }, 9);
    await q.search.find(['please'], { from: 'newest' }, 9);
  },
  'search.matches': async (q) => {
    await q.search.matches(['please'], { from: 'newest' }, 50);
    for (const from of ['before', 'after'] as const) await q.search.matches(['please'], { from, request }, 50);
  },
  'search.having': (q) => q.search.having([request], ['please']),
  'search.ofClient': async (q) => {
    for (const from of ['before', 'after'] as const) await q.search.ofClient(decider, { from, request }, 9);
  },
  'search.lines': (q) => q.search.lines([request]),
  'search.keep': (q) => q.search.keep('anna', now),
  'search.wordsOf': (q) => q.search.wordsOf(1),
  'search.forget': (q) => q.search.forget(longAgo, 10),
  'sessions.addLink': (q) =>
    q.sessions.addLink({
      codeHash: 'hash',
      personId: decider,
      createdAt: now,
      expiresAt: now,
      botMessageId: busyMessage,
    }),
  'sessions.dropUnusedLinks': (q) => q.sessions.dropUnusedLinks(decider),
  'sessions.link': (q) => q.sessions.link(1),
  'sessions.linkByCode': (q) => q.sessions.linkByCode('hash'),
  'sessions.useLink': (q) => q.sessions.useLink(1, now),
  'sessions.begin': (q) =>
    q.sessions.begin({
      ...{ tokenHash: 'hash', personId: decider, createdAt: now, expiresAt: now, madeFrom: 'opening', linkId: null },
    }),
  'sessions.get': (q) => q.sessions.get('hash'),
  'sessions.end': (q) => q.sessions.end('hash'),
  'sessions.endOfLink': (q) => q.sessions.endOfLink(1),
  'sessions.endOfPerson': (q) => q.sessions.endOfPerson(decider),
  'sessions.forget': (q) => q.sessions.forget(longAgo, longAgo, 10),
  'drafts.add': (q) => q.drafts.add(decider, 'Please', now),
  'drafts.messageOf': (q) => q.drafts.messageOf(1, decider),
  'drafts.remove': (q) => q.drafts.remove(1),
  'drafts.removeOf': (q) => q.drafts.removeOf(someone),
  'drafts.forget': (q) => q.drafts.forget(longAgo, 10),
  'outbox.add': (q) => q.outbox.add([owed], new Set(), now),
  'outbox.waitingFor': async (q) => {
    for (const part of ['all', 'cards', 'other'] as const) await q.outbox.waitingFor('telegram', chat, part, 0, 100);
  },
  'outbox.scanOwed': (q) => q.outbox.scanOwed('telegram', 0, 100, true),
  'outbox.hasWaiting': (q) => q.outbox.hasWaiting(busyMessage, request),
  'outbox.isInFlight': (q) => q.outbox.isInFlight(busyMessage),
  'outbox.claim': (q) => q.outbox.claim([1], now),
  'outbox.claimed': (q) => q.outbox.claimed('telegram'),
  'outbox.unclaim': (q) => q.outbox.unclaim([1]),
  'outbox.accept': (q) => q.outbox.accept([{ id: 1, messageId: 1 }], now),
  'outbox.settle': (q) => q.outbox.settle({ id: 1, as: 'superseded', error: '' }, now),
  'outbox.releaseInFlight': (q) => q.outbox.releaseInFlight('telegram'),
  'outbox.sentSince': (q) => q.outbox.sentSince('telegram', now),
  'outbox.supersede': (q) => q.outbox.supersede([1], '', now),
  'outbox.supersedeBound': (q) => q.outbox.supersedeBound('x', now),
  'outbox.about': (q) => q.outbox.about(request, chat, 50),
  'outbox.waitingAbout': (q) => q.outbox.waitingAbout(request, chat),
  'outbox.undeliverableTo': (q) => q.outbox.undeliverableTo('telegram', chat, 50),
  'outbox.undeliverable': (q) => q.outbox.undeliverable(),
  'drafts.allOf': (q) => q.drafts.allOf(decider),
  'outbox.eraseTo': (q) => q.outbox.eraseTo(someone, 'forgotten', now),
  'outbox.erase': (q) => q.outbox.erase([1], 'forgotten', now),
  'outbox.settledNext': (q) => q.outbox.settledNext(longAgo - hours, longAgo, 10),
  'outbox.owedBesides': (q) => q.outbox.owedBesides(chat, 0, 10),
  'outbox.reword': (q) => q.outbox.reword(1, { kind: 'digest' }),
  'outbox.moveChat': (q) => q.outbox.moveChat(chat, groupId(group - 1)),
  'webhooks.add': (q) => q.webhooks.add(rows, '{}', now),
  'webhooks.due': (q) => q.webhooks.due(now, 16),
  'webhooks.nextAfter': (q) => q.webhooks.nextAfter(now),
  'webhooks.dueByWrongClock': (q) => q.webhooks.dueByWrongClock(now),
  'webhooks.deliver': (q) => q.webhooks.deliver(1, now),
  'webhooks.giveUp': (q) => q.webhooks.giveUp(1, '', now),
  'webhooks.postpone': (q) => q.webhooks.postpone(1, now, '', now),
  'webhooks.forget': (q) => q.webhooks.forget(longAgo, 10),
  'updates.record': (q) =>
    q.updates.record({ updateId: 1, content: 'x', at: now, chatId: chat, messageId: 1, textHash: null }),
  'updates.versionsOf': (q) => q.updates.versionsOf(chat, 1),
  'updates.parked': (q) => q.updates.parked(0, 10),
  'updates.removeParked': (q) => q.updates.removeParked([1]),
  'updates.park': (q) => q.updates.park({ updateId: 1, update: {}, error: '', attempts: 1, parkedAt: now }),
  'schedule.due': (q) =>
    q.schedule.due({
      ...{ now, remindUntil: now, appealableSince: now },
      ...{ forgetUpdates: longAgo, forgetMessages: longAgo },
    }),
  'schedule.expired': (q) => q.schedule.expired(now, 100),
  'schedule.countExpired': (q) => q.schedule.countExpired(0, now),
  'schedule.markReminded': (q) => q.schedule.markReminded(now, now),
  'schedule.reminded': (q) => q.schedule.reminded(now, 10),
  'schedule.appealable': (q) => q.schedule.appealable(now, 100),
  'schedule.markToldOfAppeal': (q) => q.schedule.markToldOfAppeal([request], now),
  'schedule.forgetUpdates': (q) => q.schedule.forgetUpdates(now, 10),
  'schedule.forgetMessages': (q) => q.schedule.forgetMessages(now, 10),
  'state.get': (q) => q.state.get('last_poll_at'),
  'state.set': (q) => q.state.set('last_poll_at', '0'),
  'state.movedChats': (q) => q.state.movedChats(),
  'state.rememberMove': (q) => q.state.rememberMove(chat, groupId(group - 1)),
  'backlog.read': (q) => q.backlog.read(now),
  'export.lastIds': (q) => q.export.lastIds(),
  'export.requests': async (q) => {
    await q.export.requests(filter, stretch);
    await q.export.requests({ ...filter, reviewer: decider, client: decider }, { ...stretch, ids: [request] });
  },
  'export.history': (q) => q.export.history(filter, stretch),
  'erasures.ask': (q) => q.erasures.ask(decider, 'chat', now),
  'erasures.asked': (q) => q.erasures.asked(1),
  'erasures.unfinished': (q) => q.erasures.unfinished(100),
  'erasures.after': (q) => q.erasures.after(0, 100),
  'erasures.get': (q) => q.erasures.get(1),
  'erasures.isKnown': (q) => q.erasures.isKnown(decider, now, true),
  'erasures.happened': (q) => q.erasures.happened(1, now),
  'erasures.finish': (q) => q.erasures.finish([1], now),
  'erasures.eraseTexts': (q) => q.erasures.eraseTexts([{ id: requestId(rows), request: pending }], now),
  'erasures.indexAnew': (q) => q.erasures.indexAnew([requestId(rows)]),
  'erasures.retainedByVerdict': async (q) => {
    await q.erasures.retainedByVerdict(longAgo - hours, 0, null, 10);
    await q.erasures.retainedByVerdict(longAgo - hours, 2, { at: longAgo - 2 * hours, id: request }, 10);
  },
  'erasures.moreAppeals': (q) => q.erasures.moreAppeals(0),
  'erasures.retainedOtherwise': async (q) => {
    await q.erasures.retainedOtherwise(longAgo - hours, null, 10);
    await q.erasures.retainedOtherwise(longAgo - hours, { at: longAgo - 2 * hours, id: request }, 10);
  },
  'erasures.letGo': (q) => q.erasures.letGo(requestId(rows)),
};
