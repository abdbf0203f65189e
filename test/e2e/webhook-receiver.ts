import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { patience, withDeadline } from '../../src/telegram-double/deadline';

/** A webhook as it came. */
export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly id: string;
}

/** What a webhook says. */
export interface Said {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly telegram_id: number;
    readonly access: boolean;
    readonly since: string;
    readonly request: number;
    readonly version: number;
  };
}

type Answer = (response: ServerResponse, delivery: Delivery) => void;

/** Answers with a status and headers. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();

/** A program of somebody else that takes webhooks. */
export class Receiver {
  /** All that came, oldest first. */
  readonly got: Delivery[] = [];
  /** What it answers from now on. */
  answer: Answer = status(204);
  private readonly listeners = new Set<() => void>();
  private readonly server: Server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const delivery = { method, path: url, headers, body, id: String(headers['webhook-id']) };
      this.got.push(delivery);
      this.answer(response, delivery);
      for (const listener of this.listeners) listener();
    });
  });

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    // An address of TCP is no text.
    return (this.server.address() as AddressInfo).port;
  }

  /** The address under a name of this machine. */
  url(host = '127.0.0.1', path = '/hooks'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** Resolves with all that came once there are so many. */
  async has(count: number): Promise<readonly Delivery[]> {
    let listener = (): void => undefined;
    const there = new Promise<void>((resolve) => {
      listener = () => {
        if (this.got.length >= count) resolve();
      };
      this.listeners.add(listener);
      listener();
    });
    await withDeadline(there, patience, () => `${this.got.length} webhooks came, not ${count}`).finally(() =>
      this.listeners.delete(listener),
    );
    return this.got;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** What a webhook says to who has this secret. Throws if the signature, by the reference implementation, is not right. */
export function verified(secret: string, { headers, body }: Delivery): Said {
  const given = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]),
  );
  return new Webhook(secret).verify(body, given) as Said;
}
