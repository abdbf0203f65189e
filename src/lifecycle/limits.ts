/** The longest message of a request, in UTF-16 units, as Telegram counts. */
export const longestMessage = 2000;
/** The longest reason of a decision, in UTF-16 units. */
export const longestReason = 1000;
/** The longest question to a client, and a client's longest answer or addition, in UTF-16 units. */
export const longestTalk = 1000;
/** The most answers and additions of a client to one round of a request. */
export const mostAdditions = 20;
/** The longest note of an admin about a request, in UTF-16 units. */
export const longestNote = 1000;
