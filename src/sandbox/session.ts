import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load';
import { describeProblems } from '../config/report';
import type { Policy } from '../lifecycle/policy';
import { accepted } from '../telegram-double/answer';
import type { Chat } from '../telegram-double/chats';
import { Crowd } from './crowd';
import { DaemonSupervisor } from './daemon-supervisor';
import { TelegramDouble } from '../telegram-double/double';
import { initData } from '../telegram-double/mini-app';
import { FaultSwitches } from './fault-switches';
import { Mailbox } from './mailbox';
import type { Community } from '../telegram-double/communities';
import type { Group } from '../telegram-double/groups';
import type { Person, PersonOptions } from '../telegram-double/people';
import { DaemonDatabase } from './daemon-database';

export interface SessionOptions {
  /** Counts from 1. */
  readonly number: number;
  /** An existing folder, in which each session creates its own. */
  readonly folder: string;
  /** Whether the cards go to a group of the admins. */
  readonly withGroup: boolean;
  /** How many admins have to approve. */
  readonly approvalsNeeded: number;
  /** Where people find the admins' desk: the daemon's PUBLIC_URL. */
  readonly deskOrigin: string;
  /** Called after every change that may show; often. */
  readonly changed: () => void;
}

const clients: readonly PersonOptions[] = [
  {
    id: 7_000_000_001,
    first_name: 'Anna',
    last_name: 'Berg',
    username: 'anna_berg',
    language_code: 'en',
    bio: 'Tomatoes on the balcony',
  },
  { id: 7_000_000_002, first_name: 'Дмитрий', language_code: 'ru', bio: 'Помидоры на балконе' },
];
const admins: readonly PersonOptions[] = [
  { id: 7_000_000_011, first_name: 'Clara', username: 'clara_admin', language_code: 'en' },
  { id: 7_000_000_012, first_name: 'Вера', username: 'vera_admin', language_code: 'ru' },
];
const adminChat = { id: -1_007_000_000_001, title: 'Sosekni admins' };
const gardenClub = { id: -1_007_000_000_002, title: 'Garden club' };

/** One run of the sandbox from start to end: the Telegram double, the people, and the daemon on an empty database. */
export class Session {
  /** Which session of the sandbox this is, from 1. */
  readonly number: number;
  readonly faults: FaultSwitches;
  readonly clients: readonly Person[];
  readonly admins: readonly Person[];
  readonly group: Group | undefined;
  /** The group that approved people are let into. The first admin owns it. */
  readonly community: Community;
  /** The people without a phone on the page. */
  readonly crowd: Crowd;
  readonly database: DaemonDatabase;
  readonly daemon: DaemonSupervisor;
  /** The daemon's policy. */
  policy: Policy;
  /** The daemon's settings, from its next start on. */
  private settings: Readonly<Record<string, string>>;

  private constructor(
    readonly double: TelegramDouble,
    /** Everybody's mail; null: there is none. */
    readonly mailbox: Mailbox | null,
    private readonly folder: string,
    { number, withGroup, approvalsNeeded, deskOrigin, changed }: SessionOptions,
  ) {
    this.number = number;
    this.faults = new FaultSwitches(double);
    this.clients = clients.map((profile) => double.person(profile));
    this.admins = admins.map((profile) => double.person(profile));
    this.crowd = new Crowd(double);
    this.group = withGroup ? double.group({ ...adminChat, members: this.admins }) : undefined;
    const [owner] = this.admins;
    if (owner === undefined) throw new Error('the sandbox has no admin');
    this.community = double.community({ ...gardenClub, owner });
    double.chats.listen(changed);
    const database = join(folder, 'sosekni.db');
    this.database = new DaemonDatabase(database);
    this.settings = { ...this.settingsFor(database, approvalsNeeded), PUBLIC_URL: deskOrigin };
    this.policy = policyOf(this.settings, folder);
    const settings = () => this.settings;
    this.daemon = new DaemonSupervisor({ settings, folder, clock: double.clock, changed });
  }

  /** Sets everything up and starts the daemon, without waiting until it is ready. The admins have already pressed Start. */
  static async open(options: SessionOptions): Promise<Session> {
    const double = await new TelegramDouble({ limits: true }).start();
    const mailbox = await Mailbox.open({ now: () => double.now(), changed: options.changed });
    const session = new Session(double, mailbox, await mkdtemp(join(options.folder, 'session-')), options);
    for (const admin of session.admins) admin.start();
    session.daemon.start();
    return session;
  }

  get people(): readonly Person[] {
    return [...this.clients, ...this.admins];
  }

  /** The chats on a person's phone. */
  chatsOf(person: Person): readonly Chat[] {
    const groups = [this.community.chat, ...(this.group === undefined ? [] : [this.group.chat])];
    return [person.chat, ...groups.filter((chat) => chat.has(person.id))];
  }

  /** Whether somebody can write to the bot: they have pressed Start, or it has written to them about their join request. */
  hasChat(person: Person): boolean {
    return person.hasOpened || person.chat.messages.length > 0;
  }

  /** The link by which people ask to join the community's group; undefined until the bot has made one. */
  get communityLink(): string | undefined {
    return this.community.botLinks.findLast((link) => !link.isRevoked)?.url;
  }

  /** The address of the desk as Telegram opens it for an admin, without its theme. */
  miniAppOf(admin: Person): string {
    const { token } = this.double;
    const launch = new URLSearchParams({
      tgWebAppData: initData(token, { user: admin.user, at: this.double.now() }),
      tgWebAppVersion: '9.1',
      tgWebAppPlatform: 'weba',
    });
    return `${this.deskOrigin}/desk#${launch.toString()}`;
  }

  /** Where people without Telegram ask; null: nowhere, since there is no mail. */
  get form(): string | null {
    return this.mailbox && `${this.deskOrigin}/apply`;
  }

  private get deskOrigin(): string {
    return this.settings['PUBLIC_URL'] ?? '';
  }

  /** Moves the time forward by `ms`, for Telegram and for the daemon, which sweeps at once. */
  advance(ms: number): void {
    this.double.advance(ms);
    this.daemon.followClock();
    // The waiting poll began before the jump. It is answered, so that the daemon counts as polling until now.
    this.double.updates.endPoll(accepted([]));
  }

  /** Another APPROVALS_NEEDED: a daemon that runs is restarted on the same database, one that doesn't starts with it. */
  async needApprovals(needed: number): Promise<void> {
    if (needed === this.policy.approvalsNeeded) return;
    this.settings = { ...this.settings, APPROVALS_NEEDED: String(needed) };
    this.policy = policyOf(this.settings, this.folder);
    if (!this.daemon.isRunning) return;
    await this.daemon.stop();
    this.daemon.start();
  }

  /** Stops the daemon and removes everything. */
  async close(): Promise<void> {
    await this.daemon.kill();
    await this.double.stop();
    await this.mailbox?.close();
    this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** All of the daemon's settings: none come from the environment or a file. */
  private settingsFor(database: string, approvalsNeeded: number): Readonly<Record<string, string>> {
    return {
      TELEGRAM_BOT_TOKEN: this.double.token,
      TELEGRAM_API_ROOT: this.double.root,
      TELEGRAM_PROXY: 'off',
      ADMIN_TELEGRAM_ID: this.admins.map(({ id }) => id).join(','),
      ...(this.group && { ADMIN_CHAT_ID: String(this.group.id) }),
      APPROVALS_NEEDED: String(approvalsNeeded),
      ACCESS_CHATS: String(this.community.id),
      WEB_LISTEN: '127.0.0.1:0',
      // The form says everything by mail.
      ...(this.mailbox && { ...this.mailbox.settings, FORM: 'on' }),
      DATABASE_URL: `file:${database}`,
      // Shows the effects of a jump at once.
      SWEEP_SCHEDULE: '* * * * * *',
      LOG_FORMAT: 'json',
    };
  }
}

/** The policy that the daemon reads from these settings. Throws if they are wrong. */
function policyOf(env: Readonly<Record<string, string>>, home: string): Policy {
  const loaded = loadConfig({ env, home, isTty: false, dotenv: {}, credentials: () => null });
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config.policy;
}
