import type { AnsweredPresses } from './answered-presses';
import type { Chat, ChatMessage } from '../telegram-double/chats';
import { cleaned } from '../telegram-double/formatted-text';
import type { Person } from '../telegram-double/people';
import type { Press } from '../telegram-double/presses';
import type { Action, ActionAnswer, Jump } from './protocol';
import type { Session } from './session';

/** Why a visitor can't have what they asked for, as a sentence for them. */
class NotPossible extends Error {}

/** An action within one session; `fresh` begins another. */
type SessionAction = Exclude<Action, { type: 'fresh' }>;
type Of<T extends Action['type']> = Extract<Action, { type: T }>;

const hour = 3_600_000;
const lengthOf: Readonly<Record<Jump, number>> = { '1h': hour, '1d': 24 * hour, '7d': 7 * 24 * hour };

/** Does what the visitor asked for. If it isn't possible, the answer says so; that is no error. */
export async function runAction(
  session: Session,
  action: SessionAction,
  presses: AnsweredPresses,
): Promise<ActionAnswer> {
  try {
    return await performOrThrow(session, action, presses);
  } catch (error) {
    if (error instanceof NotPossible) return { ok: false, error: error.message };
    throw error;
  }
}

async function performOrThrow(
  session: Session,
  action: SessionAction,
  presses: AnsweredPresses,
): Promise<ActionAnswer> {
  switch (action.type) {
    case 'start':
      personOf(session, action).start();
      break;
    case 'send':
      send(session, action);
      break;
    case 'attach':
      attach(session, action);
      break;
    case 'edit':
      edit(session, action);
      break;
    case 'press':
      return { ok: true, press: presses.follow(press(session, action)) };
    case 'open':
      open(session, action);
      break;
    case 'join':
      join(session, action);
      break;
    case 'leave':
      leave(session, action);
      break;
    case 'block':
      block(session, action);
      break;
    case 'desk':
      return { ok: true, open: await desk(session, action) };
    case 'advance':
      session.advance(lengthOf[action.by]);
      break;
    case 'fault':
      await session.faults.turn(action.fault, action.on);
      break;
    case 'approvals':
      await session.needApprovals(action.needed);
      break;
    case 'burst':
      burst(session);
      break;
    case 'daemon':
      await command(session, action);
      break;
  }
  return { ok: true };
}

function send(session: Session, action: Of<'send'>): void {
  const { person, chat, where } = writerIn(session, action);
  const replyTo = action.replyTo === null ? undefined : messageOf(chat, action.replyTo);
  person.write(asTelegramSends(action.text), { ...where, ...(replyTo && { replyTo }) });
}

function attach(session: Session, action: Of<'attach'>): void {
  const { person, where } = writerIn(session, action);
  switch (action.media) {
    case 'photo':
      person.sendPhoto(where);
      break;
    case 'sticker':
      person.sendSticker(where);
      break;
    case 'voice':
      person.sendVoice(where);
      break;
  }
}

function edit(session: Session, action: Of<'edit'>): void {
  const { person, chat } = writerIn(session, action);
  const message = messageOf(chat, action.message);
  if (message.from.id !== person.id) throw new NotPossible('People can edit their own messages only.');
  if (message.media !== null || message.service !== null)
    throw new NotPossible('Only text messages can be edited here.');
  const text = asTelegramSends(action.text);
  if (message.text === text) throw new NotPossible('The message already says that.');
  person.edit(message, text);
}

/** Changes a text as Telegram does when it is sent: `Person` sends any text, as a modified client can. */
function asTelegramSends(written: string): string {
  const { text } = cleaned({ text: written, entities: [] });
  if (text === '') throw new NotPossible('Telegram doesn’t send empty messages.');
  return text;
}

function press(session: Session, action: Of<'press'>): Press {
  const { person, chat } = writerIn(session, action);
  const message = messageOf(chat, action.message);
  const isWanted = (button: object): boolean => 'callback_data' in button && button.callback_data === action.data;
  if (!message.buttons.flat().some(isWanted)) throw new NotPossible('The message no longer has this button.');
  return person.press(message, isWanted);
}

function open(session: Session, action: Of<'open'>): void {
  const { person, chat } = writerIn(session, action);
  const message = messageOf(chat, action.message);
  if (!message.buttons.flat().some((button) => 'url' in button && button.url === action.url)) {
    throw new NotPossible('The message no longer has this button.');
  }
  follow(session, person, action.url);
}

function join(session: Session, action: Of<'join'>): void {
  const link = session.communityLink;
  if (link === undefined) throw new NotPossible('The bot has made no link to the group yet.');
  follow(session, personOf(session, action), link);
}

/** In the words of Telegram's clients. */
function follow({ community }: Session, person: Person, url: string): void {
  const asked = community.isAskedBy(person);
  switch (person.follow(url)) {
    case 'joined':
      return;
    case 'requested':
      if (asked) throw new NotPossible(`${person.user.first_name} has asked already. An admin has to decide.`);
      return;
    case 'in already':
      throw new NotPossible(`${person.user.first_name} is in the group already.`);
    case 'expired':
      throw new NotPossible('This invite link is invalid or has expired.');
  }
}

function leave(session: Session, action: Of<'leave'>): void {
  const person = personOf(session, action);
  if (!session.community.has(person)) throw new NotPossible(`${person.user.first_name} is not in the group.`);
  if (session.community.standing(person).status === 'creator')
    throw new NotPossible('The owner can’t leave the group here.');
  session.community.leave(person);
}

function burst({ crowd }: Session): void {
  if (crowd.isFull)
    throw new NotPossible(`${crowd.people.length} people have asked. Start over to let more of them ask.`);
  crowd.askAtOnce();
}

function block(session: Session, action: Of<'block'>): void {
  const person = personOf(session, action);
  if (!person.hasOpened) throw new NotPossible(`${person.user.first_name} has not opened the chat with the bot yet.`);
  if (!person.hasBlocked) person.block();
}

/** How long the bot has to send the link (ms). */
const linkWithin = 5_000;

/** The address at which an admin finds the desk. */
async function desk(session: Session, { person: id, as }: Of<'desk'>): Promise<string> {
  const { person } = writerIn(session, { person: id, chat: id });
  if (!session.admins.includes(person)) throw new NotPossible('Only admins have a desk.');
  if (session.daemon.deskAddress === null) throw new NotPossible('The bot isn’t running, and so there is no desk.');
  if (as === 'mini_app') return session.miniAppOf(person);
  const after = person.write('/desk');
  const answer = await person
    .sees((message) => linkIn(message) !== undefined, { after, within: linkWithin })
    .catch(() => undefined);
  const link = answer && linkIn(answer);
  if (link === undefined) throw new NotPossible('The bot has not sent the link yet. Copy it from the chat later.');
  return link;
}

const linkIn = (message: ChatMessage): string | undefined =>
  message.buttons.flat().flatMap((button) => ('copy_text' in button ? [button.copy_text.text] : []))[0];

async function command({ daemon }: Session, action: Of<'daemon'>): Promise<void> {
  if (daemon.isRunning === (action.do === 'start')) {
    throw new NotPossible(daemon.isRunning ? 'The bot is already running.' : 'The bot is not running.');
  }
  switch (action.do) {
    case 'start':
      return daemon.start();
    case 'stop':
      return daemon.stop();
    case 'kill':
      return daemon.kill();
  }
}

function personOf(session: Session, { person: id }: { readonly person: number }): Person {
  const person = session.people.find((each) => each.id === id);
  if (person === undefined) throw new NotPossible(`There is nobody with the ID ${id} here.`);
  return person;
}

/** The person who acts, and the chat they act in. Refuses a private chat in which they can't write. */
function writerIn(session: Session, action: { readonly person: number; readonly chat: number }) {
  const person = personOf(session, action);
  const chat = session.chatsOf(person).find(({ id }) => id === action.chat);
  const name = person.user.first_name;
  if (chat === undefined) throw new NotPossible(`${name} has no chat ${action.chat}.`);
  if (chat !== person.chat) return { person, chat, where: { in: { chat } } };
  if (!session.hasChat(person)) throw new NotPossible(`${name} must press Start first.`);
  if (person.hasBlocked) throw new NotPossible(`${name} has blocked the bot and must restart it first.`);
  return { person, chat, where: {} };
}

function messageOf(chat: Chat, id: number): ChatMessage {
  const message = chat.find(id);
  if (message === undefined) throw new NotPossible(`Message ${id} is no longer in the chat.`);
  return message;
}
