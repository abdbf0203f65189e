import type { United } from '../../contacts/unite';
import { requestStatus } from '../../requests/read/status';
import { tell } from '../../transaction/transaction';
import type { BotContext } from '../context';

/** Somebody who asked by the form is one with the account that has just written: they read how their request stands. */
export async function becameOne(ctx: BotContext, { person, gaveWay }: United): Promise<void> {
  ctx.recognize(person);
  const you = await requestStatus(ctx.tx, person);
  tell(ctx.tx, person, { kind: 'united', you, ...(gaveWay !== null && { gaveWay }) });
  ctx.log.info('somebody who asked by the form is one with their Telegram account now', {
    action: 'form_united',
    ...(ctx.telegramId !== null && { telegramId: ctx.telegramId }),
  });
}
