import { setTimeout as wait } from 'node:timers/promises';
import { backUpInProcess, type BackupCommand } from '../backup/process';
import { listsToWrite } from '../backup/erasure-list';
import { readStatus, type BackupStatus } from '../backup/status';
import type * as Access from '../access/worker';
import { runBot } from '../bot/bot';
import { introduce } from '../bot/introduce';
import { setProfile } from '../bot/profile';
import { CommandMenus } from '../bot/command-menus';
import { Told } from '../bot/told';
import { DeskButtons } from '../bot/desk-buttons';
import { Identity } from '../bot/identity';
import type { ReceiverStep } from '../bot/receiver';
import { delay, type Random } from '../process/back-off';
import type { Clock } from '../process/clock';
import { rejection } from '../process/rejection';
import { withReleasers } from '../process/releasers';
import { codeKeyOf } from '../contacts/codes';
import { forgetAllForms } from '../contacts/form';
import type { Config } from '../config/config';
import { tooFewAdmins } from '../config/warnings';
import { Eraser, type EraserStep } from '../erasure/eraser';
import type { Health } from '../observability/health/health';
import { isGroup, type ChatId, type GroupId, type Instant, type PersonId, type TelegramId } from '../lifecycle/ids';
import { logStoreEvent } from '../observability/store-log';
import type { Log } from '../observability/log';
import type * as Email from '../channels/email/channel';
import type * as Sms from '../channels/sms/channel';
import { TelegramChannel } from '../channels/telegram/channel';
import type { Meter } from '../observability/meter';
import type { Channel } from '../outbox/channel';
import { Dispatcher, type DispatchStep } from '../outbox/dispatcher';
import { personalPage } from '../contacts/links';
import { loadCommunity } from '../requests/load-community';
import { recognizeBot } from '../requests/another-bot';
import { Community } from '../people/community';
import { Transactions, type TransactionsPorts } from '../transaction/transactions';
import { StoreError } from '../store/errors';
import type { ContactMedium } from '../store/rows';
import { holdDatabase } from '../store/dialects';
import type { SqliteHold } from '../store/sqlite/lock';
import type { StoreEvent } from '../store/store-event';
import { linkTo } from '../sessions/secrets';
import { startBackups } from '../scheduler/backups';
import { startScheduler, type SweepStep } from '../scheduler/scheduler';
import { openStore, type Store } from '../store/store';
import { botApi, type BotApi } from '../channels/telegram/api';
import { mostConnections } from '../channels/telegram/connections';
import { proxyName } from '../channels/telegram/proxy';
import type { Texts } from '../i18n/texts';
import { openWatch, type Watch } from '../observability/watch';
import type * as Webhooks from '../webhooks/deliverer';
import { readVersion } from '../process/version';
import { deskPlaces, miniAppOf, openDesk, type Desk } from './desk';

/** What the daemon needs from the world around it. */
export interface DaemonPorts {
  readonly config: Config;
  readonly texts: Texts;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  /** Tracks the daemon’s state. */
  readonly health: Health;
  /** Makes a backup; with `--send` it only sends what the bucket has missed. */
  readonly backupCommand: BackupCommand;
  /** Called at each named step of handling an update or sending a message: a test can end the process there. */
  readonly step: (name: Step) => void;
}
type Step = ReceiverStep | DispatchStep | SweepStep | EraserStep | Webhooks.WebhookStep;

/**
 * Runs the bot until `signal` is aborted, then finishes what runs and lets go of everything, in reverse order. While
 * another process acts on the same PostgreSQL database, stands by. Waits for anything that may recover by itself. Throws a
 * `ListenError`, `StoreError` or `TokenRefused` where a person has to do something, or where another process has taken
 * over: at once then, with nothing finished, so end the process.
 */
export async function runDaemon(ports: DaemonPorts, signal: AbortSignal): Promise<void> {
  const { config, health, clock } = ports;
  signal.addEventListener('abort', () => health.enter('stopping'));
  await withReleasers(async (acquired) => {
    // Before anything else that a second daemon on the same file could fail at, such as the port of HTTP_LISTEN.
    const hold = holdDatabase(config.database, clock.now());
    acquired(() => hold?.release());
    const watch = await openWatch({ httpListen: config.httpListen, health, clock, log: ports.log });
    acquired(() => watch.close());
    const desk = await openDesk({ ...ports, log: watch.log, meter: watch.meter });
    acquired(() => desk.close());
    await runWatched({ ...ports, log: watch.log }, { watch, desk }, hold, signal);
  }, stopFailed(ports.log));
}

async function runWatched(
  ports: DaemonPorts,
  { watch, desk }: Pick<Started, 'watch' | 'desk'>,
  hold: SqliteHold | null,
  signal: AbortSignal,
): Promise<void> {
  const opened = await openWhenReachable(ports, hold, signal);
  if (opened === null) return;
  const { store, tookOver } = opened;
  await Promise.race([runOn(watch.store(store), ports, { watch, desk, tookOver }, signal), rejection(store.lost)]);
}

/** A start as it went. */
interface Started {
  readonly watch: Watch;
  readonly desk: Desk;
  /** Another process acted until now, and may not know yet that it no longer does. */
  readonly tookOver: boolean;
}

async function runOn(store: Store, ports: DaemonPorts, { watch, desk, tookOver }: Started, signal: AbortSignal) {
  const { config, texts, log, clock, random, health } = ports;
  const { meter } = watch;
  await withReleasers(async (acquired) => {
    acquired(() => store.close());
    health.enter('waiting_for_telegram');
    const api = watch.api(botApi({ ...config, connections: mostConnections() }));
    if (config.proxy !== null) {
      log.info('Telegram is reached through a proxy', {
        action: 'proxy_used',
        details: { proxy: proxyName(config.proxy) },
      });
    }
    const me = await introduce(api, log, random, signal);
    if (me === null) return;
    let accessChats = (): readonly GroupId[] => config.access?.chats ?? [];
    health.act(store, () => accessChats());
    let deliverer: Webhooks.Deliverer | null = null;
    const webhooks = config.webhook === null ? null : { wake: () => deliverer?.wake() };
    const app = await createApp(ports, store, { meter, webhooks }, signal);
    await app.transactions.run(async (tx) => {
      await recognizeBot(tx, me.id, log);
      // A form that was on before has left words of people who can't send them any more.
      if (!config.hasForm) await forgetAllForms(tx);
    }, signal);
    accessChats = () => app.community.accessChats();
    const access = createAccess({ ...ports, ...app, api }, me.id);
    const identity = new Identity({ api, clock, log, channels: app.community.media }, me);
    const dispatchers = createDispatchers(ports, app, { api, meter, access, identity });
    acquired(() => Promise.all(dispatchers.map((dispatcher) => dispatcher.stop())));
    for (const dispatcher of dispatchers) await dispatcher.start();
    log.info('the bot is up', { action: 'started', details: { bot: me.username, database: store.dialect } });
    const besides = { hasDesk: config.web !== null, channels: app.community.media };
    const told = new Told({ ...app, texts, besides, botId: me.id }, signal);
    const menus = new CommandMenus({ api, log, random, texts, besides, told }, signal);
    app.community.follow(({ joined, left }) => menus.follow(joined, left));
    // The admins removed last may still have their menu: the process may have ended before it could reset it.
    void menus
      .set(menuChats(app.community), app.formerAdmins)
      .then(() => setProfile({ api, log, random }, texts, told, signal))
      .catch((error: unknown) => {
        if (!signal.aborted) log.error('what Telegram shows of the bot could not be set', { error });
      });
    const deskButtons = new DeskButtons({ ...app, api, texts, url: miniAppOf(config) }, signal);
    app.community.follow(({ joined, left }) => deskButtons.follow([...joined, ...left]));
    void deskButtons.start().catch((error: unknown) => {
      if (!signal.aborted) log.error('the menu buttons that open the desk could not be set', { error });
    });
    const heardFrom = (user: TelegramId, language: string | null): void => {
      menus.heardFrom(user);
      deskButtons.heardFrom(user, language);
    };
    const eraser = new Eraser({
      ...app,
      retention: config.retention,
      quietFor: () => app.transactions.quietFor(),
      step: ports.step,
      lists: () => listsToWrite(config.database, config.backup),
    });
    app.transactions.wakeForErasures(() => eraser.wake());
    store.watchOthers(() => eraser.wake());
    const scheduler = startScheduler({
      ...app,
      erase: () => eraser.sweep(),
      timing: { remindBefore: config.remindBefore },
      schedule: config.sweepSchedule,
      hasForm: config.hasForm,
      meter,
      step: ports.step,
    });
    desk.act({ ...app, api, botUsername: () => identity.me.username }, signal);
    const backups = keepBackups(ports, app, meter);
    if (config.webhook !== null) deliverer = createDeliverer(ports, app, config.webhook, meter);
    // Together: each may have to finish what it began.
    acquired(() => Promise.all([scheduler.stop(), eraser.stop(), backups.stop(), deliverer?.stop()]));
    await deliverer?.start();
    if (access !== null) {
      app.transactions.wakeForAccess(() => access.wake());
      acquired(() => access.stop());
      access.start();
    }
    const undisputed = () => store.undisputed;
    await runBot({ ...ports, ...app, api, identity, undisputed, tookOver, heardFrom, meter }, signal);
  }, stopFailed(log));
}

/** What went wrong first is thrown. */
const stopFailed = (log: Log) => (error: unknown) =>
  log.error('an error while stopping; what was not finished is done after the next start', {
    action: 'stop_failed',
    error,
  });

/** Between two attempts to open a database that can't be reached. */
const pauses = { min: 500, max: 5000 };

/**
 * A PostgreSQL that is still starting is waited for, and so is the end of another process that acts on it, and room on a
 * full disk. Null: the daemon was stopped meanwhile.
 */
async function openWhenReachable(
  ports: DaemonPorts,
  hold: SqliteHold | null,
  signal: AbortSignal,
): Promise<(Pick<Started, 'tookOver'> & { readonly store: Store }) | null> {
  const { config, clock, log, health, random } = ports;
  let stoodBy = false;
  const tell = (event: StoreEvent): void => {
    if (event.kind === 'standing_by') {
      stoodBy = true;
      health.enter('standing_by');
    } else if (event.kind === 'taking_over') health.enter('opening_database');
    else if (event.kind === 'migrating') health.enter('migrating');
    logStoreEvent(log, event);
  };
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      const store = await openStore(config.database, clock.now(), { signal, tell, random }, hold);
      return { store, tookOver: stoodBy };
    } catch (error) {
      if (signal.aborted) break;
      // A server that refuses us once it has let us in is in some trouble of its own.
      const mayPass =
        error instanceof StoreError &&
        (error.code === 'unreachable' || error.code === 'exhausted' || (stoodBy && error.code === 'refused'));
      if (!mayPass) throw error;
      health.enter('waiting_for_database');
      log.error(`${error.message} Waiting for it.`, { action: 'database_unreachable' });
      await wait(delay(attempt, pauses, random), undefined, { signal }).catch(() => {});
    }
  }
  return null;
}

async function createApp(
  { config, clock, random, log }: DaemonPorts,
  store: Store,
  told: Pick<TransactionsPorts, 'meter' | 'webhooks'>,
  signal: AbortSignal,
) {
  const { policy, adminChatId, adminTopicId, access, email, sms } = config;
  const media: readonly ContactMedium[] = [
    ...(email === null ? [] : (['email'] as const)),
    ...(sms === null ? [] : (['sms'] as const)),
  ];
  const community = new Community(policy, new Map(), adminChatId, adminTopicId, new Map(), access, media);
  const transactions = new Transactions({
    ...{ store, community, clock, random, log, ...told },
    codeKey: codeKeyOf(config.token),
  });
  const formerAdmins = await transactions.run((tx) => loadCommunity(tx, config.admins, log), signal);
  const tooFew = tooFewAdmins(community.admins.length, config);
  if (tooFew !== null) log.warn(`${tooFew.setting} ${tooFew.says}`, { action: 'setting_warning' });
  return { store, transactions, community, clock, random, log, formerAdmins };
}
type App = Awaited<ReturnType<typeof createApp>>;

/** The chats with the admins' menu, as Telegram numbers them: their group, and the private chat of each. */
const menuChats = (community: Community): readonly ChatId[] => [
  ...community.cardRecipients().filter(isGroup),
  ...community.adminTelegramIds,
];

/** Loaded only where it is used. */
const loadAccess = () => require('../access/worker') as typeof Access;
const loadEmail = () => require('../channels/email/channel') as typeof Email;
const loadSms = () => require('../channels/sms/channel') as typeof Sms;
const loadWebhooks = () => require('../webhooks/deliverer') as typeof Webhooks;

/** What lets people into the chats of ACCESS_CHATS and out of them; null: there are none. */
function createAccess(
  { config, ...ports }: DaemonPorts & App & { readonly api: BotApi },
  botId: number,
): Access.AccessWorker | null {
  if (config.access === null) return null;
  return new (loadAccess().AccessWorker)({ ...ports, botId, communityName: config.community });
}

function keepBackups({ config: { backup }, backupCommand }: DaemonPorts, app: App, meter: Meter) {
  return startBackups({
    ...app,
    schedule: backup.schedule,
    maxAge: backup.maxAge,
    status: () => statusFor(backup, app.clock.now()),
    backUp: (job, signal) => backUpInProcess(backupCommand, job === 'make' ? [] : ['--send'], signal),
    meter,
  });
}

/** Without a bucket, no backup is unsent. */
function statusFor({ folder, bucket }: Config['backup'], now: Instant): BackupStatus {
  const status = readStatus(folder, now);
  return bucket === null ? { ...status, unsent: null, isListUnsent: false } : status;
}

/** What messages leave with. */
interface Reaching {
  readonly api: BotApi;
  readonly meter: Meter;
  readonly access: Access.AccessWorker | null;
  readonly identity: Identity;
}

/** One for each channel. */
function createDispatchers(
  { config, texts, random, step }: DaemonPorts,
  app: App,
  { api, meter, access, identity }: Reaching,
): readonly Dispatcher[] {
  const { community, log, clock } = app;
  const workingLink = access === null ? null : (chat: GroupId) => access.workingLink(chat);
  const { token, web, sendRate } = config;
  const deskLink = web === null ? null : (nonce: string) => linkTo(web.publicUrl, nonce, token);
  const deskPlace = deskPlaces(config, () => identity.me);
  const channels: Channel[] = [
    new TelegramChannel({ api, texts, community, log, sendRate, workingLink, deskLink, deskPlace }),
  ];
  if (config.email !== null) {
    const { EmailChannel, messageKeyOf } = loadEmail();
    channels.push(
      new EmailChannel({
        settings: config.email,
        texts,
        community: config.community,
        messageKey: messageKeyOf(token),
        personalPage: pageOf(config),
        clock,
        log,
        onOutage: (reason) => meter.channelAway('email', reason),
      }),
    );
  }
  if (config.sms !== null) {
    const { SmsChannel } = loadSms();
    channels.push(
      new SmsChannel({
        settings: config.sms,
        texts,
        clock,
        log,
        onOutage: (reason) => meter.channelAway('sms', reason),
        onParts: (parts) => meter.smsTaken(parts),
      }),
    );
  }
  return channels.map((channel) => new Dispatcher({ ...app, channel, meter, random, step }));
}

/** Where somebody who asked by the form finds their own page; null: there is no form. */
function pageOf({ web, hasForm, token }: Config): ((person: PersonId) => string) | null {
  return web === null || !hasForm ? null : (person) => personalPage(web.publicUrl, person, token);
}

function createDeliverer(
  { random, step }: DaemonPorts,
  app: App,
  settings: NonNullable<Config['webhook']>,
  meter: Meter,
): Webhooks.Deliverer {
  return new (loadWebhooks().Deliverer)({ ...app, settings, meter, random, version: readVersion(), step });
}
