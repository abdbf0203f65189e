import { z } from 'zod';
import type { Action } from './protocol';

const id = z.int();
/** What a client lets anyone send: not only white space, and nothing that is no Unicode. */
const text = z
  .string()
  .max(4096)
  .regex(/\S/, 'is empty')
  .refine((written) => written.isWellFormed(), 'is no well-formed Unicode');
const onMessage = { person: id, chat: id, message: id };

const schema: z.ZodType<Action> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start'), person: id }),
  z.strictObject({ type: z.literal('send'), person: id, chat: id, text, replyTo: id.nullable() }),
  z.strictObject({ type: z.literal('attach'), person: id, chat: id, media: z.enum(['photo', 'sticker', 'voice']) }),
  z.strictObject({ type: z.literal('edit'), ...onMessage, text }),
  z.strictObject({ type: z.literal('press'), ...onMessage, data: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('block'), person: id }),
  z.strictObject({ type: z.literal('unblock'), person: id }),
  z.strictObject({ type: z.literal('advance'), by: z.enum(['1h', '1d', '7d']) }),
  z.strictObject({
    type: z.literal('fault'),
    fault: z.enum(['telegram_away', 'lost_answers', 'too_many_requests']),
    on: z.boolean(),
  }),
  z.strictObject({ type: z.literal('daemon'), do: z.enum(['kill', 'stop', 'start']) }),
  z.strictObject({ type: z.literal('fresh') }),
]);

export type ReadAction = { readonly action: Action } | { readonly wrong: string };

/** An action out of the JSON that a page sent, or what is wrong with it. */
export function readAction(json: string): ReadAction {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { wrong: 'The body is no JSON.' };
  }
  const read = schema.safeParse(value);
  if (read.success) return { action: read.data };
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the action'}: ${message}`);
  return { wrong: `This is no action of the sandbox. ${problems.join('; ')}` };
}
