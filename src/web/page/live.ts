import { codeOf, pause, streamPath, type Api } from './api.js';

interface Listener {
  /** Something about these requests has changed. */
  changed(requests: ReadonlySet<number>): void;
  /** Anything may have changed: the page was not told for a while. */
  missed(): void;
  /** Whether changes are told at all, or there are too many streams. */
  live(isLive: boolean): void;
}

/** How long hints are gathered: forty people may ask at once (ms). */
const gatherFor = 400;
/** Longer than the server ever is silent (ms). */
const silence = 50_000;
/** How often a page without a stream asks by itself (ms). */
const askEvery = 30_000;

/**
 * The stream of changes (server-sent events, read by `fetch`: an EventSource sends no token). It ends while the page is hidden,
 * since a browser allows few connections to a server, and whatever was missed is asked for afterwards.
 */
export class Live {
  private stream: AbortController | null = null;
  private lastId: string | null = null;
  private readonly hints = new Set<number>();
  private gathering: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly api: Api,
    private readonly listener: Listener,
  ) {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.stop();
      else if (this.isWanted) this.start();
    });
    window.addEventListener('online', () => {
      if (!this.isWanted) return;
      this.stop();
      this.start();
    });
  }

  private isWanted = false;

  /** Follows the changes from now on. */
  follow(): void {
    this.isWanted = true;
    this.start();
  }

  /** Stops following. */
  end(): void {
    this.isWanted = false;
    this.lastId = null;
    this.stop();
  }

  private stop(): void {
    this.stream?.abort();
    this.stream = null;
  }

  private start(): void {
    if (this.stream !== null || document.hidden) return;
    const stream = new AbortController();
    this.stream = stream;
    void this.run(stream.signal).catch(() => undefined);
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const response = await this.api.fetch(
        streamPath,
        { signal, ...(this.lastId !== null && { lastEventId: this.lastId }) },
        Infinity,
      );
      if (response?.ok === true && response.body !== null) {
        failures = 0;
        this.listener.live(true);
        // What happened between the last look and now.
        this.listener.missed();
        await this.listen(response.body, signal);
      } else if (response?.status === 401) {
        this.api.onSignedOut({ isLost: false, isFormer: false });
        return;
      } else if (response?.status === 503 && failures > 1 && (await codeOf(response)) === 'busy') {
        this.listener.live(false);
        this.listener.missed();
        await pause(askEvery, signal);
      }
      await pause(Math.min(1_000 * 2 ** failures, 15_000), signal);
    }
  }

  /** Reads until the stream ends, breaks off or falls silent. */
  private async listen(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    try {
      for (;;) {
        const read = await withinSilence(reader.read(), signal);
        if (read === null || read.done) return;
        text += decoder.decode(read.value, { stream: true });
        const messages = text.split(/\r?\n\r?\n/);
        text = messages.pop() ?? '';
        for (const message of messages) this.hear(message);
      }
    } catch {
      // It broke off: `run` opens the next one.
    } finally {
      void reader.cancel().catch(() => undefined);
    }
  }

  private hear(message: string): void {
    let event = 'message';
    let data = '';
    for (const line of message.split(/\r?\n/)) {
      const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (field === 'id') this.lastId = value;
      if (field === 'event') event = value;
      if (field === 'data') data += value;
    }
    if (event === 'reset') {
      this.lastId = null;
      this.listener.missed();
      return;
    }
    const request = data === '' ? null : requestIn(data);
    if (request === null) return;
    this.hints.add(request);
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      const hints = new Set(this.hints);
      this.hints.clear();
      this.listener.changed(hints);
    }, gatherFor);
  }
}

function requestIn(data: string): number | null {
  try {
    const { request } = JSON.parse(data) as { readonly request?: unknown };
    return typeof request === 'number' ? request : null;
  } catch {
    return null;
  }
}

/** Null: nothing came for too long. */
async function withinSilence<Value>(read: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  const given = new AbortController();
  const tooLong = pause(silence, given.signal).then(() => null);
  const over = (): void => given.abort();
  signal.addEventListener('abort', over, { once: true });
  try {
    return await Promise.race([read, tooLong]);
  } finally {
    signal.removeEventListener('abort', over);
    given.abort();
    await tooLong.catch(() => null);
  }
}
