import { html } from 'hono/html';
import { wordNextStep, wordStanding } from '../../channels/wording/request';
import { plainText } from '../../i18n/markup';
import type { RequestId } from '../../lifecycle/ids';
import { longestMessage } from '../../lifecycle/limits';
import { isOpenStatus } from '../../lifecycle/request';
import type { OwnPage } from '../../requests/read/own-page';
import { inline, prose, written } from './markup';
import { announcement, field, page, type FormReader, type Part } from './page';

/** What came of what somebody has just done on their page. */
export interface Said {
  readonly is: 'wrong' | 'good';
  readonly words: string;
  /** What they wrote, where it was not sent: it is not lost. */
  readonly message?: string;
}

export interface AroundPage {
  /** Proves that a form was sent from this page. */
  readonly formToken: string;
  /** Makes them one with their Telegram account. */
  readonly startLink: string;
}

/** How somebody's request stands, and what they can do about it. */
export function personalPage(own: OwnPage, said: Said | null, around: AroundPage, reader: FormReader): Promise<string> {
  const { you, message, added, isErased, isOnTelegram } = own;
  const { say } = reader;
  const title = plainText(say('form_page_title'));
  const standing = html`<section>
    <h1>${title}</h1>
    ${prose(you.state === 'none' ? say('no_request') : wordStanding(you, say, whatFollows(own, you, reader)))}
    ${own.gaveWay === null ? '' : prose(say('form_gave_way', { request: own.gaveWay }))} ${whereNewsComes(own, reader)}
    ${
      message === null && !isErased
        ? ''
        : html`<h2>${inline(say('form_your_words'))}</h2>
            ${message === null ? prose(say('text_erased')) : html`<blockquote dir="auto">${written(message)}</blockquote>`}
            ${added.map((text) => html`<blockquote dir="auto">${written(text)}</blockquote>`)}`
    }
  </section>`;
  const { startLink } = around;
  const telegram = html`<section>
    <h2>${inline(say('form_telegram_heading'))}</h2>
    ${prose(say(own.opensChats ? 'form_telegram_needed' : 'form_telegram'))}
    <a class="button" href="${startLink}" rel="noopener noreferrer">${inline(say('form_telegram_open'))}</a>
  </section>`;
  const body = html`${said === null ? '' : announcement(said.is, said.words)} ${standing}
  ${nextStep(own, said?.message ?? '', around, reader)} ${isOnTelegram ? '' : telegram}`;
  return page(title, body, inline(say('form_page_keep')), reader);
}

/** Where they hear of it, as long as there is anything to hear. */
function whereNewsComes({ you, newsIn }: OwnPage, { say }: FormReader): Part {
  if (you.state === 'none' || !isOpenStatus(you.request.status)) return '';
  if (newsIn === 'telegram') return prose(say('form_news_in_telegram'));
  if (you.request.status !== 'pending') return '';
  return prose(say(newsIn === null ? 'form_answer_here' : `form_answer_by_${newsIn}`));
}

/** What can follow, in words. An approval that opens chats lets nobody in who is not on Telegram. */
const whatFollows = (
  { isOnTelegram, opensChats }: OwnPage,
  you: Extract<OwnPage['you'], { readonly state: 'known' }>,
  { say }: FormReader,
): string | null =>
  you.request.status === 'approved' && opensChats && !isOnTelegram
    ? say('form_approved_needs_telegram')
    : wordNextStep(you, say);

/** What somebody can do on their page. */
export type Step = { readonly do: 'submit' | 'appeal' } | { readonly do: 'withdraw'; readonly request: RequestId };

/** What they can do as it stands; null: nothing for now. */
export function stepOf({ you }: OwnPage): Step | null {
  if (you.state === 'none') return { do: 'submit' };
  const { request, window } = you;
  switch (request.status) {
    case 'expired':
    case 'withdrawn':
      return { do: 'submit' };
    case 'rejected':
    case 'revoked':
      return window?.state === 'open' ? { do: 'appeal' } : null;
    case 'pending':
      return { do: 'withdraw', request: request.id };
    case 'approved':
      return null;
  }
}

function nextStep(own: OwnPage, message: string, around: AroundPage, reader: FormReader): Part {
  const { say } = reader;
  const step = stepOf(own);
  switch (step?.do) {
    case undefined:
      return '';
    case 'submit':
    case 'appeal':
      return asking(step.do, message, around, reader);
    case 'withdraw': {
      const number = { id: 'number', label: say('form_withdraw_number', { request: step.request }) };
      return html`<section>
        <h2>${inline(say('form_withdraw_heading'))}</h2>
        ${sending(
          'withdraw',
          field(
            number,
            (tied) =>
              html`<input
                ${tied}
                class="number"
                dir="ltr"
                required
                inputmode="numeric"
                autocomplete="off"
                maxlength="16"
              />`,
          ),
          html`<button class="quiet" type="submit">${inline(say('form_withdraw'))}</button>`,
          around,
          reader,
        )}
      </section>`;
    }
  }
}

/** The form for a new request, or for an appeal. */
function asking(what: 'submit' | 'appeal', message: string, around: AroundPage, reader: FormReader): Part {
  const { say } = reader;
  const asked =
    what === 'appeal'
      ? { label: say('form_appeal_message') }
      : { label: say('form_message'), hint: say('form_message_hint', { limit: longestMessage }) };
  const text = field(
    { id: 'message', ...asked },
    (tied) => html`<textarea ${tied} dir="auto" required maxlength="${longestMessage}" rows="5">${message}</textarea>`,
  );
  const button = html`<button type="submit">${inline(say(what === 'appeal' ? 'form_appeal' : 'form_ask'))}</button>`;
  return html`<section>
    <h2>${inline(say(what === 'appeal' ? 'form_appeal_heading' : 'form_ask_heading'))}</h2>
    ${sending(what, text, button, around, reader)}
  </section>`;
}

const sending = (what: string, inside: Part, button: Part, { formToken }: AroundPage, reader: FormReader): Part =>
  html`<form method="post" action="${reader.path}?lang=${reader.language}" accept-charset="utf-8">
    <input type="hidden" name="do" value="${what}" /><input type="hidden" name="form" value="${formToken}" />
    ${inside} ${button}
  </form>`;
