/** Lists of words with a meaning of their own in what admins write, of every language, in lower case. */
export interface DecisionWords {
  /** A reply to a card that begins with one of these approves. */
  readonly approve: ReadonlySet<string>;
  /** A reply to a card that begins with one of these rejects; what follows is the reason. */
  readonly reject: ReadonlySet<string>;
  /** A reply to a card that begins with one of these is a note for the admins. */
  readonly note: ReadonlySet<string>;
  /** They deny: “no”, “not”. */
  readonly no: ReadonlySet<string>;
  /** They take back what comes before them: “or”, “wait”. */
  readonly wait: ReadonlySet<string>;
  /** After “approve” they make it a condition, a question or a doubt: “if”, “maybe”. */
  readonly doubt: ReadonlySet<string>;
  /** Whole answers that are no reason for a rejection: “never mind”, “let them in”. */
  readonly noReason: ReadonlySet<string>;
}

/** What a reply to a card says. */
export type ReplyReading =
  | { readonly kind: 'approve' }
  | { readonly kind: 'reject'; readonly reason: string | null }
  /** For the admins only; null where nothing follows the word. It decides nothing, whatever it says. */
  | { readonly kind: 'note'; readonly text: string | null }
  /** It begins as a decision does, and what follows makes it a question or takes it back. */
  | { readonly kind: 'unclear' }
  /** It does not begin as a decision does. */
  | { readonly kind: 'other' };

/**
 * Reads a reply to a card. Only its first word can decide, and it does not where the rest asks, doubts, contradicts or
 * takes it back: that is asked again rather than guessed. After a colon or a line break everything is the reason.
 */
export function readReply(text: string, words: DecisionWords): ReplyReading {
  const first = /^[\s\p{Cf}]*([\p{L}\p{M}\p{N}'’_-]+)([\s.,:;!،؛–—-]*)/u.exec(text);
  const [whole, word = '', separator = ''] = first ?? [''];
  const rest = text.slice(whole.length).trim();
  const verb = normalized(word);
  if (words.note.has(verb)) return { kind: 'note', text: rest === '' ? null : rest };
  if (words.approve.has(verb)) return approves(rest, words) ? { kind: 'approve' } : { kind: 'unclear' };
  if (!words.reject.has(verb)) return { kind: 'other' };
  return rejects(separator, rest, words) ? { kind: 'reject', reason: rest === '' ? null : rest } : { kind: 'unclear' };
}

/** Whether what follows “approve” leaves it an approval. A number would be that of another request. */
function approves(rest: string, words: DecisionWords): boolean {
  if (asks.test(rest) || hesitates.test(rest) || refuses.test(rest) || /\p{N}/u.test(rest)) return false;
  return !tokensOf(rest).some((token) => isDoubt(token, words) || words.doubt.has(token) || words.reject.has(token));
}

/** Whether what follows “reject” and the number in a command takes it back: “or 13?”, “no, wait”. */
export function takesBack(rest: string, words: DecisionWords): boolean {
  // A command is no answer to one's own: as a reason it is quoted.
  if (rest.startsWith('/')) return false;
  const [first = '', second] = tokensOf(rest);
  if (words.wait.has(first) || words.approve.has(first)) return true;
  if (!words.no.has(first)) return false;
  // “no photo” is a reason, “no, wait” and “no!” are not.
  return (
    second === undefined ||
    isDoubt(second, words) ||
    /^[\s\p{P}]*[\p{L}\p{M}'’]+\s*[^\s\p{L}\p{M}\p{N}'’“"«(]/u.test(rest)
  );
}

/**
 * Whether an answer to “why do you reject?” says the opposite of a reason: it approves, denies the rejection, takes it back
 * or asks whether to reject. A whole sentence that only mentions any of that is a reason.
 */
export function contradictsRejection(text: string, words: DecisionWords): boolean {
  const tokens = tokensOf(text);
  const [first = ''] = tokens;
  const read = readReply(text, words);
  if (read.kind === 'approve' || (read.kind === 'unclear' && words.reject.has(first))) return true;
  if (tokens.length === 0) return asks.test(text) || hesitates.test(text) || agrees.test(text);
  if (tokens.every((token) => isDoubt(token, words)) || words.noReason.has(tokens.join(' '))) return true;
  if (words.approve.has(first) && !/^[\s\p{P}]*[\p{L}\p{M}'’]+\s*\?\s*[\p{L}]/u.test(text)) return true;
  if (tokens.length > longestDenial) return false;
  if (tokens.some((token) => words.no.has(token)) && hasFormOf(words.reject, tokens)) return true;
  return tokens.length <= longestExclamation && hasFormOf(words.approve, tokens);
}

/**
 * Whether one of the tokens begins as one of the words does: “approved” as “approve”, «отклонять» as «отклонить». Four letters would be
 * too few between languages: “recusar” and “recuerdo” share them.
 */
const hasFormOf = (words: ReadonlySet<string>, tokens: readonly string[]): boolean =>
  [...words].some((word) => tokens.some((token) => token.startsWith(word.slice(0, Math.max(5, word.length - 3)))));

const longestExclamation = 4;
/** “I don’t want to reject them”. */
const longestDenial = 6;

function rejects(separator: string, rest: string, words: DecisionWords): boolean {
  const tokens = tokensOf(rest);
  const [first = '', second = ''] = tokens;
  if (startsWithQuestion.test(rest) || words.approve.has(first)) return false;
  if (tokens.length === 0) return !asks.test(rest) && !hesitates.test(rest);
  if (/[:\n]/.test(separator)) return !(isDoubt(first, words) && isDoubt(second, words));
  if (/^\p{N}+$/u.test(rest) || takesBack(rest, words)) return false;
  if (tokens.some((token, n) => isTakenBackBy(token, tokens[n + 1] ?? '', words))) return false;
  if (!endsWithQuestion.test(rest)) return true;
  // “reject. Who are you?” asks the client; “reject him?” and “reject – right?” ask the other admins.
  return (/[.;!؛–—-]/.test(separator) && tokens.length > 2) || asksAfterReason(rest, words);
}

/** “We don’t know you. Who invited you?”: what is asked comes after a sentence that tells. */
function asksAfterReason(rest: string, words: DecisionWords): boolean {
  const [told = '', ...others] = rest.split(/[.!;:؛…\n]+\s+/u);
  const last = others.at(-1);
  return last !== undefined && tokensOf(told).length > 1 && !takesBack(last, words) && tokensOf(last).length > 1;
}

const isDoubt = (token: string, { no, wait }: DecisionWords): boolean => no.has(token) || wait.has(token);

/** “no wait” and “wait no” in the middle of a sentence. */
const isTakenBackBy = (one: string, other: string, { no, wait }: DecisionWords): boolean =>
  (no.has(one) && wait.has(other)) || (wait.has(one) && no.has(other));

/** A Turkish “İ” becomes an “i” with a second dot, which nobody types. */
const normalized = (word: string): string => word.toLowerCase().replaceAll('i\u0307', 'i').replaceAll('’', "'");

const tokensOf = (text: string): readonly string[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map(([token]) => normalized(token));

const asks = /[?？؟¿⁇⁈⁉‽❓❔]/u;
const startsWithQuestion = /^[?？؟¿⁇⁈⁉‽❓❔]/u;
const endsWithQuestion = /[?？؟⁇⁈⁉‽❓❔][\s\p{P}\p{S}\uFE0F]*$/u;
/** People say so that they are not sure. */
const hesitates = /[\u{1F914}\u{1F937}\u270B\u23F8\u23F3\u{1F644}\u{1F615}\u{1F928}]/u;
/** They mean no by it: ❌ 🚫 🛑 👎. */
const refuses = /[\u{1F6AB}\u{1F6D1}\u274C\u{1F44E}]/u;
/** They mean yes: 👍 👌 ✅ ✔ ➕ +. */
const agrees = /[\u{1F44D}\u{1F44C}\u2705\u2714\u2795+]/u;
