import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { maintenanceOf } from '../store/dialects';
import type { DatabaseTarget } from '../store/engine';
import { verifyChain, type FoundChain } from './verify';

/** What `threads` hands to its thread. */
export interface ChainTask {
  readonly target: DatabaseTarget;
  readonly expected: string | null;
}

/** What the thread says: how much is done, from 0 to 1, and what it has found in the end. */
export type FromChain = { readonly done: number } | { readonly found: FoundChain };

async function main(port: MessagePort, { target, expected }: ChainTask): Promise<void> {
  const say = (message: FromChain): void => port.postMessage(message);
  const reader = await maintenanceOf(target).openHistory();
  try {
    say({ found: await verifyChain(reader, { expected, progress: (done) => say({ done }) }) });
  } finally {
    await reader.close();
  }
}

if (parentPort !== null) void main(parentPort, workerData as ChainTask);
