import type { BackupSettings } from '../backup/backup';
import type { ClientRate } from '../bot/flood';
import type { EmailSettings } from '../channels/email/settings';
import type { SmsSettings } from '../channels/sms/settings';
import type { Proxy } from '../channels/telegram/proxy';
import type { GroupId, Millis, TelegramId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';
import type { ListenAddress } from '../network/listen-address';
import type { AccessPolicy } from '../people/access-policy';
import type { LogOptions } from '../observability/log';
import type { BackupTiming } from '../scheduler/backups';
import type { DatabaseTarget } from '../store/engine';
import type { WebhookSettings } from '../webhooks/settings';

/** The operator's settings, checked and in the units of the program. */
export interface Config {
  /** The bot's token. Secret. */
  readonly token: string;
  /** The admins: at least one, each once. */
  readonly admins: readonly [TelegramId, ...TelegramId[]];
  /** The group that gets the cards; null: each admin's private chat does. */
  readonly adminChatId: GroupId | null;
  /** The topic of that group that gets the cards; null: none, or “General”. */
  readonly adminTopicId: number | null;
  /** What an approval opens; null: it is a record and nothing more. */
  readonly access: AccessPolicy | null;
  /** The Bot API server. Ends with a slash, so that `new URL('./bot…', apiRoot)` keeps a path in it. */
  readonly apiRoot: string;
  /** The proxy; null: none. */
  readonly proxy: Proxy | null;
  readonly database: DatabaseTarget;
  readonly policy: Policy;
  /** People are forgotten this long after their last request ended; null: only where they, or the operator, ask for it. */
  readonly retention: Millis | null;
  /** Admins are reminded of a request this long before it expires; null: never. Less than `policy.requestTtl`. */
  readonly remindBefore: Millis | null;
  /** A cron pattern of 5 or 6 fields that has a next run. */
  readonly sweepSchedule: string;
  /** The name of the community, as messages show it. One line. */
  readonly community: string;
  /** A language code. Whether there are texts in it is not checked here. */
  readonly defaultLanguage: string;
  /** Absolute path of the folder with the community's own sentences; null: none. Whether it exists is not checked here. */
  readonly textsDir: string | null;
  /** An IANA name, in which dates are written and schedules are read; null: the process's own. */
  readonly timeZone: string | null;
  /** Messages and edits a second, overall; null: no limit of our own. */
  readonly sendRate: number | null;
  /** How many updates a client may send in a window; null: no limit. */
  readonly clientRate: ClientRate | null;
  readonly backup: Omit<BackupSettings, 'database'> & BackupTiming;
  /** The address of the HTTP listener for metrics and health checks; null: no listener. */
  readonly httpListen: ListenAddress | null;
  /** The admins' desk and its API; null: there is none. */
  readonly web: WebSettings | null;
  /** Whether people without Telegram ask by a form on the web. */
  readonly hasForm: boolean;
  /** The relay that takes mail, and who it is from; null: no mail is sent. */
  readonly email: EmailSettings | null;
  /** The gateway that takes SMS, and how many; null: none are sent. */
  readonly sms: SmsSettings | null;
  /** Where other systems are told who has access; null: nowhere. */
  readonly webhook: WebhookSettings | null;
  readonly log: Pick<LogOptions, 'level' | 'format'> & {
    /** Absolute path of a file that gets the log as well; null: none. Whether it can be written is not checked here. */
    readonly file: string | null;
  };
}

/** The desk: where it listens, and where people find it. */
export interface WebSettings {
  readonly listen: ListenAddress;
  /** The origin that people reach it at from outside: `https://desk.example`. */
  readonly publicUrl: string;
  /** Lets other programs read. Secret. Null: none may. */
  readonly apiToken: string | null;
}
