import { InvalidArgumentError } from 'commander';

/** A person as a command names them: by their Telegram ID or, where they have none, by their number here. */
export function parsePersonId(text: string): number {
  const id = Number(text);
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(id)) return id;
  throw new InvalidArgumentError('It must be a number, as /id says it, not a @name.');
}
