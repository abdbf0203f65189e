import { ask } from '../../channels/sms/gateway';
import { gatewayHost, type SmsSettings } from '../../channels/sms/settings';
import { away, ok, open, wrong, type Check, type Finding } from './finding';

/** Checks that the gateway answers and, where it is Twilio, that it takes the login. Sends no message. */
export function smsCheck({ gateway, prefixes, daily }: SmsSettings, signal: AbortSignal): Check {
  const limits = `${prefixes === null ? 'to any number' : `to ${prefixes.join(', ')}`}, ${daily === null ? 'without a limit' : `at most ${daily} in 24 hours`}`;
  const look = async (): Promise<Finding> => {
    const host = gatewayHost(gateway);
    const answer = await ask(gateway, signal);
    if (answer.got !== 'answer') return away(`${answer.says}. Correct SMS_URL, or let this machine reach it.`);
    if (gateway.shape === 'template') {
      return open(`${host} answers; whether it takes messages only shows when one is sent (${limits})`);
    }
    if (answer.status >= 200 && answer.status < 300) return ok(`${host} takes the login; nothing was sent (${limits})`);
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
      return wrong(`${host} doesn't take the login: ${answer.says}. Correct the SID and the token in SMS_URL.`);
    }
    return away(`${host} says: ${answer.says}`);
  };
  return { subject: 'SMS', look };
}
