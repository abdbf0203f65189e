import type { UserFromGetMe } from '@grammyjs/types';
import { Chats, type Profile } from './chats';
import { DoubleClock } from './clock';
import { CommandMenus } from './command-menus';
import { Community, type CommunityOptions } from './communities';
import { Faults } from './faults';
import { Group, type GroupOptions } from './groups';
import { CallLog, type Call, type Violation } from './call-log';
import { Limits } from './limits';
import { MemberMethods } from './member-methods';
import { MenuButtons } from './menu-buttons';
import { Methods } from './methods';
import { Person, type PersonOptions } from './people';
import { Presses } from './presses';
import { BotApiServer } from './server';
import type { Telegram } from './telegram';
import { UpdateQueue, type DeliveryOptions } from './updates';
import { Validator } from './validate';

export interface DoubleOptions extends DeliveryOptions {
  readonly token?: string;
  readonly username?: string;
  /** Whether Telegram's rate limits apply. */
  readonly limits?: boolean;
  /** Whether privacy mode is on, as it is by default in Telegram: in groups, the bot gets only messages meant for it. */
  readonly privacyMode?: boolean;
  /** Whether the bot has topics in private chats. */
  readonly privateTopics?: boolean;
  /** How long unbanChatMember takes to remove a member, in ms of real time: 1000 by default, as in Telegram. */
  readonly removalPause?: number;
}

const sandboxToken = '7000000000:sandbox-token-that-telegram-never-issued';

/**
 * A Bot API server for one bot, as strict as Telegram's. Its people do what a test, a benchmark or a visitor of the sandbox tells
 * them to.
 */
export class TelegramDouble {
  readonly token: string;
  readonly clock = new DoubleClock();
  readonly callLog = new CallLog(this.clock);
  readonly faults = new Faults();
  readonly limits: Limits;
  readonly chats = new Chats();
  readonly updates: UpdateQueue;
  readonly methods: Methods;
  private readonly telegram: Telegram;
  private readonly menus = new CommandMenus();
  private readonly buttons = new MenuButtons();
  private readonly server: BotApiServer;
  private port: number | undefined;

  constructor(options: DoubleOptions = {}) {
    this.token = options.token ?? sandboxToken;
    this.limits = new Limits(options.limits ?? false, this.clock);
    this.updates = new UpdateQueue(this.clock, options);
    this.telegram = {
      clock: this.clock,
      bot: botUser(this.token, options),
      chats: this.chats,
      updates: this.updates,
      presses: new Presses(this.clock),
      privacyMode: options.privacyMode ?? true,
    };
    this.methods = new Methods(
      this.telegram,
      this.menus,
      this.buttons,
      new MemberMethods(this.telegram, options.removalPause ?? 1_000),
    );
    const { token, callLog, faults, limits, methods } = this;
    this.server = new BotApiServer({ token, callLog, faults, limits, methods, validator: new Validator() });
  }

  /** Listens on 127.0.0.1; port 0 is any free one. */
  async start(port = 0): Promise<this> {
    this.port = await this.server.listen(port);
    return this;
  }

  /** Closes every connection and frees the port. */
  async stop(): Promise<void> {
    await this.server.close();
  }

  /** The address to use instead of `https://api.telegram.org`. Throws before the first start. */
  get root(): string {
    if (this.port === undefined) throw new Error('the double is not running');
    return `http://127.0.0.1:${this.port}`;
  }

  get bot(): UserFromGetMe {
    return this.telegram.bot;
  }

  /** A new Telegram user, who has never started the chat with the bot. Throws if the ID is taken. */
  person({ bio = '', ...options }: PersonOptions): Person {
    const profile: Profile = {
      user: { is_bot: false, ...options },
      bio,
      started: false,
      blocked: false,
      deactivated: false,
      hidesWhenForwarded: false,
    };
    const person = new Person(this.telegram, profile, { commands: this.menus, buttons: this.buttons });
    this.chats.people.set(options.id, profile);
    return person;
  }

  /** A new group that the bot is a member of. Throws if the ID is taken. */
  group(options: GroupOptions): Group {
    return Group.open(this.telegram, options);
  }

  /** A new group or channel whose members come and go, with the bot as its administrator. Throws if the ID is taken. */
  community(options: CommunityOptions): Community {
    return Community.found(this.telegram, options);
  }

  /** Changes the bot's @username, as BotFather does. The bot gets no update about it. */
  renameBot(username: string): void {
    this.telegram.bot = { ...this.telegram.bot, username };
  }

  /** The bot has a main Mini App from now on, as BotFather gives it one. The bot gets no update about it. */
  addMiniApp(): void {
    this.telegram.bot = { ...this.telegram.bot, has_main_web_app: true };
  }

  /** The double's time, in milliseconds since 1970. */
  now(): number {
    return this.clock.now();
  }

  /** Moves the double's time forward. */
  advance(ms: number): void {
    this.clock.advance(ms);
  }

  /** Calls that broke Telegram's rules. Tests assert that there are none. */
  get violations(): readonly Violation[] {
    return this.callLog.violations;
  }

  /** Calls made during a `retry_after` that the bot knew of. */
  get callsInsideRetryAfter(): readonly Call[] {
    return this.limits.callsInsideRetryAfter;
  }

  /** Continues with this `update_id`, as Telegram does after a week without updates. */
  restartUpdateIds(updateId: number): void {
    this.updates.restartIds(updateId);
  }

  /** Refuses new connections from now on and breaks the open ones. */
  async telegramAway(): Promise<void> {
    await this.server.close();
  }

  /** Makes Telegram reachable again, at the same address. */
  async telegramBack(): Promise<void> {
    await this.start(this.port);
  }

  /** Ends all faults and every `retry_after` still in force. */
  endFaults(): void {
    this.faults.clear();
    this.limits.reopen();
  }
}

function botUser(token: string, options: DoubleOptions): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Sosekni',
    username: options.username ?? 'sosekni_sandbox_bot',
    can_join_groups: true,
    can_read_all_group_messages: !(options.privacyMode ?? true),
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: options.privateTopics ?? false,
    allows_users_to_create_topics: options.privateTopics ?? false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
