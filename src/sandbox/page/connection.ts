import type { Action, ActionAnswer, PressView, Snapshot } from '../protocol.js';

/** The outcome of a visitor's action; for a press, with the bot's answer. */
export type Outcome =
  | { readonly ok: true; readonly press?: PressView; readonly open?: string }
  | Extract<ActionAnswer, { readonly ok: false }>;

/** Sends a visitor's action and resolves with its outcome. Never rejects. */
export type Act = (action: Action) => Promise<Outcome>;

/** How long to wait before reconnecting (ms). */
const retryAfter = 1_000;

const noAnswer = 'The sandbox does not answer. If you have stopped it, start it again: npm run sandbox';

/** The page's connection to the sandbox. */
export class Connection {
  private answered: Snapshot['presses'] = [];
  private readonly waiting = new Map<number, (view: PressView) => void>();

  /**
   * Follows the snapshots while the page is visible, and reconnects. A hidden page disconnects: a browser allows six connections
   * to a server, and its other tabs need some.
   */
  follow(onSnapshot: (snapshot: Snapshot) => void, onConnected: (connected: boolean) => void): void {
    let stream: EventSource | null = null;
    const letGo = (): void => {
      stream?.close();
      stream = null;
    };
    const listen = (): void => {
      if (stream !== null || document.hidden) return;
      stream = new EventSource('events');
      stream.onopen = () => onConnected(true);
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        const snapshot = fromServer<Snapshot>(data);
        onSnapshot(snapshot);
        this.hear(snapshot.presses);
      };
      stream.onerror = () => {
        onConnected(false);
        this.forget();
        // A browser gives up by itself if another program answers at the address meanwhile.
        letGo();
        setTimeout(listen, retryAfter);
      };
    };
    document.addEventListener('visibilitychange', () => (document.hidden ? letGo() : listen()));
    listen();
  }

  /** Sends an action to the server. For a press, also waits for the bot's answer. */
  readonly act: Act = async (action) => {
    const answer = await send(action);
    if (!answer.ok) return answer;
    const { press, ...others } = answer;
    return press === undefined ? others : { ...others, press: await this.answerTo(press) };
  };

  private answerTo(press: number): Promise<PressView> {
    const known = this.answered.find(({ number }) => number === press);
    if (known !== undefined) return Promise.resolve(known.view);
    return new Promise((resolve) => this.waiting.set(press, resolve));
  }

  private hear(presses: Snapshot['presses']): void {
    this.answered = presses;
    for (const { number, view } of presses) this.end(number, view);
  }

  /** Another server may know nothing of these presses, and numbers its own from the start. */
  private forget(): void {
    this.hear([]);
    for (const number of this.waiting.keys()) this.end(number, { kind: 'nothing' });
  }

  private end(press: number, view: PressView): void {
    this.waiting.get(press)?.(view);
    this.waiting.delete(press);
  }
}

async function send(action: Action): Promise<ActionAnswer> {
  try {
    const response = await fetch('actions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(action),
    });
    return fromServer<ActionAnswer>(await response.text());
  } catch {
    return { ok: false, error: noAnswer };
  }
}

/** The server uses the protocol that this page was compiled with: both are part of one build. */
const fromServer = <Said>(json: string): Said => JSON.parse(json) as Said;
