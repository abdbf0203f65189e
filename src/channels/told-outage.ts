import type { Log } from '../observability/log';
import type { SendResult } from '../outbox/channel';
import { noteChannelAway, noteChannelBack } from '../requests/channel-trouble';
import type { Transaction } from '../transaction/transaction';

/** An outage that may pass by itself is told to the admins when so many attempts in a row have failed. */
const failuresToTell = 3;

/** What such a channel reaches people by. */
export type Medium = 'email' | 'sms';

export interface ToldOutagePorts {
  readonly channel: Medium;
  /** What the log says can’t be sent: `SMS can’t be sent`. */
  readonly what: string;
  readonly log: Log;
  /** For monitoring: why nothing leaves; null: it does. */
  readonly onOutage: (reason: string | null) => void;
}

/** A channel takes no messages from anybody: the admins are told once, and once that it does again, also over restarts. */
export class ToldOutage {
  /** Attempts in a row that the channel itself has failed. */
  private failures = 0;
  /** There is an outage that is told to the admins. */
  private isAway = false;
  /** Whether the admins know of an outage; null: this process has not looked yet. */
  private isTold: boolean | null = null;

  constructor(private readonly ports: ToldOutagePorts) {}

  /**
   * The channel takes no messages: this one was not sent, or hardly, if its `outcomeUnknown`. It is `broken` if somebody has to do
   * something about it.
   */
  away(isBroken: boolean, error: string, outcomeUnknown = false): SendResult {
    return { end: 'away', error, outcomeUnknown, ...this.failed(isBroken, error) };
  }

  /** An attempt failed because of the channel. What may pass by itself is told to the admins only if it lasts. */
  failed(isBroken: boolean, error: string): Pick<SendResult, 'follow'> {
    const { channel, what, log, onOutage } = this.ports;
    this.failures += 1;
    if (!isBroken && this.failures < failuresToTell) return {};
    this.isAway = true;
    onOutage(error);
    if (this.isTold === true) return {};
    const follow = async (tx: Transaction): Promise<void> => {
      const isNews = await noteChannelAway(tx, channel, error);
      tx.onCommit(() => {
        this.isTold = true;
        if (isNews) log.error(`${what} can’t be sent, and all of it waits: ${error}`, { action: `${channel}_away` });
      });
    };
    return { follow };
  }

  /** The channel has answered about a message: it takes them. `also` is what follows from the answer besides. */
  back(also?: (tx: Transaction) => Promise<void>): Pick<SendResult, 'follow' | 'isBack'> {
    const { channel, what, log, onOutage } = this.ports;
    const isBack = this.isAway;
    this.failures = 0;
    this.isAway = false;
    onOutage(null);
    if (this.isTold === false) return { isBack, ...(also !== undefined && { follow: also }) };
    const follow = async (tx: Transaction): Promise<void> => {
      await also?.(tx);
      const isNews = await noteChannelBack(tx, channel);
      tx.onCommit(() => {
        this.isTold = false;
        if (isNews) log.info(`${what} can be sent again`, { action: `${channel}_back` });
      });
    };
    return { isBack, follow };
  }
}
