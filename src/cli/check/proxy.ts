import type { Config } from '../../config/config';
import type { Millis } from '../../lifecycle/ids';
import { connectorTo } from '../../channels/telegram/connect';
import { environmentProxy } from '../../channels/telegram/environment-proxy';
import { proxyName } from '../../channels/telegram/proxy';
import { reasonOf } from '../../channels/telegram/reason';
import { away, ok, type Check, type Finding } from './finding';

const within: Millis = 20_000;

/** Which proxy the Bot API is reached through, and whether it leads there. Tells the Bot API nothing. */
export function proxyCheck(
  { proxy, apiRoot }: Config,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Check {
  const root = new URL(apiRoot);
  const look = async (): Promise<Finding> => {
    if (proxy === null) return ok(whyNone(env, apiRoot));
    try {
      const connection = await connectorTo(root, proxy).connect(AbortSignal.any([signal, AbortSignal.timeout(within)]));
      connection.destroy();
      return ok(`${proxyName(proxy)} leads to ${root.host}`);
    } catch (error) {
      return away(
        `${root.host} can't be reached: ${reasonOf(error)}. ` +
          `Correct ${proxy.setting}, or see that the proxy runs and lets this machine reach ${root.host}; the daemon waits for it.`,
      );
    }
  };
  return { subject: 'proxy', look };
}

function whyNone(env: Readonly<Record<string, string | undefined>>, apiRoot: string): string {
  const found = environmentProxy(env, apiRoot);
  switch (found.kind) {
    case 'none':
      return 'none';
    case 'excepted':
      return `none, since ${found.by} has ${new URL(apiRoot).host}`;
    // Only TELEGRAM_PROXY=off goes before these.
    case 'proxy':
      return `none, since TELEGRAM_PROXY is off, whatever ${found.proxy.setting} says`;
    case 'unreadable':
      return `none, since TELEGRAM_PROXY is off, whatever ${found.setting} says`;
  }
}
