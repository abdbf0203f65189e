import { join } from 'node:path';
import type { Settings } from './bot-process';

/** A bot that is measured. */
export interface Contestant {
  readonly name: string;
  readonly program: string;
  readonly env: Settings;
  /** A program that says what reads from its database cost; null: there is none. */
  readonly reads: string | null;
}

/** The project's folder, seen from where this is compiled to. */
export const home = join(__dirname, '..', '..', '..');

export const telegraf: Contestant = {
  name: 'plain Telegraf',
  program: join(__dirname, 'bots', 'telegraf.js'),
  env: {},
  reads: null,
};

export const telegrafOnDisk: Contestant = {
  ...telegraf,
  name: 'plain Telegraf, `synchronous=FULL`',
  env: { SYNCHRONOUS: 'FULL' },
};

export const grammy: Contestant = {
  name: 'grammY with its runner',
  program: join(__dirname, 'bots', 'grammy.js'),
  env: {},
  reads: null,
};

export const sosekni: Contestant = {
  name: 'sosekni-bot',
  program: join(home, 'dist', 'main.js'),
  env: { SEND_RATE: 'off', CLIENT_RATE: 'off' },
  reads: join(__dirname, 'reads.js'),
};
