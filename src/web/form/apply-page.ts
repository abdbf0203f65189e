import { html } from 'hono/html';
import { plainText } from '../../i18n/markup';
import { longestMessage } from '../../lifecycle/limits';
import { inline, prose } from './markup';
import { announcement, field, page, type FormReader } from './page';

/** What is written into the form, as it came. */
export interface Written {
  readonly name: string;
  readonly address: string;
  readonly message: string;
}

/** What is wrong with it, as sentences; `all` is about the whole. */
export type Wrong = Partial<Readonly<Record<keyof Written | 'all', string>>>;

export const longestName = 64;
/** The field that people don't see, and programs fill in. */
export const honeypot = 'website';

export interface AroundForm {
  /** When it is shown, signed. */
  readonly time: string;
  /** The bot's @username, without @. */
  readonly bot: string;
}

/** The form. */
export function applyPage(
  written: Written,
  wrong: Wrong,
  { time, bot }: AroundForm,
  reader: FormReader,
): Promise<string> {
  const { say } = reader;
  const title = plainText(say('form_title'));
  const wrongFirst = (['name', 'address', 'message'] as const).find((id) => wrong[id] !== undefined);
  const about = (id: keyof Written) => ({ id, wrong: wrong[id], isFirst: id === wrongFirst });
  const name = { ...about('name'), label: say('form_name') };
  const address = { ...about('address'), label: say('form_address'), hint: say('form_address_hint') };
  const hint = say('form_message_hint', { limit: longestMessage });
  const message = { ...about('message'), label: say('form_message'), hint };
  const body = html`<section>
    ${wrong.all === undefined ? '' : announcement('wrong', wrong.all)}
    <h1>${title}</h1>
    ${prose(say('form_intro'))}
    <p>
      ${inline(say('form_has_telegram'))} <a href="https://t.me/${bot}" dir="ltr" rel="noopener noreferrer">@${bot}</a>
    </p>
    <form method="post" action="/apply?lang=${reader.language}" accept-charset="utf-8">
      <input type="hidden" name="time" value="${time}" />
      ${field(name, (tied) => html`<input ${tied} value="${written.name}" required maxlength="${longestName}" dir="auto" autocomplete="name" />`)}
      ${field(address, (tied) => html`<input ${tied} type="email" dir="ltr" value="${written.address}" required maxlength="254" autocomplete="email" autocapitalize="off" spellcheck="false" />`)}
      ${field(
        message,
        (tied) =>
          html`<textarea ${tied} dir="auto" required maxlength="${longestMessage}" rows="6">
${written.message}</textarea>`,
      )}
      <div class="extra" aria-hidden="true">
        <label for="${honeypot}">${inline(say('form_leave_empty'))}</label
        ><input id="${honeypot}" name="${honeypot}" tabindex="-1" autocomplete="off" />
      </div>
      <button type="submit">${inline(say('form_continue'))}</button>
    </form>
  </section>`;
  return page(title, body, '', reader);
}

/** The page that asks for the code. */
export function codePage(wrong: string | null, reader: FormReader): Promise<string> {
  const { say, language } = reader;
  const title = plainText(say('form_code_title'));
  const about = { label: say('form_code'), hint: say('form_code_hint'), isFirst: true };
  const code = { id: 'code', ...about, ...(wrong !== null && { wrong }) };
  const body = html`<section>
    <h1>${title}</h1>
    ${prose(say('form_code_sent'))}
    <form method="post" action="/apply/code?lang=${language}" accept-charset="utf-8">
      ${field(code, (tied) => html`<input ${tied} class="code" dir="ltr" required inputmode="numeric" autocomplete="one-time-code" maxlength="20" />`)}
      <button type="submit">${inline(say('form_code_continue'))}</button>
    </form>
  </section>`;
  const foot = html`${inline(say('form_code_missing'))}
    <a href="/apply?lang=${language}">${inline(say('form_again'))}</a>`;
  return page(title, body, foot, reader);
}

/** A page that only says something, and leads back to the form. Without `words`, the heading says it all. */
export function messagePage(heading: string, words: string | null, reader: FormReader): Promise<string> {
  const title = plainText(heading);
  const body = html`<section>
    <h1>${title}</h1>
    ${words === null ? '' : prose(words)}
    <a class="button" href="/apply?lang=${reader.language}">${inline(reader.say('form_again'))}</a>
  </section>`;
  return page(title, body, '', reader);
}
