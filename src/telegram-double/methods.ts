import { createHash } from 'node:crypto';
import type {
  BotCommand,
  BotCommandScope,
  ForceReply,
  InlineKeyboardButton,
  MenuButton,
  MessageEntity,
  User,
} from '@grammyjs/types';
import { accepted, badRequest, forbidden, refusal, type Answer, type Refusal } from './answer';
import type { Method } from './api-fields';
import { apiChatFullInfo, apiShown } from './api-objects';
import { findChat, inChat, type ChatRef } from './chat-lookup';
import type { Chat, ChatMessage } from './chats';
import type { CommandMenus } from './command-menus';
import { cleaned, withDetected, type FormattedText } from './formatted-text';
import { parseHtml } from './html';
import { keyboardProblem, placeProblem, webAppProblem } from './keyboards';
import type { Params } from './call-log';
import { mayWriteToRequester } from './joining';
import type { MemberMethods, MemberParams } from './member-methods';
import type { MenuButtons } from './menu-buttons';
import { moveBot, writeRefusal } from './membership';
import { readPhoto, type InputFile, type Photo } from './pictures';
import type { Telegram } from './telegram';
import { topicFor } from './topics';
import type { PollParams } from './updates';

/** The parameters of each method, as far as the double uses them. */
interface ParamsOf extends MemberParams {
  getMe: unknown;
  getUpdates: PollParams;
  deleteWebhook: { readonly drop_pending_updates?: boolean };
  getWebhookInfo: unknown;
  sendMessage: TextParams & {
    readonly chat_id: ChatRef;
    readonly message_thread_id?: number;
    readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply?: boolean };
    readonly reply_markup?: Partial<InlineKeyboard> & Partial<ForceReply>;
  };
  sendPhoto: Omit<ParamsOf['sendMessage'], keyof TextParams> & {
    readonly photo: InputFile | string;
    readonly caption?: string;
    readonly parse_mode?: string;
    readonly caption_entities?: readonly MessageEntity[];
  };
  sendDocument: Omit<ParamsOf['sendPhoto'], 'photo'> & { readonly document: InputFile };
  editMessageText: MessageRef & TextParams & { readonly reply_markup?: InlineKeyboard };
  editMessageReplyMarkup: MessageRef & { readonly reply_markup?: InlineKeyboard };
  deleteMessage: MessageRef;
  answerCallbackQuery: {
    readonly callback_query_id: string;
    readonly text?: string;
    readonly show_alert?: boolean;
    readonly url?: string;
  };
  setMyCommands: CommandsRef & { readonly commands: readonly BotCommand[] };
  getMyCommands: CommandsRef;
  deleteMyCommands: CommandsRef;
  setChatMenuButton: { readonly chat_id?: number; readonly menu_button?: MenuButton };
  getChatMenuButton: { readonly chat_id?: number };
  getChat: { readonly chat_id: ChatRef };
  leaveChat: { readonly chat_id: ChatRef };
  sendChatAction: { readonly chat_id: ChatRef };
  setMyDescription: { readonly description?: string; readonly language_code?: string };
  setMyShortDescription: { readonly short_description?: string; readonly language_code?: string };
}
interface MessageRef {
  readonly chat_id: ChatRef;
  readonly message_id: number;
}
interface TextParams {
  readonly text?: string;
  readonly parse_mode?: string;
  readonly entities?: readonly MessageEntity[];
}
interface CommandsRef {
  readonly scope?: BotCommandScope;
  readonly language_code?: string;
}
interface InlineKeyboard {
  readonly inline_keyboard: InlineKeyboardButton[][];
}

const longestText = 4096;
/** https://core.telegram.org/bots/api#sending-files */
const largestDocument = 50 * 1024 * 1024;
const longestCaption = 1024;
const longestPressAnswer = 200;
const longestDescription = { description: 512, short: 120 };
const mostCommands = 100;
/** Messages can't be deleted after this many seconds. */
const deletableFor = 48 * 3600;

/** What each method does. Its calls have been validated: names and types match the documentation. */
export class Methods {
  /** The bot's description by language ('' is the default), which clients show before a chat starts. */
  readonly descriptions = new Map<string, string>();
  readonly shortDescriptions = new Map<string, string>();
  /** The photos that were sent, by their `file_id`. */
  readonly photos = new Map<string, Photo>();

  constructor(
    private readonly telegram: Telegram,
    private readonly menus: CommandMenus,
    private readonly buttons: MenuButtons,
    private readonly members: MemberMethods,
  ) {}

  /** Executes a call. `onGone` registers what a long poll does when its connection is lost. */
  act(method: Method, params: Params, onGone: (listener: () => void) => void): Answer | Promise<Answer> {
    // The one place where validated parameters get their types: Validator.problem has compared them with the field lists.
    const as = <M extends Method>(): ParamsOf[M] => params as ParamsOf[M];
    switch (method) {
      case 'getUpdates':
        return this.telegram.updates.poll(as<'getUpdates'>(), onGone);
      case 'sendMessage':
        return this.sendMessage(as<'sendMessage'>());
      case 'sendPhoto':
        return this.sendPhoto(as<'sendPhoto'>());
      case 'sendDocument':
        return this.sendDocument(as<'sendDocument'>());
      case 'editMessageText':
        return this.editMessageText(as<'editMessageText'>());
      case 'editMessageReplyMarkup':
        return this.editMessageReplyMarkup(as<'editMessageReplyMarkup'>());
      case 'answerCallbackQuery':
        return this.answerCallbackQuery(as<'answerCallbackQuery'>());
      case 'deleteMessage':
        return this.deleteMessage(as<'deleteMessage'>());
      case 'getMe':
        return accepted(this.telegram.bot);
      case 'deleteWebhook':
        if (as<'deleteWebhook'>().drop_pending_updates === true) this.telegram.updates.clear();
        return accepted(true);
      case 'getWebhookInfo':
        return accepted(this.webhookInfo());
      case 'setMyCommands':
        return this.setMyCommands(as<'setMyCommands'>());
      case 'getMyCommands':
        return this.withScope(as<'getMyCommands'>(), (scope, language) => this.menus.get(scope, language) ?? []);
      case 'deleteMyCommands':
        return this.withScope(as<'deleteMyCommands'>(), (scope, language) => {
          this.menus.delete(scope, language);
          return true;
        });
      case 'setChatMenuButton':
        return this.setChatMenuButton(as<'setChatMenuButton'>());
      case 'getChatMenuButton':
        return this.inMenuOf(as<'getChatMenuButton'>().chat_id, (chat) => this.buttons.get(chat));
      case 'getChat':
        return this.getChat(as<'getChat'>());
      case 'leaveChat':
        return this.leaveChat(as<'leaveChat'>());
      case 'getChatMember':
        return this.members.getChatMember(as<'getChatMember'>());
      case 'getChatAdministrators':
        return this.members.getChatAdministrators(as<'getChatAdministrators'>());
      case 'getChatMemberCount':
        return this.members.getChatMemberCount(as<'getChatMemberCount'>());
      case 'createChatInviteLink':
        return this.members.createChatInviteLink(as<'createChatInviteLink'>());
      case 'editChatInviteLink':
        return this.members.editChatInviteLink(as<'editChatInviteLink'>());
      case 'revokeChatInviteLink':
        return this.members.revokeChatInviteLink(as<'revokeChatInviteLink'>());
      case 'approveChatJoinRequest':
        return this.members.answerJoinRequest(as<'approveChatJoinRequest'>(), true);
      case 'declineChatJoinRequest':
        return this.members.answerJoinRequest(as<'declineChatJoinRequest'>(), false);
      case 'answerChatJoinRequestQuery':
        return this.members.answerJoinQuery(as<'answerChatJoinRequestQuery'>());
      case 'banChatMember':
        return this.members.banChatMember(as<'banChatMember'>());
      case 'unbanChatMember':
        return this.members.unbanChatMember(as<'unbanChatMember'>());
      case 'sendChatAction':
        return this.inWritableChat(as<'sendChatAction'>().chat_id, () => accepted(true));
      case 'setMyDescription': {
        const { description = '', language_code = '' } = as<'setMyDescription'>();
        if (description.length > longestDescription.description) return badRequest('description is too long');
        this.descriptions.set(language_code, description);
        return accepted(true);
      }
      case 'setMyShortDescription': {
        const { short_description = '', language_code = '' } = as<'setMyShortDescription'>();
        if (short_description.length > longestDescription.short) return badRequest('short description is too long');
        this.shortDescriptions.set(language_code, short_description);
        return accepted(true);
      }
    }
  }

  private sendMessage(params: ParamsOf['sendMessage']): Answer {
    const content = this.textOf(params);
    return 'ok' in content ? content : this.post(params, content);
  }

  private sendPhoto(params: ParamsOf['sendPhoto']): Answer {
    const caption = this.captionOf(params);
    if ('ok' in caption) return caption;
    const photo = this.photoOf(params.photo);
    if ('ok' in photo) return photo;
    return this.post(params, { ...caption, media: 'photo', photo }, (chat) =>
      chat.bot.status === 'member' && !chat.membersSendPhotos
        ? badRequest('not enough rights to send photos to the chat')
        : undefined,
    );
  }

  private sendDocument(params: ParamsOf['sendDocument']): Answer {
    const caption = this.captionOf(params);
    if ('ok' in caption) return caption;
    const { length } = params.document.bytes;
    if (length === 0) return badRequest('file must be non-empty');
    if (length > largestDocument) return refusal(413, 'Request Entity Too Large');
    return this.post(params, { ...caption, media: 'document' });
  }

  private captionOf(params: Pick<ParamsOf['sendPhoto'], 'caption' | 'parse_mode' | 'caption_entities'>) {
    const { caption: text = '', caption_entities: entities = [] } = params;
    const caption = this.formatted({ ...params, text, entities });
    if ('ok' in caption) return caption;
    return caption.text.length > longestCaption ? badRequest('message caption is too long') : caption;
  }

  /** A photo that was uploaded, or one that Telegram has already. */
  private photoOf(given: InputFile | string): Photo | Refusal {
    if (typeof given === 'string') {
      return this.photos.get(given) ?? badRequest('wrong file identifier/HTTP URL specified');
    }
    const image = readPhoto(given);
    if ('ok' in image) return image;
    const photo = { ...image, fileId: createHash('sha256').update(image.bytes).digest('hex').slice(0, 32) };
    this.photos.set(photo.fileId, photo);
    return photo;
  }

  /** Puts a message in its chat, unless something forbids it. */
  private post(
    params: Omit<ParamsOf['sendMessage'], keyof TextParams>,
    content: Pick<ChatMessage, 'text' | 'entities'> & Partial<Pick<ChatMessage, 'media' | 'photo'>>,
    problemIn: (chat: Chat) => Refusal | undefined = () => undefined,
  ): Answer {
    const buttons = params.reply_markup?.inline_keyboard ?? [];
    const forceReply = params.reply_markup?.force_reply === true;
    return (
      keyboardProblem(buttons) ??
      this.inWritableChat(params.chat_id, (chat) => {
        const problem = placeProblem(buttons, chat) ?? problemIn(chat);
        if (problem !== undefined) return problem;
        const replied = params.reply_parameters && chat.find(params.reply_parameters.message_id);
        if (params.reply_parameters && !replied && params.reply_parameters.allow_sending_without_reply !== true) {
          return badRequest('message to be replied not found');
        }
        const place = topicFor(chat, params.message_thread_id, replied, chat.bot.status === 'administrator');
        if ('ok' in place) return place;
        const message = chat.add({
          ...place,
          from: this.asSender(),
          date: this.telegram.clock.seconds(),
          ...content,
          buttons,
          replyTo: replied?.id ?? null,
          forceReply: forceReply ? { ...params.reply_markup, force_reply: true } : null,
        });
        return accepted(apiShown(this.telegram.chats, message));
      })
    );
  }

  private editMessageText(params: ParamsOf['editMessageText']): Answer {
    const content = this.textOf(params);
    if ('ok' in content) return content;
    const buttons = params.reply_markup?.inline_keyboard ?? [];
    return (
      keyboardProblem(buttons) ??
      this.edit(params, (message) =>
        message.media === null
          ? { ...message, ...content, buttons }
          : badRequest('there is no text in the message to edit'),
      )
    );
  }

  private editMessageReplyMarkup(params: ParamsOf['editMessageReplyMarkup']): Answer {
    const buttons = params.reply_markup?.inline_keyboard ?? [];
    return keyboardProblem(buttons) ?? this.edit(params, (message) => ({ ...message, buttons }));
  }

  private edit(ref: MessageRef, change: (message: ChatMessage) => ChatMessage | Refusal): Answer {
    return this.inWritableChat(ref.chat_id, (chat) => {
      const message = chat.find(ref.message_id);
      if (message === undefined) return badRequest('message to edit not found');
      if (message.from.id !== this.telegram.bot.id) return badRequest("message can't be edited");
      const changed = change(message);
      if ('ok' in changed) return changed;
      const problem = placeProblem(changed.buttons, chat);
      if (problem !== undefined) return problem;
      if (sameContent(message, changed)) {
        return badRequest(
          'message is not modified: specified new message content and reply markup are exactly the same ' +
            'as a current content and reply markup of the message',
        );
      }
      const edited = { ...changed, editDate: this.telegram.clock.seconds() };
      chat.replace(edited);
      return accepted(apiShown(this.telegram.chats, edited));
    });
  }

  private deleteMessage(params: ParamsOf['deleteMessage']): Answer {
    return this.inWritableChat(params.chat_id, (chat) => {
      const message = chat.find(params.message_id);
      if (message === undefined) return badRequest('message to delete not found');
      const others = chat.kind !== 'private' && message.from.id !== this.telegram.bot.id;
      if (others || this.telegram.clock.seconds() - message.date > deletableFor) {
        return badRequest("message can't be deleted");
      }
      chat.remove(message);
      return accepted(true);
    });
  }

  private answerCallbackQuery({ callback_query_id, ...answer }: ParamsOf['answerCallbackQuery']): Answer {
    if ((answer.text ?? '').length > longestPressAnswer) return badRequest('MESSAGE_TOO_LONG');
    return this.telegram.presses.settle(callback_query_id, answer)
      ? accepted(true)
      : badRequest('query is too old and response timeout expired or query ID is invalid');
  }

  private setMyCommands(params: ParamsOf['setMyCommands']): Answer {
    if (params.commands.length > mostCommands) return badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of params.commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) return badRequest('BOT_COMMAND_INVALID');
      if (description === '' || description.length > 256) return badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    return this.withScope(params, (scope, language) => {
      this.menus.set(scope, language, params.commands);
      return true;
    });
  }

  private withScope(
    { scope = { type: 'default' }, language_code = '' }: CommandsRef,
    use: (scope: BotCommandScope, language: string) => unknown,
  ): Answer {
    if (!('chat_id' in scope)) return accepted(use(scope, language_code));
    return inChat(this.telegram, scope.chat_id, 'members', () => accepted(use(scope, language_code)));
  }

  private setChatMenuButton({ chat_id, menu_button = { type: 'default' } }: ParamsOf['setChatMenuButton']): Answer {
    if (menu_button.type === 'web_app') {
      if (menu_button.text === '') return badRequest('BUTTON_TEXT_INVALID');
      const { url } = menu_button.web_app;
      const wrong = webAppProblem(url);
      if (wrong !== undefined) return badRequest(`menu button Web App URL '${url}' is invalid: ${wrong}`);
    }
    return this.inMenuOf(chat_id, (chat) => {
      this.buttons.set(chat, menu_button);
      return true;
    });
  }

  /** Only private chats have a menu button of the bot, and only those that the bot is in. */
  private inMenuOf(chatId: number | undefined, use: (chat: number | null) => unknown): Answer {
    if (chatId === undefined) return accepted(use(null));
    return inChat(this.telegram, chatId, 'look', (chat) =>
      chat.kind === 'private' ? accepted(use(chat.id)) : badRequest('chat not found'),
    );
  }

  private getChat({ chat_id }: ParamsOf['getChat']): Answer {
    return inChat(this.telegram, chat_id, 'look', (chat) => accepted(apiChatFullInfo(this.telegram.chats, chat)));
  }

  private leaveChat({ chat_id }: ParamsOf['leaveChat']): Answer {
    return inChat(this.telegram, chat_id, 'act', (chat) => {
      if (chat.kind === 'private') return badRequest("chat member status can't be changed in private chats");
      moveBot(this.telegram, chat, this.asSender(), { status: 'left' });
      return accepted(true);
    });
  }

  private webhookInfo(): object {
    const { pending, allowedUpdates } = this.telegram.updates;
    return {
      url: '',
      has_custom_certificate: false,
      pending_update_count: pending,
      ...(allowedUpdates.length > 0 && { allowed_updates: allowedUpdates }),
    };
  }

  /** The text of a message as it will be shown, or Telegram's refusal. */
  private textOf(params: TextParams): FormattedText | Refusal {
    const content = this.formatted(params);
    if ('ok' in content) return content;
    if (content.text === '') return badRequest('message text is empty');
    return content.text.length > longestText ? badRequest('message is too long') : content;
  }

  private formatted(params: TextParams): FormattedText | Refusal {
    const given = params.text ?? '';
    if (/\p{Surrogate}/u.test(given)) return badRequest('strings must be encoded in UTF-8');
    const parsed =
      params.parse_mode === undefined
        ? ({ ok: true, value: { text: given, entities: params.entities ?? [] } } as const)
        : parseHtml(given, (id) => this.telegram.chats.people.get(id)?.user);
    if (!parsed.ok) return badRequest(`can't parse entities: ${parsed.error}`);
    return withDetected(cleaned(parsed.value));
  }

  private asSender(): User {
    const { id, first_name, username } = this.telegram.bot;
    return { id, is_bot: true, first_name, username };
  }

  private inWritableChat(ref: ChatRef, use: (chat: Chat) => Answer): Answer {
    const chat = findChat(this.telegram, ref);
    if (chat === undefined) return badRequest('chat not found');
    return (chat.kind === 'private' ? this.privateRefusal(chat) : writeRefusal(chat)) ?? use(chat);
  }

  private privateRefusal(chat: Chat): Refusal | undefined {
    const profile = this.telegram.chats.people.get(chat.id);
    if (profile?.user.is_bot) return forbidden("bot can't send messages to bots");
    if (profile?.deactivated) return forbidden('user is deactivated');
    if (profile?.blocked) return forbidden('bot was blocked by the user');
    if (profile?.started || mayWriteToRequester(this.telegram, chat.id)) return undefined;
    return forbidden("bot can't initiate conversation with a user");
  }
}

/** Compares what is shown, not the markup, as Telegram does. */
const sameContent = (a: ChatMessage, b: ChatMessage): boolean =>
  a.text === b.text && sameJson(a.entities, b.entities) && sameJson(a.buttons, b.buttons);

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
