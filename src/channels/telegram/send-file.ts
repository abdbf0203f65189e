import type { ChatId, Millis } from '../../lifecycle/ids';
import { isObject } from './answer';
import type { BotApi } from './api';

/** A file as somebody gets it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What became of it. `unknown`: it may have arrived. `later`: it has not; `after` is when Telegram wants to be asked again. */
export type FileResult =
  | { readonly end: 'sent' }
  | { readonly end: 'unreachable' | 'unknown'; readonly error: string }
  | { readonly end: 'later'; readonly after: Millis | null; readonly error: string };

/** Long enough for a large file over a slow line. */
const within: Millis = 60_000;

/**
 * Sends a chat a file, at most 50 MB, once: whoever has asked for it waits for the result and can ask again
 * (https://core.telegram.org/bots/api#senddocument). Never throws.
 */
export async function sendFile(
  api: BotApi,
  chat: ChatId,
  { name, type, bytes }: SentFile,
  signal: AbortSignal,
): Promise<FileResult> {
  const upload = { field: 'document', fileName: name, type, bytes };
  const expects = (result: unknown): result is object => isObject(result);
  const result = await api.call('sendDocument', { chat_id: chat }, { within, signal, upload, expects });
  switch (result.end) {
    case 'ok':
      return { end: 'sent' };
    case 'not_sent':
      return { end: 'later', after: null, error: result.error };
    case 'unknown':
      return { end: 'unknown', error: result.error };
    case 'refused': {
      const { code, description, retryAfter } = result;
      const error = `${code} ${description}`;
      // 400: no such chat, and nothing else is wrong with the call.
      return code === 403 || code === 400 ? { end: 'unreachable', error } : { end: 'later', after: retryAfter, error };
    }
  }
}
