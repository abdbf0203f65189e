import type { Answer } from './answer';
import type { DoubleClock } from './clock';
import type { Fault } from './fault';

export type Params = Readonly<Record<string, unknown>>;

/** A call that the bot made. */
export interface Call {
  /** Counts from 1, in order of arrival. */
  readonly number: number;
  /** When it arrived, by the double's clock (ms). */
  readonly at: number;
  readonly method: string;
  readonly params: Params;
  /** Whether it took effect: false while it is being handled, and if a fault or a limit prevented it. */
  acted: boolean;
  /** The result, even if a fault kept it from the bot; null while the call is being handled. */
  answer: Answer | null;
  /** Whether the bot got the whole answer. `lost`: the connection ended before that. */
  delivery: 'under way' | 'delivered' | 'lost';
  /** The fault that applied to it. */
  fault: Fault['kind'] | null;
}

/** A call whose parameters Telegram's documentation doesn't allow. */
export interface Violation {
  readonly at: number;
  readonly method: string;
  readonly params: Params;
  readonly problem: string;
}

/** Every call by the bot, in order of arrival. */
export class CallLog {
  readonly calls: Call[] = [];
  readonly violations: Violation[] = [];
  private count = 0;
  private readonly listeners = new Set<(call: Call) => void>();

  constructor(private readonly clock: DoubleClock) {}

  /** Records a call that has just arrived. */
  record(method: string, params: Params): Call {
    this.count += 1;
    const call: Call = {
      number: this.count,
      at: this.clock.now(),
      method,
      params,
      acted: false,
      answer: null,
      delivery: 'under way',
      fault: null,
    };
    this.calls.push(call);
    for (const listener of this.listeners) listener(call);
    return call;
  }

  /** Records that a call broke Telegram's rules. */
  violated(method: string, params: Params, problem: string): void {
    this.violations.push({ at: this.clock.now(), method, params, problem });
  }

  /** The calls of one method. */
  of(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Resolves with the next call that `matches` accepts, before it is answered. */
  next(matches: (call: Call) => boolean): Promise<Call> {
    return new Promise((resolve) => {
      const listener = (call: Call): void => {
        if (!matches(call)) return;
        this.listeners.delete(listener);
        resolve(call);
      };
      this.listeners.add(listener);
    });
  }

  /** Drops the calls so far, for long benchmarks. Violations are kept. */
  forget(): void {
    this.calls.length = 0;
  }
}
