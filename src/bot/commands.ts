/** A command at the beginning of a text, and everything after it. */
export interface TypedCommand {
  readonly name: string;
  /** As it was typed, without the one space or line break that ends the command. */
  readonly rest: string;
}

/** As Telegram's apps find them (https://core.telegram.org/bots/features#commands): `/request!` is one, `/home/me` is none. */
const command = /^\/([a-z0-9_]{1,64})(?:@([a-z0-9_]{1,32}))?(?![\p{L}\p{M}\p{N}_@/<>])\s?/iu;

/** Reads a command for this bot or for no bot in particular; null: the text is none, or is for another bot. */
export function typedCommand(text: string, me: string): TypedCommand | null {
  const match = command.exec(text);
  if (match === null) return null;
  const [whole, name = '', addressee] = match;
  if (addressee !== undefined && addressee.toLowerCase() !== me.toLowerCase()) return null;
  return { name: name.toLowerCase(), rest: text.slice(whole.length) };
}

/** A request's number at the beginning of what follows a command, `12`, `#12` or `№12:`, and what is after it. */
export function leadingNumber(rest: string): { readonly number: number; readonly after: string } | null {
  const match = /^\s*[#№]?(\d{1,15})[.,:;!]?(?:\s+|$)/.exec(rest);
  return match === null ? null : { number: Number(match[1]), after: rest.slice(match[0].length).trim() };
}
