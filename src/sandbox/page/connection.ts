import type { Action, ActionAnswer, PressView, Scene } from '../protocol.js';

/** What came of something the visitor did; of a press, what the bot answered it with. */
export type Outcome = { readonly ok: true; readonly press?: PressView } | Extract<ActionAnswer, { readonly ok: false }>;

/** Does something for the visitor and gives what came of it. Never rejects. */
export type Act = (action: Action) => Promise<Outcome>;

/** How long after a broken connection the next is tried (ms). */
const retryAfter = 1_000;

const noAnswer = 'The sandbox does not answer. If you have stopped it, start it again: npm run sandbox';

/** The page's end of the line to the sandbox. */
export class Connection {
  private answered: Scene['presses'] = [];
  private readonly waiting = new Map<number, (view: PressView) => void>();

  /**
   * Follows the scene while the page is seen; a broken connection is made again. In the background it lets go: a browser
   * has six connections to a server, and the pages in its other tabs need some.
   */
  follow(onScene: (scene: Scene) => void, onConnected: (connected: boolean) => void): void {
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
        const scene = fromServer<Scene>(data);
        onScene(scene);
        this.hear(scene.presses);
      };
      stream.onerror = () => {
        onConnected(false);
        this.forget();
        // A browser gives up by itself where another program answers at the address meanwhile.
        letGo();
        setTimeout(listen, retryAfter);
      };
    };
    document.addEventListener('visibilitychange', () => (document.hidden ? letGo() : listen()));
    listen();
  }

  /** Sends an action to the server. Of a press it also waits for the bot's answer. */
  readonly act: Act = async (action) => {
    const answer = await send(action);
    if (!answer.ok || answer.press === undefined) return answer.ok ? { ok: true } : answer;
    return { ok: true, press: await this.answerTo(answer.press) };
  };

  private answerTo(press: number): Promise<PressView> {
    const known = this.answered.find(({ number }) => number === press);
    if (known !== undefined) return Promise.resolve(known.view);
    return new Promise((resolve) => this.waiting.set(press, resolve));
  }

  private hear(presses: Scene['presses']): void {
    this.answered = presses;
    for (const { number, view } of presses) this.end(number, view);
  }

  /** Whoever is there next may never have heard of these presses, and counts its own from the beginning. */
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

/** The server speaks the protocol this page was compiled with: both come out of one build. */
const fromServer = <Said>(json: string): Said => JSON.parse(json) as Said;
