import type { Clock } from '../../process/clock';
import type { Log } from '../log';
import type { HealthMeter, Meter } from '../meter';
import type { Store } from '../../store/store';
import type { BotApi } from '../../channels/telegram/api';
import type { Metrics } from './metrics';

// The daemon's ports with a meter added. Only used with metrics.

/** Passes everything to the metrics, and to `health` what it needs. */
export function measuredBy(metrics: Metrics, health: HealthMeter): Meter {
  return {
    polled(end, nextWithin) {
      health.polled(end, nextWithin);
      metrics.polled(end);
    },
    sent(what, outcome) {
      health.sent(what, outcome);
      metrics.sent(what, outcome);
    },
    settled(updates, took) {
      health.settled(updates, took);
      metrics.settled(updates, took);
    },
    channelAway(channel, reason) {
      health.channelAway(channel, reason);
      metrics.channelAway(channel, reason);
    },
    smsTaken: (parts) => metrics.smsTaken(parts),
    handlingFailed: () => metrics.handlingFailed(),
    owed: (rows) => metrics.owed(rows),
    voted: (event) => metrics.voted(event),
    webhookTried: (outcome) => metrics.webhookTried(outcome),
    swept: (took, end) => metrics.swept(took, end),
    backupsSeen: (backups) => metrics.backupsSeen(backups),
    deskAnswered: (route, status, took) => metrics.deskAnswered(route, status, took),
    deskStreams: (open) => metrics.deskStreams(open),
  };
}

export function measuredApi(api: BotApi, metrics: Metrics, clock: Clock): BotApi {
  return {
    async call<T>(...[method, params, options]: Parameters<typeof api.call<T>>) {
      const began = clock.monotonic();
      const result = await api.call(method, params, options);
      metrics.called(method, result, clock.monotonic() - began);
      return result;
    },
  };
}

export function measuredStore(store: Store, metrics: Metrics, clock: Clock): Store {
  return {
    dialect: store.dialect,
    lost: store.lost,
    scrub: () => store.scrub(),
    rewrite: (signal) => store.rewrite(signal),
    watchOthers: (listener) => store.watchOthers(listener),
    get uncertainCommits() {
      return store.uncertainCommits;
    },
    get undisputed() {
      return store.undisputed;
    },
    async transaction(work) {
      const asked = clock.monotonic();
      let began = asked;
      let end: 'committed' | 'rolled_back' = 'rolled_back';
      try {
        const result = await store.transaction((queries) => {
          began = clock.monotonic();
          return work(queries);
        });
        end = 'committed';
        return result;
      } finally {
        metrics.transacted(began - asked, clock.monotonic() - began, end);
      }
    },
    read: (work) => store.read(work),
    close: () => store.close(),
  };
}

export function measuredLog(log: Log, metrics: Metrics): Log {
  return {
    error(message, fields) {
      metrics.loggedAt('error');
      log.error(message, fields);
    },
    warn(message, fields) {
      metrics.loggedAt('warn');
      log.warn(message, fields);
    },
    info: (message, fields) => log.info(message, fields),
    debug: (message, fields) => log.debug(message, fields),
    child: (fields) => measuredLog(log.child(fields), metrics),
  };
}
