import type { Fault } from './fault';
import type { Call } from './call-log';

/** Which calls a fault applies to: those that match all given fields. */
export interface FaultRule {
  readonly method?: string;
  readonly chatId?: number;
  /** Contained in the call's `text`, or matching it. */
  readonly text?: string | RegExp;
  readonly when?: (call: Call) => boolean;
  /** How many calls it applies to: 1 by default, `Infinity` until it is removed. */
  readonly times?: number;
  readonly fault: Fault;
}

export interface ArmedRule {
  /** How many calls it has applied to so far. */
  readonly hits: number;
  remove(): void;
}

/** The faults that are waiting for a call. The first rule that matches a call applies. */
export class Faults {
  private readonly rules: { rule: FaultRule; hits: number }[] = [];

  add(rule: FaultRule): ArmedRule {
    const armed = { rule, hits: 0 };
    this.rules.push(armed);
    return {
      get hits() {
        return armed.hits;
      },
      remove: () => this.drop(armed),
    };
  }

  clear(): void {
    this.rules.length = 0;
  }

  /** The fault for this call, if any; counts it. */
  take(call: Call): Fault | undefined {
    const armed = this.rules.find(({ rule }) => meets(rule, call));
    if (armed === undefined) return undefined;
    armed.hits += 1;
    if (armed.hits >= (armed.rule.times ?? 1)) this.drop(armed);
    return armed.rule.fault;
  }

  private drop(armed: { rule: FaultRule; hits: number }): void {
    const index = this.rules.indexOf(armed);
    if (index >= 0) this.rules.splice(index, 1);
  }
}

function meets(rule: FaultRule, call: Call): boolean {
  if (rule.method !== undefined && rule.method !== call.method) return false;
  if (rule.chatId !== undefined && rule.chatId !== Number(call.params['chat_id'])) return false;
  if (rule.text !== undefined && !textMatches(rule.text, call.params['text'])) return false;
  return rule.when?.(call) ?? true;
}

function textMatches(wanted: string | RegExp, text: unknown): boolean {
  if (typeof text !== 'string') return false;
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
