import type { AnsweredPresses } from './answered-presses';
import type { Chat, ChatMessage } from '../telegram-double/chats';
import { cleaned } from '../telegram-double/formatted-text';
import type { Person } from '../telegram-double/people';
import type { Press } from '../telegram-double/presses';
import type { Action, ActionAnswer, Jump } from './protocol';
import type { Session } from './session';

/** What a visitor asked for and can't have, as a sentence for them. */
class NotPossible extends Error {}

/** What happens on one stage; `fresh` is a matter of having another. */
type StageAction = Exclude<Action, { type: 'fresh' }>;
type Of<T extends Action['type']> = Extract<Action, { type: T }>;

const hour = 3_600_000;
const lengthOf: Readonly<Record<Jump, number>> = { '1h': hour, '1d': 24 * hour, '7d': 7 * 24 * hour };

/** Does what the visitor asked for. What they can't do is an answer too, not an error. */
export async function perform(stage: Session, action: StageAction, presses: AnsweredPresses): Promise<ActionAnswer> {
  try {
    return await performOrThrow(stage, action, presses);
  } catch (error) {
    if (error instanceof NotPossible) return { ok: false, error: error.message };
    throw error;
  }
}

async function performOrThrow(stage: Session, action: StageAction, presses: AnsweredPresses): Promise<ActionAnswer> {
  switch (action.type) {
    case 'start':
      personOf(stage, action).start();
      break;
    case 'send':
      send(stage, action);
      break;
    case 'attach':
      attach(stage, action);
      break;
    case 'edit':
      edit(stage, action);
      break;
    case 'press':
      return { ok: true, press: presses.follow(press(stage, action)) };
    case 'block':
      block(stage, action);
      break;
    case 'advance':
      stage.advance(lengthOf[action.by]);
      break;
    case 'fault':
      await stage.faults.turn(action.fault, action.on);
      break;
    case 'burst':
      burst(stage);
      break;
    case 'daemon':
      await command(stage, action);
      break;
  }
  return { ok: true };
}

function send(stage: Session, action: Of<'send'>): void {
  const { person, chat, where } = writerIn(stage, action);
  const replyTo = action.replyTo === null ? undefined : messageOf(chat, action.replyTo);
  person.write(asTelegramSends(action.text), { ...where, ...(replyTo && { replyTo }) });
}

function attach(stage: Session, action: Of<'attach'>): void {
  const { person, where } = writerIn(stage, action);
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

function edit(stage: Session, action: Of<'edit'>): void {
  const { person, chat } = writerIn(stage, action);
  const message = messageOf(chat, action.message);
  if (message.from.id !== person.id) throw new NotPossible('People can edit their own messages only.');
  if (message.media !== null || message.service !== null)
    throw new NotPossible('Only the text of a message can be edited here.');
  const text = asTelegramSends(action.text);
  if (message.text === text) throw new NotPossible('The message says that already.');
  person.edit(message, text);
}

/** What becomes of a text on its way: `Person` sends whatever it is given, as a changed client can. */
function asTelegramSends(written: string): string {
  const { text } = cleaned({ text: written, entities: [] });
  if (text === '') throw new NotPossible('Telegram sends no empty message.');
  return text;
}

function press(stage: Session, action: Of<'press'>): Press {
  const { person, chat } = writerIn(stage, action);
  const message = messageOf(chat, action.message);
  const isWanted = (button: object): boolean => 'callback_data' in button && button.callback_data === action.data;
  if (!message.buttons.flat().some(isWanted)) throw new NotPossible('The message no longer has this button.');
  return person.press(message, isWanted);
}

function burst({ crowd }: Session): void {
  if (crowd.isFull)
    throw new NotPossible(`${crowd.people.length} people have asked. Start over to let more of them ask.`);
  crowd.askAtOnce();
}

function block(stage: Session, action: Of<'block'>): void {
  const person = personOf(stage, action);
  if (!person.hasOpened) throw new NotPossible(`${person.user.first_name} has not opened the chat with the bot yet.`);
  if (!person.hasBlocked) person.block();
}

async function command({ daemon }: Session, action: Of<'daemon'>): Promise<void> {
  if (daemon.isRunning === (action.do === 'start')) {
    throw new NotPossible(daemon.isRunning ? 'The bot runs already.' : 'The bot does not run.');
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

function personOf(stage: Session, { person: id }: { readonly person: number }): Person {
  const person = stage.people.find((each) => each.id === id);
  if (person === undefined) throw new NotPossible(`There is nobody with the ID ${id} here.`);
  return person;
}

/** Who does something in which of their chats. Refuses the private chat of someone who can't write there. */
function writerIn(stage: Session, action: { readonly person: number; readonly chat: number }) {
  const person = personOf(stage, action);
  const chat = stage.chatsOf(person).find(({ id }) => id === action.chat);
  const name = person.user.first_name;
  if (chat === undefined) throw new NotPossible(`${name} has no chat ${action.chat}.`);
  if (chat !== person.chat) return { person, chat, where: stage.group ? { in: stage.group } : {} };
  if (!person.hasOpened) throw new NotPossible(`${name} has to press Start first.`);
  if (person.hasBlocked) throw new NotPossible(`${name} has blocked the bot and has to restart it first.`);
  return { person, chat, where: {} };
}

function messageOf(chat: Chat, id: number): ChatMessage {
  const message = chat.find(id);
  if (message === undefined) throw new NotPossible(`The chat has no message ${id} any more.`);
  return message;
}
