import type { NewOwed, Owed } from '../store/queries/outbox';
import type { ChannelName } from '../store/rows';
import type { FastPath } from './fast-path';
import type { Transaction } from './transaction';

/** The fast paths of one transaction, a channel each: every message takes that of its own channel. */
export class FastPaths implements FastPath {
  constructor(private readonly paths: ReadonlyMap<ChannelName, FastPath>) {}

  async reserve(written: readonly NewOwed[], unwritten: readonly NewOwed[]): Promise<ReadonlySet<NewOwed>> {
    const reserved = new Set<NewOwed>();
    for (const [channel, path] of this.paths) {
      const own = of(channel, unwritten);
      if (own.length === 0) continue;
      for (const message of await path.reserve(of(channel, written), own)) reserved.add(message);
    }
    return reserved;
  }

  async claim(tx: Transaction, rows: readonly Owed[]): Promise<void> {
    for (const [channel, path] of this.paths) await path.claim(tx, of(channel, rows));
  }

  handOver(owed: readonly Owed[]): void {
    for (const [channel, path] of this.paths) path.handOver(of(channel, owed));
  }

  release(): void {
    for (const path of this.paths.values()) path.release();
  }
}

const of = <Message extends NewOwed>(channel: ChannelName, messages: readonly Message[]): readonly Message[] =>
  messages.filter((message) => message.channel === channel);
