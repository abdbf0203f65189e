import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DatabaseTarget } from '../store/engine';
import type { HistoryReader } from '../store/history';
import type { ChainTask, FromChain } from './chain-thread';
import { verdict, verifyRequests, type FoundChain, type Verified, type VerifyOptions } from './verify';

/**
 * Does what `verifyHistory` does, with the chain in a thread of its own: two processors take little more than half of the time. The
 * thread reads `target` by itself, and what was written in between is in one of the two looks only; neither minds.
 */
export async function verifyInThreads(
  target: DatabaseTarget,
  reader: HistoryReader,
  { expected, progress = () => {}, signal }: VerifyOptions & { readonly signal: AbortSignal },
): Promise<Verified> {
  const over = new AbortController();
  const done = { chain: 0, requests: 0 };
  const show = (part: Partial<typeof done>): void => {
    Object.assign(done, part);
    progress((done.chain + done.requests) / 2);
  };
  const until = AbortSignal.any([signal, over.signal]);
  const chain = inThread({ target, expected }, (part) => show({ chain: part }), until);
  const requests = verifyRequests(reader, { progress: (part) => show({ requests: part }), signal: until });
  // It counts only once the chain holds.
  requests.catch(() => undefined);
  try {
    // An event that doesn't follow is what is named, whatever requests do.
    const found = await chain;
    return verdict(found, found.wrong === null ? await requests : null);
  } finally {
    over.abort();
    await Promise.allSettled([chain, requests]);
  }
}

/** Throws what the thread has thrown, and the reason of `signal`. */
async function inThread(task: ChainTask, progress: (done: number) => void, signal: AbortSignal): Promise<FoundChain> {
  signal.throwIfAborted();
  const thread = new Worker(join(__dirname, 'chain-thread.js'), { workerData: task });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('the thread that reads the chain has ended')));
      thread.on('message', (message: FromChain) => {
        if ('done' in message) progress(message.done);
        else resolve(message.found);
      });
    });
  } finally {
    await thread.terminate();
  }
}
