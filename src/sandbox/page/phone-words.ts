import type { MessageView } from '../protocol.js';

/** What the app around a chat says, in the language of the phone's owner. */
export interface PhoneWords {
  /** The HTML `lang` value. */
  readonly language: string;
  readonly roles: Readonly<Record<'client' | 'admin', string>>;
  readonly chatWith: (title: string) => string;
  readonly hasBlocked: string;
  readonly asksToJoin: (group: string) => string;
  readonly chatsOf: (whose: string) => string;
  readonly chatOf: (whose: string) => string;
  readonly inGroup: (whose: string, group: string) => string;
  readonly more: string;
  readonly moreFor: (whose: string) => string;
  readonly send: Readonly<Record<'photo' | 'sticker' | 'voice', string>>;
  readonly block: string;
  readonly unblock: string;
  readonly join: (group: string) => string;
  readonly leave: (group: string) => string;
  readonly desk: string;
  readonly deskInTab: string;
  readonly deskOf: (whose: string) => string;
  readonly tabKept: string;
  readonly copied: string;
  readonly back: string;
  readonly close: string;
  readonly came: (who: string) => string;
  readonly went: (who: string) => string;
  readonly start: string;
  readonly startChat: (bot: string, whose: string) => string;
  readonly restart: string;
  readonly restartChat: (bot: string, whose: string) => string;
  readonly noMessages: string;
  readonly beforeStart: string;
  readonly tooLong: (most: number, length: number) => string;
  readonly media: Readonly<Record<NonNullable<MessageView['media']>, string>>;
  readonly someMessage: string;
  readonly inReplyTo: string;
  readonly edited: (time: string) => string;
  readonly reply: string;
  readonly replyTo: (what: string) => string;
  readonly edit: string;
  readonly editWhat: (what: string) => string;
  readonly follow: string;
  readonly followWhat: (what: string) => string;
  readonly message: string;
  readonly messageFrom: (whose: string) => string;
  readonly yourReply: string;
  readonly replying: (name: string, what: string) => string;
  readonly editing: (what: string) => string;
  readonly cancel: string;
  readonly commands: string;
  readonly commandsFor: (whose: string) => string;
  readonly commandKeys: string;
  readonly sendIt: string;
  readonly sendAs: (whose: string) => string;
  readonly sendCommand: (command: string) => string;
  readonly alertOn: (whose: string) => string;
  readonly stillWaiting: string;
  readonly showAll: string;
  readonly showLess: string;
  readonly spoiler: string;
  readonly day: (instant: number) => string;
}

/** The texts in this language, a code such as `en` or `ru-RU`; English if the page has no others. */
export function phoneWords(language: string): PhoneWords {
  return language.split('-')[0] === 'ru' ? russian : english;
}

const dayIn = (locale: string): ((instant: number) => string) => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  return (instant) => format.format(instant);
};

const english: PhoneWords = {
  language: 'en',
  roles: { client: 'client', admin: 'admin' },
  chatWith: (title) => `with ${title}`,
  hasBlocked: 'has blocked the bot',
  asksToJoin: (group) => `asks to join ${group}`,
  chatsOf: (whose) => `Chats of ${whose}`,
  chatOf: (whose) => `Chat of ${whose}`,
  inGroup: (whose, group) => `${whose} in ${group}`,
  more: 'More',
  moreFor: (whose) => `More for ${whose}`,
  send: { photo: 'Send a photo', sticker: 'Send a sticker', voice: 'Send a voice message' },
  block: 'Block the bot',
  unblock: 'Restart the bot',
  join: (group) => `Ask to join ${group}`,
  leave: (group) => `Leave ${group}`,
  desk: 'Open the desk',
  deskInTab: 'Open the desk in a tab',
  deskOf: (whose) => `Desk of ${whose}`,
  tabKept: 'Your browser has kept a tab from opening. Copy the link from the chat.',
  copied: 'Copied',
  back: 'Back',
  close: 'Close',
  came: (who) => `${who} is in`,
  went: (who) => `${who} is out`,
  start: 'Start',
  startChat: (bot, whose) => `Start the chat with ${bot} as ${whose}`,
  restart: 'Restart bot',
  restartChat: (bot, whose) => `Restart bot: unblock ${bot} as ${whose}`,
  noMessages: 'No messages yet',
  beforeStart: 'What can this bot do? Press Start to ask it.',
  tooLong: (most, length) => `A message has at most ${most} characters, and this has ${length}.`,
  media: { photo: 'Photo', video: 'Video', document: 'File', sticker: 'Sticker', voice: 'Voice message' },
  someMessage: 'message',
  inReplyTo: 'in reply to ',
  edited: (time) => `edited ${time}`,
  reply: 'Reply',
  replyTo: (what) => `Reply to “${what}”`,
  edit: 'Edit',
  editWhat: (what) => `Edit “${what}”`,
  follow: 'Follow',
  followWhat: (what) => `Follow “${what}”`,
  message: 'Message',
  messageFrom: (whose) => `Message from ${whose}`,
  yourReply: 'Your reply',
  replying: (name, what) => `Reply to ${name}: ${what}`,
  editing: (what) => `Edit: ${what}`,
  cancel: 'Cancel',
  commands: 'Commands',
  commandsFor: (whose) => `Commands for ${whose}`,
  commandKeys: 'Enter sends · Tab completes · Esc closes',
  sendIt: 'Send',
  sendAs: (whose) => `Send as ${whose}`,
  sendCommand: (command) => `Send ${command}`,
  alertOn: (whose) => `Alert on ${whose}’s phone`,
  stillWaiting: 'The bot has not answered. Telegram keeps the press for 150 seconds.',
  showAll: 'Show all',
  showLess: 'Show less',
  spoiler: 'Hidden text, press to read it',
  day: dayIn('en-GB'),
};

// Names follow a colon, since they can't be declined.
const russian: PhoneWords = {
  language: 'ru',
  roles: { client: 'клиент', admin: 'админ' },
  chatWith: (title) => `чат с ${title}`,
  hasBlocked: 'бот заблокирован',
  asksToJoin: (group) => `хочет вступить: ${group}`,
  chatsOf: (whose) => `Чаты: ${whose}`,
  chatOf: (whose) => `Чат: ${whose}`,
  inGroup: (whose, group) => `${whose}, группа ${group}`,
  more: 'Ещё',
  moreFor: (whose) => `Ещё: ${whose}`,
  send: { photo: 'Отправить фото', sticker: 'Отправить стикер', voice: 'Отправить голосовое' },
  block: 'Заблокировать бота',
  unblock: 'Перезапустить бота',
  join: (group) => `Попроситься в группу ${group}`,
  leave: (group) => `Выйти из группы ${group}`,
  desk: 'Открыть рабочий стол',
  deskInTab: 'Рабочий стол во вкладке',
  deskOf: (whose) => `Рабочий стол: ${whose}`,
  tabKept: 'Браузер не открыл вкладку. Скопируйте ссылку из чата.',
  copied: 'Скопировано',
  back: 'Назад',
  close: 'Закрыть',
  came: (who) => `В группе: ${who}`,
  went: (who) => `Больше не в группе: ${who}`,
  start: 'Запустить',
  startChat: (bot, whose) => `Запустить чат с ${bot}: ${whose}`,
  restart: 'Перезапустить бота',
  restartChat: (bot, whose) => `Перезапустить бота ${bot}: ${whose}`,
  noMessages: 'Сообщений пока нет',
  beforeStart: 'Что умеет этот бот? Нажмите «Запустить», и он расскажет.',
  tooLong: (most, length) => `Слишком длинно: ${length} символов, а можно не больше ${most}.`,
  media: { photo: 'Фото', video: 'Видео', document: 'Файл', sticker: 'Стикер', voice: 'Голосовое сообщение' },
  someMessage: 'сообщение',
  inReplyTo: 'в ответ на ',
  edited: (time) => `изменено ${time}`,
  reply: 'Ответить',
  replyTo: (what) => `Ответить на «${what}»`,
  edit: 'Изменить',
  editWhat: (what) => `Изменить «${what}»`,
  follow: 'Проследить',
  followWhat: (what) => `Проследить путь «${what}»`,
  message: 'Сообщение',
  messageFrom: (whose) => `Сообщение: ${whose}`,
  yourReply: 'Ваш ответ',
  replying: (name, what) => `В ответ ${name}: ${what}`,
  editing: (what) => `Изменить: ${what}`,
  cancel: 'Отменить',
  commands: 'Команды',
  commandsFor: (whose) => `Команды: ${whose}`,
  commandKeys: 'Enter: отправить · Tab: дописать · Esc: закрыть',
  sendIt: 'Отправить',
  sendAs: (whose) => `Отправить: ${whose}`,
  sendCommand: (command) => `Отправить ${command}`,
  alertOn: (whose) => `Сообщение на телефоне: ${whose}`,
  stillWaiting: 'Бот не ответил. Telegram хранит нажатие 150 секунд.',
  showAll: 'Показать целиком',
  showLess: 'Свернуть',
  spoiler: 'Скрытый текст, нажмите, чтобы прочитать',
  day: dayIn('ru'),
};
