import type { Me } from '../bot/introduce';
import type { BotApi } from '../channels/telegram/api';
import type { TelegramChannelPorts } from '../channels/telegram/channel';
import { opensInTelegram } from '../channels/telegram/messages/desk';
import { sendFile } from '../channels/telegram/send-file';
import type { Config } from '../config/config';
import type { Texts } from '../i18n/texts';
import type { Log } from '../observability/log';
import type { Meter } from '../observability/meter';
import type { Community } from '../people/community';
import type { Clock } from '../process/clock';
import { readVersion } from '../process/version';
import type { Transactions } from '../transaction/transactions';
import type * as WebModule from '../web/web';

/** Loaded only where WEB_LISTEN is set: with hono and zod it would be a good part of every other start. */
const web = () => require('../web/web') as typeof WebModule;

interface DeskPorts {
  readonly config: Config;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
}

/** What the desk works with, once the bot acts. */
interface ActingBot {
  readonly transactions: Transactions;
  readonly community: Community;
  readonly api: BotApi;
  /** Without @. */
  readonly botUsername: () => string;
}

/** Where Telegram opens the desk as a Mini App; null: nowhere. */
export function miniAppOf({ web }: Config): string | null {
  const url = web === null ? null : `${web.publicUrl}/desk`;
  return url !== null && opensInTelegram(url) ? url : null;
}

/**
 * Where a button under a card opens its request. A group opens Mini Apps only through a link to the bot, and the link only works
 * where BotFather knows the bot's Mini App (https://core.telegram.org/bots/webapps#launching-the-main-mini-app).
 */
export function deskPlaces(config: Config, me: () => Me): TelegramChannelPorts['deskPlace'] {
  const miniApp = miniAppOf(config);
  return (chat, request) => {
    if (miniApp === null) return null;
    if (chat === 'person') return { webApp: `${miniApp}/requests/${request}` };
    const { username, has_main_web_app: hasMiniApp } = me();
    return hasMiniApp === true ? { link: `https://t.me/${username}?startapp=r${request}` } : null;
  };
}

/** The admins' desk, if there is one. */
export interface Desk {
  /** The bot acts from now on, until `signal` is aborted. */
  act(bot: ActingBot, signal: AbortSignal): void;
  close(): Promise<void>;
}

/** Begins to listen, if there is to be a desk. Throws its `ListenError`. */
export async function openDesk({ config, texts, clock, log, meter }: DeskPorts): Promise<Desk> {
  if (config.web === null) return { act() {}, close: () => Promise.resolve() };
  const opened = await web().openWeb({
    settings: { ...config.web, hasForm: config.hasForm },
    version: readVersion(),
    texts,
    clock,
    log,
    meter,
  });
  return {
    act({ transactions, community, api, botUsername }, signal) {
      const { token: botToken, community: communityName } = config;
      opened.act({
        ...{ transactions, community, clock, log, communityName, botToken, botUsername, signal },
        sendFile: (to, file, until) => sendFile(api, to, file, until),
      });
    },
    close: () => opened.close(),
  };
}
