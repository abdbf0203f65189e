import { telegramId, type TelegramId } from '../lifecycle/ids';
import { renderMenuButton } from '../channels/telegram/messages/menu-button';
import type { Texts } from '../i18n/texts';
import { languageOnTelegram } from '../people/language';
import type { Transaction } from '../transaction/transaction';
import type { AppContext } from '../transaction/transactions';
import { callUntilTaken, type CallPorts } from './until-taken';

export interface DeskButtonPorts extends CallPorts, Pick<AppContext, 'transactions' | 'community'> {
  readonly texts: Texts;
  /** Where the button leads: HTTPS, as Telegram demands; null: nobody has a button. */
  readonly url: string | null;
}

/** A menu button that opens the desk. */
interface DeskButton {
  readonly text: string;
  readonly url: string;
  /** `asked`: it is not known yet whether Telegram has it. `refused`: it can't be there before the admin presses Start. */
  readonly is: 'asked' | 'set' | 'refused';
}

/** Why a button is looked at. */
type Occasion = 'start' | 'change' | 'heard';

/**
 * The menu button of each admin's private chat, which opens the desk as a Mini App. Which chats have one is in the database: it is
 * not asked for again at every start, and is taken back from whoever is no admin any more, however they ceased to be one.
 */
export class DeskButtons {
  private known: Map<TelegramId, DeskButton> = new Map();
  /** The texts that Telegram has refused although the admin had just written: it would refuse them at every message. */
  private readonly refusedWhenHeard = new Map<TelegramId, string>();
  /** Chats whose button is being set: two calls at once could arrive in either order. */
  private readonly busy = new Set<TelegramId>();
  /** What has happened since about those that are busy. */
  private readonly waiting = new Map<TelegramId, Occasion>();
  private started = false;

  constructor(
    private readonly ports: DeskButtonPorts,
    private readonly signal: AbortSignal,
  ) {}

  /** Sets the buttons that are missing and takes back the others. Rejects if the database fails, or `signal` is aborted. */
  async start(): Promise<void> {
    const { transactions, community, url } = this.ports;
    this.known = parsed(await transactions.run(({ store }) => store.state.get('desk_buttons'), this.signal));
    this.started = true;
    const admins = url === null ? [] : community.adminTelegramIds;
    for (const chat of new Set([...this.known.keys(), ...admins])) await this.arrange(chat, 'start');
  }

  /** Admins were added or removed. */
  follow(changed: readonly TelegramId[]): void {
    // Before the start nothing is known yet, and the start looks at all of them.
    if (!this.started) return;
    for (const chat of changed) void this.arrange(chat, 'change').catch(this.failed);
  }

  /**
   * Somebody wrote in their private chat: an admin's button that was refused is set now, and one in another language than they
   * are written to in is changed.
   */
  heardFrom(chat: TelegramId, language: string | null): void {
    const { url, texts, community } = this.ports;
    if (!this.started || url === null || community.adminOnTelegram(chat) === null) return;
    const text = renderMenuButton(texts, language);
    const known = this.known.get(chat);
    const isThere = known?.is === 'set' && known.text === text && known.url === url;
    if (!isThere && this.refusedWhenHeard.get(chat) !== text) void this.arrange(chat, 'heard').catch(this.failed);
  }

  private readonly failed = (error: unknown): void => {
    if (!this.signal.aborted) this.ports.log.error('a menu button could not be remembered', { error });
  };

  /** Makes the button of this chat what it should be. */
  private async arrange(chat: TelegramId, occasion: Occasion): Promise<void> {
    this.waiting.set(chat, occasion);
    if (this.busy.has(chat)) return;
    this.busy.add(chat);
    try {
      for (let next = this.next(chat); next !== undefined && !this.signal.aborted; next = this.next(chat)) {
        const wanted = await this.ports.transactions.run((tx) => this.wanted(tx, chat), this.signal);
        if (wanted === null) await this.takeBack(chat);
        else await this.set(chat, wanted, next);
      }
    } finally {
      this.busy.delete(chat);
    }
  }

  private next(chat: TelegramId): Occasion | undefined {
    const next = this.waiting.get(chat);
    this.waiting.delete(chat);
    return next;
  }

  private async wanted(tx: Transaction, chat: TelegramId): Promise<Omit<DeskButton, 'is'> | null> {
    const { url, texts } = this.ports;
    if (url === null || tx.community.adminOnTelegram(chat) === null) return null;
    return { url, text: renderMenuButton(texts, await languageOnTelegram(tx, chat)) };
  }

  private async set(chat: TelegramId, wanted: Omit<DeskButton, 'is'>, occasion: Occasion): Promise<void> {
    const known = this.known.get(chat);
    if (known !== undefined && known.text === wanted.text && known.url === wanted.url) {
      if (known.is === 'set' || (known.is === 'refused' && occasion === 'start')) return;
    }
    // First, so that a button of which the answer is lost is taken back one day.
    await this.remember(chat, { ...wanted, is: 'asked' });
    const { text, url } = wanted;
    const ended = await this.call({ chat_id: chat, menu_button: { type: 'web_app', text, web_app: { url } } });
    if (ended === 'stopped') return;
    if (ended === 'refused' && occasion === 'heard') this.refusedWhenHeard.set(chat, text);
    await this.remember(chat, { ...wanted, is: ended === 'taken' ? 'set' : 'refused' });
  }

  private async takeBack(chat: TelegramId): Promise<void> {
    const known = this.known.get(chat);
    if (known === undefined) return;
    // Also where the last one was refused: there may be one from before.
    if ((await this.call({ chat_id: chat, menu_button: { type: 'default' } })) === 'stopped') return;
    this.refusedWhenHeard.delete(chat);
    await this.remember(chat, null);
  }

  private call(params: object): ReturnType<typeof callUntilTaken> {
    return callUntilTaken(this.ports, 'setChatMenuButton', params, this.signal);
  }

  private async remember(chat: TelegramId, button: DeskButton | null): Promise<void> {
    if (button === null) this.known.delete(chat);
    else this.known.set(chat, button);
    const value = JSON.stringify(Object.fromEntries(this.known));
    await this.ports.transactions.run(({ store }) => store.state.set('desk_buttons', value), this.signal);
  }
}

const states: ReadonlySet<unknown> = new Set<DeskButton['is']>(['asked', 'set', 'refused']);

/** What `remember` has written; null: nothing yet. */
function parsed(stored: string | null): Map<TelegramId, DeskButton> {
  const buttons = stored === null ? {} : (Object(JSON.parse(stored)) as Readonly<Record<string, unknown>>);
  return new Map(
    Object.entries(buttons).flatMap(([chat, button]) =>
      isButton(button) ? [[telegramId(Number(chat)), button] as const] : [],
    ),
  );
}

function isButton(value: unknown): value is DeskButton {
  const { text, url, is } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof text === 'string' && typeof url === 'string' && states.has(is);
}
