import type { Meaning } from '../address-channel';
import type { Stage } from './dialogue';

/** An attempt to hand a message to the relay that failed. */
export interface RelayFailure {
  /** The library's code: `EAUTH`, `ETLS`, `ETIMEDOUT` and so on. */
  readonly code: string;
  /** What the system or TLS called it, if that is where it comes from. */
  readonly cause: string | null;
  /** What the relay said last, with its code; null: it said nothing. */
  readonly response: string | null;
  /** What it was asked. */
  readonly stage: Stage;
  /** It had asked for the text (354). */
  readonly hadText: boolean;
}

/**
 * Classifies a failure by what the relay was asked and what it answered: its code (https://www.rfc-editor.org/rfc/rfc5321#section-4.2)
 * and, where it gives one, the enhanced code (https://www.rfc-editor.org/rfc/rfc3463).
 */
export function classify({ code, cause, response, stage, hadText }: RelayFailure): Meaning {
  const reply = /^([245])\d\d/.exec(response ?? '');
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(response ?? '')?.[1] ?? null;
  const isTemporary = reply?.[1] === '4';
  if (code === 'EAUTH') return { is: 'away', broken: !isTemporary };
  if (hadText) {
    // A relay that is only slow has it: whoever reads it should not get it every minute.
    if (reply === null) return isTooLate(code) ? { is: 'unknown' } : lost({ maybeSent: true });
    if (isClosing(response)) return lost({ maybeSent: false });
    if (isTemporary) return { is: 'deferred' };
    return { is: enhanced !== null && isDead(enhanced) ? 'dead' : 'refused' };
  }
  if (code === 'ETLS' || (cause !== null && isOfTls(cause))) return { is: 'away', broken: true };
  switch (stage) {
    case 'connect':
    case 'greeting':
    case 'EHLO':
    case 'STARTTLS':
    case 'AUTH':
    case 'QUIT':
      return { is: 'away', broken: reply?.[1] === '5' };
    case 'MAIL FROM':
      // The library looks at the size that the relay takes before it asks.
      if (reply === null && code === 'EMESSAGE') return { is: 'refused' };
      if (isTemporary && !isClosing(response)) return { is: 'deferred' };
      return { is: 'away', broken: reply?.[1] === '5' };
    case 'RCPT TO':
      if (reply === null) return code === 'EENVELOPE' ? { is: 'refused' } : lost({ maybeSent: false });
      if (isTemporary) return isClosing(response) ? lost({ maybeSent: false }) : { is: 'deferred' };
      return aboutRecipient(reply[0], enhanced, response ?? '');
    case 'DATA':
    case 'message':
      if (reply === null) {
        return code === 'EENVELOPE' || code === 'EMESSAGE' ? { is: 'refused' } : lost({ maybeSent: false });
      }
      if (isClosing(response)) return lost({ maybeSent: false });
      return { is: isTemporary ? 'deferred' : 'refused' };
  }
}

/** The relay has hung up or fallen silent after it had heard of this mail: it is in trouble, unless others get theirs. */
const lost = ({ maybeSent }: { readonly maybeSent: boolean }): Meaning => ({
  is: 'unclear',
  presumed: 'channel',
  broken: false,
  maybeSent,
});

/** It refuses this recipient, or everybody. */
const denied: Meaning = { is: 'unclear', presumed: 'recipient', broken: true, maybeSent: false };

/** It was waited for as long as it may take. */
const isTooLate = (code: string): boolean => code === 'ETIMEDOUT' || code === 'EABORT';

/** A 5xx to RCPT TO. */
function aboutRecipient(code: string, enhanced: string | null, response: string): Meaning {
  if (enhanced !== null) {
    // The address of the sender.
    if (/^5\.1\.[78]$/.test(enhanced)) return { is: 'away', broken: true };
    if (isDead(enhanced)) return { is: 'dead' };
    // Relaying denied, but also: this recipient wants nothing from us.
    if (/^5\.7\./.test(enhanced)) return denied;
    // A full mailbox.
    if (enhanced === '5.2.2') return { is: 'deferred' };
  }
  if (/relay/i.test(response) || code === '554' || code === '530') return denied;
  if (code === '552') return { is: 'deferred' };
  return { is: ['550', '551', '553'].includes(code) ? 'dead' : 'refused' };
}

/** Bad or moved address, mailbox or domain: https://www.rfc-editor.org/rfc/rfc3463#section-3.2 and 3.3, 5.2.1 "mailbox disabled". */
const isDead = (enhanced: string): boolean => /^5\.1\.(?:0|1|2|3|6|10)$/.test(enhanced) || enhanced === '5.2.1';

/** 421: the relay closes the connection, whatever it was asked. */
const isClosing = (response: string | null): boolean => response?.startsWith('421') === true;

/** Errors of certificates and of TLS, as OpenSSL and Node name them: trying again changes nothing. */
const isOfTls = (cause: string): boolean =>
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/.test(
    cause,
  );
