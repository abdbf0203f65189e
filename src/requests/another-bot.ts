import { mostAdditions } from '../lifecycle/limits';
import type { Log } from '../observability/log';
import { oweMissingCards } from './catch-up';
import { forgetGroupTrouble } from './group-trouble';
import { answerWithin, putQuestion } from './questions';
import type { BotMessage } from '../store/queries/bot-messages';
import type { Transaction } from '../transaction/transaction';

/**
 * Remembers which bot the database belongs to. If it is another one than before, the messages of the former bot are out of reach,
 * and their numbers mean something else: its cards and questions are void, and those still of use are sent again. Call this on
 * start, before anything is sent.
 */
export async function recognizeBot(tx: Transaction, botId: number, log: Log): Promise<void> {
  const { state } = tx.store;
  const before = await state.get('bot_id');
  if (before === String(botId)) return;
  await state.set('bot_id', String(botId));
  if (before === null) return;
  log.warn('the token is another bot’s than before: the cards and questions of that bot are void and sent again', {
    action: 'bot_replaced',
    details: { before: Number(before), now: botId },
  });
  const questions = await tx.store.botMessages.allOpenQuestions(tx.now - answerWithin);
  await tx.store.outbox.supersedeBound('another bot sends from now on', tx.now);
  await tx.store.botMessages.voidAll(tx.now);
  await tx.store.updates.forgetAll();
  await forgetGroupTrouble(tx);
  // The chats with that bot have a menu of their own, which this one can't change.
  await state.set('desk_buttons', '{}');
  for (const chat of tx.community.cardRecipients()) await oweMissingCards(tx, chat);
  for (const question of questions) await askAnew(tx, question);
}

async function askAnew(tx: Transaction, question: BotMessage): Promise<void> {
  const { recipientId, personId, requestId, round } = question;
  if (personId === null) return;
  const { kind } = question;
  const place = { recipientId, personId, requestId, round, replyTo: null };
  switch (kind) {
    case 'card':
    case 'shown_card':
    case 'queue_card':
    case 'desk_link':
    case 'digest':
    case 'reminder':
      return;
    case 'request_question':
    case 'appeal_question': {
      const about = kind === 'request_question' ? 'request' : 'appeal';
      return putQuestion(tx, { kind, ...place }, { kind: 'question', about, answerWithin });
    }
    case 'admins_question': {
      const stored = requestId === null ? null : await tx.store.requests.get(requestId);
      if (stored === null || stored.request.status !== 'pending') return;
      const said = await tx.store.talk.latest(stored.id, mostAdditions);
      const asked = said.find(({ message }) => message.kind === 'question');
      if (asked === undefined) return;
      const { expiresAt } = stored.request;
      return putQuestion(
        tx,
        { kind, ...place },
        { kind: 'asked', requestId: stored.id, text: asked.message.text, expiresAt },
      );
    }
    case 'join_question': {
      const stored = requestId === null ? null : await tx.store.requests.get(requestId);
      if (stored === null || stored.request.status !== 'pending') return;
      const { expiresAt } = stored.request;
      const notice = { kind, requestId: stored.id, chat: null, expiresAt } as const;
      return putQuestion(tx, { kind, ...place }, notice);
    }
    case 'new_admin_question': {
      const asked = (await tx.store.people.names([personId])).get(personId);
      if (asked === undefined || asked.telegramId === null) return;
      const notice = { kind, askedName: asked.name, askedId: asked.telegramId } as const;
      return putQuestion(tx, { kind, ...place }, notice);
    }
    case 'ask_question':
    case 'reason_question': {
      const stored = requestId === null ? null : await tx.store.requests.get(requestId);
      if (stored === null || stored.request.status !== 'pending' || stored.request.round !== round) return;
      const names = await tx.store.people.names([stored.request.clientId, personId]);
      const clientName = names.get(stored.request.clientId)?.name ?? '';
      const { name: askedName, telegramId: askedId } = names.get(personId) ?? { name: '', telegramId: null };
      if (askedId === null) return;
      const notice = { kind, requestId: stored.id, clientName, askedName, askedId } as const;
      return putQuestion(tx, { kind, ...place }, notice);
    }
  }
}
