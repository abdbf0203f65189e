import type { Answer } from './answer';
import type { SandboxClock } from './clock';
import type { Fault } from './fault';

export type Params = Readonly<Record<string, unknown>>;

/** One call the bot made, as the double saw it. */
export interface Call {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** When it arrived, by the double's clock (ms). */
  readonly at: number;
  readonly method: string;
  readonly params: Params;
  /** Whether it had its effect: false while it is under way and for what a fault or a limit kept from acting. */
  acted: boolean;
  /** What it came to, also where a fault kept the bot from hearing it; null while it is under way. */
  answer: Answer | null;
  /** Whether the bot got the whole answer: `lost` where the connection ended before. */
  delivery: 'under way' | 'delivered' | 'lost';
  /** The fault that met it. */
  fault: Fault['kind'] | null;
}

/** A call whose parameters Telegram's documentation does not allow. */
export interface Violation {
  readonly at: number;
  readonly method: string;
  readonly params: Params;
  readonly problem: string;
}

/** Every call of the bot, in order of arrival. */
export class Ledger {
  readonly calls: Call[] = [];
  readonly violations: Violation[] = [];
  private count = 0;
  private readonly listeners = new Set<(call: Call) => void>();

  constructor(private readonly clock: SandboxClock) {}

  /** Enters a call that has just arrived. */
  enter(method: string, params: Params): Call {
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

  /** Enters that a call broke Telegram's rules. */
  violated(method: string, params: Params, problem: string): void {
    this.violations.push({ at: this.clock.now(), method, params, problem });
  }

  /** The calls of one method. */
  of(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** The next call to arrive that `matches`; it has not been answered then. */
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

  /** Forgets the calls so far, for long measurements. Violations stay. */
  forget(): void {
    this.calls.length = 0;
  }
}
