import type { TelegramDouble } from '../telegram-double/double';
import type { ArmedRule } from '../telegram-double/faults';
import type { Fault } from '../telegram-double/fault';
import type { Call } from '../telegram-double/call-log';
import type { FaultName } from './protocol';

/** The `retry_after` of a message refused with 429, in seconds. */
const retryAfter = 5;

/** The faults that a visitor can switch on and off. */
export class FaultSwitches {
  private readonly armed = new Map<FaultName, ArmedRule | 'away'>();

  constructor(private readonly double: TelegramDouble) {}

  get on(): readonly FaultName[] {
    return [...this.armed.keys()];
  }

  /** Switches a fault on or off. Does nothing if it already is. */
  async turn(name: FaultName, on: boolean): Promise<void> {
    const armed = this.armed.get(name);
    if (on === (armed !== undefined)) return;
    if (armed === undefined) this.armed.set(name, await this.arm(name));
    else await this.disarm(name, armed);
  }

  private async arm(name: FaultName): Promise<ArmedRule | 'away'> {
    switch (name) {
      case 'telegram_away':
        await this.double.telegramAway();
        return 'away';
      case 'lost_answers':
        return this.meeting(everyOther(isMessage), { kind: 'lost_answer' });
      case 'too_many_requests':
        return this.meeting(isMessage, { kind: 'too_many_requests', retryAfter, acts: false, scope: 'chat' });
    }
  }

  private async disarm(name: FaultName, armed: ArmedRule | 'away'): Promise<void> {
    if (armed === 'away') await this.double.telegramBack();
    else armed.remove();
    if (name === 'too_many_requests') this.double.limits.reopen();
    this.armed.delete(name);
  }

  private meeting(when: (call: Call) => boolean, fault: Fault): ArmedRule {
    return this.double.faults.add({ when, times: Infinity, fault });
  }
}

const messages = new Set(['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText', 'editMessageReplyMarkup']);
const isMessage = (call: Call): boolean => messages.has(call.method);

/** The first, third, … call that meets the condition: so a repeated message arrives. */
function everyOther(condition: (call: Call) => boolean): (call: Call) => boolean {
  let met = 0;
  return (call) => condition(call) && met++ % 2 === 0;
}
