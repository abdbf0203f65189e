/**
 * What can go wrong between the bot and Telegram. `acts`: whether the call takes effect all the same.
 * - `lost_answer`: the call takes effect, but the connection breaks before its answer
 * - `reset`: the connection breaks and the call has no effect
 * - `hang`: the connection stays open and silent, before the headers or in the middle of the body, until the bot gives up
 */
export type Fault =
  | { readonly kind: 'lost_answer' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang'; readonly acts: boolean; readonly stalls: 'headers' | 'body' }
  | { readonly kind: 'server_error'; readonly status: number; readonly acts: boolean }
  | { readonly kind: 'bad_json'; readonly acts: boolean }
  /** The answer is JSON, but not what Telegram would send. */
  | { readonly kind: 'odd_answer'; readonly status: number; readonly body: unknown; readonly acts: boolean }
  /** Telegram answers with this error, and the call has no effect. */
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  | {
      readonly kind: 'too_many_requests';
      /** In seconds. */
      readonly retryAfter: number;
      readonly acts: boolean;
      /** Whether the limit is that of the call's chat or the bot's overall one. */
      readonly scope: 'chat' | 'overall';
    }
  | { readonly kind: 'delay'; readonly ms: number };
