import { groupId, type GroupId, type Millis } from '../lifecycle/ids';
import type { CallResult, Refused } from '../channels/telegram/api';
import type { WhyUnmanageable } from '../notices/notice';
import type { Seen } from '../store/rows';
import type { Step } from './next-step';

/** How a call about somebody and a chat ended, and so what has to be done about it. */
export type Outcome =
  /** They are there now, as far as Telegram has said. */
  | { readonly end: 'seen'; readonly seen: Seen }
  /** No join request of theirs waits any more, or none ever did. */
  | { readonly end: 'no_join_request' }
  /** They have to leave other chats first. */
  | { readonly end: 'too_many_chats'; readonly error: string }
  | TroubleOutcome;

/** What stands in the way of everything about a chat. */
export type Obstacle =
  /** The bot can't manage the chat, whoever it is about. */
  | { readonly end: 'outage'; readonly why: WhyUnmanageable; readonly error: string }
  /** Telegram wants to be left alone about this chat. */
  | { readonly end: 'wait'; readonly for: Millis; readonly error: string }
  /** Nobody knows whether it happened, or it certainly did not: it is tried again soon. */
  | { readonly end: 'again'; readonly error: string }
  /** The chat has another ID from now on. */
  | { readonly end: 'moved'; readonly to: GroupId; readonly error: string };

type TroubleOutcome =
  | Obstacle
  /** Telegram refuses just this: it is tried again much later. */
  | { readonly end: 'refused'; readonly error: string };

/**
 * Telegram's descriptions are not documented; these are the ones its servers are known to give. The Bot API server changes the
 * first letter's case and passes on names of errors as they are (https://github.com/tdlib/telegram-bot-api).
 */
const phrases = {
  alreadyIn: ['user_already_participant'],
  noJoinRequest: ['hide_requester_missing'],
  tooManyChats: ['user_channels_too_much', 'channels_too_much'],
  deactivated: ['user is deactivated', 'user_id_invalid', 'user not found', 'input_user_deactivated'],
  notThere: ['member not found', 'participant_id_invalid', 'user_not_participant'],
  admin: ['user is an administrator', "can't remove chat owner", 'user_admin_invalid'],
} as const;

/** What stands in the way of everything about a chat. */
const unmanageable = [
  [
    'lacks_rights',
    [
      'not enough rights',
      'chat_admin_required',
      'need administrator rights',
      'have no rights',
      'member list is inaccessible',
    ],
  ],
  ['no_supergroup', ['method is available for supergroup', 'group chat was upgraded']],
  ['not_there', ['chat not found', 'channel_private', 'channel_invalid', 'bot was kicked', 'bot is not a member']],
] as const satisfies readonly (readonly [WhyUnmanageable, readonly string[]])[];

const says = ({ description }: Refused, what: readonly string[]): boolean =>
  what.some((phrase) => description.toLowerCase().includes(phrase));

/** How a step ended. `seenBy` reads the answer to a look. */
export function outcomeOf<T>(step: Exclude<Step, 'rest'>, result: CallResult<T>, seenBy: (answer: T) => Seen): Outcome {
  if (result.end === 'ok') {
    switch (step) {
      case 'approve':
        return { end: 'seen', seen: 'member' };
      case 'decline':
        return { end: 'no_join_request' };
      case 'remove':
      case 'lift_ban':
        return { end: 'seen', seen: 'left' };
      case 'look':
        return { end: 'seen', seen: seenBy(result.result) };
    }
  }
  if (result.end !== 'refused') return { end: 'again', error: result.error };
  const error = `${result.code} ${result.description}`;
  if (result.migratedTo !== null) return troubleOf(result);
  if (says(result, phrases.alreadyIn)) return { end: 'seen', seen: 'member' };
  if (says(result, phrases.noJoinRequest)) return { end: 'no_join_request' };
  if (says(result, phrases.tooManyChats)) return { end: 'too_many_chats', error };
  if (says(result, phrases.admin)) return { end: 'seen', seen: 'admin' };
  if (says(result, phrases.notThere) || says(result, phrases.deactivated)) return { end: 'seen', seen: 'left' };
  return troubleOf(result);
}

/** The same for a call about the chat itself. A 403 concerns the chat: no client is gone because of it. */
export function troubleOf(result: Exclude<CallResult<unknown>, { readonly end: 'ok' }>): TroubleOutcome {
  if (result.end !== 'refused') return { end: 'again', error: result.error };
  const error = `${result.code} ${result.description}`;
  if (result.migratedTo !== null) return { end: 'moved', to: groupId(result.migratedTo), error };
  if (result.code === 429) return { end: 'wait', for: result.retryAfter ?? 1000, error };
  // The token is refused: an outage of everything until it is valid again.
  if (result.code === 401 || result.code === 404) return { end: 'again', error };
  const [why = null] = unmanageable.find(([, texts]) => says(result, texts)) ?? [];
  // A 403 says that the bot was removed, or was never there.
  if (why !== null || result.code === 403) return { end: 'outage', why: why ?? 'not_there', error };
  return { end: 'refused', error };
}
