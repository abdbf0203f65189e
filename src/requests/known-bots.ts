import type { TelegramId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';

/** As many are remembered: those that the bot has come across last. */
const most = 100;

/** This Telegram ID is another bot's, as Telegram has said. By an ID alone nobody can tell. */
export async function rememberBot({ store }: Transaction, id: TelegramId): Promise<void> {
  const known = await knownBots(store);
  if (known.includes(String(id))) return;
  await store.state.set('known_bots', [...known, String(id)].slice(-most).join(' '));
}

/** Whether this Telegram ID is known to be another bot's. */
export async function isKnownBot({ store }: Transaction, id: TelegramId): Promise<boolean> {
  return (await knownBots(store)).includes(String(id));
}

async function knownBots({ state }: Transaction['store']): Promise<readonly string[]> {
  return (await state.get('known_bots'))?.split(' ') ?? [];
}
