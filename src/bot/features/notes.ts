import type { RequestId } from '../../lifecycle/ids';
import { longestNote } from '../../lifecycle/limits';
import { isInvisible } from '../../i18n/invisible';
import { note } from '../../requests/notes';
import type { BotContext, Incoming } from '../context';
import { readReply } from '../decision-words';
import { passedOn } from '../written';
import { whyNothing } from './decisions';

/** Keeps what an admin wrote after “note” in a reply to a card, with the addresses of its links where they fit. */
export async function keepNote(ctx: BotContext, said: Incoming, id: RequestId, text: string | null): Promise<void> {
  if (text === null || isInvisible(text)) return ctx.answer(said.message, { kind: 'empty_note' });
  const spelled = readReply(said.written?.spelledOut ?? '', ctx.facts.words);
  const passed = passedOn(text, (spelled.kind === 'note' ? spelled.text : null) ?? text, longestNote);
  const outcome = await note(ctx.tx, said.sender, id, passed.text);
  if ('refused' in outcome) {
    return ctx.answer(
      said.message,
      outcome.refused === 'too_long'
        ? { kind: 'too_long', what: 'note', length: outcome.length, limit: outcome.limit }
        : await whyNothing(ctx, outcome, id, said.sender),
    );
  }
  ctx.log.info('an admin noted something about a request', {
    action: 'note',
    requestId: id,
    telegramId: ctx.telegramId ?? undefined,
  });
  const leftOut = [...(said.written?.leftOut ?? []), ...passed.leftOut];
  ctx.answer(said.message, { kind: 'noted', requestId: id, ...outcome, ...(leftOut.length > 0 && { leftOut }) });
}
