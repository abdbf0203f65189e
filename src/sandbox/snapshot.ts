import type { BotCommand, InlineKeyboardButton, User } from '@grammyjs/types';
import { statuses } from '../lifecycle/request';
import { fromRow } from '../store/queries/requests';
import type { AnsweredPresses } from './answered-presses';
import type { Chat, ChatMessage } from '../telegram-double/chats';
import type { Person } from '../telegram-double/people';
import { inPlainWords } from './plain-words';
import type {
  ButtonView,
  ChatView,
  EventView,
  MessageRef,
  MessageView,
  OutboxView,
  Phone,
  RequestView,
  Scene,
} from './protocol';
import type { Rows } from './records';
import type { Session } from './session';
import { arrows } from './state-diagram';
import { waysFrom } from './ways';

/** As many messages of a chat as a phone shows. */
const mostMessages = 200;

const lifecycle = { statuses, arrows: arrows() };

/** Everything as it stands now. */
export function sceneOf(stage: Session, presses: AnsweredPresses): Scene {
  const { double, daemon, faults } = stage;
  const rows = stage.records.read();
  const name = (id: number): string => nameOf(stage, id);
  return {
    clock: { now: double.now(), ahead: double.clock.ahead },
    bot: { id: double.bot.id, name: double.bot.first_name, username: double.bot.username },
    daemon: daemon.view(),
    faults: faults.on,
    group: stage.group !== undefined,
    phones: stage.people.map((person) => phoneOf(stage, person)),
    crowd: stage.crowd.people.length,
    lifecycle,
    requests: rows.requests.map((row) => requestView(stage, rows, row)),
    events: rows.events.map((row) => eventView(rows, row, name)),
    outbox: rows.outbox.map((row) => outboxView(rows, row, name)),
    tally: {
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

function phoneOf(stage: Session, person: Person): Phone {
  const { username, language_code } = person.user;
  return {
    person: {
      id: person.id,
      name: fullName(person.user),
      username: username ?? null,
      language: language_code ?? 'en',
      role: stage.admins.includes(person) ? 'admin' : 'client',
      blocked: person.hasBlocked,
    },
    chats: stage.chatsOf(person).map((chat) => chatView(stage, chat, person)),
  };
}

function chatView(stage: Session, chat: Chat, person: Person): ChatView {
  const isPrivate = chat === person.chat;
  const commands: readonly BotCommand[] = person.commands(isPrivate || !stage.group ? {} : { in: stage.group });
  return {
    id: chat.id,
    kind: isPrivate ? 'private' : 'group',
    title: isPrivate ? stage.double.bot.first_name : chat.title,
    started: !isPrivate || person.hasOpened,
    messages: chat.messages.slice(-mostMessages).map((message) => messageView(chat, message, person)),
    forceReply: openReply(chat, person),
    commands: commands.map(({ command, description }) => ({ command, description })),
  };
}

/**
 * The newest message that asks this person for a reply, unless they have written since
 * (https://core.telegram.org/bots/api#forcereply: a selective one asks those it mentions and whom it answers).
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
    text: message.text,
    entities: message.entities,
    replyTo: message.replyTo === null ? null : quoteOf(chat, message.replyTo),
    buttons: message.buttons.map((row) => row.flatMap(buttonView)),
  };
}

function quoteOf(chat: Chat, id: number): MessageView['replyTo'] {
  const quoted = chat.find(id);
  if (quoted === undefined) return { id, name: '', text: '' };
  const line = (quoted.text === '' ? (quoted.media ?? '') : quoted.text).split('\n', 1)[0] ?? '';
  return { id, name: fullName(quoted.from), text: line.slice(0, 100) };
}

/** The bot has no buttons of other kinds. */
const buttonView = (button: InlineKeyboardButton): ButtonView[] =>
  'callback_data' in button ? [{ text: button.text, data: button.callback_data }] : [];

const requestView = (stage: Session, { requests }: Rows, row: Rows['requests'][number]): RequestView => ({
  id: row.id,
  client: nameOf(stage, row.clientId),
  clientId: row.clientId,
  status: row.status,
  message: row.message,
  round: row.round,
  submittedAt: row.submittedAt,
  expiresAt: row.expiresAt,
  decidedAt: row.decidedAt,
  reviewedBy: row.reviewedBy === null ? null : nameOf(stage, row.reviewedBy),
  reason: row.reason,
  appealCount: row.appealCount,
  ways: requests.some(({ id, clientId }) => clientId === row.clientId && id > row.id)
    ? []
    : waysFrom(fromRow(row).request, stage.double.now(), stage.policy),
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
  what: inPlainWords(row.notice),
  // What a change of a request owes is written with it, at the same moment.
  event: rows.events.find(({ requestId, at }) => requestId === row.requestId && at === row.createdAt)?.id ?? null,
  message: messageRef(row.recipientId, row.messageId ?? row.editMessageId),
  requestId: row.requestId,
  isEdit: row.editMessageId !== null || (row.notice.kind === 'card' && !row.notice.fresh),
  state: row.state,
  inFlight: row.state === 'owed' && row.inFlightSince !== null,
  attempts: row.attempts,
  unknownOutcomes: row.unknownOutcomes,
  notBefore: row.notBefore,
  lastError: row.lastError,
  createdAt: row.createdAt,
  settledAt: row.settledAt,
});

const rowsIn = ({ totals }: Rows, state: string): number => totals.find((each) => each.state === state)?.rows ?? 0;

/** A person's name, or a group's title, by the id of either. */
function nameOf(stage: Session, id: number): string {
  const person = [...stage.people, ...stage.crowd.people].find((each) => each.id === id);
  if (person !== undefined) return fullName(person.user);
  return stage.group?.id === id ? stage.group.chat.title : String(id);
}

const fullName = ({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string =>
  last_name === undefined ? first_name : `${first_name} ${last_name}`;
