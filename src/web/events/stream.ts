import type { PersonId, RequestId } from '../../lifecycle/ids';

/** A message that waits until the stream has caught up. `id` null: it is no event of the history. */
interface Waiting {
  readonly id: number | null;
  readonly text: string;
}

/** nginx would keep messages back until they fill a buffer. */
export const streamHeaders = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' } as const;

/** A reader this far behind is cut off: it comes back and says where it stopped. */
const mostUnread = 1_000;

/** Somebody's open stream of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private waiting: Waiting[] | null = [];
  /** The newest event that it has, or need not have. */
  private last = 0;
  private readonly encoder = new TextEncoder();

  constructor(
    readonly person: PersonId,
    /** The token of the session that it belongs to. */
    readonly token: string,
    private readonly ended: (stream: EventStream) => void,
  ) {
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.controller = controller;
      },
      cancel: () => this.over(),
    });
  }

  /**
   * Something has happened to a request. `id` is the event’s number; null: it is in no history. Returns whether it is told, now or
   * once the stream has caught up: it has no event twice, and none after a later one.
   */
  tell(id: number | null, request: RequestId): boolean {
    if (id !== null && id <= this.last) return false;
    if (id !== null) this.last = id;
    const text = `${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify({ request })}\n\n`;
    if (this.waiting === null) this.write(text);
    else this.waiting.push({ id, text });
    return true;
  }

  /** What was missed has been told, up to this event: what has happened meanwhile follows. */
  caughtUp(upTo: number): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    this.last = Math.max(this.last, upTo);
    for (const { id, text } of waiting) if (id === null || id > upTo) this.write(text);
  }

  write(text: string): void {
    if (this.controller === null) return;
    if ((this.controller.desiredSize ?? 0) < -mostUnread) return this.end();
    this.controller.enqueue(this.encoder.encode(text));
  }

  end(): void {
    const { controller } = this;
    if (controller === null) return;
    this.over();
    controller.close();
  }

  private over(): void {
    this.controller = null;
    this.ended(this);
  }
}
