import type { Action, ActionAnswer, Scene } from '../protocol.js';

/** Does something for the visitor and gives what came of it. Never rejects. */
export type Act = (action: Action) => Promise<ActionAnswer>;

/** How long after a broken connection the next is tried (ms). */
const retryAfter = 1_000;

const noAnswer = 'The sandbox does not answer. If you have stopped it, start it again: npm run sandbox';

/** Follows the scene for as long as the page is open; a broken connection is made again. */
export function followScene(onScene: (scene: Scene) => void, onConnected: (connected: boolean) => void): void {
  const stream = new EventSource('events');
  stream.onopen = () => onConnected(true);
  stream.onmessage = ({ data }: MessageEvent<string>) => onScene(fromServer<Scene>(data));
  stream.onerror = () => {
    onConnected(false);
    // A browser gives up by itself where another program answers at the address meanwhile.
    stream.close();
    setTimeout(() => followScene(onScene, onConnected), retryAfter);
  };
}

/** Sends an action to the server. */
export const act: Act = async (action) => {
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
};

/** The server speaks the protocol this page was compiled with: both come out of one build. */
const fromServer = <Said>(json: string): Said => JSON.parse(json) as Said;
