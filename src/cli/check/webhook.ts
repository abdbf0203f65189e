import { reasonOf } from '../../network/reason';
import { endpointOf } from '../../network/sockets';
import { addressesOf, PrivateAddress } from '../../webhooks/destination';
import { hostOf, type WebhookSettings } from '../../webhooks/settings';
import { away, ok, wrong, type Check, type Finding } from './finding';

/** Checks that the host of WEBHOOK_URL has an address that may be called. Sends nothing there. */
export function webhookCheck(settings: WebhookSettings): Check {
  const look = async (): Promise<Finding> => {
    const { host } = endpointOf(new URL(settings.url));
    try {
      const found = await addressesOf(host);
      const addresses = found.map(({ address }) => address).join(', ');
      return ok(
        `${hostOf(settings)} ${addresses === host ? 'is an address' : `is at ${addresses}`}; nothing was sent there`,
      );
    } catch (error) {
      if (error instanceof PrivateAddress) return wrong(`WEBHOOK_URL: ${error.message}.`);
      return away(
        `the host of WEBHOOK_URL can't be found: ${reasonOf(error)}. Correct it, or make sure that DNS works.`,
      );
    }
  };
  return { subject: 'webhooks', look };
}
