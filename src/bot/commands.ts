import { isKnownCommand, type ChannelCommand } from '../channels/telegram/messages/command-names';
import { latinDigits } from '../i18n/digits';

/** A command at the beginning of a text, and everything after it. */
export interface TypedCommand {
  readonly name: string;
  /** As it was typed, without the one space or line break that ends the command. */
  readonly rest: string;
}

/** As Telegram's apps find them (https://core.telegram.org/bots/features#commands): `/request!` is one, `/home/me` isn't. */
const command = /^\/([a-z0-9_]{1,64})(?:@([a-z0-9_]{1,32}))?(?![\p{L}\p{M}\p{N}_@/<>])\s?/iu;

/** Reads a command for this bot or for no bot in particular; null: the text is not a command, or is for another bot. */
export function typedCommand(text: string, me: string): TypedCommand | null {
  const match = command.exec(text);
  if (match === null) return null;
  const [whole, name = '', addressee] = match;
  if (addressee !== undefined && addressee.toLowerCase() !== me.toLowerCase()) return null;
  return { name: name.toLowerCase(), rest: text.slice(whole.length) };
}

/** Whether a text begins with a command that this bot doesn't know or that names another bot: in a group it is for that bot. */
export function isForOthers(text: string, me: string, channels: readonly ChannelCommand[]): boolean {
  const match = command.exec(text);
  if (match === null) return false;
  const [, name = '', addressee] = match;
  if (addressee !== undefined) return addressee.toLowerCase() !== me.toLowerCase();
  return !isKnownCommand(name.toLowerCase(), channels);
}

/** The command at the beginning of a text, and the bot that it names, both in lower case; null: it names none. */
export function addressedCommand(text: string): { readonly name: string; readonly addressee: string } | null {
  const [, name = '', addressee] = command.exec(text) ?? [];
  return addressee === undefined ? null : { name: name.toLowerCase(), addressee: addressee.toLowerCase() };
}

/** The numbers that a command names, and what follows them. */
export interface NamedRequests {
  /** In the order given, without repetitions; at least one. */
  readonly numbers: readonly number[];
  readonly after: string;
  /** The numbers end with something other than a space or a comma, so a number after it is not one of them: `12: 18 is too young`. */
  readonly closed: boolean;
}

/** The request numbers after a command, `12 13`, `#12, #13` or `12 and 13: …`; null: there are none. */
export function leadingNumbers(rest: string): NamedRequests | null {
  const numbers = new Set<number>();
  let after = rest.trim();
  let closed = false;
  const next = () => aNumber.exec(latinDigits(after));
  for (let match = next(); match !== null && !closed; match = next()) {
    numbers.add(Number(match[1]));
    after = after.slice(match[0].length);
    closed = /[.:;!؛]/.test(match[2] ?? '');
  }
  return numbers.size === 0 ? null : { numbers: [...numbers], after: after.trim(), closed };
}

/** “And” between two numbers, in the languages that ship; in Arabic it is written together with what follows. */
const and = String.raw`(?:and|и|&|\+|und|y|e|et|та|і|й|ve)\s+|و\s*`;
const sign = String.raw`[#№]\s?`;
/** With the separators allowed between two of them. */
const aNumber = new RegExp(
  String.raw`^(?:(?:${and})(?=(?:${sign})?\d))?(?:${sign})?(\d{1,15})` +
    String.raw`(?:\s*([.,:;!،؛])(?:\s+|$|(?<=[,،])(?=[#№]?\d)|(?<=:)(?!\d))|\s+|$)`,
  'iu',
);
