import type { Clock } from '../process/clock';
import type { Health } from './health/health';
import type * as Router from './http/router';
import type * as WatchRoutes from './http/watch-routes';
import type { Log } from './log';
import { meterFor, type Meter } from './meter';
import type * as Measured from './metrics/measured';
import type * as MetricsModule from './metrics/metrics';
import type { ListenAddress } from '../network/listen-address';
import type * as Listener from '../network/listener';
import type { Store } from '../store/store';
import type { BotApi } from '../channels/telegram/api';
import { readVersion } from '../process/version';

// Without a listener they would be a good part of the start.
const load = {
  metrics: () => require('./metrics/metrics') as typeof MetricsModule,
  measured: () => require('./metrics/measured') as typeof Measured,
  listener: () => require('../network/listener') as typeof Listener,
  router: () => require('./http/router') as typeof Router,
  routes: () => require('./http/watch-routes') as typeof WatchRoutes,
};

interface WatchPorts {
  /** Null: there is no HTTP listener, and nothing is measured. */
  readonly httpListen: ListenAddress | null;
  readonly health: Health;
  readonly clock: Clock;
  readonly log: Log;
}

/** The monitoring of the daemon, and the meters that its parts report to. */
export interface Watch {
  readonly meter: Meter;
  readonly log: Log;
  store(store: Store): Store;
  api(api: BotApi): BotApi;
  close(): Promise<void>;
}

/** Opens the HTTP listener, if there is one. Throws its `ListenError`. */
export async function openWatch({ httpListen, health, clock, log }: WatchPorts): Promise<Watch> {
  if (httpListen === null) {
    return {
      meter: meterFor(health),
      log,
      store: (store) => store,
      api: (api) => api,
      close: () => Promise.resolve(),
    };
  }
  const { measuredApi, measuredBy, measuredLog, measuredStore } = load.measured();
  const metrics = new (load.metrics().Metrics)({ health, clock, version: readVersion() });
  const routes = load.routes().watchRoutes(health, metrics);
  const { respond } = load.router();
  const listener = await load.listener().listen({
    setting: 'HTTP_LISTEN',
    action: 'http_listening',
    place: httpListen,
    answer: (request, response) => void respond(routes, request, response, log),
    log,
  });
  return {
    meter: measuredBy(metrics, health),
    log: measuredLog(log, metrics),
    store: (store) => measuredStore(store, metrics, clock),
    api: (api) => measuredApi(api, metrics, clock),
    close: () => listener.close(),
  };
}
