import { Telegram } from 'telegraf';
import type { Config } from '../config/config';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { renderToast } from '../channels/telegram/messages/render';
import type { ResolvedNotice } from '../notices/resolved-notice';
import type { Meter } from '../observability/meter';
import type { AppContext } from '../transaction/transactions';
import type { BotApi } from '../channels/telegram/api';
import { isTrue, reasonOf } from '../channels/telegram/answer';
import { unite } from '../contacts/unite';
import type { Texts } from '../i18n/texts';
import { sendLink } from '../sessions/link';
import type { JoinAnswer, ReplyWords } from './context';
import { Albums } from './albums';
import { FloodGate } from './flood';
import type { Identity } from './identity';
import { PollLiveness } from './poll-liveness';
import { poll } from './polling';
import { receive, type ReceiverPorts } from './receiver';
import { routes } from './routes';
import { isSaidInCommunity, polledUpdateKinds } from './update';

export interface BotPorts extends AppContext, Pick<ReceiverPorts, 'heardFrom' | 'random' | 'step'> {
  readonly config: Config;
  readonly texts: Texts;
  readonly api: BotApi;
  readonly identity: Identity;
  /** Whether it is certain that no other process acts on the database. */
  readonly undisputed: () => boolean;
  /** Another process acted until now, and may not know yet that it no longer does. */
  readonly tookOver: boolean;
  readonly meter: Meter;
}

const wordsOf = (texts: Texts): ReplyWords => ({
  approve: texts.words('approve'),
  reject: texts.words('reject'),
  note: texts.words('note'),
  no: texts.words('no'),
  wait: texts.words('wait'),
  doubt: texts.words('doubt'),
  noReason: texts.words('no_reason'),
  thanks: texts.words('thanks'),
});

/** How many of a group's 20 messages a minute may tell people that they aren't admins. */
const mostRefusals = 9;
const aMinute: Millis = 60_000;

const lastWrite: Millis = 1500;

/** Takes updates from Telegram and gives them their effect, until `signal` is aborted. */
export async function runBot(ports: BotPorts, signal: AbortSignal): Promise<void> {
  const { config, texts, api, log, identity, community } = ports;
  const { clientRate } = config;
  const albums = new Albums();
  const receiver: ReceiverPorts = {
    ...ports,
    facts: {
      get me() {
        return identity.me;
      },
      telegram: new Telegram(config.token),
      refusals: config.sendRate === null ? null : new FloodGate(mostRefusals, aMinute),
      words: wordsOf(texts),
      sendDeskLink: config.web === null ? null : (tx, admin) => sendLink(tx, admin, config.token),
      unite: config.hasForm ? (tx, token, inTelegram) => unite(tx, token, inTelegram, config.token) : null,
      languages: texts.languages,
      sms: config.sms,
      readyReason: (language, number) => texts.readyReason(language, number),
      log,
    },
    routes: routes(clientRate === null ? null : new FloodGate(clientRate.limit, clientRate.window), albums),
    answerPress: (pressId, toast: ResolvedNotice | null, language) => {
      const text = () => (toast === null ? null : renderToast(toast, { texts, language }));
      void answerPress(api, pressId, text, log);
    },
    answerJoinQuery: (answer) => void answerJoinQuery(api, answer, log),
  };
  const stopped = new AbortController();
  const liveness = new PollLiveness(ports, stopped.signal);
  identity.watch(stopped.signal);
  try {
    await poll(
      {
        ...ports,
        liveness,
        kinds: polledUpdateKinds(community),
        receive: async (all) => {
          // Before anything is asked or stored: there is no end of it, and all of it is between other people.
          const updates =
            community.access === null ? all : all.filter((update) => !isSaidInCommunity(update, community));
          await identity.readyFor(updates, signal);
          await receive(receiver, albums.gather(updates), signal);
        },
      },
      signal,
    );
  } finally {
    // Does not wait for an unavailable database.
    const giveUp = setTimeout(() => stopped.abort(), lastWrite);
    await liveness.stop();
    clearTimeout(giveUp);
    stopped.abort();
  }
}

/** Best effort: a press has its effect even if it is answered late or not at all. */
async function answerPress(api: BotApi, pressId: string, toast: () => string | null, log: Log): Promise<void> {
  try {
    const text = toast();
    const params = { callback_query_id: pressId, ...(text !== null && { text }) };
    const answer = await api.call('answerCallbackQuery', params, { expects: isTrue, within: 10_000 });
    if (answer.end === 'ok') return;
    log.debug('a press could not be answered', { details: { reason: reasonOf(answer) } });
  } catch (error) {
    log.error('a press could not be answered', { error });
  }
}

/** Best effort: the join request is answered by another call as well, or waits. */
async function answerJoinQuery(api: BotApi, { queryId, result }: JoinAnswer, log: Log): Promise<void> {
  const params = { chat_join_request_query_id: queryId, result };
  const answer = await api.call('answerChatJoinRequestQuery', params, { expects: isTrue, within: 10_000 });
  if (answer.end === 'ok') return;
  log.debug('Telegram could not be told what becomes of a join request', { details: { reason: reasonOf(answer) } });
}
