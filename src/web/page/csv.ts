import { apiQuery, type Filters } from './address.js';
import type { Answer } from './api.js';
import type { Desk } from './desk.js';
import { workingButton } from './parts.js';

/** The requests as a file: a browser downloads it; in Telegram, where nothing can be downloaded, the bot sends it. */
export function csvButton(desk: Desk, filters: () => Filters): HTMLButtonElement {
  const { say, telegram, undoBar } = desk;
  const label = say(telegram.isThere ? 'desk_csv_to_me' : 'desk_csv');
  return workingButton(label, 'is-quiet', async () => {
    const query = apiQuery(filters()).toString();
    const said = telegram.isThere ? await send(query, desk) : await download(query, desk);
    if (said !== null) undoBar.show(said, null);
  });
}

/** Downloads it; answers what to say, if anything. It is fetched, since a link would show an error as a page of its own. */
async function download(query: string, { api, say }: Desk): Promise<string | null> {
  const answer = await api.file(`/admin/export.csv?${query}`);
  if (answer.kind !== 'done') return say(whyNot(answer));
  const address = URL.createObjectURL(answer.value);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'requests.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return null;
}

async function send(query: string, { api, say, telegram }: Desk): Promise<string> {
  // The bot waits for Telegram, and for its turn.
  const answer = await api.call<null>(`/admin/export?${query}`, { method: 'POST' }, Infinity);
  telegram.feel(answer.kind === 'done' ? 'success' : 'error');
  if (answer.kind === 'done') return say('desk_csv_sent');
  return say(answer.kind === 'no_answer' ? 'desk_csv_unanswered' : whyNot(answer));
}

function whyNot(answer: Exclude<Answer<unknown>, { readonly kind: 'done' }>) {
  const code = answer.kind === 'refused' || answer.kind === 'not_ready' ? answer.code : null;
  switch (code) {
    case 'too_large':
      return 'desk_csv_too_large';
    case 'chat_closed':
      return 'desk_csv_no_chat';
    case 'unanswered':
      return 'desk_csv_unanswered';
    case 'unclear_search':
      return 'desk_unclear_search';
    default:
      return answer.kind === 'signed_out' ? 'desk_session_over' : 'desk_csv_failed';
  }
}
