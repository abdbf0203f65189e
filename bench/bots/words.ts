import type { Request } from './requests';

/** How both bots send every message. */
export const look = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** What a client gets for a request. */
export const confirmation = ({ id, submittedAt }: Request): string =>
  `✅ Got it! Your request <b>#${id}</b> is with the admins of Sosekni.\n\n` +
  `It expires: ${date(submittedAt + week)}\n` +
  'I’ll message you as soon as there’s a decision. Check with /status, withdraw with /cancel.';

/** What admins see of it. */
export function card(request: Request): string {
  const { id, clientId, clientName, message, status, submittedAt, reviewedBy } = request;
  const outcome = status === 'approved' ? '✅ <b>Approved</b>' : '❌ <b>Rejected</b>';
  return (
    `📨 <b>Request #${id}</b>\n` +
    `From <b>${escaped(clientName)}</b> · ID <a href="tg://user?id=${clientId}">${clientId}</a>\n\n` +
    `<blockquote>${escaped(message)}</blockquote>\n\n` +
    `Submitted: ${date(submittedAt)}\nExpires: ${date(submittedAt + week)}` +
    (reviewedBy === null ? '' : `\n\n${outcome} by ${escaped(reviewedBy)}, ${date(Date.now())}`)
  );
}

export const buttons = ({ id }: Request) => ({
  inline_keyboard: [
    [
      { text: '✅ Approve', callback_data: `approve:${id}` },
      { text: '❌ Reject', callback_data: `reject:${id}` },
    ],
  ],
});

/** What the client gets for the decision. */
export const outcome = ({ id, status }: Request): string =>
  status === 'approved'
    ? `🎉 Your request <b>#${id}</b> is approved. Welcome to Sosekni!`
    : `❌ I’m sorry, your request <b>#${id}</b> was rejected.`;

/** What the admin sees who decided. */
export const decided = ({ id, status, clientName }: Request): string => `Request #${id} of ${clientName} is ${status}.`;

const week = 7 * 24 * 3_600_000;

const date = (at: number): string => new Date(at).toUTCString();

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
