import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load';
import { describeProblems } from '../config/report';
import type { Policy } from '../lifecycle/policy';
import { accepted } from '../telegram-double/answer';
import type { Chat } from '../telegram-double/chats';
import { Crowd } from './crowd';
import { DaemonKeeper } from './daemon-keeper';
import { TelegramDouble } from '../telegram-double/double';
import { FaultSwitches } from './fault-switches';
import type { Group } from '../telegram-double/groups';
import type { Person, PersonOptions } from '../telegram-double/people';
import { Records } from './records';

export interface StageOptions {
  /** An existing folder, where each stage makes one of its own. */
  readonly folder: string;
  /** Whether the cards go to a group of the admins. */
  readonly withGroup: boolean;
  /** Called after whatever may show; often. */
  readonly changed: () => void;
}

const clients: readonly PersonOptions[] = [
  { id: 7_000_000_001, first_name: 'Anna', last_name: 'Berg', username: 'anna_berg', language_code: 'en' },
  { id: 7_000_000_002, first_name: 'Дмитрий', language_code: 'ru' },
];
const admins: readonly PersonOptions[] = [
  { id: 7_000_000_011, first_name: 'Clara', username: 'clara_admin', language_code: 'en' },
  { id: 7_000_000_012, first_name: 'Вера', username: 'vera_admin', language_code: 'ru' },
];
const adminChat = { id: -1_007_000_000_001, title: 'Sosekni admins' };

/** One run of the sandbox from its beginning: the double of Telegram, the people, and the daemon on an empty database. */
export class Session {
  readonly faults: FaultSwitches;
  readonly clients: readonly Person[];
  readonly admins: readonly Person[];
  readonly group: Group | undefined;
  /** People without a phone on the page. */
  readonly crowd: Crowd;
  readonly records: Records;
  readonly daemon: DaemonKeeper;
  /** The rules that the daemon goes by. */
  readonly policy: Policy;

  private constructor(
    readonly double: TelegramDouble,
    private readonly folder: string,
    { withGroup, changed }: StageOptions,
  ) {
    this.faults = new FaultSwitches(double);
    this.clients = clients.map((profile) => double.person(profile));
    this.admins = admins.map((profile) => double.person(profile));
    this.crowd = new Crowd(double);
    this.group = withGroup ? double.group({ ...adminChat, members: this.admins }) : undefined;
    double.chats.listen(changed);
    const database = join(folder, 'sosekni.db');
    this.records = new Records(database);
    const settings = this.settings(database);
    this.policy = policyOf(settings, folder);
    this.daemon = new DaemonKeeper({ settings, folder, clock: double.clock, changed });
  }

  /** Sets everything up and starts the daemon, without waiting for it. The admins have pressed Start before that. */
  static async open(options: StageOptions): Promise<Session> {
    const double = await new TelegramDouble({ limits: true }).start();
    const stage = new Session(double, await mkdtemp(join(options.folder, 'stage-')), options);
    for (const admin of stage.admins) admin.start();
    stage.daemon.start();
    return stage;
  }

  get people(): readonly Person[] {
    return [...this.clients, ...this.admins];
  }

  /** The chats someone has on their phone. */
  chatsOf(person: Person): readonly Chat[] {
    const isInGroup = this.group?.chat.members.has(person.id) === true;
    return [person.chat, ...(this.group !== undefined && isInGroup ? [this.group.chat] : [])];
  }

  /** Time jumps forward by `ms`, for Telegram and for the daemon, which looks at once what that means. */
  advance(ms: number): void {
    this.double.advance(ms);
    this.daemon.followClock();
    // The poll that waits began before the jump. It ends here, so that the daemon knows it was heard until now.
    this.double.updates.endPoll(accepted([]));
  }

  /** Ends the daemon and takes everything away. */
  async close(): Promise<void> {
    await this.daemon.kill();
    await this.double.stop();
    this.records.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** All the daemon gets to know: nothing comes from the environment or a file. */
  private settings(database: string): Readonly<Record<string, string>> {
    return {
      TELEGRAM_BOT_TOKEN: this.double.token,
      TELEGRAM_API_ROOT: this.double.root,
      TELEGRAM_PROXY: 'off',
      ADMIN_TELEGRAM_ID: this.admins.map(({ id }) => id).join(','),
      ...(this.group && { ADMIN_CHAT_ID: String(this.group.id) }),
      DATABASE_URL: `file:${database}`,
      // A jump of the clock shows at once.
      SWEEP_SCHEDULE: '* * * * * *',
      LOG_FORMAT: 'json',
    };
  }
}

/** What the daemon will make of these settings. Throws what it would say of wrong ones. */
function policyOf(env: Readonly<Record<string, string>>, home: string): Policy {
  const loaded = loadConfig({ env, home, isTty: false, dotenv: {}, credentials: () => null });
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config.policy;
}
