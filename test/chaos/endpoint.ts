import { randomBytes } from 'node:crypto';
import { Receiver, status, verified, type Said } from '../e2e/webhook-receiver';
import type { Random } from './random';

const secret = `whsec_${randomBytes(32).toString('base64')}`;

/** A webhook of which the endpoint has said that it has it. */
export interface Accepted {
  readonly id: string;
  readonly said: Said;
}

/** The program of somebody else in a chaos run that gets the webhooks: it fails and hangs, too. */
export class Endpoint {
  /** In the order in which they came. */
  readonly accepted: Accepted[] = [];
  private readonly receiver = new Receiver();
  private isFlaky = true;

  constructor(random: Random) {
    this.receiver.answer = (response, delivery) => {
      const said = verified(secret, delivery);
      const how = this.isFlaky ? random.weighted({ accept: 75, fail: 12, close: 5, lose: 5, hang: 3 }) : 'accept';
      // What it has, it may have without being able to say so.
      if (how === 'accept' || how === 'lose') this.accepted.push({ id: delivery.id, said });
      switch (how) {
        case 'accept':
          return status(204)(response, delivery);
        case 'fail':
          return status(random.pick([500, 503]), { 'retry-after': '1' })(response, delivery);
        case 'close':
        case 'lose':
          response.destroy();
          return;
        case 'hang':
      }
    };
  }

  async start(): Promise<this> {
    await this.receiver.start();
    return this;
  }

  get settings() {
    return { WEBHOOK_URL: this.receiver.url(), WEBHOOK_SECRET: secret };
  }

  /** From now on it takes everything. */
  endFaults(): void {
    this.isFlaky = false;
  }

  async stop(): Promise<void> {
    await this.receiver.stop();
  }
}
