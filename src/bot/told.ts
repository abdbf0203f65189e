import { createHash } from 'node:crypto';
import { adminCommands, clientCommands } from '../channels/telegram/messages/command-names';
import type { Besides } from '../channels/telegram/messages/menu';
import type { Texts } from '../i18n/texts';
import type { ChatId } from '../lifecycle/ids';
import type { Transactions } from '../transaction/transactions';

export interface ToldPorts {
  readonly transactions: Pick<Transactions, 'run'>;
  readonly texts: Texts;
  readonly besides: Besides;
  readonly botId: number;
}

/** Where Telegram shows something of the bot: in everybody's menu, in the menu of a chat, or on its profile. */
type Place = 'everybody' | 'profile' | ChatId;

/**
 * Where Telegram already shows what the texts of today say. It is in the database, so that a start doesn't tell it all again, which is a
 * call for each language and chat; what somebody has changed with BotFather since stays until the texts change.
 */
export class Told {
  private readonly today: string;
  private loading: Promise<Map<string, string>> | null = null;

  constructor(
    private readonly ports: ToldPorts,
    private readonly signal: AbortSignal,
  ) {
    const { texts, besides, botId } = ports;
    const all = [botId, texts.fingerprint, besides.hasDesk, besides.channels, clientCommands, adminCommands];
    this.today = createHash('sha256').update(JSON.stringify(all)).digest('base64url');
  }

  /** Whether Telegram has been told there. Rejects if the database fails, or the signal is aborted. */
  async has(place: Place): Promise<boolean> {
    return (await this.known()).get(`${place}`) === this.today;
  }

  /** Remembers that Telegram has been told there, or that it may show something else. Rejects as `has` does. */
  async remember(place: Place, isTold: boolean): Promise<void> {
    const known = await this.known();
    if (isTold ? known.get(`${place}`) === this.today : !known.has(`${place}`)) return;
    if (isTold) known.set(`${place}`, this.today);
    else known.delete(`${place}`);
    const value = JSON.stringify(Object.fromEntries(known));
    await this.ports.transactions.run(({ store }) => store.state.set('told_telegram', value), this.signal);
  }

  private known(): Promise<Map<string, string>> {
    return (this.loading ??= this.ports.transactions
      .run(({ store }) => store.state.get('told_telegram'), this.signal)
      .then(parsed));
  }
}

function parsed(stored: string | null): Map<string, string> {
  const places = stored === null ? {} : (Object(JSON.parse(stored)) as Readonly<Record<string, unknown>>);
  return new Map(Object.entries(places).flatMap(([place, told]) => (typeof told === 'string' ? [[place, told]] : [])));
}
