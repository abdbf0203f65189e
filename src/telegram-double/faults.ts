import type { Fault } from './fault';
import type { Call } from './ledger';

/** Which calls a fault meets: those for which everything that is given holds. */
export interface FaultRule {
  readonly method?: string;
  readonly chatId?: number;
  /** Contained in, or matching, the call's `text`. */
  readonly text?: string | RegExp;
  readonly when?: (call: Call) => boolean;
  /** How many calls it meets before it is used up; 1 if not given, `Infinity` until it is removed. */
  readonly times?: number;
  readonly fault: Fault;
}

export interface ArmedRule {
  /** How many calls it has met. */
  readonly hits: number;
  remove(): void;
}

/** The faults that wait for their call. The first rule that matches meets it. */
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

  /** The fault for this call, counted against its rule. */
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
