/** The answer to a Bot API call: https://core.telegram.org/bots/api#making-requests */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };
export type Refusal = Extract<Answer, { ok: false }>;

export const accepted = (result: unknown): Answer => ({ ok: true, result });

/** A 400 whose description begins with `Bad Request: `. */
export const badRequest = (what: string): Refusal => refusal(400, `Bad Request: ${what}`);

/** A 403 whose description begins with `Forbidden: `. */
export const forbidden = (why: string): Refusal => refusal(403, `Forbidden: ${why}`);

export const tooManyRequests = (seconds: number): Refusal => ({
  ...refusal(429, `Too Many Requests: retry after ${seconds}`),
  parameters: { retry_after: seconds },
});

export const migratedTo = (chatId: number): Refusal => ({
  ...badRequest('group chat was upgraded to a supergroup chat'),
  parameters: { migrate_to_chat_id: chatId },
});

export const refusal = (code: number, description: string): Refusal => ({ ok: false, error_code: code, description });
