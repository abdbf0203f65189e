import type { RelayFailure } from '../../channels/email/classify';
import { composeMail, messageKeyOf } from '../../channels/email/message';
import { handOver, tryLogin, type RelayAnswer } from '../../channels/email/relay';
import { renderTestMail } from '../../channels/email/render';
import type { EmailSettings } from '../../channels/email/settings';
import type { Config } from '../../config/config';
import type { Texts } from '../../i18n/texts';
import type { Clock } from '../../process/clock';
import { away, ok, wrong, type Check, type Finding } from './finding';

/** Checks that the relay answers, goes over to TLS and takes the login. Sends no mail. */
export function mailCheck(settings: EmailSettings, signal: AbortSignal): Check {
  const look = async (): Promise<Finding> => {
    const answer = await tryLogin(settings, signal);
    if (answer.end === 'failed') return explain(answer, settings);
    const login = settings.login === null ? '' : ` and takes the login of ${settings.login.username}`;
    return ok(`${placeOf(settings)} answers${login}; no mail was sent. check --mail ADDRESS sends one`);
  };
  return { subject: 'mail', look };
}

/** Sends a test mail to `to`, and says how far it came. */
export function testMailCheck(
  { config, settings, texts }: { readonly config: Config; readonly settings: EmailSettings; readonly texts: Texts },
  to: string,
  clock: Clock,
  signal: AbortSignal,
): Check {
  const look = async (): Promise<Finding> => {
    const words = renderTestMail({ texts, language: null, community: config.community });
    const around = { community: config.community, messageKey: messageKeyOf(config.token) };
    const createdAt = clock.now();
    // The time stands in for the number of a row: this message is in no outbox.
    const mail = composeMail({ outboxId: createdAt, createdAt, requestId: null }, to, words, settings, around);
    if (mail === null) return wrong(`${to} is not an email address that mail can be sent to`);
    const answer = await handOver(mail, settings, signal);
    if (answer.end === 'failed') return explain(answer, settings);
    return ok(
      `${placeOf(settings)} has taken the message to ${mail.to.address} (${passed(answer)}) and said: ${answer.response}. ` +
        'Look for it there, in the spam folder as well: whether it arrives is not known here',
    );
  };
  return { subject: 'mail', look };
}

const placeOf = ({ host, port }: EmailSettings): string => `${host}:${port}`;

const passed = (answer: RelayAnswer): string =>
  answer.passed.length === 0 ? 'nothing before that' : answer.passed.join(', ');

function explain(answer: Extract<RelayAnswer, { end: 'failed' }>, settings: EmailSettings): Finding {
  const { failure, message } = answer;
  const says = `${placeOf(settings)} failed at ${message}. Passed before: ${passed(answer)}. ${adviceFor(failure, settings)}`;
  return isForPeople(failure) ? wrong(says) : away(says);
}

/** Whether somebody has to correct something; else trying again may help. */
function isForPeople({ code, cause, response }: RelayFailure): boolean {
  if (response !== null) return response.startsWith('5');
  return code === 'EAUTH' || code === 'ETLS' || (cause !== null && /CERT|TLS|SSL|ISSUER|EPROTO/.test(cause));
}

function adviceFor({ code, cause, stage, response }: RelayFailure, { security, port }: EmailSettings): string {
  if (code === 'EDNS') return 'Correct SMTP_HOST, or make sure that DNS works.';
  if (response?.startsWith('4') === true)
    return 'The relay refuses this for now only, as with greylisting, and the bot would send it again: try again in a few minutes.';
  if (cause !== null && /CERT|ISSUER|ALTNAME/.test(cause))
    return 'The certificate isn’t trusted: SMTP_HOST has to be a name in it, and SMTP_CA_FILE what it is signed by, if that is no public authority.';
  if (code === 'EAUTH')
    return 'Correct SMTP_USERNAME and SMTP_PASSWORD; many providers want a password made for programs.';
  switch (stage) {
    case 'connect':
      return security === 'force_tls' && cause !== null && /EPROTO|SSL|TLS/.test(cause)
        ? 'The relay doesn’t begin with TLS: set SMTP_SECURITY=starttls, or the port for TLS (465).'
        : 'Correct SMTP_HOST and SMTP_PORT, or let this machine reach them: many providers block port 25.';
    case 'greeting':
      return security === 'starttls' && port === 465
        ? 'At port 465 relays begin with TLS: set SMTP_SECURITY=force_tls, or SMTP_PORT=587.'
        : 'Correct SMTP_PORT and SMTP_SECURITY: the relay may expect TLS from the first byte (force_tls).';
    case 'EHLO':
      return fellSilent;
    case 'STARTTLS':
      return 'Without TLS nothing is sent. Set SMTP_SECURITY=force_tls with the relay’s port for TLS (465), or have TLS switched on there.';
    case 'AUTH':
      return response === null ? fellSilent : 'Correct SMTP_USERNAME and SMTP_PASSWORD.';
    case 'MAIL FROM':
      if (response === null) return fellSilent;
      return response?.startsWith('530') === true
        ? 'The relay wants a login: set SMTP_USERNAME and SMTP_PASSWORD.'
        : 'The relay doesn’t let this login send from that address: correct SMTP_FROM.';
    case 'RCPT TO':
      if (response === null) return fellSilent;
      return 'The relay refuses this recipient. If it refuses every one, it needs a login (SMTP_USERNAME) or to be told of this machine.';
    case 'DATA':
    case 'message':
    case 'QUIT':
      return response === null ? fellSilent : 'The relay refuses the message itself; what it said should say why.';
  }
}

const fellSilent = 'The relay hung up or fell silent: try again, and if that stays so, look into its log.';
