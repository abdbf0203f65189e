import type { BotCommand, InlineKeyboardButton, User } from '@grammyjs/types';
import { statuses } from '../lifecycle/request';
import { fromRow } from '../store/queries/requests';
import type { AnsweredPresses } from './answered-presses';
import type { Chat, ChatMessage } from '../telegram-double/chats';
import type { Person } from '../telegram-double/people';
import type { Photo } from '../telegram-double/pictures';
import type { ReceivedMail } from './mailbox';
import { noticeLabel } from './notice-labels';
import type {
  ButtonView,
  ChatView,
  CommunityView,
  EventView,
  MailView,
  MessageRef,
  MessageView,
  OutboxView,
  Phone,
  RequestView,
  Snapshot,
} from './protocol';
import type { Rows } from './daemon-database';
import type { Session } from './session';
import { arrows } from './state-diagram';
import { transitionsFrom } from './possible-transitions';

/** Where the page gets photos, by their `file_id`. */
export const photosAt = '/photos/';

/** Where the page gets the HTML of mails, by their number. */
export const mailsAt = '/mails/';

/** The most messages shown per chat. */
const mostMessages = 200;

const lifecycle = { statuses, arrows: arrows() };

/** A snapshot of everything. */
export function snapshotOf(session: Session, presses: AnsweredPresses): Snapshot {
  const { double, daemon, faults } = session;
  const rows = session.database.read();
  const name = (id: number): string => nameOf(session, onTelegram(rows, id)) ?? rows.names.get(id) ?? String(id);
  return {
    session: session.number,
    clock: { now: double.now(), ahead: double.clock.ahead },
    bot: { id: double.bot.id, name: double.bot.first_name, username: double.bot.username },
    daemon: daemon.view(),
    faults: faults.on,
    group: session.group !== undefined,
    approvalsNeeded: session.policy.approvalsNeeded,
    phones: session.people.map((person) => phoneOf(session, person)),
    crowd: session.crowd.people.length,
    lifecycle,
    requests: rows.requests.map((row) => requestView(session, rows, row, name)),
    events: rows.events.map((row) => eventView(rows, row, name)),
    form: session.form,
    mails: session.mailbox?.mails.map(mailView) ?? null,
    outbox: rows.outbox.map((row) => outboxView(rows, row, name)),
    totals: {
      updatesMade: double.updates.made,
      updatesWaiting: double.updates.pending,
      updatesForgotten: double.updates.forgotten,
      owed: rowsIn(rows, 'owed'),
      sent: rowsIn(rows, 'sent'),
      undeliverable: rowsIn(rows, 'undeliverable'),
      unknownOutcomes: rows.totals.reduce((total, { unknownOutcomes }) => total + unknownOutcomes, 0),
      violations: double.violations.length,
    },
    presses: presses.last,
  };
}

function phoneOf(session: Session, person: Person): Phone {
  const { username, language_code } = person.user;
  return {
    person: {
      id: person.id,
      name: fullName(person.user),
      username: username ?? null,
      language: language_code ?? 'en',
      role: session.admins.includes(person) ? 'admin' : 'client',
      blocked: person.hasBlocked,
    },
    chats: session.chatsOf(person).map((chat) => chatView(session, chat, person)),
    community: communityView(session, person),
  };
}

function communityView({ community, communityLink }: Session, person: Person): CommunityView | null {
  if (communityLink === undefined || community.standing(person).status === 'creator') return null;
  const state = community.has(person) ? 'in' : community.isAskedBy(person) ? 'asked' : 'out';
  return { title: community.chat.title, state };
}

function chatView(session: Session, chat: Chat, person: Person): ChatView {
  const isPrivate = chat === person.chat;
  const commands: readonly BotCommand[] = person.commands(isPrivate ? {} : { in: { chat } });
  return {
    id: chat.id,
    kind: isPrivate ? 'private' : chat === session.community.chat ? 'community' : 'group',
    title: isPrivate ? session.double.bot.first_name : chat.title,
    started: !isPrivate || session.hasChat(person),
    messages: chat.messages.slice(-mostMessages).map((message) => messageView(chat, message, person)),
    forceReply: openReply(chat, person),
    commands: commands.map(({ command, description }) => ({ command, description })),
  };
}

/**
 * The newest message that asks this person for a reply, unless they have written since
 * (https://core.telegram.org/bots/api#forcereply: a selective one asks those it mentions and the one it replies to).
 */
function openReply(chat: Chat, person: Person): ChatView['forceReply'] {
  const asks = (message: ChatMessage): boolean =>
    message.forceReply !== null && (message.forceReply.selective !== true || addresses(chat, message, person));
  const asked = chat.newest(asks);
  if (asked === undefined) return null;
  const wrote = chat.newest(({ from }) => from.id === person.id);
  if (wrote !== undefined && wrote.id > asked.id) return null;
  return { messageId: asked.id, placeholder: asked.forceReply?.input_field_placeholder ?? null };
}

function addresses(chat: Chat, message: ChatMessage, person: Person): boolean {
  if (message.replyTo !== null && chat.find(message.replyTo)?.from.id === person.id) return true;
  return message.entities.some((entity) => {
    if (entity.type === 'text_mention') return entity.user.id === person.id;
    const text = message.text.slice(entity.offset + 1, entity.offset + entity.length);
    return entity.type === 'mention' && text.toLowerCase() === person.user.username?.toLowerCase();
  });
}

function messageView(chat: Chat, message: ChatMessage, person: Person): MessageView {
  return {
    id: message.id,
    from: { id: message.from.id, name: fullName(message.from), isBot: message.from.is_bot },
    mine: message.from.id === person.id,
    at: message.date * 1000,
    edited: message.editDate !== null,
    media: message.media,
    photo: message.photo && photoView(message.photo),
    service: serviceView(message),
    text: message.text,
    entities: message.entities,
    replyTo: message.replyTo === null ? null : quoteOf(chat, message.replyTo),
    buttons: message.buttons.map((row) => row.flatMap(buttonView)),
  };
}

const photoView = ({ fileId, width, height }: Photo): MessageView['photo'] => ({
  address: `${photosAt}${fileId}`,
  width,
  height,
});

function serviceView({ service }: ChatMessage): MessageView['service'] {
  switch (service?.kind) {
    case 'joined':
      return { kind: 'joined', name: service.users.map(fullName).join(', ') };
    case 'left':
      return { kind: 'left', name: fullName(service.user) };
    default:
      return null;
  }
}

function quoteOf(chat: Chat, id: number): MessageView['replyTo'] {
  const quoted = chat.find(id);
  if (quoted === undefined) return { id, name: '', text: '' };
  const line = (quoted.text === '' ? (quoted.media ?? '') : quoted.text).split('\n', 1)[0] ?? '';
  return { id, name: fullName(quoted.from), text: line.slice(0, 100) };
}

/** The bot uses no other kinds of buttons. */
function buttonView(button: InlineKeyboardButton): ButtonView[] {
  const { text } = button;
  if ('callback_data' in button) return [{ text, data: button.callback_data }];
  if ('copy_text' in button) return [{ text, copy: button.copy_text.text }];
  return 'url' in button ? [{ text, url: button.url }] : [];
}

const requestView = (
  session: Session,
  rows: Rows,
  row: Rows['requests'][number],
  name: (id: number) => string,
): RequestView => ({
  id: row.id,
  client: name(row.clientId),
  clientId: onTelegram(rows, row.clientId),
  status: row.status,
  message: row.message,
  round: row.round,
  submittedAt: row.submittedAt,
  expiresAt: row.expiresAt,
  decidedAt: row.decidedAt,
  reviewedBy: row.reviewedBy === null ? null : name(row.reviewedBy),
  reason: row.reason,
  appealCount: row.appealCount,
  transitions: rows.requests.some(({ id, clientId }) => clientId === row.clientId && id > row.id)
    ? []
    : transitionsFrom(fromRow(row).request, session.double.now(), session.policy),
});

const eventView = (rows: Rows, row: Rows['events'][number], name: (id: number) => string): EventView => ({
  id: row.id,
  requestId: row.requestId,
  command: row.event,
  from: row.fromStatus,
  to: row.toStatus,
  actor: row.actorId === null ? null : name(row.actorId),
  at: row.at,
  reason: row.reason,
  by: causeOf(rows, row.id),
});

function causeOf({ causes }: Rows, event: number): MessageRef | null {
  const cause = causes.find(({ eventId }) => eventId === event);
  return messageRef(cause?.chatId ?? null, cause?.messageId ?? null);
}

const messageRef = (chat: number | null, message: number | null): MessageRef | null =>
  chat === null || message === null ? null : { chat, message };

const outboxView = (rows: Rows, row: Rows['outbox'][number], name: (id: number) => string): OutboxView => ({
  id: row.id,
  to: name(row.recipientId),
  channel: row.channel,
  what: noticeLabel(row.notice),
  // The change of a request and its messages are written in the same transaction, with the same time.
  event: rows.events.find(({ requestId, at }) => requestId === row.requestId && at === row.createdAt)?.id ?? null,
  message: messageRef(onTelegram(rows, row.recipientId), row.messageId ?? row.editMessageId),
  requestId: row.requestId,
  isEdit:
    row.editMessageId !== null || row.notice.kind === 'queue_card' || (row.notice.kind === 'card' && !row.notice.fresh),
  state: row.state,
  inFlight: row.state === 'owed' && row.inFlightSince !== null,
  attempts: row.attempts,
  unknownOutcomes: row.unknownOutcomes,
  notBefore: row.notBefore,
  lastError: row.lastError,
  createdAt: row.createdAt,
  settledAt: row.settledAt,
});

const mailView = ({ html, ...mail }: ReceivedMail): MailView => ({
  ...mail,
  html: html === null ? null : `${mailsAt}${mail.id}`,
});

/** The ID by which Telegram knows a person or a group. */
const onTelegram = ({ telegramIds }: Rows, id: number): number => telegramIds.get(id) ?? id;

const rowsIn = ({ totals }: Rows, state: string): number => totals.find((each) => each.state === state)?.rows ?? 0;

/** The name of somebody on Telegram or a group's title, by ID; null: it is nobody's there. */
function nameOf(session: Session, id: number): string | null {
  const person = [...session.people, ...session.crowd.people].find((each) => each.id === id);
  if (person !== undefined) return fullName(person.user);
  return [session.group, session.community].find((group) => group?.id === id)?.chat.title ?? null;
}

const fullName = ({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string =>
  last_name === undefined ? first_name : `${first_name} ${last_name}`;
