import { ChatLoop } from './chat-loop';
import type { AccessPorts } from './ports';

/**
 * Makes Telegram agree with what is wanted, for every chat of ACCESS_CHATS, until it is stopped. What is wanted and what was seen
 * are in the database: being woken only makes it sooner.
 */
export function startAccess(ports: AccessPorts): { readonly wake: () => void; stop(): Promise<void> } {
  const stopping = new AbortController();
  const loops = (ports.community.access?.chats ?? []).map((chat) => new ChatLoop(ports, chat, stopping.signal));
  const running = loops.map((loop) => loop.run());
  return {
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
