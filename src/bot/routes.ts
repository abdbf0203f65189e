import { Composer, type MiddlewareFn } from 'telegraf';
import type { Albums } from './albums';
import type { BotContext } from './context';
import { addresses } from './features/addresses';
import { oneOfEachAlbum } from './features/albums';
import { adminNamed } from './features/administrators';
import { typedQuestions } from './features/client-questions';
import { adminChat } from './features/admin';
import { communityChats } from './features/community-chats';
import { clientChat } from './features/client';
import { desk } from './features/desk';
import { edits } from './features/edits';
import { forgetting, ownFile } from './features/forgetting';
import { limitClients } from './features/flood';
import { groups } from './features/groups';
import { ids } from './features/ids';
import { languages } from './features/languages';
import { noteLongTexts } from './features/long-texts';
import { membership } from './features/membership';
import { overtakenQuestions } from './features/overtaken-questions';
import { onlyOwnWords } from './features/own-words';
import { otherBots } from './features/other-bots';
import { keepPeople } from './features/people';
import { callbackQueries } from './features/callback-queries';
import { typedReasons } from './features/reasons';
import { repliesToCards } from './features/replies';
import { ignoreServiceMessages } from './features/service';
import { ignoreGroupChatter } from './features/group-chatter';
import { isDecidingAdmin } from './filters/deciding-admin';
import type { FloodGate } from './flood';

/** The middleware chain: each handler takes what it recognises and passes on the rest. `gate` null: no rate limit. */
export function routes(gate: FloodGate | null, albums: Albums): MiddlewareFn<BotContext> {
  return Composer.compose([
    communityChats,
    otherBots,
    ignoreGroupChatter,
    oneOfEachAlbum(albums),
    ...(gate === null ? [] : [limitClients(gate)]),
    keepPeople,
    membership,
    edits,
    callbackQueries,
    ignoreServiceMessages,
    Composer.optional(isDecidingAdmin, adminNamed),
    Composer.optional(isDecidingAdmin, onlyOwnWords),
    noteLongTexts,
    repliesToCards,
    desk,
    adminChat,
    Composer.optional(isDecidingAdmin, overtakenQuestions),
    Composer.optional(isDecidingAdmin, typedQuestions()),
    Composer.optional(isDecidingAdmin, typedReasons()),
    ids,
    languages,
    ownFile,
    forgetting,
    groups,
    addresses,
    clientChat,
  ]);
}
