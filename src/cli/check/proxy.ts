import type { Config } from '../../config/config';
import type { Millis } from '../../lifecycle/ids';
import { connectorTo } from '../../channels/telegram/connect';
import { environmentProxy } from '../../channels/telegram/environment-proxy';
import { proxyName } from '../../channels/telegram/proxy';
import { reasonOf } from '../../network/reason';
import { away, ok, type Check, type Finding } from './finding';

const within: Millis = 20_000;

/** Checks which proxy leads to the Bot API and whether it connects. Sends nothing to the Bot API. */
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
      return ok(`${proxyName(proxy)} reaches ${root.host}`);
    } catch (error) {
      return away(
        `${root.host} can't be reached: ${reasonOf(error)}. ` +
          `Correct ${proxy.setting}, or make sure that the proxy is running and lets this machine reach ${root.host}; the daemon waits for it.`,
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
      return `none: ${found.by} lists ${new URL(apiRoot).host}`;
    // Only TELEGRAM_PROXY=off overrides these.
    case 'proxy':
      return `none: TELEGRAM_PROXY is off, which overrides ${found.proxy.setting}`;
    case 'unreadable':
      return `none: TELEGRAM_PROXY is off, which overrides ${found.setting}`;
  }
}
