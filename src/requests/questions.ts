import type { ChatId, Millis, PersonId, RequestId } from '../lifecycle/ids';
import type { Notice } from '../messages/notice';
import type { BotMessage } from '../store/queries/bot-messages';
import { priorities } from '../store/queries/outbox';
import type { BotMessageKind } from '../store/rows';
import { owe, type Work } from './work';

/** How long the next plain text answers a question put to a client. */
export const answerWithin: Millis = 15 * 60 * 1000;

/** The kinds of message that ask somebody for a text. */
export type QuestionKind = Extract<BotMessageKind, `${string}_question`>;

export interface Question {
  readonly kind: QuestionKind;
  readonly chatId: ChatId;
  /** Whose answer it waits for. */
  readonly personId: PersonId;
  readonly requestId: RequestId | null;
  readonly round: number | null;
  readonly replyTo: number | null;
}

/** Puts a question; the answer is recognised by being a reply to it, or as the next plain text. */
export async function putQuestion(work: Work, question: Question, notice: Notice): Promise<void> {
  const { replyTo, ...place } = question;
  const botMessageId = await work.store.botMessages.add({ ...place, messageId: null, createdAt: work.now });
  owe(work, {
    chatId: question.chatId,
    notice,
    priority: priorities.answer,
    botMessageId,
    replyTo,
  });
}

/** The newest question of these kinds that the person's next text answers, if there is one. */
export async function openQuestion(
  work: Work,
  personId: PersonId,
  chatId: ChatId,
  kinds: readonly QuestionKind[],
): Promise<BotMessage | null> {
  const open = await work.store.botMessages.openQuestions(personId, work.now - answerWithin);
  return open.find(({ kind, chatId: place }) => place === chatId && kinds.some((one) => one === kind)) ?? null;
}

/** The question has been answered. */
export function closeQuestion(work: Work, id: number): Promise<void> {
  return work.store.botMessages.markAnswered([id], work.now);
}

/** The client has answered, or no longer wants to: their questions of these kinds wait no more. Returns how many did. */
export async function closeQuestions(work: Work, personId: PersonId, kinds: readonly QuestionKind[]): Promise<number> {
  const open = await work.store.botMessages.openQuestions(personId, work.now - answerWithin);
  const closed = open.filter(({ kind }) => kinds.some((one) => one === kind));
  await work.store.botMessages.markAnswered(
    closed.map(({ id }) => id),
    work.now,
  );
  return closed.length;
}
