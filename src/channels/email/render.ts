import type { Texts } from '../../i18n/texts';
import { plainText } from '../../i18n/markup';
import type { KeyOf, Say } from '../../i18n/sentences';
import type { ClientEvent } from '../../lifecycle/transition';
import type { DrawnCode, ResolvedNotice } from '../../notices/resolved-notice';
import { wordOutcome, type Outcome } from '../wording/request';
import { mailHtml, mailLink, mailText } from './markup';
import type { MailWords } from './message';
import { fillTemplate } from './template';

type EmailSay = Say<KeyOf<'email'>>;

/** The reader of a mail, and what the mail is about. */
export interface MailReader {
  readonly texts: Texts;
  /** Null: unknown. */
  readonly language: string | null;
  readonly community: string;
  /** Their own page on the web; missing: they have none. */
  readonly page?: string | null;
}

/** What a mail says, in both of its forms. */
interface Words {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly footer: string;
}

/** Words a notice as a mail; null: notices of this kind don't leave by mail. Both forms come from the same sentences. */
export function renderMail(notice: ResolvedNotice, reader: MailReader): MailWords | null {
  const words = wordNotice(notice, reader.texts.for('email', reader.language), reader.page ?? null);
  return words === null ? null : finish(words, reader);
}

function finish(words: Words, { texts, language, community }: MailReader): MailWords {
  const subject = oneLine(words.subject);
  const bodyHtml = words.html;
  const footerHtml = mailHtml(words.footer);
  return {
    subject,
    text: `${words.text}\n\n-- \n${mailText(words.footer)}\n`,
    html: fillTemplate({ language: texts.languageFor(language), title: subject, community, bodyHtml, footerHtml }),
  };
}

/** The mail that `check --mail` sends. */
export function renderTestMail(reader: MailReader): MailWords {
  const say = reader.texts.for('email', reader.language);
  const body = say('email_test');
  return finish(
    {
      subject: say('email_subject_test'),
      html: mailHtml(body),
      text: mailText(body),
      footer: say('email_footer_test'),
    },
    reader,
  );
}

function wordNotice(notice: ResolvedNotice, say: EmailSay, page: string | null): Words | null {
  switch (notice.kind) {
    case 'client_news':
    case 'appeal_open':
      return wordNews(notice, say, page);
    case 'address_code':
      return wordCode(notice, say);
    default:
      return null;
  }
}

function wordNews(outcome: Outcome, say: EmailSay, page: string | null): Words {
  const sentences = wordOutcome(outcome, say);
  const links = outcome.kind === 'client_news' ? (outcome.links ?? []) : [];
  // Whoever is not on Telegram can't use them until they are one with an account there.
  const shown = page === null ? links.flatMap(({ title, url }) => mailLink(title, url) ?? []) : [];
  const join = page === null ? shown.length > 0 && say('email_join') : links.length > 0 && say('email_join_on_page');
  const own = page === null ? null : mailLink(plainText(say('email_page')), page);
  const html = [
    mailHtml(sentences),
    ...(join === false ? [] : [mailHtml(join)]),
    ...shown.map((link) => paragraph(link.html)),
    ...(own === null ? [] : [paragraph(own.html)]),
  ];
  const text = [
    mailText(sentences),
    ...(join === false ? [] : [mailText(join)]),
    ...[...shown, ...(own === null ? [] : [own])].map((link) => link.text),
  ];
  return {
    subject: say(subjectOf(outcome), { request: outcome.request.id }),
    html: html.join('\n'),
    text: text.join('\n\n'),
    footer: say('email_footer'),
  };
}

function wordCode({ code, validFor }: DrawnCode, say: EmailSay): Words {
  const how = `${say('email_code_how', { validFor })}\n\n${say('email_code_unasked')}`;
  const intro = say('email_code');
  return {
    subject: say('email_subject_code'),
    html: [mailHtml(intro), paragraph(`<span class="code" style="${codeStyle}">${code}</span>`), mailHtml(how)].join(
      '\n',
    ),
    text: [mailText(intro), code, mailText(how)].join('\n\n'),
    footer: say('email_footer_code'),
  };
}

const codeStyle =
  'display:inline-block;padding:10px 14px;border-radius:8px;background:#eef1f5;color:#1c2128;font:700 26px/1.2 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:3px;white-space:nowrap;';

const paragraph = (html: string): string => `<p style="margin:0 0 16px;">${html}</p>`;

/** A subject holds nothing that anybody but the operator has written. */
function subjectOf(outcome: Outcome) {
  return outcome.kind === 'appeal_open' ? 'email_subject_appeal_open' : subjects[outcome.news];
}

const subjects = {
  submitted: 'email_subject_submitted',
  appeal_submitted: 'email_subject_appeal_submitted',
  withdrawn: 'email_subject_withdrawn',
  appeal_withdrawn: 'email_subject_appeal_withdrawn',
  approved: 'email_subject_approved',
  rejected: 'email_subject_rejected',
  decision_undone: 'email_subject_reopened',
  request_reopened: 'email_subject_reopened',
  revoked: 'email_subject_revoked',
  expired: 'email_subject_expired',
  appeal_expired: 'email_subject_appeal_expired',
} as const satisfies Readonly<Record<ClientEvent, string>>;

/** Words of one's own may have tags and several lines. */
const oneLine = (html: string): string =>
  plainText(html)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
