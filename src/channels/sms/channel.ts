import { isAllowedNumber } from '../../contacts/phone-number';
import type { Texts } from '../../i18n/texts';
import type { ResolvedMessage } from '../../outbox/resolve';
import { AddressChannel, type AddressChannelPorts, type HandedOver } from '../address-channel';
import { classify } from './classify';
import { handOver } from './gateway';
import { SmsPace } from './pace';
import { partsOf } from './parts';
import { renderSms } from './render';
import type { SmsSettings } from './settings';

export interface SmsChannelPorts extends AddressChannelPorts {
  readonly settings: SmsSettings;
  readonly texts: Texts;
  /** For monitoring: a message of so many parts was taken, or may have been. */
  readonly onParts: (parts: number) => void;
}

/** Messages go out as SMS through a gateway, by HTTP. */
export class SmsChannel extends AddressChannel<string> {
  readonly pace: SmsPace;
  /** SMS_DAILY is used up, and the log has said so. */
  private isFull = false;

  constructor(private readonly ports: SmsChannelPorts) {
    super({ medium: 'sms', title: 'SMS', what: 'SMS', one: 'an SMS', address: 'phone number', actions: 'sms' }, ports);
    this.pace = new SmsPace(ports.settings.daily);
  }

  protected override word({ notice, language }: ResolvedMessage): string | null {
    return renderSms(notice, this.ports.texts, language);
  }

  /** A number may have been proved before SMS_PREFIXES was what it is. */
  protected override whyNotTo(number: string): string | null {
    return isAllowedNumber(number, this.ports.settings.prefixes)
      ? null
      : 'the phone number does not begin with one of SMS_PREFIXES';
  }

  protected override async handOver(text: string, address: string, signal: AbortSignal): Promise<HandedOver> {
    const { gateway } = this.ports.settings;
    const called = await handOver(gateway, address, text, signal);
    const meaning = classify(called, gateway.shape);
    if (meaning.is === 'taken' || meaning.is === 'unknown') this.count(text);
    return { meaning, error: called.says };
  }

  /** It counts against SMS_DAILY, and is paid for. */
  private count(text: string): void {
    const { clock, log, settings, onParts } = this.ports;
    const { parts } = partsOf(text);
    onParts(parts);
    const now = clock.monotonic();
    this.pace.sent(now);
    const freeIn = this.pace.nextIn(now);
    if (freeIn > 0 && !this.isFull) {
      log.warn('SMS_DAILY is used up, and SMS wait until the first of them is a day old', {
        action: 'sms_daily_used_up',
        details: { daily: settings.daily, waitMs: freeIn },
      });
    }
    this.isFull = freeIn > 0;
  }
}
