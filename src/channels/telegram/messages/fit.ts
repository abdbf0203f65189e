import { plainText } from '../../../i18n/markup';

/** How long a message's text may be, in UTF-16 units without its markup (https://core.telegram.org/bots/api#sendmessage). */
const longestText = 4096;

/** By how many units `html` is too long for one message; 0: it fits. */
export function excess(html: string): number {
  // Markup only adds to the length, so most texts need no parsing.
  return html.length <= longestText ? 0 : Math.max(0, plainText(html).length - longestText);
}
