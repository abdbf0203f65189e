import type { ProblemCode } from '../protocol.js';

/** The sentence that says a refusal to whoever reads the page; null: what the request is now says more, or the page asks for no such thing. */
export function sentenceFor(code: ProblemCode | null) {
  switch (code) {
    case 'own_request':
      return 'desk_own_request';
    case 'undo_too_late':
      return 'desk_undo_too_late';
    case 'nothing_to_undo':
    case 'no_vote':
      return 'desk_nothing_to_undo';
    case 'already_voted':
      return 'desk_already_voted';
    case 'open_instead':
      return 'desk_open_instead';
    case 'unclear_search':
      return 'desk_unclear_search';
    case 'invalid':
    case 'body_too_large':
      return 'desk_unusable_words';
    case 'not_found':
      return 'desk_gone';
    case 'foreign_page':
    case 'wrong_host':
      return 'desk_wrong_address';
    case 'too_many_attempts':
      return 'desk_too_often';
    case 'timed_out':
    case 'bad_request':
      return 'desk_no_answer';
    case 'internal':
      return 'desk_broken';
    default:
      return null;
  }
}
