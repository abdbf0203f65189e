import type { Message, Update } from '@grammyjs/types';
import type { TelegramDouble } from '../../src/telegram-double/double';

interface Reply {
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** A bot in these tests: bare calls, as any client library would make them. */
export class Bot {
  constructor(private readonly double: TelegramDouble) {}

  /** Calls a method with a JSON body. Rejects where no answer arrives. */
  async call(method: string, params: object = {}, signal?: AbortSignal): Promise<Reply> {
    const response = await fetch(`${this.double.root}/bot${this.double.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      ...(signal && { signal }),
    });
    // The casts of this class are what Telegram promises to answer; the tests check what is in it.
    return { status: response.status, ...((await response.json()) as Omit<Reply, 'status'>) };
  }

  /** Why a call is refused. */
  async refusal(method: string, params: object): Promise<string | undefined> {
    return (await this.call(method, params)).description;
  }

  async updates(params: object = {}): Promise<readonly Update[]> {
    return (await this.call('getUpdates', params)).result as readonly Update[];
  }

  async send(chat_id: number, text: string, more: object = {}): Promise<Message> {
    return (await this.call('sendMessage', { chat_id, text, ...more })).result as Message;
  }
}

/** A keyboard with one button. */
export const keyboard = (text: string, callback_data: string): object => ({
  reply_markup: { inline_keyboard: [[{ text, callback_data }]] },
});
