/**
 * What can go wrong between the bot and Telegram. `acts`: whether the call has its effect all the same.
 * - `lost_answer`: the call acts, then the connection breaks instead of an answer
 * - `reset`: the connection breaks and nothing happened
 * - `hang`: the connection stays open and silent, before the headers or in the middle of the body, until the bot gives up
 */
export type Fault =
  | { readonly kind: 'lost_answer' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang'; readonly acts: boolean; readonly stalls: 'headers' | 'body' }
  | { readonly kind: 'server_error'; readonly status: number; readonly acts: boolean }
  | { readonly kind: 'bad_json'; readonly acts: boolean }
  /** An answer that is JSON, but not Telegram's. */
  | { readonly kind: 'odd_answer'; readonly status: number; readonly body: unknown; readonly acts: boolean }
  /** Telegram answers with this error of its own, and nothing happened. */
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  | {
      readonly kind: 'too_many_requests';
      /** Seconds. */
      readonly retryAfter: number;
      readonly acts: boolean;
      /** Whose limit it is: the chat's of the call, or the bot's overall one. */
      readonly scope: 'chat' | 'overall';
    }
  | { readonly kind: 'delay'; readonly ms: number };
