import { Composer, type MiddlewareFn } from 'telegraf';
import { channelCommands, type ChannelCommand } from '../../channels/telegram/messages/command-names';
import { parseAddress } from '../../contacts/addresses';
import { addressOf, choose, type Choice } from '../../contacts/choose';
import { codeValidFor } from '../../contacts/codes';
import { isAllowedNumber } from '../../contacts/phone-number';
import { ownInTelegram } from '../../contacts/own-in-telegram';
import { codeFor, sendCode, tryCode, type TriedCode } from '../../contacts/prove';
import { reachedView } from '../../contacts/reached';
import { mayAskForSms } from '../../contacts/sms-limits';
import { latinDigits } from '../../i18n/digits';
import type { WhyNotAddress } from '../../notices/notice';
import { tell } from '../../transaction/transaction';
import { typedCommand } from '../commands';
import { incoming, type BotContext, type Incoming } from '../context';
import { becameOne } from './became-one';

/** `/email` and `/sms` in a private chat, and the codes that are typed there. Where there is no such channel, it is no command. */
export const addresses: MiddlewareFn<BotContext> = Composer.compose([command, typedCode]);

async function command(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const said = incoming(ctx);
  const typed = said === null ? null : typedCommand(said.text ?? '', ctx.facts.me.username);
  const medium = channelCommands.find((name) => name === typed?.name);
  if (said === null || typed === null || medium === undefined) return next();
  if (!ctx.tx.community.media.includes(medium)) return next();
  const words = typed.rest.trim();
  if (words === '') return stands(ctx, said, medium);
  const choice = choices.get(words.toLowerCase());
  if (choice !== undefined) return chosen(ctx, said, medium, choice);
  const code = codeIn(words);
  if (code !== null && (await answered(ctx, said, [medium], code))) return;
  return named(ctx, said, medium, words);
}

const choices = new Map<string, Choice>([
  ['both', 'both'],
  ['on', 'fallback'],
  ['off', 'off'],
]);

/** How it stands, and which address a code is on its way to. */
async function stands({ tx }: BotContext, { chat, sender }: Incoming, medium: ChannelCommand): Promise<void> {
  const contact = await addressOf(tx, sender, medium);
  const code = await codeFor(tx, sender, medium);
  const address = contact === null ? null : reachedView(contact);
  tell(tx, chat, { kind: 'address', medium, address, waiting: code?.address ?? null });
}

async function chosen(ctx: BotContext, said: Incoming, medium: ChannelCommand, choice: Choice): Promise<void> {
  const outcome = await choose(ctx.tx, said.sender, medium, choice);
  if (typeof outcome === 'string') return refuse(ctx, said, medium, outcome);
  tell(ctx.tx, said.chat, { kind: 'address', medium, address: reachedView(outcome), waiting: null });
}

/** An address of theirs: it gets a code, unless it is proved already. */
async function named(ctx: BotContext, said: Incoming, medium: ChannelCommand, words: string): Promise<void> {
  const { tx, facts } = ctx;
  const { chat, sender } = said;
  const address = parseAddress(medium, latinDigits(words));
  if (address === null) return refuse(ctx, said, medium, 'not_an_address');
  const prefixes = medium === 'sms' ? (facts.sms?.prefixes ?? null) : null;
  if (prefixes !== null && !isAllowedNumber(address.address, prefixes)) {
    return tell(tx, chat, { kind: 'address_refused', why: 'not_allowed', medium, prefixes });
  }
  const known = await addressOf(tx, sender, medium);
  if (known?.addressKey === address.key && known.failedAt === null) return chosen(ctx, said, medium, known.mode);
  if (medium === 'sms' && facts.sms !== null && !(await mayAskForSms(tx, facts.sms))) {
    return refuse(ctx, said, medium, 'no_more_today');
  }
  const outcome = await sendCode(tx, { ...address, person: sender, medium, language: null });
  if (outcome === 'too_many') return refuse(ctx, said, medium, outcome);
  tell(tx, chat, { kind: 'address_code_sent', medium, address: address.address, within: codeValidFor });
}

/** Six digits are a code while one is waited for; a reply to another message of the bot answers that one. */
async function typedCode(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const { media } = ctx.tx.community;
  const said = media.length === 0 ? null : incoming(ctx);
  const code = codeIn(said?.text ?? '');
  if (said === null || code === null || (await repliesToQuestion(ctx, said))) return next();
  if (!(await answered(ctx, said, media, code))) return next();
}

/** `123456`, as mail shows it, also with spaces or hyphens in between, in quotes, or with a full stop behind it; null: it is nothing of the kind. */
function codeIn(text: string): string | null {
  // Marks of a writing direction come along where a code is copied.
  const typed = latinDigits(text)
    .replace(/\p{Cf}/gu, '')
    .trim();
  return sixDigits.test(typed) ? typed.replace(/\D/g, '') : null;
}

const sixDigits = /^[\p{Pi}"'`]*(?:\d[\s\p{Pd}]*){6}[\p{Pf}"'`.,!]*$/u;

async function repliesToQuestion({ tx }: BotContext, { message, chat }: Incoming): Promise<boolean> {
  const target = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return target !== undefined && (await tx.store.botMessages.at(chat, target.message_id)) !== null;
}

/** Tries a code for whatever address waits for one. Returns whether any does, and they have been told what came of it. */
async function answered(
  ctx: BotContext,
  said: Incoming,
  media: readonly ChannelCommand[],
  typed: string,
): Promise<boolean> {
  let told: { readonly medium: ChannelCommand; readonly tried: TriedCode } | null = null;
  for (const medium of media) {
    const tried = await tryCode(ctx.tx, said.sender, medium, typed);
    if (tried.is === 'none') continue;
    if (told === null || tried.is === 'right') told = { medium, tried };
    if (tried.is === 'right') break;
  }
  if (told === null) return false;
  await tellOf(ctx, said, told.medium, told.tried);
  return true;
}

async function tellOf(ctx: BotContext, said: Incoming, medium: ChannelCommand, tried: TriedCode): Promise<void> {
  const { tx } = ctx;
  const { chat, sender } = said;
  switch (tried.is) {
    case 'right': {
      const outcome = await ownInTelegram(tx, sender, tried.code);
      if ('refused' in outcome) return refuse(ctx, said, medium, 'of_form');
      const { contact, moved, united } = outcome;
      const proved = { kind: 'address_proved', medium, address: reachedView(contact), moved } as const;
      if (united === null) return tell(tx, chat, proved);
      tell(tx, united.person, proved);
      return becameOne(ctx, united);
    }
    case 'wrong':
      return tell(tx, chat, { kind: 'address_wrong_code', triesLeft: tried.triesLeft });
    case 'over':
      return refuse(ctx, said, medium, 'code_over');
    case 'used':
      return stands(ctx, said, medium);
    case 'none':
      return;
  }
}

function refuse({ tx }: BotContext, { chat }: Incoming, medium: ChannelCommand, why: WhyNotAddress): void {
  tell(tx, chat, { kind: 'address_refused', why, medium });
}
