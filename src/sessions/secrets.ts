import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes, as base64url: nobody guesses them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database has of a token or a code: whoever reads it can't sign in with it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * The code of a one-time link, made from what the database has of it and the bot's token: the message that holds the link is
 * written to the database before it is sent, and the code must not be in there.
 */
export const codeOf = (nonce: string, botToken: string): string =>
  createHmac('sha256', createHmac('sha256', 'sosekni-bot desk link').update(botToken).digest())
    .update(nonce)
    .digest('base64url');

/** The one-time link. What is behind the # reaches no server, no log and no Referer. */
export const linkTo = (publicUrl: string, nonce: string, botToken: string): string =>
  `${publicUrl}/desk/login#${codeOf(nonce, botToken)}`;
