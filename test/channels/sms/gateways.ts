import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { patience, withDeadline } from '../../../src/telegram-double/deadline';

/** An SMS that a gateway was asked to send. */
export interface Asked {
  readonly to: string;
  readonly text: string;
  /** Null: the gateway was not told. */
  readonly from: string | null;
  /** What the call was: for what no field above says. */
  readonly call: string;
  readonly authorization: string | null;
}

/** What a gateway does with a call: it answers, hangs up after it has heard it, or says nothing. */
export type Answer = { readonly status: number; readonly body: string } | 'hangs up' | 'is silent';

/** A gateway that takes messages by HTTP, and keeps what it was asked. */
abstract class Gateway {
  readonly asked: Asked[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly server: Server = createServer((request, response) => {
    void this.heard(request, response);
  });
  private readonly scripted: Answer[] = [];

  abstract readonly taken: Answer;
  protected abstract readonly path: string;
  /** Whether a call that sends nothing has the right login. */
  protected abstract accepts(authorization: string | null): boolean;
  protected abstract read(request: IncomingMessage, body: string): Omit<Asked, 'call' | 'authorization'> | null;

  /** What it says to the next messages, in this order; to those after them it says yes. */
  will(...answers: readonly Answer[]): this {
    this.scripted.push(...answers);
    return this;
  }

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  /** SMS_URL. */
  get url(): string {
    return this.path.replace('HOST', `127.0.0.1:${(this.server.address() as AddressInfo).port}`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  /** All that it was asked, once there are so many. */
  async hasBeenAsked(count: number): Promise<readonly Asked[]> {
    while (this.asked.length < count) {
      const next = new Promise<void>((resolve) => this.waiting.add(resolve));
      await withDeadline(next, patience, () => `the gateway was asked ${this.asked.length} times of ${count}`);
    }
    return this.asked;
  }

  private async heard(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const message = this.read(request, body);
    const { method = '', url = '' } = request;
    const authorization = request.headers.authorization ?? null;
    if (message === null) {
      response.writeHead(this.accepts(authorization) ? 200 : 401).end('{}');
      return;
    }
    this.asked.push({ ...message, call: `${method} ${url}`, authorization });
    const answer = this.scripted.shift() ?? this.taken;
    if (answer === 'hangs up') request.socket.destroy();
    else if (answer !== 'is silent') response.writeHead(answer.status).end(answer.body);
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

/** Twilio's answer to a message that it refuses (https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions). */
export const refusal = (status: number, code: number, message = 'no'): Answer => ({
  status,
  body: JSON.stringify({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }),
});

/** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
export class TwilioDouble extends Gateway {
  readonly taken = { status: 201, body: JSON.stringify({ sid: 'SM1', status: 'queued' }) };
  protected readonly path = 'http://AC1:auth-token-of-twilio@HOST/2010-04-01/Accounts/AC1/Messages.json';

  protected accepts(authorization: string | null): boolean {
    return authorization === `Basic ${Buffer.from('AC1:auth-token-of-twilio').toString('base64')}`;
  }

  protected read({ method, url }: IncomingMessage, body: string) {
    if (method !== 'POST' || url !== '/2010-04-01/Accounts/AC1/Messages.json') return null;
    const form = new URLSearchParams(body);
    const from = form.get('From') ?? form.get('MessagingServiceSid');
    return { to: form.get('To') ?? '', text: form.get('Body') ?? '', from };
  }
}

/** Kannel's sendsms, as one of the many that take a GET (https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html). */
export class TemplateDouble extends Gateway {
  readonly taken = { status: 202, body: '0: Accepted for delivery' };
  protected readonly path =
    'http://HOST/cgi-bin/sendsms?username=bot&password=kannel-password&charset=UTF-8&coding=2&to={to}&text={text}';

  protected accepts(): boolean {
    return true;
  }

  protected read({ url = '' }: IncomingMessage) {
    const { pathname, searchParams } = new URL(url, 'http://gateway');
    if (pathname !== '/cgi-bin/sendsms') return null;
    const { to, text, from } = Object.fromEntries(searchParams);
    return { to: to ?? '', text: text ?? '', from: from ?? null };
  }
}
